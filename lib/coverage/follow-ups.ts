import "server-only";
import { sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { compare } from "./kept-plans";

type FollowUpContext = Pick<WriteContext, "tx" | "boroughCode">;

interface Difference extends Record<string, unknown> {
  side: "old" | "new";
  business_id: string;
  kind: string;
  from_on: string;
  until_on: string | null;
  number: number;
}

const AT_ONCE = 200;

/**
 * Recomputes the follow-ups of these businesses and adds the differences to their counts by day, in
 * the caller's transaction and role, after their standing: its locks are held already.
 */
export async function refreshFollowUps(
  ctx: FollowUpContext,
  businessIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(businessIds)].sort();
  const differences: Difference[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    differences.push(...(await findDifferences(ctx, ids.slice(from, from + AT_ONCE))));
  }
  if (differences.length === 0) return;
  await writeFollowUps(ctx, differences);
  await addToCells(ctx, differences);
}

async function findDifferences(
  { tx, boroughCode }: FollowUpContext,
  ids: string[],
): Promise<Difference[]> {
  const businesses = arrayOf(ids, "uuid");
  const rows = await tx.execute<Difference>(
    compare("compare_follow_ups", boroughCode, businesses, ids.length),
  );
  return [...rows];
}

async function writeFollowUps(
  { tx, boroughCode }: FollowUpContext,
  differences: Difference[],
): Promise<void> {
  const columns = (rows: Difference[]) => ({
    businesses: arrayOf(
      rows.map((row) => row.business_id),
      "uuid",
    ),
    kinds: arrayOf(
      rows.map((row) => row.kind),
      "text",
    ),
    from: arrayOf(
      rows.map((row) => row.from_on),
      "date",
    ),
    until: arrayOf(
      rows.map((row) => row.until_on),
      "date",
    ),
    numbers: arrayOf(
      rows.map((row) => row.number),
      "int",
    ),
  });
  const gone = differences.filter((row) => row.side === "old");
  if (gone.length > 0) {
    const { businesses, kinds, from } = columns(gone);
    await tx.execute(sql`
      DELETE FROM follow_ups f USING unnest(${businesses}, ${kinds}, ${from}) AS g (business_id, kind, from_on)
      WHERE f.borough_code = ${boroughCode} AND f.business_id = g.business_id AND f.kind = g.kind
        AND f.from_on = g.from_on`);
  }
  const come = differences.filter((row) => row.side === "new");
  if (come.length === 0) return;
  const { businesses, kinds, from, until, numbers } = columns(come);
  await tx.execute(sql`
    INSERT INTO follow_ups (borough_code, business_id, kind, from_on, until_on, number)
    SELECT ${boroughCode}, * FROM unnest(${businesses}, ${kinds}, ${from}, ${until}, ${numbers})`);
}

/** Plus one on the day a follow-up comes up, minus one on the day it goes; the reverse for an old one. */
async function addToCells(
  { tx, boroughCode }: FollowUpContext,
  differences: Difference[],
): Promise<void> {
  const sums = new Map<string, { kind: string; day: string; delta: number }>();
  const add = (kind: string, day: string | null, delta: number) => {
    if (day === null) return;
    const key = `${kind} ${day}`;
    sums.set(key, { kind, day, delta: (sums.get(key)?.delta ?? 0) + delta });
  };
  for (const row of differences) {
    const sign = row.side === "new" ? 1 : -1;
    add(row.kind, row.from_on, sign);
    add(row.kind, row.until_on, -sign);
  }
  const cells = [...sums.values()].filter((cell) => cell.delta !== 0);
  if (cells.length === 0) return;
  await tx.execute(sql`
    INSERT INTO follow_up_cells AS c (borough_code, kind, day, delta)
    SELECT ${boroughCode}, * FROM unnest(
      ${arrayOf(
        cells.map((cell) => cell.kind),
        "text",
      )}, ${arrayOf(
        cells.map((cell) => cell.day),
        "date",
      )},
      ${arrayOf(
        cells.map((cell) => cell.delta),
        "int",
      )}) AS n (kind, day, delta)
    ORDER BY n.kind, n.day
    ON CONFLICT (borough_code, kind, day) DO UPDATE SET delta = c.delta + excluded.delta`);
}
