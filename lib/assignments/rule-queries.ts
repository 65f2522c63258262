import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { NotFound } from "@/lib/errors";
import { MATCHES, NOT_ASKED } from "./apply-rules";
import { MET } from "./queries";
import type { RuleTerms } from "./rules";

export interface RulePreview {
  /** Enrolled businesses that would be asked today. */
  now: number;
  /** The first of them, by name. */
  first: { id: string; name: string; postcode: string }[];
  /** Enrolled businesses of the kind that are asked for the course already: they stay as they are. */
  already: number;
  /** Of the kind, in scope and not enrolled: asked on the day they enrol. */
  later: number;
  /** Enrolled, and nobody has said whether they are open late, or under which licence they trade. */
  unknown: number;
}

const FIRST = 10;

/** A rule that is not written yet, as a row `r`. */
const asRow = (
  boroughCode: string,
  rule: RuleTerms,
): SQL => sql`(SELECT ${boroughCode}::text AS borough_code,
  now() AS created_at, ${rule.courseSlug}::text AS course_slug, ${rule.sector}::text AS sector,
  ${rule.licenceType}::text AS licence_type, ${rule.lateOnly}::boolean AS late_only) r`;

/** What a rule would do if it were added now. */
export async function previewRule(ctx: ReadContext, rule: RuleTerms): Promise<RulePreview> {
  const boroughCode = ctx.boroughs[0] ?? "";
  const [row] = await ctx.tx.execute<RulePreview & Record<string, unknown>>(sql`
    WITH of_kind AS (
      SELECT b.id, b.name, b.postcode, b.stage, ${NOT_ASKED} AS not_asked
      FROM ${asRow(boroughCode, rule)} JOIN businesses b ON b.borough_code = r.borough_code
      WHERE b.stage IN ('in_scope', 'invited', 'enrolled') AND ${MATCHES}
    ),
    asked AS (SELECT id, name, postcode FROM of_kind WHERE stage = 'enrolled' AND not_asked)
    SELECT (SELECT count(*)::int FROM asked) AS now,
      (SELECT coalesce(json_agg(f ORDER BY lower(f.name), f.id), '[]') FROM (
        SELECT * FROM asked ORDER BY lower(name), id LIMIT ${FIRST}) f) AS first,
      (SELECT count(*)::int FROM of_kind WHERE stage = 'enrolled' AND NOT not_asked) AS already,
      (SELECT count(*)::int FROM of_kind WHERE stage <> 'enrolled') AS later,
      (SELECT count(*)::int FROM ${asRow(boroughCode, rule)} JOIN businesses b ON b.borough_code = r.borough_code
        JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
        WHERE b.stage = 'enrolled' AND (r.sector IS NULL OR r.sector = b.sector)
          AND ((r.late_only AND b.opens_late IS NULL) OR (r.licence_type IS NOT NULL AND b.licence_type IS NULL))
      ) AS unknown`);
  return row ?? { now: 0, first: [], already: 0, later: 0, unknown: 0 };
}

export interface RuleRow extends RuleTerms {
  id: string;
  courseTitle: string;
  sectorPlural: string | null;
  createdOn: string;
  endedOn: string | null;
  /** Businesses in scope it asks today. */
  asked: number;
  met: number;
  overdue: number;
}

const selectRules = (ctx: ReadContext, where: SQL) =>
  ctx.tx.execute<RuleRow & Record<string, unknown>>(sql`
    SELECT r.id, r.course_slug AS "courseSlug", courses.title AS "courseTitle", r.sector,
      c.plural_label AS "sectorPlural", r.licence_type AS "licenceType", r.late_only AS "lateOnly", r.audience, r.days,
      r.months_valid AS "monthsValid", r.share, (r.created_at AT TIME ZONE 'Europe/London')::date AS "createdOn",
      r.ended_on AS "endedOn", coalesce(n.asked, 0) AS asked, coalesce(n.met, 0) AS met,
      coalesce(n.overdue, 0) AS overdue
    FROM assignment_rules r
    JOIN courses ON courses.slug = r.course_slug
    LEFT JOIN sectors c ON c.borough_code = r.borough_code AND c.code = r.sector
    LEFT JOIN (
      SELECT rule_id, count(*)::int AS asked, count(*) FILTER (WHERE met)::int AS met,
        count(*) FILTER (WHERE NOT met AND due_on < ${ctx.today})::int AS overdue
      FROM (
        SELECT a.rule_id, a.due_on, ${MET(ctx.today)} AS met
        FROM assignments a JOIN businesses b ON b.borough_code = a.borough_code AND b.id = a.business_id
        WHERE a.borough_code = ${ctx.boroughs[0] ?? ""} AND a.rule_id IS NOT NULL AND a.ended_on IS NULL
          AND b.stage IN ('in_scope', 'invited', 'enrolled')
      ) each GROUP BY rule_id
    ) n ON n.rule_id = r.id
    WHERE r.borough_code = ${ctx.boroughs[0] ?? ""} AND ${where}
    ORDER BY r.ended_on IS NOT NULL, courses.title, r.created_at, r.id`);

/** The borough's rules, those in force first. */
export async function listRules(ctx: ReadContext): Promise<RuleRow[]> {
  return [...(await selectRules(ctx, sql`true`))];
}

/** One rule in force. Throws NotFound. */
export async function getRule(ctx: ReadContext, id: string): Promise<RuleRow> {
  const [row] = await selectRules(ctx, sql`r.id = ${id} AND r.ended_on IS NULL`);
  if (!row) throw new NotFound("No such rule in force.");
  return row;
}
