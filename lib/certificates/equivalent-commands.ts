import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actorId } from "@/lib/auth/viewer";
import { defineCommand, type WriteContext } from "@/lib/command";
import { monthEnd } from "@/lib/dates";
import { certificates, equivalents } from "@/lib/db/schema/certificates";
import { courses } from "@/lib/db/schema/library";
import { staffMembers } from "@/lib/db/schema/people";
import { NotFound, RuleBroken } from "@/lib/errors";
import { formatDate } from "@/lib/format";
import { lockRoll, managed, staffOf } from "@/lib/people/commands";
import { findLonger } from "@/lib/people/copied-certificates";
import {
  acceptEquivalentInput,
  endEquivalentInput,
  recordEquivalentInput,
} from "./equivalent-schema";

/** The borough lets training from elsewhere stand for a course from today on. */
export const acceptEquivalent = defineCommand({
  name: "equivalent.accept",
  input: acceptEquivalentInput,
  async run(ctx, input) {
    const [course] = await ctx.tx
      .select({ slug: courses.slug })
      .from(courses)
      .where(eq(courses.slug, input.courseSlug));
    if (!course) throw new RuleBroken("courseSlug", "Choose a course from the list");
    const id = randomUUID();
    const [row] = await ctx.tx
      .insert(equivalents)
      .values({ ...input, boroughCode: ctx.boroughCode, id, acceptedBy: actorId(ctx.viewer) })
      .onConflictDoNothing()
      .returning({ id: equivalents.id });
    if (!row) {
      throw new RuleBroken(
        "provider",
        "You accept this for the course already: end that first to change its months",
      );
    }
    return {
      value: { equivalentId: id },
      touched: [],
      audit: {
        subject: ["equivalent", id],
        fields: ["course_slug", "provider", "months"],
        details: { course: input.courseSlug, provider: input.provider, months: input.months },
      },
    };
  },
});

/** Nothing further is accepted under it; what was accepted counts until its own day. */
export const endEquivalent = defineCommand({
  name: "equivalent.end",
  input: endEquivalentInput,
  async run(ctx, { equivalentId }) {
    const [ended] = await ctx.tx
      .update(equivalents)
      .set({ endedOn: ctx.today })
      .where(and(ctx.own(equivalents, equivalentId), isNull(equivalents.endedOn)))
      .returning({ id: equivalents.id });
    if (!ended) throw new NotFound("Nothing of this kind is accepted.");
    return {
      value: { equivalentId },
      touched: [],
      audit: { subject: ["equivalent", equivalentId], fields: ["ended_on"] },
    };
  },
});

async function holdPolicy(ctx: WriteContext, id: string) {
  const [row] = await ctx.tx
    .select({ courseSlug: equivalents.courseSlug, months: equivalents.months })
    .from(equivalents)
    .where(and(ctx.own(equivalents, id), isNull(equivalents.endedOn)));
  if (!row) throw new RuleBroken("equivalentId", "Your borough does not accept this any more");
  return row;
}

/** Throws NotFound for somebody who does not work there. */
async function checkPerson(ctx: WriteContext, businessId: string, staffId: string): Promise<void> {
  const [person] = await ctx.tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(
      and(
        staffOf(ctx, businessId),
        eq(staffMembers.id, staffId),
        isNotNull(staffMembers.confirmedOn),
        isNull(staffMembers.leftOn),
      ),
    )
    .for("update");
  if (!person) throw new NotFound("No such person here.");
}

/** One paper stands for one person of a staff list; elsewhere its holder may work too. */
async function refuseTwice(
  ctx: WriteContext,
  { businessId, staffId }: { businessId: string; staffId: string },
  { equivalentId, evidence }: { equivalentId: string; evidence: string },
): Promise<void> {
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
    .where(
      and(
        ctx.inBorough(certificates),
        eq(certificates.businessId, businessId),
        eq(certificates.equivalentId, equivalentId),
        eq(certificates.evidence, evidence),
        isNull(certificates.revokedOn),
      ),
    )
    .limit(1);
  if (!holder) return;
  throw new RuleBroken(
    "evidence",
    holder.staffId === staffId
      ? "This number is on your list for them already"
      : "This number is on your list for somebody else: check the number on the certificate",
  );
}

/**
 * Records training elsewhere that the borough accepts: it counts from today like a certificate, until
 * the end of the month in which the borough's months since it was taken are over.
 */
export const recordEquivalent = defineCommand({
  name: "equivalent.record",
  input: recordEquivalentInput,
  async run(ctx, { staffId, equivalentId, takenOn, evidence }) {
    const businessId = managed(ctx);
    const { boroughCode, today } = ctx;
    const { courseSlug, months } = await holdPolicy(ctx, equivalentId);
    if (takenOn > today) throw new RuleBroken("takenOn", "Enter a day that is not in the future");
    const expiresOn = monthEnd(takenOn, months);
    if (expiresOn < today) {
      throw new RuleBroken(
        "takenOn",
        `This counted until ${formatDate(expiresOn)}: ask them to take it again, or the course here`,
      );
    }
    const person = { businessId, staffId };
    await lockRoll(ctx, businessId);
    await checkPerson(ctx, businessId, staffId);
    await refuseTwice(ctx, person, { equivalentId, evidence });
    const longer = await findLonger(ctx, person, courseSlug, expiresOn);
    if (longer) {
      throw new RuleBroken(
        "equivalentId",
        `They hold a certificate of this course until ${formatDate(longer)} already`,
      );
    }
    const id = randomUUID();
    await ctx.tx.insert(certificates).values({
      ...{ boroughCode, id, ...person, courseSlug },
      ...{ equivalentId, takenOn, evidence, issuedOn: today, expiresOn },
    });
    return {
      value: { certificateId: id },
      touched: [businessId],
      audit: {
        subject: ["staff_member", staffId],
        businessId,
        fields: ["certificate"],
        details: { course: courseSlug, takenOn, expiresOn },
      },
    };
  },
});
