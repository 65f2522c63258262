import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { certificates, courses } from "@/lib/db/schema/training";
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
