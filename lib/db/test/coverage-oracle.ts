import { monthEnd, monthStart } from "@/lib/dates";
import { asOwner } from "./borough";

interface Facts {
  businesses: { id: string; sector: string; ward: string | null }[];
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
}

/** Counts by `measure|sector|ward|month`, zeros left out. */
export type Figures = Record<string, number>;

async function readFacts(code: string): Promise<Facts> {
  return asOwner([code], async (tx) => ({
    businesses: await tx`SELECT id, sector, ward FROM businesses WHERE borough_code = ${code}`,
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
  })) as unknown as Promise<Facts>;
}

const latest = <T extends { from_on: string; recorded_at: Date }>(rows: T[], day: string) =>
  rows
    .filter((row) => row.from_on <= day)
    .sort(
      (a, b) =>
        a.from_on.localeCompare(b.from_on) || a.recorded_at.getTime() - b.recorded_at.getTime(),
    )
    .at(-1);

/** What one business meets on a month's last day, worked out person by person: slow, and by other means. */
function judge(facts: Facts, business: Facts["businesses"][number], day: string): string[] {
  const stage = latest(
    facts.stages.filter((s) => s.business_id === business.id),
    day,
  )?.stage;
  if (stage !== "in_scope" && stage !== "invited" && stage !== "enrolled") return [];
  const headcount =
    latest(
      facts.headcounts.filter((h) => h.business_id === business.id),
      day,
    )?.headcount ?? 0;
  const people = facts.staff.filter(
    (p) =>
      p.business_id === business.id &&
      p.confirmed_on !== null &&
      p.confirmed_on <= day &&
      !(p.left_on !== null && p.left_on <= day),
  );
  const holds = (person: string, measure: string) => {
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
  };
  const whole = Math.max(headcount, people.length);
  const enough = (measure: string) =>
    headcount > 0 && people.filter((p) => holds(p.id, measure)).length / whole >= 0.8;
  const managers = people.filter((p) => p.is_manager);
  const met = ["in_scope"];
  if (stage === "enrolled") met.push("enrolled");
  if (enough("trained") && managers.length > 0 && managers.every((m) => holds(m.id, "trained")))
    met.push("trained");
  if (enough("reporting_route")) met.push("reporting_route", "pursue");
  if (met.includes("enrolled") && met.includes("trained")) met.push("prevent");
  return met;
}

/** Every figure of a borough from its facts alone, month by month, business by business. */
export async function recomputeFigures(code: string, from: string, to: string): Promise<Figures> {
  const facts = await readFacts(code);
  const figures: Figures = {};
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
    for (const business of facts.businesses) {
      for (const measure of judge(facts, business, monthEnd(month))) {
        const key = [measure, business.sector, business.ward ?? "", month].join("|");
        figures[key] = (figures[key] ?? 0) + 1;
      }
    }
  }
  return figures;
}

/** The same figures as the cells tell them. */
export async function readFigures(code: string, from: string, to: string): Promise<Figures> {
  const cells = await asOwner(
    [code],
    (tx) => tx<{ measure: string; sector: string; ward: string; month: string; delta: number }[]>`
      SELECT measure, sector, ward, month::text, delta FROM coverage_cells WHERE borough_code = ${code}`,
  );
  const figures: Figures = {};
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
    for (const cell of cells) {
      if (cell.month > month) continue;
      const key = [cell.measure, cell.sector, cell.ward, month].join("|");
      figures[key] = (figures[key] ?? 0) + cell.delta;
    }
  }
  return Object.fromEntries(Object.entries(figures).filter(([, count]) => count !== 0));
}
