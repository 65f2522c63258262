import "server-only";
import { sql } from "drizzle-orm";
import { groupSecret, hashSecret, linkSecret } from "@/lib/auth/secrets";
import { findContact } from "@/lib/boroughs/settings-queries";
import type { ReadContext } from "@/lib/command";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Handout, JoinCode } from "./handout";
import { leafletOf } from "./leaflets";

interface Row extends Record<string, unknown> {
  borough_code: string;
  business: string;
  borough: string;
  sector: string;
  join_generation: number;
  join_code_hash: string | null;
}

/** What the aide-memoire and the poster of a business say today. Throws NotFound. */
export async function getHandout(ctx: ReadContext, businessId: string): Promise<Handout> {
  const [row] = await ctx.tx.execute<Row>(sql`
    SELECT b.borough_code, b.name AS business, o.name AS borough, b.sector, b.join_generation, b.join_code_hash
    FROM businesses b JOIN boroughs o ON o.code = b.borough_code
    WHERE b.borough_code = ${ctx.boroughs[0] ?? ""} AND b.id = ${businessId}`);
  if (!row) throw new NotFound("No such business.");
  return {
    leaflet: leafletOf(row.sector),
    business: row.business,
    borough: row.borough,
    door: await findContact(ctx),
    join: joinCodeOf(row, businessId),
    on: ctx.today,
  };
}

function joinCodeOf(row: Row, businessId: string): JoinCode | null {
  const secret = linkSecret("join", row.borough_code, businessId, row.join_generation);
  // A code whose hash is not kept would open nothing: print none rather than a wrong one.
  if (row.join_code_hash !== hashSecret(secret)) return null;
  const page = new URL(`/join/${row.borough_code}`, env().PORTAL_URL);
  return {
    href: `${page.href}/${secret}`,
    typedAt: `${page.host}${page.pathname}`,
    code: groupSecret(secret),
  };
}
