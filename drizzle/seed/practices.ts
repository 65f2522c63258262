import { addDays, type IsoDate, monthEnd } from "@/lib/dates";
import type { PracticeChange } from "@/lib/db/schema/practices";
import { type PracticeItem, readChecklists } from "@/lib/practices/content";
import { DESK_RETURN_REASONS } from "@/lib/practices/model";
import type { SeedBusiness } from "./business";
import { earlier, later, moment, type Random, seededRandom } from "./random";
import { note, type Scene } from "./scene";

/** How the practices of a business that joined lately stand, one after the other. */
const EARLY = [
  "confirmed",
  "waiting",
  "confirmed",
  "returned",
  "waiting",
  "not_yet",
  "unsaid",
] as const;
/** Days after joining until which everything is still under way. */
const UNDER_WAY = 45;

interface Telling {
  scene: Scene;
  random: Random;
  business: SeedBusiness;
  declaredOn: IsoDate;
}

/** What each business declared about its practices, and what officers decided from the desk. */
export function addPractices(scene: Scene, businesses: readonly SeedBusiness[]): void {
  const lists = new Map(readChecklists().map((list) => [list.sector, list.items]));
  // A random row of its own: the rest of the demonstration stays as it was.
  const random = seededRandom(`practices ${scene.plan.code}`);
  for (const business of businesses) {
    const { enrolment, fate, sector } = business.story;
    if (!enrolment || enrolment.onPaper || fate === "closed") continue;
    const declaredOn = earlier(addDays(enrolment.on, random.int(1, 12)), scene.calendar.yesterday);
    tellPractices({ scene, random, business, declaredOn }, lists.get(sector) ?? []);
  }
  addOwnItem(scene);
}

function tellPractices(told: Telling, items: readonly PracticeItem[]): void {
  const { scene, random, business, declaredOn } = told;
  const { today, yesterday } = scene.calendar;
  const asked = items.filter((item) => item.level === "essential" || random.chance(0.6));
  const quick = business.story.fate === "in_progress" && random.chance(0.7);
  const underWay = declaredOn > addDays(today, -UNDER_WAY) && !quick;
  const gap = random.chance(0.05) ? random.int(0, 4) : -1;
  const settledOn = earlier(addDays(declaredOn, random.int(1, 16)), yesterday);
  for (const [i, item] of asked.entries()) {
    const reason =
      item.mayNotApply && random.chance(0.2) ? item.notApplicableReasons[0] : undefined;
    const declared = reason ? "declared_not_applicable" : "declared_in_place";
    const early = EARLY[i % EARLY.length];
    if (underWay && early === "unsaid") continue;
    if (i === gap || (underWay && early === "not_yet")) {
      say(told, item, "declared_not_yet", declaredOn);
      continue;
    }
    say(told, item, declared, declaredOn, reason);
    // What has to be seen is confirmed on a visit, not here.
    if (item.seenOnVisit || (underWay && early === "waiting")) continue;
    if (underWay && early === "returned") {
      say(told, item, "returned", settledOn, random.pick(DESK_RETURN_REASONS));
    } else say(told, item, "confirmed", settledOn);
  }
  noteBoth(told, settledOn);
  renew(told, asked, settledOn);
}

/** Twelve months on most declare again and are confirmed, some wait for it, and some let it lapse. */
function renew(told: Telling, items: readonly PracticeItem[], settledOn: IsoDate): void {
  const { scene, random } = told;
  const lapsesOn = monthEnd(settledOn, 12);
  const again = addDays(lapsesOn, -random.int(3, 40));
  if (again > scene.calendar.yesterday || random.chance(0.15)) return;
  const waits = again > addDays(scene.calendar.today, -30) && random.chance(0.4);
  const confirmedOn = earlier(later(addDays(again, 2), again), scene.calendar.yesterday);
  for (const item of items.filter((each) => !each.seenOnVisit)) {
    say(told, item, "declared_in_place", again);
    if (!waits) say(told, item, "confirmed", confirmedOn);
  }
}

function say(
  { scene, business }: Telling,
  item: PracticeItem,
  change: PracticeChange,
  on: IsoDate,
  reason: string | null = null,
): void {
  scene.facts.practiceChanges.push({
    boroughCode: scene.plan.code,
    businessId: business.id,
    id: scene.random.uuid(),
    itemCode: item.code,
    change,
    reason,
    visitId: null,
    fromOn: on,
    lapsesOn: monthEnd(on, 12),
    recordedAt: moment(on, change.startsWith("declared") ? 120 : 300),
  });
}

function noteBoth({ scene, business, declaredOn }: Telling, settledOn: IsoDate): void {
  const about = { subject: ["business", business.id] as const, businessId: business.id };
  note(scene, {
    ...about,
    on: declaredOn,
    minutes: 120,
    role: "business_manager",
    actorId: business.managerUserId,
    action: "practice.declare",
    fields: ["practices"],
  });
  note(scene, {
    ...about,
    on: settledOn,
    minutes: 300,
    action: "practice.confirm",
    fields: ["practices"],
  });
}

/** A borough with a long history asks its hotels for one thing more. */
function addOwnItem({ plan, facts, calendar }: Scene): void {
  if (!plan.registers) return;
  facts.boroughPracticeItems.push({
    boroughCode: plan.code,
    sector: "hotel",
    code: "own-taxis-are-booked-at-the-desk",
    aim: "protect",
    level: "desirable",
    title: "Taxis are booked at the desk",
    help: "Reception books a licensed taxi for any guest who asks, and keeps the firm's number at the desk. A visiting officer will ask which firm that is.",
    seenOnVisit: false,
    fromOn: addDays(calendar.start, 60),
    untilOn: null,
  });
}
