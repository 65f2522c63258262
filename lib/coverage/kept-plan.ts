import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { computedPeriods } from "./periods";

/** Up to so many businesses are compared by the function below: its plan is made for a handful. */
export const FEW = 8;

/** The function that compares a few businesses; it has the rights of its caller and no others. */
export const KEPT_PLAN = "compare_standing";

/** Rows of Difference: periods that stand and should not, and those that should and do not. */
export function differencesBetween(boroughCode: string | SQL, businesses: SQL): SQL {
  return sql`
    WITH place AS (
      SELECT s.business_id, s.sector AS old_sector, s.ward AS old_ward, s.late AS old_late,
             b.sector AS new_sector, coalesce(b.ward, '') AS new_ward, coalesce(b.opens_late, false) AS new_late
      FROM standings s
      JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id
      WHERE s.borough_code = ${boroughCode} AND s.business_id = ANY (${businesses})
    ),
    old AS (
      SELECT p.business_id, p.measure, p.met_from, p.met_until, l.old_sector AS sector, l.old_ward AS ward, l.old_late AS late
      FROM standing_periods p JOIN place l USING (business_id)
      WHERE p.borough_code = ${boroughCode} AND p.business_id = ANY (${businesses})
    ),
    new AS (
      SELECT c.business_id, c.measure, c.met_from, c.met_until, l.new_sector AS sector, l.new_ward AS ward, l.new_late AS late
      FROM (${computedPeriods(boroughCode, businesses)}) c JOIN place l USING (business_id)
    )
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`;
}

/** The statement as the text of a function: what it was given as values stands in it as constants. */
function textOf(statement: SQL): string {
  const { sql: text, params } = new PgDialect().sqlToQuery(statement);
  return text.replace(/\$(\d+)/g, (_all, place: string) => {
    const value = params[Number(place) - 1];
    if (typeof value === "number") return String(value);
    if (typeof value !== "string") throw new Error(`The parameter ${place} is not plain.`);
    return `'${value.replaceAll("'", "''")}'`;
  });
}

/**
 * The comparison as a function, for the migrator. Planning this statement costs more than running it for
 * one business, and a pooled connection may keep no prepared statement: a function keeps its plan.
 */
export function keptPlanFunction(): string {
  const body = textOf(differencesBetween(sql.raw("in_borough"), sql.raw("in_businesses")));
  return `
    DROP FUNCTION IF EXISTS ${KEPT_PLAN}(text, uuid[]);
    CREATE FUNCTION ${KEPT_PLAN}(in_borough text, in_businesses uuid[])
    RETURNS TABLE (side text, business_id uuid, measure text, met_from date, met_until date, sector text, ward text, late boolean)
    LANGUAGE plpgsql STABLE SECURITY INVOKER SET plan_cache_mode = force_generic_plan AS $plan$
    #variable_conflict use_column
    BEGIN RETURN QUERY ${body}; END $plan$`;
}
