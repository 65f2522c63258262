import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { type BusinessFilter, type StageChoice, WARD_NOT_KNOWN } from "./filters";
import type { FollowUpId } from "./follow-up-kinds";

const IN_SCOPE = sql`businesses.stage IN ('in_scope', 'invited', 'enrolled')`;

/** The business meets a measure or an aim in the month of `today`, as the dashboard counts it. */
export function meets(measure: string, today: string): SQL {
  return sql`EXISTS (SELECT 1 FROM standing_periods p WHERE p.borough_code = businesses.borough_code
    AND p.business_id = businesses.id AND p.measure = ${measure}
    AND p.met_from <= ${today} AND (p.met_until IS NULL OR p.met_until > ${today}))`;
}

/** There is something of this kind to see to at the business today, as the dashboard counts it. */
export function waitsFor(kind: FollowUpId, today: string): SQL {
  return sql`EXISTS (SELECT 1 FROM follow_ups f WHERE f.borough_code = businesses.borough_code
    AND f.business_id = businesses.id AND f.kind = ${kind}
    AND f.from_on <= ${today} AND (f.until_on IS NULL OR f.until_on > ${today}))`;
}

function stageIs(stage: StageChoice): SQL {
  if (stage === "all") return sql`true`;
  return stage === "" ? IN_SCOPE : sql`businesses.stage = ${stage}`;
}

/** Part of a name, or the beginning of a postcode with or without its space. */
function matchesSearch(search: string): SQL {
  const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");
  const name = `%${literal(search.toLowerCase())}%`;
  const postcode = `${literal(search.toUpperCase().replace(/\s+/g, ""))}%`;
  return sql`(lower(businesses.name) LIKE ${name} OR replace(businesses.postcode, ' ', '') LIKE ${postcode})`;
}

/** The rows of `businesses` a filter leaves: counted sectors only, in the viewer's borough. */
export function businessConditions(ctx: ReadContext, filter: BusinessFilter): SQL {
  const conditions: SQL[] = [
    ctx.inBorough(businesses),
    sql`EXISTS (SELECT 1 FROM sectors c WHERE c.borough_code = businesses.borough_code
      AND c.code = businesses.sector AND c.counts_as_business)`,
    stageIs(filter.stage),
  ];
  if (filter.search) conditions.push(matchesSearch(filter.search));
  if (filter.sector) conditions.push(sql`businesses.sector = ${filter.sector}`);
  if (filter.meets) conditions.push(meets(filter.meets, ctx.today));
  if (filter.gap) conditions.push(sql`${IN_SCOPE} AND NOT ${meets(filter.gap, ctx.today)}`);
  if (filter.operator) conditions.push(sql`businesses.operator_id = ${filter.operator}::uuid`);
  if (filter.late) conditions.push(sql`businesses.opens_late`);
  if (filter.waiting) conditions.push(waitsFor(filter.waiting, ctx.today));
  if (filter.ward) {
    conditions.push(
      filter.ward === WARD_NOT_KNOWN
        ? sql`businesses.ward IS NULL`
        : sql`businesses.ward = ${filter.ward}`,
    );
  }
  return sql.join(conditions, sql` AND `);
}
