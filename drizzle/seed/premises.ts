import { addDays, type IsoDate } from "@/lib/dates";
import type { Nights } from "@/lib/premises/model";
import type { SeedBusiness } from "./business";
import type { SeedPerson } from "./people";
import type { SectorCode } from "./places";
import { earlier, later, moment, type Random, seededRandom } from "./random";
import { note, type Scene } from "./scene";

/** The share of enrolled businesses that say they are open after 11pm. */
const LATE: Record<SectorCode, number> = { hotel: 0.8, taxi: 0.75, licensed_premises: 0.35 };

type Times = readonly [nights: Nights, startsAt: string, endsAt: string];

const SHIFTS: Record<SectorCode, readonly (readonly Times[])[]> = {
  hotel: [
    [["every_night", "22:00", "06:00"]],
    [
      ["weeknights", "23:00", "07:00"],
      ["weekend", "22:00", "08:00"],
    ],
  ],
  taxi: [
    [["every_night", "20:00", "04:00"]],
    [
      ["every_night", "18:00", "02:00"],
      ["weekend", "22:00", "06:00"],
    ],
  ],
  licensed_premises: [[["weekend", "18:00", "02:00"]], [["every_night", "17:00", "00:30"]]],
};

interface Teller {
  scene: Scene;
  business: SeedBusiness;
  /** Confirmed people who stayed; and those of them who were trained at some time, the same order. */
  people: SeedPerson[];
  trained: SeedPerson[];
}

/** Hours, night shifts and who works them, and who leads on safeguarding: as its manager declared them. */
export function addPremises(scene: Scene, business: SeedBusiness, people: SeedPerson[]): void {
  const { enrolment, sector, fate } = business.story;
  const row = scene.facts.businesses.at(-1);
  if (!enrolment || row?.id !== business.id) return;
  const random = seededRandom(`premises ${business.id}`);
  const teller = tell({ ...scene, random }, business, people);
  row.opensLate = random.chance(0.1) ? null : random.chance(LATE[sector]);
  if (fate === "no_headcount" || fate === "not_assigned") return;
  if (row.opensLate) addShifts(teller);
  if (random.chance(0.8)) addLead(teller);
}

/**
 * The manager's own hotels: where much is declared, one shift is covered and one is not, and somebody
 * leads; where nothing is, everything is still to do.
 */
export function addOwnPremises(
  scene: Scene,
  business: SeedBusiness,
  people: SeedPerson[],
  declared: boolean,
): void {
  const row = scene.facts.businesses.at(-1);
  const on = addDays(scene.calendar.today, -9);
  if (row?.id !== business.id) return;
  row.opensLate = declared || null;
  if (!declared) return;
  const random = seededRandom(`premises ${business.id}`);
  const teller = tell({ ...scene, random }, business, people);
  const [weeknights, weekend] = SHIFTS.hotel[1] ?? [];
  if (weeknights) addShift(teller, weeknights, on, teller.trained.slice(1, 3));
  if (weekend) addShift(teller, weekend, on, people.slice(-4, -2));
  const [manager] = people;
  if (manager) addNaming(teller, manager, on);
}

function tell(scene: Scene, business: SeedBusiness, people: SeedPerson[]): Teller {
  const stayed = people.filter((person) => person.leftOn === null && person.confirmedOn !== null);
  const held = new Set(
    scene.facts.certificates
      .filter((each) => each.courseSlug !== "reporting" && each.businessId === business.id)
      .map((each) => each.staffId),
  );
  return { scene, business, people: stayed, trained: stayed.filter((each) => held.has(each.id)) };
}

const soonAfter = ({ scene, business }: Teller, random: Random, most: number): IsoDate =>
  earlier(
    addDays(business.story.enrolment?.on ?? scene.calendar.yesterday, random.int(3, most)),
    scene.calendar.yesterday,
  );

function addShifts(teller: Teller): void {
  const { scene, business, people, trained } = teller;
  const { random } = scene;
  if (random.chance(0.12)) return;
  const on = soonAfter(teller, random, 70);
  for (const times of random.pick(SHIFTS[business.story.sector])) {
    const known = random.chance(0.85) ? random.shuffled(trained).slice(0, random.int(1, 2)) : [];
    const others = random.shuffled(people).slice(0, random.int(0, 2));
    addShift(teller, times, on, [...new Set([...known, ...others])]);
  }
  if (!random.chance(0.15)) return;
  const until = random.day(addDays(on, 5), scene.calendar.yesterday);
  if (until > on) addShift(teller, ["weekend", "23:00", "05:00"], on, people.slice(0, 1), until);
}

function addShift(
  { scene, business }: Teller,
  [nights, startsAt, endsAt]: Times,
  on: IsoDate,
  people: readonly SeedPerson[],
  until: IsoDate | null = null,
): void {
  const { plan, facts, random } = scene;
  const id = random.uuid();
  const place = { boroughCode: plan.code, businessId: business.id };
  facts.nightShifts.push({ ...place, id, nights, startsAt, endsAt, fromOn: on, untilOn: until });
  for (const person of people) {
    const fromOn = later(on, person.confirmedOn ?? on);
    facts.nightShiftStaff.push({
      ...place,
      shiftId: id,
      staffId: person.id,
      fromOn,
      untilOn: null,
    });
  }
  note(scene, {
    on,
    minutes: 300,
    role: "business_manager",
    actorId: business.managerUserId,
    action: "shift.declare",
    subject: ["night_shift", id],
    businessId: business.id,
    fields: ["nights", "starts_at", "ends_at"],
    details: { nights, startsAt, endsAt },
  });
}

function addLead(teller: Teller): void {
  const { scene, people, trained } = teller;
  const { random, calendar } = scene;
  const [manager] = people;
  if (!manager) return;
  const lead = random.chance(0.6) || trained.length === 0 ? manager : random.pick(trained);
  const on = later(soonAfter(teller, random, 90), lead.confirmedOn ?? calendar.start);
  addNaming(teller, lead, on);
  const changed = random.day(addDays(on, 30), calendar.yesterday);
  const next = random.pick(trained.length > 0 ? trained : people);
  if (next === lead || changed > calendar.yesterday || !random.chance(0.12)) return;
  addNaming(teller, next, later(changed, next.confirmedOn ?? changed));
}

function addNaming({ scene, business }: Teller, person: SeedPerson, on: IsoDate): void {
  const { plan, facts, random } = scene;
  facts.safeguardingLeads.push({
    boroughCode: plan.code,
    id: random.uuid(),
    businessId: business.id,
    staffId: person.id,
    fromOn: on,
    recordedAt: moment(on, 320),
  });
  note(scene, {
    on,
    minutes: 320,
    role: "business_manager",
    actorId: business.managerUserId,
    action: "safeguarding.name_lead",
    subject: ["business", business.id],
    businessId: business.id,
    fields: ["safeguarding_lead"],
    details: { staff: person.id },
  });
}
