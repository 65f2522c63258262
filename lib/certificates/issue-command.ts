import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand, type WriteContext } from "@/lib/command";
import { BUSINESS_AIMS, MEASURES } from "@/lib/coverage/model";
import { addDays, type IsoDate, monthEnd, monthStart } from "@/lib/dates";
import { businesses } from "@/lib/db/schema/businesses";
import { businessCertificates } from "@/lib/db/schema/certificates";
import { RuleBroken } from "@/lib/errors";
import { holdOwnBusiness } from "@/lib/premises/own";

/** How long a certificate lasts at most: then everything has to be shown again. */
const MONTHS_VALID = 12;

/**
 * Certifies that the business meets every aim it can meet, until the first of them would lapse or for
 * 12 months. Pressed again with the same facts, it gives the same certificate.
 * Throws RuleBroken that names what is missing.
 */
export const issueBusinessCertificate = defineCommand({
  name: "business_certificate.issue",
  input: z.object({}),
  async run(ctx) {
    const businessId = await holdOwnBusiness(ctx, "form");
    const expiresOn = await meetsUntil(ctx, businessId);
    const [newest] = await ctx.tx
      .select()
      .from(businessCertificates)
      .where(
        and(ctx.inBorough(businessCertificates), eq(businessCertificates.businessId, businessId)),
      )
      .orderBy(desc(businessCertificates.createdAt))
      .limit(1);
    if (newest?.revokedOn && monthStart(newest.revokedOn) === monthStart(ctx.today)) {
      throw new RuleBroken(
        "form",
        "Your borough withdrew your certificate this month: talk to its licensing team first",
      );
    }
    const same = newest && !newest.revokedOn && newest.expiresOn === expiresOn;
    const id = same ? newest.id : await insertCertificate(ctx, businessId, expiresOn);
    return {
      value: { certificateId: id },
      touched: [],
      audit: {
        subject: ["business_certificate", id],
        businessId,
        fields: same ? [] : ["issued_on", "expires_on"],
        details: { expiresOn },
      },
    };
  },
});

async function insertCertificate(ctx: WriteContext, businessId: string, expiresOn: IsoDate) {
  const { boroughCode, today: issuedOn } = ctx;
  const id = randomUUID();
  const codeHash = hashSecret(linkSecret("business_certificate", boroughCode, id));
  await ctx.tx.insert(businessCertificates).values({
    boroughCode,
    id,
    businessId,
    codeHash,
    issuedOn,
    expiresOn,
    // The transaction began before it held the business: an older row's clock may be ahead of its own.
    createdAt: sql`clock_timestamp()`,
  });
  return id;
}

/** The month's end to which everything holds as things stand. Throws RuleBroken while something is missing. */
async function meetsUntil(ctx: WriteContext, businessId: string): Promise<IsoDate> {
  const month = monthStart(ctx.today);
  const [business] = await ctx.tx
    .select({ opensLate: businesses.opensLate })
    .from(businesses)
    .where(ctx.own(businesses, businessId));
  const rows = await ctx.tx.execute<{ measure: string; until: string | null }>(sql`
    SELECT measure, met_until AS until FROM standing_periods
    WHERE borough_code = ${ctx.boroughCode} AND business_id = ${businessId}
      AND met_from <= ${month} AND (met_until IS NULL OR met_until > ${month})`);
  const met = new Set(rows.map((row) => row.measure));
  if (!BUSINESS_AIMS.every((aim) => met.has(aim))) {
    const missing = MEASURES.filter(
      ({ id, countedFor }) =>
        !met.has(id) && (countedFor === "business" || business?.opensLate === true),
    ).map(({ label }) => label.toLowerCase());
    throw new RuleBroken("form", `Not everything is met yet. Missing: ${missing.join(", ")}`);
  }
  const ends = rows
    .filter(({ measure }) => (BUSINESS_AIMS as readonly string[]).includes(measure))
    .flatMap(({ until }) => (until ? [addDays(until, -1)] : []));
  return [...ends, monthEnd(ctx.today, MONTHS_VALID)].sort()[0] ?? monthEnd(ctx.today);
}
