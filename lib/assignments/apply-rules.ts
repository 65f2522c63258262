import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";

/** Whose orders change what a rule looks at; others may not write what a business is asked. */
const CHANGES_BUSINESSES: readonly string[] = [
  "borough_admin",
  "borough_officer",
  "business_manager",
];

/** The business `b` is of the kind the rule `r` speaks of. */
export const MATCHES: SQL = sql`(b.sector <> ${COUNCIL_TEAM} AND (r.sector IS NULL OR r.sector = b.sector)
  AND (r.licence_type IS NULL OR r.licence_type = b.licence_type)
  AND (NOT r.late_only OR b.opens_late IS TRUE))`;

/** The course of `r` is not asked of `b`, and nobody has ended it there since the rule was made. */
export const NOT_ASKED: SQL = sql`NOT EXISTS (SELECT 1 FROM assignments a WHERE a.borough_code = b.borough_code
  AND a.business_id = b.id AND a.course_slug = r.course_slug
  AND (a.ended_on IS NULL OR a.ended_on >= (r.created_at AT TIME ZONE 'Europe/London')::date))`;

/**
 * Asks these businesses, where they are enrolled, for what the borough's rules say and nobody has asked
 * of them yet, in the command's transaction. Of two rules for one course the older asks. Where an
 * officer ends what is asked, that stands: a rule does not ask again.
 */
export async function applyRules(ctx: WriteContext, businessIds: readonly string[]): Promise<void> {
  if (businessIds.length === 0 || !CHANGES_BUSINESSES.includes(ctx.viewer.role)) return;
  await askByRules(ctx, sql`b.id = ANY (${arrayOf([...new Set(businessIds)], "uuid")})`);
}

/** Asks the enrolled businesses that meet the condition; answers which they are. */
export async function askByRules(
  { tx, boroughCode, today }: Pick<WriteContext, "tx" | "boroughCode" | "today">,
  condition: SQL,
): Promise<string[]> {
  const rows = await tx.execute<{ business_id: string }>(sql`
    INSERT INTO assignments (borough_code, id, business_id, course_slug, audience, due_on, rule_id, months_valid, share)
    SELECT r.borough_code, gen_random_uuid(), b.id, r.course_slug, r.audience, ${today}::date + r.days, r.id,
      r.months_valid, r.share
    FROM assignment_rules r JOIN businesses b ON b.borough_code = r.borough_code
    WHERE r.borough_code = ${boroughCode} AND r.ended_on IS NULL AND b.stage = 'enrolled'
      AND ${condition} AND ${MATCHES} AND ${NOT_ASKED}
    ORDER BY b.id, r.created_at, r.id
    ON CONFLICT (borough_code, business_id, course_slug) WHERE ended_on IS NULL DO NOTHING
    RETURNING business_id`);
  return rows.map((row) => row.business_id);
}
