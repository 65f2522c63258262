import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isUuid } from "@/lib/auth/ids";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { ReadContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { NotFound } from "@/lib/errors";
import { NO_WARD } from "./london-queries";
import { MEASURES, type Measure } from "./model";

const PAGE = 50;

/** A business as police see it: the premises and its counts, never a person. */
export interface PoliceBusinessRow {
  id: string;
  name: string;
  sector: string;
  postcode: string;
  ward: string | null;
  opensLate: boolean | null;
  stage: string;
  headcount: number | null;
  listed: number;
  trained: number;
  reporting: number;
  /** Measures met this month. */
  met: Measure[];
}

export interface PolicePage {
  rows: PoliceBusinessRow[];
  next: string | null;
}

export interface PoliceFilter {
  sector?: string | undefined;
  /** A ward, or NO_WARD for businesses whose ward nobody knows. */
  ward?: string | undefined;
  /** A measure or an aim they do not meet today. */
  gap?: string | undefined;
  /** The id of the last row of the page before. */
  after?: string;
}

const heldNow = (ctx: ReadContext, measure: "trained" | "reporting_route") => sql`
  EXISTS (SELECT 1 FROM certificates k JOIN measure_courses mc ON mc.borough_code = k.borough_code
    AND mc.course_slug = k.course_slug AND mc.measure = ${measure} AND mc.sector = b.sector
    WHERE k.borough_code = b.borough_code AND k.staff_id = s.id AND k.issued_on <= ${ctx.today}
      AND k.expires_on >= ${ctx.today} AND (k.revoked_on IS NULL OR k.revoked_on > ${ctx.today}))`;

const facts = (ctx: ReadContext) => sql`
  b.id, b.name, b.sector, b.postcode, b.ward, b.opens_late AS "opensLate", b.stage, b.headcount,
  coalesce(people.listed, 0)::int AS listed, coalesce(people.trained, 0)::int AS trained,
  coalesce(people.reporting, 0)::int AS reporting,
  coalesce((SELECT json_agg(p.measure ORDER BY p.measure) FROM standing_periods p
    WHERE p.borough_code = b.borough_code AND p.business_id = b.id AND p.met_from <= ${ctx.today}
      AND (p.met_until IS NULL OR p.met_until > ${ctx.today})
      AND p.measure = ANY (${arrayOf(
        MEASURES.map((measure) => measure.id),
        "text",
      )})), '[]') AS met`;

const peopleOf = (ctx: ReadContext) => sql`
  LEFT JOIN LATERAL (
    SELECT count(*) AS listed, count(*) FILTER (WHERE ${heldNow(ctx, "trained")}) AS trained,
      count(*) FILTER (WHERE ${heldNow(ctx, "reporting_route")}) AS reporting
    FROM staff_members s
    WHERE s.borough_code = b.borough_code AND s.business_id = b.id AND s.confirmed_on <= ${ctx.today}
      AND (s.left_on IS NULL OR s.left_on > ${ctx.today})
  ) people ON true`;

/** Rows of the derived table `b` that a filter leaves: businesses in scope of one borough. */
function leftOver(ctx: ReadContext, boroughCode: string, filter: PoliceFilter): SQL {
  if (!ctx.boroughs.includes(boroughCode))
    throw new NotFound("Not a borough of your police areas.");
  return sql`b.borough_code = ${boroughCode} AND b.stage IN ('in_scope', 'invited', 'enrolled')
    AND b.sector <> ${COUNCIL_TEAM}
    ${filter.sector ? sql`AND b.sector = ${filter.sector}` : sql``}
    ${filter.ward ? sql`AND coalesce(b.ward, '') = ${filter.ward === NO_WARD ? "" : filter.ward}` : sql``}
    ${filter.gap === "night_cover" ? sql`AND b.opens_late` : sql``}
    ${
      filter.gap
        ? sql`AND NOT EXISTS (SELECT 1 FROM standing_periods g WHERE g.borough_code = b.borough_code
            AND g.business_id = b.id AND g.measure = ${filter.gap} AND g.met_from <= ${ctx.today}
            AND (g.met_until IS NULL OR g.met_until > ${ctx.today}))`
        : sql``
    }`;
}

/** Businesses a filter leaves in one of the viewer's boroughs. Throws NotFound elsewhere. */
export async function countBusinessesForPolice(
  ctx: ReadContext,
  boroughCode: string,
  filter: PoliceFilter,
): Promise<number> {
  const [count] = await ctx.tx.execute<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM businesses b WHERE ${leftOver(ctx, boroughCode, filter)}`);
  return count?.total ?? 0;
}

/** Businesses in scope of one of the viewer's boroughs, by name, `size` a page. Throws NotFound elsewhere. */
export async function listBusinessesForPolice(
  ctx: ReadContext,
  boroughCode: string,
  filter: PoliceFilter,
  size = PAGE,
): Promise<PolicePage> {
  const beyond =
    filter.after && isUuid(filter.after)
      ? sql`AND (lower(b.name), b.id) > (SELECT lower(f.name), f.id FROM businesses f
          WHERE f.borough_code = ${boroughCode} AND f.id = ${filter.after})`
      : sql``;
  const rows = await ctx.tx.execute<PoliceBusinessRow & Record<string, unknown>>(sql`
    SELECT ${facts(ctx)}
    FROM (
      SELECT * FROM (SELECT borough_code, id, name, sector, postcode, ward, opens_late, stage, headcount
        FROM businesses) b
      WHERE ${leftOver(ctx, boroughCode, filter)}
        ${beyond}
      ORDER BY lower(b.name), b.id LIMIT ${size + 1}
    ) b ${peopleOf(ctx)}
    ORDER BY lower(b.name), b.id`);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const next = rows.length > size && last ? last.id : null;
  return { rows: [...page], next };
}

/** One business of the viewer's boroughs, without any personal field. Throws NotFound. */
export async function getBusinessForPolice(
  ctx: ReadContext,
  boroughCode: string,
  businessId: string,
): Promise<PoliceBusinessRow & { boroughName: string }> {
  if (!ctx.boroughs.includes(boroughCode))
    throw new NotFound("Not a borough of your police areas.");
  const [row] = await ctx.tx.execute<
    PoliceBusinessRow & { boroughName: string } & Record<string, unknown>
  >(sql`
    SELECT ${facts(ctx)}, (SELECT name FROM boroughs WHERE code = b.borough_code) AS "boroughName"
    FROM (SELECT borough_code, id, name, sector, postcode, ward, opens_late, stage, headcount
      FROM businesses) b
    ${peopleOf(ctx)}
    WHERE b.borough_code = ${boroughCode} AND b.id = ${businessId} AND b.sector <> ${COUNCIL_TEAM}`);
  if (!row) throw new NotFound("No such business.");
  return row;
}
