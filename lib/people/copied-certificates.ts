import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import type { WriteContext } from "@/lib/command";
import type { IsoDate } from "@/lib/dates";
import { certificates } from "@/lib/db/schema/training";

/** The facts of a certificate, and which one was earned. */
export interface CertificateFacts {
  /** The certificate that was earned, and the borough it is kept in. */
  earned: { id: string; boroughCode: string };
  courseSlug: string;
  versionId: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  /** Only where a past month is to stay as it was: what is withdrawn counts until that day. */
  revokedOn?: IsoDate | null;
}

/** Gives one person copies of certificates: each with a code of its own, from and until the same days. */
export async function copyCertificates(
  { tx, boroughCode }: WriteContext,
  person: { businessId: string; staffId: string },
  held: readonly CertificateFacts[],
): Promise<void> {
  if (held.length === 0) return;
  await tx.insert(certificates).values(
    held.map(({ earned, ...facts }) => {
      const id = randomUUID();
      return {
        boroughCode,
        id,
        ...person,
        ...facts,
        copiedFrom: earned.id,
        copiedFromBorough: earned.boroughCode,
        codeHash: hashSecret(linkSecret("certificate", boroughCode, id)),
      };
    }),
  );
}

/** The certificates of one person that nobody withdrew and that last to `day` or longer. */
export async function listHeldOn(
  ctx: WriteContext,
  person: { businessId: string; staffId: string },
  day: IsoDate,
): Promise<CertificateFacts[]> {
  const all = await listEverHeld(ctx, person);
  return all.filter(({ revokedOn, expiresOn }) => revokedOn === null && expiresOn >= day);
}

/**
 * All certificates of courses one person ever had here, lapsed and withdrawn ones too, the oldest first.
 * Training elsewhere is recorded anew, from its paper.
 */
export async function listEverHeld(
  ctx: WriteContext,
  person: { businessId: string; staffId: string },
): Promise<CertificateFacts[]> {
  const rows = await ctx.tx
    .select({
      id: certificates.id,
      copiedFrom: certificates.copiedFrom,
      copiedFromBorough: certificates.copiedFromBorough,
      courseSlug: certificates.courseSlug,
      versionId: certificates.versionId,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      revokedOn: certificates.revokedOn,
    })
    .from(certificates)
    .where(
      and(
        ctx.inBorough(certificates),
        eq(certificates.businessId, person.businessId),
        eq(certificates.staffId, person.staffId),
      ),
    )
    .orderBy(certificates.issuedOn, certificates.id);
  return rows.flatMap(({ id, copiedFrom, copiedFromBorough, versionId, ...facts }) =>
    versionId === null
      ? []
      : [
          {
            ...facts,
            versionId,
            earned: { id: copiedFrom ?? id, boroughCode: copiedFromBorough ?? ctx.boroughCode },
          },
        ],
  );
}
