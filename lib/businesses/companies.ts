import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { ReadContext, WriteContext } from "@/lib/command";
import { operators } from "@/lib/db/schema/boroughs";

/** Names of the companies that run several of the borough's businesses, at most 500, by name. */
export async function listCompanies(ctx: ReadContext): Promise<string[]> {
  const rows = await ctx.tx
    .select({ name: operators.name })
    .from(operators)
    .where(ctx.inBorough(operators))
    .orderBy(sql`lower(${operators.name})`)
    .limit(500);
  return rows.map((row) => row.name);
}

/** The name of one company of the borough; empty where there is none. */
export async function companyName(ctx: ReadContext, id: string | null): Promise<string> {
  if (id === null) return "";
  const [row] = await ctx.tx
    .select({ name: operators.name })
    .from(operators)
    .where(and(ctx.inBorough(operators), eq(operators.id, id)));
  return row?.name ?? "";
}

/** The company of this name, made when there is none yet; null for no name. Capitals do not matter. */
export async function companyOf(ctx: WriteContext, name: string): Promise<string | null> {
  if (name === "") return null;
  // Two officers may name the same one at once: the second takes what the first made.
  await ctx.tx
    .insert(operators)
    .values({ boroughCode: ctx.boroughCode, id: randomUUID(), name })
    .onConflictDoNothing();
  const [row] = await ctx.tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(ctx.inBorough(operators), sql`lower(${operators.name}) = lower(${name})`));
  return row?.id ?? null;
}
