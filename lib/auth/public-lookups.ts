import "server-only";
import { sql } from "drizzle-orm";
import { type IsoDate, type IsoMonth, monthStart } from "@/lib/dates";
import { readScope } from "@/lib/db/scope";
import { isBoroughCode } from "./ids";
import { hashSecret, readTypedSecret } from "./secrets";

export interface PublicCertificate {
  course: string;
  version: number;
  borough: string;
  issuedOn: string;
  expiresOn: string;
  revokedOn: string | null;
  /** Initial and family name, when the holder agreed to show them. */
  holder: string | null;
  /** The day a newer certificate of the same person and course lapses. */
  newerUntil: string | null;
}

interface Row extends Record<string, unknown> {
  course_title: string;
  version_number: number;
  borough_name: string;
  issued_on: string;
  expires_on: string;
  revoked_on: string | null;
  holder_name: string | null;
  newer_until: string | null;
}

/** What the public may know of the certificate with this code; null for a code nobody issued. */
export async function findPublicCertificate(
  boroughCode: string,
  code: string,
): Promise<PublicCertificate | null> {
  const secret = readTypedSecret(code);
  if (!isBoroughCode(boroughCode) || !/^[0-9a-z]{26}$/.test(secret)) return null;
  const [row] = await readScope({ role: "portal_public", boroughs: [] }, (tx) =>
    tx.execute<Row>(sql`SELECT * FROM lookup_certificate(${boroughCode}, ${hashSecret(secret)})`),
  );
  if (!row) return null;
  return {
    course: row.course_title,
    version: row.version_number,
    borough: row.borough_name,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    revokedOn: row.revoked_on,
    holder: row.holder_name,
    newerUntil: row.newer_until,
  };
}

export interface PublicStanding {
  business: string;
  borough: string;
  enrolled: boolean;
  sharedOn: string;
  /** The month since which each aim is met; null while it is not. */
  metFrom: Record<"prevent" | "protect" | "pursue", IsoMonth | null>;
}

interface StandingRow extends Record<string, unknown> {
  business_name: string;
  borough_name: string;
  stage: string;
  shared_on: string;
  prevent_from: string | null;
  protect_from: string | null;
  pursue_from: string | null;
}

/** What a business shows of how it stands at the link with this secret; null for a link nobody shares. */
export async function findPublicStanding(
  boroughCode: string,
  code: string,
  today: IsoDate,
): Promise<PublicStanding | null> {
  const secret = readTypedSecret(code);
  if (!isBoroughCode(boroughCode) || !/^[0-9a-z]{26}$/.test(secret)) return null;
  const [row] = await readScope({ role: "portal_public", boroughs: [] }, (tx) =>
    tx.execute<StandingRow>(
      sql`SELECT * FROM lookup_standing(${boroughCode}, ${hashSecret(secret)}, ${monthStart(today)}::date)`,
    ),
  );
  if (!row) return null;
  return {
    business: row.business_name,
    borough: row.borough_name,
    enrolled: row.stage === "enrolled",
    sharedOn: row.shared_on,
    metFrom: { prevent: row.prevent_from, protect: row.protect_from, pursue: row.pursue_from },
  };
}

export interface PublicBusinessCertificate {
  business: string;
  borough: string;
  issuedOn: string;
  expiresOn: string;
  revokedOn: string | null;
  /** The day a newer certificate of the same business lapses. */
  newerUntil: string | null;
  /** The business meets everything it certifies this month. */
  meetsNow: boolean;
}

interface BusinessRow extends Record<string, unknown> {
  business_name: string;
  borough_name: string;
  issued_on: string;
  expires_on: string;
  revoked_on: string | null;
  newer_until: string | null;
  meets_now: boolean;
}

/** What the public may know of the business certificate with this code; null for a code nobody issued. */
export async function findPublicBusinessCertificate(
  boroughCode: string,
  code: string,
  today: IsoDate,
): Promise<PublicBusinessCertificate | null> {
  const secret = readTypedSecret(code);
  if (!isBoroughCode(boroughCode) || !/^[0-9a-z]{26}$/.test(secret)) return null;
  const [row] = await readScope({ role: "portal_public", boroughs: [] }, (tx) =>
    tx.execute<BusinessRow>(
      sql`SELECT * FROM lookup_business_certificate(${boroughCode}, ${hashSecret(secret)}, ${monthStart(today)}::date)`,
    ),
  );
  if (!row) return null;
  return {
    business: row.business_name,
    borough: row.borough_name,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    revokedOn: row.revoked_on,
    newerUntil: row.newer_until,
    meetsNow: row.meets_now,
  };
}
