import "server-only";
import { sql } from "drizzle-orm";
import { isUuid } from "@/lib/auth/ids";
import { hashSecret } from "@/lib/auth/secrets";
import type { ReadContext } from "@/lib/command";
import { type IsoDate, monthStart } from "@/lib/dates";
import { NotFound } from "@/lib/errors";

/** A certificate as an officer of its borough sees it: a person's name only when the holder agreed. */
export interface OfficersCertificate {
  kind: "person" | "business";
  id: string;
  /** The course and its version; null for that of a business. */
  course: string | null;
  businessId: string;
  business: string;
  holder: string | null;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  revokedOn: IsoDate | null;
  revokedReason: string | null;
  newerUntil: IsoDate | null;
}

/** The id of the certificate with this code in the officer's borough; null for a code it did not issue. */
export async function findCertificateByCode(
  ctx: ReadContext,
  secret: string,
): Promise<string | null> {
  const borough = ctx.boroughs[0] ?? "";
  const hash = hashSecret(secret);
  const [row] = await ctx.tx.execute<{ id: string }>(sql`
    SELECT id FROM certificates WHERE borough_code = ${borough} AND code_hash = ${hash}
    UNION ALL
    SELECT id FROM business_certificates WHERE borough_code = ${borough} AND code_hash = ${hash}`);
  return row?.id ?? null;
}

/** A certificate of a person or of a business in the officer's borough. Throws NotFound. */
export async function getOfficersCertificate(
  ctx: ReadContext,
  id: string,
): Promise<OfficersCertificate> {
  if (!isUuid(id)) throw new NotFound();
  const borough = ctx.boroughs[0] ?? "";
  const [person] = await ctx.tx.execute<OfficersCertificate & Record<string, unknown>>(sql`
    SELECT 'person' AS kind, k.id, c.title || coalesce(', version ' || v.number, ', accepted from elsewhere: ' || k.evidence) AS course,
      k.business_id AS "businessId", b.name AS business,
      CASE WHEN k.shows_name THEN left(s.name, 1) || '. ' || regexp_replace(s.name, '^.*\\s', '') END AS holder,
      k.issued_on AS "issuedOn", k.expires_on AS "expiresOn", k.revoked_on AS "revokedOn",
      k.revoked_reason AS "revokedReason",
      (SELECT max(n.expires_on) FROM certificates n
        WHERE n.borough_code = k.borough_code AND n.staff_id = k.staff_id AND n.course_slug = k.course_slug
          AND n.issued_on > k.issued_on AND n.revoked_on IS NULL) AS "newerUntil"
    FROM certificates k
    JOIN courses c ON c.slug = k.course_slug
    LEFT JOIN course_versions v ON v.id = k.version_id
    JOIN businesses b ON b.borough_code = k.borough_code AND b.id = k.business_id
    JOIN staff_members s ON s.borough_code = k.borough_code AND s.id = k.staff_id
    WHERE k.borough_code = ${borough} AND k.id = ${id}`);
  if (person) return person;
  const [row] = await ctx.tx.execute<OfficersCertificate & Record<string, unknown>>(sql`
    SELECT 'business' AS kind, k.id, NULL AS course, k.business_id AS "businessId", b.name AS business,
      NULL AS holder, k.issued_on AS "issuedOn", k.expires_on AS "expiresOn", k.revoked_on AS "revokedOn",
      k.revoked_reason AS "revokedReason",
      (SELECT max(n.expires_on) FROM business_certificates n
        WHERE n.borough_code = k.borough_code AND n.business_id = k.business_id
          AND n.created_at > k.created_at AND n.revoked_on IS NULL) AS "newerUntil"
    FROM business_certificates k
    JOIN businesses b ON b.borough_code = k.borough_code AND b.id = k.business_id
    WHERE k.borough_code = ${borough} AND k.id = ${id}`);
  if (!row) throw new NotFound("No such certificate.");
  return row;
}

export interface OwnBusinessCertificate {
  id: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  revokedOn: IsoDate | null;
  newerUntil: IsoDate | null;
  /** Every aim it certifies is met this month. */
  meetsNow: boolean;
}

/** The certificates of a business, the newest first (at most 24). */
export async function listBusinessCertificates(
  ctx: ReadContext,
  businessId: string,
): Promise<OwnBusinessCertificate[]> {
  const borough = ctx.boroughs[0] ?? "";
  const month = monthStart(ctx.today);
  const rows = await ctx.tx.execute<OwnBusinessCertificate & Record<string, unknown>>(sql`
    SELECT k.id, k.issued_on AS "issuedOn", k.expires_on AS "expiresOn", k.revoked_on AS "revokedOn",
      (SELECT max(n.expires_on) FROM business_certificates n
        WHERE n.borough_code = k.borough_code AND n.business_id = k.business_id
          AND n.created_at > k.created_at AND n.revoked_on IS NULL) AS "newerUntil",
      (SELECT count(DISTINCT p.measure) = 3 FROM standing_periods p
        WHERE p.borough_code = k.borough_code AND p.business_id = k.business_id
          AND p.measure IN ('prevent', 'protect', 'pursue')
          AND p.met_from <= ${month} AND (p.met_until IS NULL OR p.met_until > ${month})) AS "meetsNow"
    FROM business_certificates k
    WHERE k.borough_code = ${borough} AND k.business_id = ${businessId}
    ORDER BY k.created_at DESC LIMIT 24`);
  return [...rows];
}
