import { addDays, londonDate, monthEnd, monthStart } from "@/lib/dates";
import { asOwner } from "./borough";

interface Facts {
  sectors: string[];
  actions: { kind: string; sector: string | null; done_on: string; holds_until: string | null }[];
  imports: { sector: string; settled_at: Date }[];
  confirmations: { confirmed_on: string; holds_until: string }[];
  teams: string[];
  stages: { business_id: string; stage: string; from_on: string; recorded_at: Date }[];
  headcounts: { business_id: string; headcount: number; from_on: string; recorded_at: Date }[];
  staff: { id: string; business_id: string; confirmed_on: string; left_on: string | null }[];
  certificates: {
    staff_id: string;
    issued_on: string;
    expires_on: string;
    revoked_on: string | null;
  }[];
}

async function readFacts(code: string): Promise<Facts> {
  return asOwner([code], async (tx) => ({
    sectors: (
      await tx`SELECT code FROM sectors WHERE borough_code = ${code} AND counts_as_business`
    ).map((row) => row.code),
    actions: await tx`SELECT kind, sector, done_on::text, holds_until::text FROM borough_actions
      WHERE borough_code = ${code} AND done_on IS NOT NULL AND cancelled_on IS NULL`,
    imports: await tx`SELECT sector, settled_at FROM register_imports
      WHERE borough_code = ${code} AND state = 'confirmed'`,
    confirmations: await tx`SELECT confirmed_on::text, holds_until::text FROM police_confirmations
      WHERE borough_code = ${code}`,
    teams: (
      await tx`SELECT id FROM businesses WHERE borough_code = ${code} AND sector = 'council_team'`
    ).map((row) => row.id),
    stages: await tx`SELECT business_id, stage, from_on::text, recorded_at FROM stage_changes
      WHERE borough_code = ${code}`,
    headcounts: await tx`SELECT business_id, headcount, from_on::text, recorded_at FROM headcounts
      WHERE borough_code = ${code}`,
    staff: await tx`SELECT id, business_id, confirmed_on::text, left_on::text FROM staff_members
      WHERE borough_code = ${code} AND confirmed_on IS NOT NULL`,
    certificates: await tx`SELECT staff_id, issued_on::text, expires_on::text, revoked_on::text
      FROM certificates WHERE borough_code = ${code} AND course_slug = 'council-staff'`,
  })) as unknown as Promise<Facts>;
}

const newest = <T extends { from_on: string; recorded_at: Date }>(rows: T[], day: string) =>
  rows
    .filter((row) => row.from_on <= day)
    .sort(
      (a, b) =>
        a.from_on.localeCompare(b.from_on) || a.recorded_at.getTime() - b.recorded_at.getTime(),
    )
    .at(-1);

/** Are nine in ten of the council teams' people briefed on that day, team by team, person by person? */
function briefed(facts: Facts, day: string): boolean {
  let people = 0;
  let trained = 0;
  for (const team of facts.teams) {
    const own = <T extends { business_id: string }>(rows: T[]) =>
      rows.filter((row) => row.business_id === team);
    const stage = newest(own(facts.stages), day)?.stage ?? "";
    if (!["in_scope", "invited", "enrolled"].includes(stage)) continue;
    const there = own(facts.staff).filter(
      (p) => p.confirmed_on <= day && !(p.left_on !== null && p.left_on <= day),
    );
    people += Math.max(newest(own(facts.headcounts), day)?.headcount ?? 0, there.length);
    trained += there.filter((p) =>
      facts.certificates.some(
        (k) =>
          k.staff_id === p.id &&
          k.issued_on <= day &&
          k.expires_on >= day &&
          !(k.revoked_on !== null && k.revoked_on <= day),
      ),
    ).length;
  }
  return people > 0 && trained / people >= 0.9;
}

function judge(facts: Facts, day: string): string[] {
  const done = (kind: string, sector: string | null = null) =>
    facts.actions.some(
      (a) =>
        a.kind === kind && a.sector === sector && a.done_on <= day && (a.holds_until ?? "") >= day,
    );
  const imported = (sector: string) =>
    facts.imports.some((i) => {
      const on = londonDate(i.settled_at);
      return i.sector === sector && on <= day && monthEnd(addDays(on, 90)) >= day;
    });
  const is = {
    lead: done("lead"),
    agreement: done("agreement"),
    meeting: done("meeting"),
    register: facts.sectors.every((sector) => done("register", sector) || imported(sector)),
    call_handlers: facts.confirmations.some((c) => c.confirmed_on <= day && c.holds_until >= day),
    council_staff: briefed(facts, day),
  };
  return Object.entries(is)
    .filter(([, met]) => met)
    .map(([measure]) => measure);
}

/** What the borough itself meets, `measure month`, month by month from its facts alone. */
export async function recomputeBorough(code: string, from: string, to: string): Promise<string[]> {
  const facts = await readFacts(code);
  const met: string[] = [];
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
    for (const measure of judge(facts, monthEnd(month))) met.push(`${measure} ${month}`);
  }
  return met.sort();
}

/** The same as the cells tell it, and as the periods do. */
export async function readBorough(
  code: string,
  from: string,
  to: string,
): Promise<{ cells: string[]; periods: string[] }> {
  const { cells, periods } = await asOwner([code], async (tx) => ({
    cells: await tx<{ measure: string; month: string; delta: number }[]>`
      SELECT measure, month::text, delta FROM coverage_cells WHERE borough_code = ${code} AND sector = ''`,
    periods: await tx<{ measure: string; met_from: string; met_until: string | null }[]>`
      SELECT measure, met_from::text, met_until::text FROM borough_periods WHERE borough_code = ${code}`,
  }));
  const told: { cells: string[]; periods: string[] } = { cells: [], periods: [] };
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
    for (const measure of new Set(cells.map((cell) => cell.measure))) {
      const sum = cells
        .filter((cell) => cell.measure === measure && cell.month <= month)
        .reduce((all, cell) => all + cell.delta, 0);
      if (sum !== 0) told.cells.push(`${measure} ${month}${sum === 1 ? "" : ` (${sum})`}`);
    }
    for (const { measure, met_from, met_until } of periods) {
      if (met_from <= month && (met_until === null || met_until > month))
        told.periods.push(`${measure} ${month}`);
    }
  }
  return { cells: told.cells.sort(), periods: told.periods.sort() };
}
