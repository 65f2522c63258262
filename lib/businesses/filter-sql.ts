import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { addDays, monthEnd } from "@/lib/dates";
import { businesses } from "@/lib/db/schema/businesses";
import { type BusinessFilter, type StageChoice, WARD_NOT_KNOWN, type Waiting } from "./filters";
import { ANSWER_DAYS } from "./model";

const IN_SCOPE = sql`businesses.stage IN ('in_scope', 'invited', 'enrolled')`;

/** The business meets a measure or an aim in the month of `today`, as the dashboard counts it. */
export function meets(measure: string, today: string): SQL {
  return sql`EXISTS (SELECT 1 FROM standing_periods p WHERE p.borough_code = businesses.borough_code
    AND p.business_id = businesses.id AND p.measure = ${measure}
    AND p.met_from <= ${today} AND (p.met_until IS NULL OR p.met_until > ${today}))`;
}

/** Training was asked for, the date has gone by, and the course's measure is not met. */
export function isOverdue(today: string): SQL {
  return sql`EXISTS (SELECT 1 FROM assignments a WHERE a.borough_code = businesses.borough_code
    AND a.business_id = businesses.id AND a.ended_on IS NULL AND a.due_on < ${today}
    AND NOT EXISTS (SELECT 1 FROM standing_periods p JOIN measure_courses mc
      ON mc.borough_code = p.borough_code AND mc.measure = p.measure AND mc.course_slug = a.course_slug
        AND mc.sector = businesses.sector
      WHERE p.borough_code = a.borough_code AND p.business_id = a.business_id
        AND p.met_from <= ${today} AND (p.met_until IS NULL OR p.met_until > ${today})))`;
}

function waitsFor(waiting: Waiting, today: string): SQL {
  switch (waiting) {
    case "staff":
      return sql`EXISTS (SELECT 1 FROM staff_members s WHERE s.borough_code = businesses.borough_code
        AND s.business_id = businesses.id AND s.confirmed_on IS NULL AND s.left_on IS NULL)`;
    case "assignment":
      return sql`NOT EXISTS (SELECT 1 FROM assignments a WHERE a.borough_code = businesses.borough_code
        AND a.business_id = businesses.id AND a.ended_on IS NULL)`;
    case "headcount":
      return sql`businesses.headcount IS NULL`;
    case "renewal":
      return sql`EXISTS (SELECT 1 FROM certificates k WHERE k.borough_code = businesses.borough_code
        AND k.business_id = businesses.id AND k.expires_on = ${monthEnd(today)} AND k.revoked_on IS NULL)`;
    case "answer":
      return sql`businesses.stage_on <= ${addDays(today, -ANSWER_DAYS)}`;
  }
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
  if (filter.overdue) conditions.push(sql`${IN_SCOPE} AND ${isOverdue(ctx.today)}`);
  if (filter.waiting) conditions.push(sql`${IN_SCOPE} AND ${waitsFor(filter.waiting, ctx.today)}`);
  if (filter.ward) {
    conditions.push(
      filter.ward === WARD_NOT_KNOWN
        ? sql`businesses.ward IS NULL`
        : sql`businesses.ward = ${filter.ward}`,
    );
  }
  return sql.join(conditions, sql` AND `);
}
