import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businessCertificates, certificates } from "@/lib/db/schema/certificates";
import { Conflict, NotFound } from "@/lib/errors";
import { revokeBusinessCertificateInput, revokeCertificateInput } from "./schema";

/**
 * Withdraws a person's certificate from today, and this borough's copies of it: they count in no figure
 * of this month any more. A copy is withdrawn alone: perhaps only the copying was a mistake.
 * Throws NotFound, or Conflict when it was withdrawn before.
 */
export const revokeCertificate = defineCommand({
  name: "certificate.revoke",
  input: revokeCertificateInput,
  async run(ctx, { certificateId, reason }) {
    const businessId = await withdraw(ctx, certificates, certificateId, reason);
    const copied = await withdrawCopies(ctx, certificateId, reason);
    return {
      value: { certificateId },
      touched: [businessId, ...copied],
      audit: {
        subject: ["certificate", certificateId],
        businessId,
        fields: ["revoked_on", "revoked_reason"],
        details: copied.length > 0 ? { reason, copies: copied.length } : { reason },
      },
    };
  },
});

/** The businesses where a copy of an earned certificate counted until now. */
async function withdrawCopies(
  ctx: WriteContext,
  earned: string,
  revokedReason: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .update(certificates)
    .set({ revokedOn: ctx.today, revokedReason })
    .where(
      and(
        ctx.inBorough(certificates),
        eq(certificates.copiedFrom, earned),
        eq(certificates.copiedFromBorough, ctx.boroughCode),
        isNull(certificates.revokedOn),
      ),
    )
    .returning({ businessId: certificates.businessId });
  return rows.map((row) => row.businessId);
}

/** Withdraws the certificate of a business from today; how it stands is not changed by it. */
export const revokeBusinessCertificate = defineCommand({
  name: "business_certificate.revoke",
  input: revokeBusinessCertificateInput,
  async run(ctx, { certificateId, reason }) {
    const businessId = await withdraw(ctx, businessCertificates, certificateId, reason);
    return {
      value: { certificateId },
      touched: [],
      audit: {
        subject: ["business_certificate", certificateId],
        businessId,
        fields: ["revoked_on", "revoked_reason"],
        details: { reason },
      },
    };
  },
});

/** Whose certificate it was. */
async function withdraw(
  ctx: WriteContext,
  table: typeof certificates | typeof businessCertificates,
  id: string,
  revokedReason: string,
): Promise<string> {
  const [row] = await ctx.tx
    .update(table)
    .set({ revokedOn: ctx.today, revokedReason })
    .where(and(ctx.own(table, id), isNull(table.revokedOn)))
    .returning({ businessId: table.businessId });
  if (row) return row.businessId;
  const [before] = await ctx.tx.select({ id: table.id }).from(table).where(ctx.own(table, id));
  if (!before) throw new NotFound("No such certificate.");
  throw new Conflict("This certificate was withdrawn before.");
}
