import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { hashSecret, readCertificateReference } from "@/lib/auth/secrets";
import { defineCommand, type WriteContext } from "@/lib/command";
import { certificates } from "@/lib/db/schema/certificates";
import { staffMembers } from "@/lib/db/schema/people";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { formatDate } from "@/lib/format";
import { certificateState } from "@/lib/training/model";
import { lockRoll, managed, staffOf } from "./commands";
import { copyCertificates, findLonger } from "./copied-certificates";
import { addCertificateInput } from "./schema";

/**
 * Keeps the facts of a certificate that one of the staff earned at another business or borough, and
 * showed by its code: it counts here too. Withdrawn there, it stops counting here by the next morning.
 */
export const addCertificate = defineCommand({
  name: "staff.add_certificate",
  input: addCertificateInput,
  async run(ctx, { staffId, code }) {
    const businessId = managed(ctx);
    await lockRoll(ctx, businessId);
    await checkPerson(ctx, businessId, staffId);
    const shown = await findShown(ctx, code);
    await checkHolders(ctx, { businessId, staffId }, shown);
    await copyCertificates(ctx, { businessId, staffId }, [
      {
        from: {
          id: shown.earned_id,
          boroughCode: shown.earned_borough,
          versionId: shown.version_id,
        },
        courseSlug: shown.course_slug,
        issuedOn: shown.issued_on,
        expiresOn: shown.expires_on,
      },
    ]);
    return {
      value: { staffId },
      touched: [businessId],
      wroteCertificatesOnly: true,
      audit: {
        subject: ["staff_member", staffId],
        businessId,
        fields: ["certificate"],
        details: { course: shown.course_slug, earnedIn: shown.earned_borough },
      },
    };
  },
});

async function checkPerson(ctx: WriteContext, businessId: string, staffId: string): Promise<void> {
  const [person] = await ctx.tx
    .select({ leftOn: staffMembers.leftOn })
    .from(staffMembers)
    .where(and(staffOf(ctx, businessId), eq(staffMembers.id, staffId)))
    .for("update");
  if (!person) throw new NotFound("No such person here.");
  if (person.leftOn !== null) throw new Conflict("It is recorded that they left.");
}

interface Shown extends Record<string, unknown> {
  earned_id: string;
  earned_borough: string;
  course_slug: string;
  version_id: string;
  issued_on: string;
  expires_on: string;
  revoked_on: string | null;
  newer_until: string | null;
}

/** The certificate with this code, while it counts. Throws RuleBroken that says what is wrong with it. */
async function findShown(ctx: WriteContext, code: string): Promise<Shown> {
  const reference = readCertificateReference(code);
  if (!reference) {
    throw new RuleBroken(
      "code",
      "Enter the whole code, from the E at its beginning to its last letter or number",
    );
  }
  const { boroughCode, secret } = reference;
  const [shown] = await ctx.tx.execute<Shown>(
    sql`SELECT * FROM lookup_shown_certificate(${boroughCode}, ${hashSecret(secret)})`,
  );
  if (!shown) {
    throw new RuleBroken(
      "code",
      "No certificate of a person has this code: compare it with the paper or the page it is on",
    );
  }
  const state = certificateState(ctx.today, {
    expiresOn: shown.expires_on,
    revokedOn: shown.revoked_on,
    newerUntil: shown.newer_until,
  });
  if (state === "valid") return shown;
  const faults = {
    revoked: "This certificate was withdrawn: they have to take the course again",
    lapsed: `This certificate lapsed on ${formatDate(shown.expires_on)}: they have to take the course again`,
    superseded: "A newer certificate has replaced this one: ask them for the newer code",
  };
  throw new RuleBroken("code", faults[state]);
}

/** One certificate stands for one person here, and adds nothing where they hold one that lasts as long. */
async function checkHolders(
  ctx: WriteContext,
  { businessId, staffId }: { businessId: string; staffId: string },
  shown: Shown,
): Promise<void> {
  const { earned_id: earned } = shown;
  const same = or(eq(certificates.copiedFrom, earned), eq(certificates.id, earned));
  const [holder] = await ctx.tx
    .select({ staffId: certificates.staffId })
    .from(certificates)
    .innerJoin(
      staffMembers,
      and(
        eq(staffMembers.boroughCode, certificates.boroughCode),
        eq(staffMembers.id, certificates.staffId),
        isNull(staffMembers.leftOn),
      ),
    )
    .where(and(ctx.inBorough(certificates), eq(certificates.businessId, businessId), same))
    .limit(1);
  if (holder) {
    const theirs = holder.staffId === staffId;
    throw new RuleBroken(
      "code",
      theirs
        ? "This certificate is on your list for them already"
        : "This certificate is on your list for somebody else",
    );
  }
  const person = { businessId, staffId };
  const longer = await findLonger(ctx, person, shown.course_slug, shown.expires_on);
  if (longer) {
    throw new RuleBroken(
      "code",
      `They hold a certificate of this course until ${formatDate(longer)}: this one adds nothing`,
    );
  }
}
