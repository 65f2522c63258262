import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { certificates } from "@/lib/db/schema/certificates";
import { courses } from "@/lib/db/schema/library";
import { staffMembers } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";

export interface PersonRow {
  id: string;
  name: string;
  isManager: boolean;
  employedByAgency: boolean;
  joinedOn: string;
  /** Null while they wait to be confirmed. */
  confirmedOn: string | null;
  /** They sign in with an e-mail address, not with a PIN. */
  hasMail: boolean;
}

/** One person who has not left. Throws NotFound. */
export async function getPerson(
  ctx: ReadContext,
  businessId: string,
  staffId: string,
): Promise<PersonRow> {
  const [row] = await ctx.tx
    .select({
      id: staffMembers.id,
      name: staffMembers.name,
      isManager: staffMembers.isManager,
      employedByAgency: staffMembers.employedByAgency,
      joinedOn: staffMembers.joinedOn,
      confirmedOn: staffMembers.confirmedOn,
      hasMail: sql<boolean>`${staffMembers.userId} is not null`,
    })
    .from(staffMembers)
    .where(
      and(
        ctx.inBorough(staffMembers),
        eq(staffMembers.businessId, businessId),
        eq(staffMembers.id, staffId),
        isNull(staffMembers.leftOn),
      ),
    );
  if (!row) throw new NotFound("No such person here.");
  return row;
}

export interface PersonsCertificate {
  id: string;
  course: string;
  issuedOn: string;
  expiresOn: string;
  /** Earned elsewhere, and shown here. */
  copied: boolean;
  /** The number on the paper of training elsewhere; null where a course was passed. */
  evidence: string | null;
}

/** The certificates of one person that nobody withdrew, the newest first: passes only, never tries. */
export async function listCertificatesOf(
  ctx: ReadContext,
  businessId: string,
  staffId: string,
): Promise<PersonsCertificate[]> {
  return ctx.tx
    .select({
      id: certificates.id,
      course: courses.title,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      copied: sql<boolean>`${certificates.copiedFrom} is not null`,
      evidence: certificates.evidence,
    })
    .from(certificates)
    .innerJoin(courses, eq(courses.slug, certificates.courseSlug))
    .where(
      and(
        ctx.inBorough(certificates),
        eq(certificates.businessId, businessId),
        eq(certificates.staffId, staffId),
        isNull(certificates.revokedOn),
      ),
    )
    .orderBy(desc(certificates.issuedOn), certificates.id)
    .limit(50);
}

export interface Namesake {
  id: string;
  joinedOn: string;
  confirmedOn: string | null;
  leftOn: string | null;
  passed: number;
}

/** Other entries of this name on the same list, of people who left too: what may be the same person. */
export async function listNamesakes(
  ctx: ReadContext,
  businessId: string,
  staffId: string,
): Promise<Namesake[]> {
  const rows = await ctx.tx.execute<Namesake & Record<string, unknown>>(sql`
    SELECT o.id, o.joined_on AS "joinedOn", o.confirmed_on AS "confirmedOn", o.left_on AS "leftOn", (
      SELECT count(*)::int FROM certificates c WHERE c.borough_code = o.borough_code
        AND c.business_id = o.business_id AND c.staff_id = o.id AND c.revoked_on IS NULL) AS passed
    FROM staff_members s
    JOIN staff_members o ON o.borough_code = s.borough_code AND o.business_id = s.business_id
      AND o.name_key = s.name_key AND o.id <> s.id
    WHERE s.borough_code = ${ctx.boroughs[0] ?? ""} AND s.business_id = ${businessId} AND s.id = ${staffId}
      AND NOT o.is_manager AND o.user_id IS NULL AND o.merged_into IS NULL
      AND (o.left_on IS NULL OR o.confirmed_on IS NOT NULL)
    ORDER BY o.joined_on, o.id LIMIT 20`);
  return [...rows];
}
