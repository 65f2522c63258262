import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { arrayOf } from "./arrays";
import { closeDatabase } from "./client";
import { readScope } from "./scope";

afterAll(closeDatabase);

describe("an array parameter", () => {
  it.each([
    ["plain words", ["a", "b"]],
    ["quotes and backslashes", ['say "no"', "back\\slash", "'; DROP TABLE users; --"]],
    ["braces, commas and line ends", ["{a,b}", "a,b", "a\nb"]],
    ["nothing, and the word for it", [null, "NULL", ""]],
    ["an accent and an emoji", ["Café", "🚕"]],
    ["an empty list", []],
  ])("carries %s there and back unchanged", async (_what, values) => {
    const rows = await readScope({ role: "portal_auth", boroughs: [] }, (tx) =>
      tx.execute<{ value: string | null }>(
        sql`SELECT value FROM unnest(${arrayOf(values, "text")}) AS value`,
      ),
    );
    expect(rows.map((row) => row.value)).toEqual(values);
  });
});
