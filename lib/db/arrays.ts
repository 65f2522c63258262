import { type SQL, sql } from "drizzle-orm";

type Element = "uuid" | "text" | "date" | "int" | "boolean";

const quoted = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/**
 * One array parameter, for `= ANY (…)` and `unnest(…)`. Sent as PostgreSQL's own array text and cast:
 * drizzle spreads a bare array over parameters, and the guarded driver knows no array types.
 * In a sub-select, so that it is read once a statement: a bare cast is read again for every row.
 */
export function arrayOf(values: readonly (string | number | boolean | null)[], type: Element): SQL {
  const items = values.map((value) => (value === null ? "NULL" : quoted(String(value))));
  const array = sql.raw(`${type}[]`);
  return sql`(SELECT ${`{${items.join(",")}}`}::text::${array})::${array}`;
}
