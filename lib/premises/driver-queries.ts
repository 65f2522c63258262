import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { driverAttestations } from "@/lib/db/schema/certificates";
import { ATTESTED_DAYS, type Attestation, DRIVERS_SECTOR } from "./driver-model";

/** What an operator said last of its drivers; null while it has not. */
export async function findAttestation(
  ctx: ReadContext,
  businessId: string,
): Promise<Attestation | null> {
  const [row] = await ctx.tx
    .select({
      drivers: driverAttestations.drivers,
      trained: driverAttestations.trained,
      evidence: driverAttestations.evidence,
      attestedOn: driverAttestations.attestedOn,
    })
    .from(driverAttestations)
    .where(and(ctx.inBorough(driverAttestations), eq(driverAttestations.businessId, businessId)))
    .orderBy(desc(driverAttestations.createdAt))
    .limit(1);
  return row ?? null;
}

export interface AttestedSum {
  /** Enrolled operators. */
  asked: number;
  /** Of them, those that said so within the last year. */
  operators: number;
  drivers: number;
  trained: number;
}

/** What the borough's enrolled operators said of their drivers in the last year. */
export async function sumAttested(ctx: ReadContext): Promise<AttestedSum> {
  const [row] = await ctx.tx.execute<AttestedSum & Record<string, unknown>>(sql`
    SELECT count(*)::int AS asked, count(said.drivers)::int AS operators,
      coalesce(sum(said.drivers), 0)::int AS drivers, coalesce(sum(said.trained), 0)::int AS trained
    FROM businesses b
    LEFT JOIN LATERAL (
      SELECT d.drivers, d.trained, d.attested_on FROM driver_attestations d
      WHERE d.borough_code = b.borough_code AND d.business_id = b.id ORDER BY d.created_at DESC LIMIT 1
    ) said ON said.attested_on >= ${addDays(ctx.today, -ATTESTED_DAYS)}
    WHERE b.borough_code = ${ctx.boroughs[0] ?? ""} AND b.sector = ${DRIVERS_SECTOR} AND b.stage = 'enrolled'`);
  return row ?? { asked: 0, operators: 0, drivers: 0, trained: 0 };
}
