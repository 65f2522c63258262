import type postgres from "postgres";
import { monthEnd, monthStart } from "@/lib/dates";
import { asOwner, ownerClient } from "./borough";

interface Facts {
  businesses: { id: string; sector: string; ward: string | null; opens_late: boolean | null }[];
  stages: { business_id: string; stage: string; from_on: string; recorded_at: Date }[];
  headcounts: { business_id: string; headcount: number; from_on: string; recorded_at: Date }[];
  staff: {
    id: string;
    business_id: string;
    is_manager: boolean;
    confirmed_on: string | null;
    left_on: string | null;
  }[];
  certificates: {
    staff_id: string;
    course_slug: string;
    issued_on: string;
    expires_on: string;
    revoked_on: string | null;
  }[];
  courses: { sector: string; measure: string; course_slug: string }[];
  thresholds: { trained_share: number; from_on: string; recorded_at: Date }[];
  items: { sector: string; code: string; aim: string; from_on: string; until_on: string | null }[];
  changes: {
    business_id: string;
    item_code: string;
    change: string;
    from_on: string;
    lapses_on: string;
    recorded_at: Date;
  }[];
  leads: { business_id: string; staff_id: string; from_on: string; recorded_at: Date }[];
  shifts: { id: string; business_id: string; from_on: string; until_on: string | null }[];
  shift_staff: { shift_id: string; staff_id: string; from_on: string; until_on: string | null }[];
}

/** Counts by `measure|sector|ward|late|month`, zeros left out. */
export type Figures = Record<string, number>;

async function readFacts(tx: postgres.TransactionSql, code: string): Promise<Facts> {
  return {
    businesses:
      await tx`SELECT id, sector, ward, opens_late FROM businesses WHERE borough_code = ${code}`,
    stages:
      await tx`SELECT business_id, stage, from_on::text, recorded_at FROM stage_changes WHERE borough_code = ${code}`,
    headcounts:
      await tx`SELECT business_id, headcount, from_on::text, recorded_at FROM headcounts WHERE borough_code = ${code}`,
    staff:
      await tx`SELECT id, business_id, is_manager, confirmed_on::text, left_on::text FROM staff_members WHERE borough_code = ${code}`,
    certificates:
      await tx`SELECT staff_id, course_slug, issued_on::text, expires_on::text, revoked_on::text FROM certificates WHERE borough_code = ${code}`,
    courses:
      await tx`SELECT sector, measure, course_slug FROM measure_courses WHERE borough_code = ${code}`,
    thresholds:
      await tx`SELECT trained_share, from_on::text, recorded_at FROM borough_thresholds WHERE borough_code = ${code}`,
    items:
      await tx`SELECT sector, code, aim, from_on::text, until_on::text FROM borough_practice_items
        WHERE borough_code = ${code} AND level = 'essential'
        UNION ALL SELECT s.code, i.code, i.aim, i.from_on::text, i.until_on::text
        FROM practice_items i, sectors s
        WHERE s.borough_code = ${code} AND s.copies_measures_of = i.sector AND i.level = 'essential'`,
    changes:
      await tx`SELECT business_id, item_code, change, from_on::text, lapses_on::text, recorded_at
        FROM practice_changes WHERE borough_code = ${code}`,
    leads:
      await tx`SELECT business_id, staff_id, from_on::text, recorded_at FROM safeguarding_leads WHERE borough_code = ${code}`,
    shifts:
      await tx`SELECT id, business_id, from_on::text, until_on::text FROM night_shifts WHERE borough_code = ${code}`,
    shift_staff:
      await tx`SELECT shift_id, staff_id, from_on::text, until_on::text FROM night_shift_staff WHERE borough_code = ${code}`,
  } as unknown as Facts;
}

const latest = <T extends { from_on: string; recorded_at: Date }>(rows: T[], day: string) =>
  rows
    .filter((row) => row.from_on <= day)
    .sort(
      (a, b) =>
        a.from_on.localeCompare(b.from_on) || a.recorded_at.getTime() - b.recorded_at.getTime(),
    )
    .at(-1);

type Business = Facts["businesses"][number];

const covers = (row: { from_on: string; until_on: string | null }, day: string) =>
  row.from_on <= day && !(row.until_on !== null && row.until_on <= day);

/** Holds a current certificate of a course that counts for the measure in the sector, on that day. */
function holds(facts: Facts, business: Business, person: string, measure: string, day: string) {
  const slugs = facts.courses
    .filter((c) => c.sector === business.sector && c.measure === measure)
    .map((c) => c.course_slug);
  return facts.certificates.some(
    (k) =>
      k.staff_id === person &&
      slugs.includes(k.course_slug) &&
      k.issued_on <= day &&
      k.expires_on >= day &&
      !(k.revoked_on !== null && k.revoked_on <= day),
  );
}

/** Does every declared night shift have somebody who works there now and is trained? */
function nightsCovered(facts: Facts, business: Business, trained: Set<string>, day: string) {
  const shifts = facts.shifts.filter((s) => s.business_id === business.id && covers(s, day));
  return (
    shifts.length > 0 &&
    shifts.every((shift) =>
      facts.shift_staff.some(
        (w) => w.shift_id === shift.id && covers(w, day) && trained.has(w.staff_id),
      ),
    )
  );
}

/** Essential practices of an aim: how many are asked for, and how many an officer's word holds for. */
function practised(facts: Facts, business: Business, aim: string, day: string) {
  const asked = facts.items.filter(
    (i) => i.sector === business.sector && i.aim === aim && covers(i, day),
  );
  const kept = asked.filter((item) => {
    const newest = latest(
      facts.changes.filter(
        (c) =>
          c.business_id === business.id &&
          c.item_code === item.code &&
          ["confirmed", "returned", "declared_not_yet"].includes(c.change),
      ),
      day,
    );
    return newest?.change === "confirmed" && newest.lapses_on >= day;
  });
  return { asks: asked.length > 0, met: asked.length > 0 && kept.length === asked.length };
}

/** What one business meets on a month's last day, worked out person by person: slow, and by other means. */
function judge(facts: Facts, business: Business, day: string): string[] {
  const own = <T extends { business_id: string }>(rows: T[]) =>
    rows.filter((row) => row.business_id === business.id);
  const stage = latest(own(facts.stages), day)?.stage;
  if (stage !== "in_scope" && stage !== "invited" && stage !== "enrolled") return [];
  const headcount = latest(own(facts.headcounts), day)?.headcount ?? 0;
  const people = own(facts.staff).filter(
    (p) =>
      p.confirmed_on !== null && p.confirmed_on <= day && !(p.left_on !== null && p.left_on <= day),
  );
  const who = (measure: string) =>
    new Set(people.map((p) => p.id).filter((id) => holds(facts, business, id, measure, day)));
  const trained = who("trained");
  const reporting = who("reporting_route");
  const whole = Math.max(headcount, people.length);
  const share = latest(facts.thresholds, day)?.trained_share ?? 80;
  const enough = (some: Set<string>) => headcount > 0 && some.size * 100 >= whole * share;
  const managers = people.filter((p) => p.is_manager);
  const late = business.opens_late === true;
  const materials = practised(facts, business, "prevent", day);
  const practices = practised(facts, business, "protect", day);
  const records = practised(facts, business, "pursue", day);
  const lead = latest(own(facts.leads), day)?.staff_id;
  const is = {
    enrolled: stage === "enrolled",
    trained: enough(trained) && managers.length > 0 && managers.every((m) => trained.has(m.id)),
    anyone_trained: trained.size > 0,
    night_cover: late && nightsCovered(facts, business, trained, day),
    materials: materials.met,
    safeguarding_lead: lead !== undefined && trained.has(lead),
    practices: practices.met,
    reporting_route: enough(reporting),
    records: records.met,
  };
  const aims = {
    prevent:
      is.enrolled && is.trained && (!late || is.night_cover) && (!materials.asks || is.materials),
    protect: is.safeguarding_lead && (!practices.asks || is.practices),
    pursue: is.reporting_route && (!records.asks || is.records),
  };
  const met = Object.entries({ ...is, ...aims }).filter(([, yes]) => yes);
  return ["in_scope", ...met.map(([measure]) => measure)];
}

/** Every figure of a borough from its facts alone, month by month, business by business. */
export async function recomputeFigures(code: string, from: string, to: string): Promise<Figures> {
  return recompute(await asOwner([code], (tx) => readFacts(tx, code)), from, to);
}

function recompute(facts: Facts, from: string, to: string): Figures {
  const figures: Figures = {};
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
    for (const business of facts.businesses) {
      for (const measure of judge(facts, business, monthEnd(month))) {
        const { sector, ward, opens_late } = business;
        const key = [measure, sector, ward ?? "", opens_late === true, month].join("|");
        figures[key] = (figures[key] ?? 0) + 1;
      }
    }
  }
  return figures;
}

/** Where the totals do not say what the cells of their wards add up to. */
export async function findTotalFaults(code: string): Promise<readonly unknown[]> {
  return asOwner(
    [code],
    (tx) => tx`
      SELECT measure, sector, month FROM (
        SELECT measure, sector, month, sum(delta) AS delta FROM coverage_cells
        WHERE borough_code = ${code} GROUP BY measure, sector, month HAVING sum(delta) <> 0
      ) c FULL JOIN (
        SELECT measure, sector, month, delta FROM coverage_totals WHERE borough_code = ${code} AND delta <> 0
      ) t USING (measure, sector, month) WHERE c.delta IS DISTINCT FROM t.delta`,
  );
}

/** The same figures as the cells tell them. */
export async function readFigures(code: string, from: string, to: string): Promise<Figures> {
  return sumCells(await asOwner([code], (tx) => readCells(tx, code)), from, to);
}

/** Both at one moment, while others write: what the cells tell, and what the facts beside them say. */
export async function snapshotFigures(
  code: string,
  from: string,
  to: string,
): Promise<{ told: Figures; computed: Figures }> {
  const { cells, facts } = await ownerClient().begin(
    "ISOLATION LEVEL REPEATABLE READ READ ONLY",
    async (tx) => {
      await tx.unsafe(`SET LOCAL app.borough_codes = '${code}'`);
      return { cells: await readCells(tx, code), facts: await readFacts(tx, code) };
    },
  );
  return {
    told: sumCells(cells, from, to),
    computed: withoutTeams(recompute(facts, from, to)),
  };
}

/** A council team is no business: the oracle leaves it out as the portal does. */
export const withoutTeams = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => !key.includes("|council_team|")));

interface Cell {
  measure: string;
  sector: string;
  ward: string;
  late: boolean;
  month: string;
  delta: number;
}

async function readCells(tx: postgres.TransactionSql, code: string): Promise<Cell[]> {
  return [
    ...(await tx<Cell[]>`
      SELECT measure, sector, ward, late, month::text, delta FROM coverage_cells WHERE borough_code = ${code}`),
  ];
}

function sumCells(cells: readonly Cell[], from: string, to: string): Figures {
  const figures: Figures = {};
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
    for (const cell of cells) {
      if (cell.month > month) continue;
      const key = [cell.measure, cell.sector, cell.ward, cell.late, month].join("|");
      figures[key] = (figures[key] ?? 0) + cell.delta;
    }
  }
  return Object.fromEntries(Object.entries(figures).filter(([, count]) => count !== 0));
}
