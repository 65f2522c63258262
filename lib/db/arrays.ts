import { type SQL, sql } from "drizzle-orm";

type Element = "uuid" | "text" | "date" | "int" | "boolean";

/**
 * One array parameter, for `= ANY (…)` and `unnest(…)`. Sent as text and cast: drizzle spreads a bare
 * array over parameters, and switches the driver's own serializers for date arrays off.
 */
export function arrayOf(values: readonly (string | number | boolean | null)[], type: Element): SQL {
  const texts = values.map((value) => (value === null ? null : String(value)));
  return sql`${sql.param(texts)}::text[]::${sql.raw(type)}[]`;
}
