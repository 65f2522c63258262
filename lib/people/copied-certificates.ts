import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import type { WriteContext } from "@/lib/command";
import type { IsoDate } from "@/lib/dates";
import { certificates } from "@/lib/db/schema/certificates";

/** Passed in the portal: the certificate that was earned, its borough and the version of the course. */
export interface Earned {
  id: string;
  boroughCode: string;
  versionId: string;
}

/** Training elsewhere that the borough accepts: its policy, the day it was taken, the number on its paper. */
export interface Accepted {
  equivalentId: string;
  takenOn: IsoDate;
  evidence: string;
}

/** The facts of a certificate, and what they rest on. */
export interface CertificateFacts {
  from: Earned | Accepted;
  courseSlug: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  /** Only where a past month is to stay as it was: what is withdrawn counts until that day. */
  revokedOn?: IsoDate | null;
}

/** Two facts of the same key rest on the same training. */
export const keyOf = ({ from }: CertificateFacts): string =>
  "evidence" in from ? `${from.equivalentId} ${from.evidence}` : from.id;

/**
 * Gives one person copies of certificates, from and until the same days: of one that was earned with a
 * code of its own, of training elsewhere with the number on its paper.
 */
export async function copyCertificates(
  { tx, boroughCode }: WriteContext,
  person: { businessId: string; staffId: string },
  held: readonly CertificateFacts[],
): Promise<void> {
  if (held.length === 0) return;
  await tx.insert(certificates).values(
    held.map(({ from, ...facts }) => {
      const id = randomUUID();
      const row = { boroughCode, id, ...person, ...facts };
      if ("evidence" in from) return { ...row, ...from };
      return {
        ...row,
        versionId: from.versionId,
        copiedFrom: from.id,
        copiedFromBorough: from.boroughCode,
        codeHash: hashSecret(linkSecret("certificate", boroughCode, id)),
      };
    }),
  );
}

/** Until when a person holds a certificate of a course, where that is as long as `day` or longer; else null. */
export async function findLonger(
  ctx: WriteContext,
  person: { businessId: string; staffId: string },
  courseSlug: string,
  day: IsoDate,
): Promise<IsoDate | null> {
  const held = await listHeldOn(ctx, person, day);
  return held.find((each) => each.courseSlug === courseSlug)?.expiresOn ?? null;
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

/** All certificates one person ever had here, lapsed and withdrawn ones too, the oldest first. */
export async function listEverHeld(
  ctx: WriteContext,
  person: { businessId: string; staffId: string },
): Promise<CertificateFacts[]> {
  const rows = await ctx.tx
    .select({
      id: certificates.id,
      copiedFrom: certificates.copiedFrom,
      copiedFromBorough: certificates.copiedFromBorough,
      versionId: certificates.versionId,
      equivalentId: certificates.equivalentId,
      takenOn: certificates.takenOn,
      evidence: certificates.evidence,
      courseSlug: certificates.courseSlug,
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
  return rows.map(({ courseSlug, issuedOn, expiresOn, revokedOn, ...row }) => ({
    ...{ courseSlug, issuedOn, expiresOn, revokedOn },
    from: whence(row, ctx.boroughCode),
  }));
}

type Origin = Pick<
  typeof certificates.$inferSelect,
  "id" | "copiedFrom" | "copiedFromBorough" | "versionId" | "equivalentId" | "takenOn" | "evidence"
>;

/** The check certificates_origin leaves no third kind. */
function whence(row: Origin, boroughCode: string): Earned | Accepted {
  const { equivalentId, takenOn, evidence, versionId } = row;
  if (equivalentId && takenOn && evidence) return { equivalentId, takenOn, evidence };
  if (!versionId) throw new Error("A certificate without its origin.");
  return {
    id: row.copiedFrom ?? row.id,
    boroughCode: row.copiedFromBorough ?? boroughCode,
    versionId,
  };
}
