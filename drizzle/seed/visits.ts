import type postgres from "postgres";
import { addDays, type IsoDate, monthEnd } from "@/lib/dates";
import { practiceChanges } from "@/lib/db/schema/practices";
import { visitActions, visitFindings, visits } from "@/lib/db/schema/visits";
import type { PracticeAim } from "@/lib/practices/model";
import { PRACTICE_MONTHS } from "@/lib/practices/record-changes";
import { ACTION_DAYS, actionsOf, RETURN_REASONS_OF } from "@/lib/visits/model";
import { officerIdOf } from "./accounts";
import type { BoroughHistory } from "./borough";
import { later, moment, type Random, seededRandom } from "./random";
import { insertRows } from "./write";

/** What only a visit can confirm, by sector. */
interface SeenItem {
  sector: string;
  code: string;
  aim: PracticeAim;
  exemptions: string[];
}

type Rows<T extends { $inferInsert: unknown }> = T["$inferInsert"][];

interface Told {
  code: string;
  today: IsoDate;
  random: Random;
  officerId: string;
  items: SeenItem[];
  visits: Rows<typeof visits>;
  findings: Rows<typeof visitFindings>;
  changes: Rows<typeof practiceChanges>;
  actions: Rows<typeof visitActions>;
}

/** The manager of the demonstration's own hotels: always visited, with something left to do. */
const SHOWN = /^The Tamarisk /;

/** A borough's visits of the past year and the next days, with what was seen and agreed on them. */
export async function writeVisits(
  tx: postgres.TransactionSql,
  { code, facts }: BoroughHistory,
  today: IsoDate,
): Promise<void> {
  const items = await tx<SeenItem[]>`
    SELECT sector, code, aim, exemptions FROM practice_items
    WHERE seen_on_visit AND until_on IS NULL ORDER BY sector, position`;
  const told: Told = {
    ...{ code, today, items: [...items], random: seededRandom(`visits ${code}`) },
    officerId: officerIdOf(code),
    ...{ visits: [], findings: [], changes: [], actions: [] },
  };
  for (const business of facts.businesses) {
    const counted = facts.headcounts.filter(
      (row) => row.businessId === business.id && row.confirmedOnVisit,
    );
    tellVisits(told, business, counted);
  }
  planAhead(told, facts.businesses);
  await insertRows(tx, visits, told.visits);
  await insertRows(tx, visitFindings, told.findings);
  await insertRows(tx, practiceChanges, told.changes);
  await insertRows(tx, visitActions, told.actions);
}

type Business = BoroughHistory["facts"]["businesses"][number];
type Headcount = BoroughHistory["facts"]["headcounts"][number];

/** Past visits to one business: where the headcount was confirmed, and others. */
function tellVisits(told: Told, business: Business, counted: readonly Headcount[]): void {
  const { random, today } = told;
  const yesterday = addDays(today, -1);
  const shown = SHOWN.test(business.name);
  for (const { fromOn, headcount } of counted) visit(told, business, fromOn, "seen", headcount);
  if (business.stage === "enrolled") {
    const from = later(addDays(business.stageOn, 5), addDays(today, -410));
    const again = random.chance(0.7);
    if (from <= yesterday && (shown || again)) {
      const on = random.day(from, yesterday);
      // Nobody goes to the same place twice in a day: the later word on a practice would be unclear.
      if (!counted.some(({ fromOn }) => fromOn === on)) visit(told, business, on, "seen", null);
    }
  } else if (business.stage !== "excluded" && random.chance(0.08)) {
    const from = later(addDays(business.stageOn, 2), addDays(today, -200));
    const outcome =
      business.stage === "closed"
        ? "closed"
        : random.pick(["nobody_in_charge", "refused"] as const);
    if (from <= yesterday) visit(told, business, random.day(from, yesterday), outcome, null);
  }
}

function visit(
  told: Told,
  business: Business,
  on: IsoDate,
  outcome: "seen" | "closed" | "nobody_in_charge" | "refused",
  headcount: number | null,
): void {
  const { code: boroughCode, random, officerId } = told;
  const id = random.uuid();
  told.visits.push({
    ...{ boroughCode, id, businessId: business.id, state: "done", plannedOn: on },
    ...{ assignedTo: officerId, visitedOn: on, visitedBy: officerId, outcome, headcount },
    ...{ nextVisitOn: null, createdAt: moment(addDays(on, -4)), settledAt: moment(on, 300) },
  });
  if (outcome !== "seen") return;
  for (const item of told.items.filter((each) => each.sector === business.sector)) {
    look(told, business.id, id, on, item);
  }
  agree(told, business, id, on);
}

/** One item, seen at the door: the finding, and what it means for the practice. */
function look(told: Told, businessId: string, visitId: string, on: IsoDate, item: SeenItem): void {
  const { code: boroughCode, random } = told;
  const draw = random.int(1, 100);
  const exempt = item.exemptions.length > 0 && draw > 96;
  const finding = exempt ? "not_applicable" : draw > 87 ? "not_seen" : "seen";
  const reason = exempt
    ? random.pick(item.exemptions)
    : finding === "not_seen"
      ? random.pick(RETURN_REASONS_OF[item.aim])
      : null;
  const about = { boroughCode, businessId, visitId, itemCode: item.code, reason };
  told.findings.push({ ...about, finding });
  told.changes.push({
    ...about,
    id: random.uuid(),
    change: finding === "not_seen" ? "returned" : "confirmed",
    fromOn: on,
    lapsesOn: monthEnd(on, PRACTICE_MONTHS),
    recordedAt: moment(on, 300),
  });
}

/** What was agreed: mostly done by now, some open, some late. */
function agree(told: Told, business: Business, visitId: string, on: IsoDate): void {
  const { code: boroughCode, random, today } = told;
  const shown = SHOWN.test(business.name);
  if (!shown && !random.chance(0.35)) return;
  const owners = shown
    ? (["business", "business", "borough"] as const)
    : [random.pick(["business", "business", "borough"] as const)];
  const codes = new Set<string>();
  owners.forEach((owner, i) => {
    const action = random.pick(actionsOf(owner).filter((each) => !codes.has(each)));
    codes.add(action);
    const dueOn = addDays(on, shown && i === 0 ? 14 : ACTION_DAYS);
    const done = (shown && i === 1) || (!shown && random.chance(dueOn < today ? 0.8 : 0.3));
    const doneOn = random.day(addDays(on, 1), dueOn);
    told.actions.push({
      ...{
        boroughCode,
        id: random.uuid(),
        visitId,
        businessId: business.id,
        code: action,
        owner,
        dueOn,
      },
      doneOn: done && doneOn < today ? doneOn : null,
    });
  });
}

/** Visits to come: some today, some in the next fortnight, some whose day has gone by. */
function planAhead(told: Told, businesses: readonly Business[]): void {
  const { code: boroughCode, random, today, officerId } = told;
  const open = businesses.filter(({ stage }) => stage === "enrolled" || stage === "invited");
  const share = (part: number) => Math.max(1, Math.round((open.length * part) / 100));
  const days = [
    ...Array.from({ length: share(4) }, () => today),
    ...Array.from({ length: share(8) }, () => addDays(today, random.int(1, 14))),
    ...Array.from({ length: share(4) }, () => addDays(today, -random.int(2, 21))),
  ];
  const chosen = random.shuffled(open.filter(({ name }) => !SHOWN.test(name)));
  const shown = open.find(({ name }) => SHOWN.test(name));
  const plan = (businessId: string, plannedOn: IsoDate) =>
    told.visits.push({
      ...{ boroughCode, id: random.uuid(), businessId, state: "planned", plannedOn },
      ...{ assignedTo: officerId, visitedOn: null, visitedBy: null, outcome: null },
      ...{ headcount: null, nextVisitOn: null },
      ...{ createdAt: moment(addDays(today, -25)), settledAt: null },
    });
  days.forEach((day, i) => {
    const business = chosen[i];
    if (business) plan(business.id, day);
  });
  if (shown) plan(shown.id, addDays(today, 9));
}
