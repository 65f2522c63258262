import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { followUpDifferences } from "./computed-follow-ups";
import type { Size } from "./period-facts";
import { standingDifferences } from "./periods";

/** Up to so many businesses are compared by a function below: its plan is made for a handful. */
export const FEW = 8;

/** What compares facts with what was worked out of them, for a borough and some of its businesses. */
type Comparison = (boroughCode: string | SQL, businesses: SQL, size: Size) => SQL;

/** Functions that keep the plan of a comparison, with what each answers. */
const KEPT: Record<"compare_standing" | "compare_follow_ups", [Comparison, answers: string]> = {
  compare_standing: [
    standingDifferences,
    "side text, business_id uuid, measure text, met_from date, met_until date, sector text, ward text, late boolean",
  ],
  compare_follow_ups: [
    followUpDifferences,
    "side text, business_id uuid, kind text, from_on date, until_on date, number integer",
  ],
};

/** Compares `count` businesses: a few by the function, more by a plan made for them. */
export function compare(
  name: keyof typeof KEPT,
  boroughCode: string,
  businesses: SQL,
  count: number,
): SQL {
  const [comparison] = KEPT[name];
  return count <= FEW
    ? sql`SELECT * FROM ${sql.identifier(name)} (${boroughCode}, ${businesses})`
    : comparison(boroughCode, businesses, "many");
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
 * The functions, for the migrator. Planning these statements costs more than running them for one
 * business, and a pooled connection may keep no prepared statement: a function keeps its plan.
 */
export function keptPlanFunctions(): string[] {
  return Object.entries(KEPT).map(([name, [comparison, answers]]) => {
    const body = textOf(comparison(sql`in_borough`, sql`in_businesses`, "few"));
    return `
      DROP FUNCTION IF EXISTS ${name}(text, uuid[]);
      CREATE FUNCTION ${name}(in_borough text, in_businesses uuid[]) RETURNS TABLE (${answers})
      LANGUAGE plpgsql STABLE SECURITY INVOKER SET plan_cache_mode = force_generic_plan AS $plan$
      #variable_conflict use_column
      BEGIN RETURN QUERY ${body}; END $plan$`;
  });
}
