import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod/mini";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import type { Viewer } from "@/lib/auth/viewer";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses, stageChanges } from "@/lib/db/schema/businesses";
import { staffMembers } from "@/lib/db/schema/people";
import { NotFound, RuleBroken } from "@/lib/errors";
import { cleanName, nameKey } from "./join-name";

type ManagerViewer = Extract<Viewer, { role: "business_manager" }>;

/**
 * The second half of accepting an invitation, as the new member themselves; sign-in has marked it
 * accepted and given the membership in the same transaction.
 */
export const acceptInvitation = defineCommand({
  name: "invitation.accept",
  input: z.object({ invitationId: z.uuid(), name: z.string() }),
  async run(ctx, { invitationId, name }) {
    const { viewer } = ctx;
    const manages = viewer.role === "business_manager";
    if (manages) {
      await enrol(ctx, viewer);
      await listManager(ctx, viewer, name);
    }
    return {
      value: invitationId,
      touched: manages ? [viewer.businessId] : [],
      audit: {
        subject: ["invitation", invitationId],
        fields: manages ? ["accepted_at", "stage", "manager"] : ["accepted_at", "membership"],
        details: { role: viewer.role },
        personal: [{ field: "name", before: null, after: name }],
      },
    };
  },
});

/** The business is enrolled from today, and has a join code for its staff. */
async function enrol(ctx: WriteContext, viewer: ManagerViewer): Promise<void> {
  const { tx, boroughCode, today } = ctx;
  const { businessId } = viewer;
  const [business] = await tx
    .select({
      stage: businesses.stage,
      joinGeneration: businesses.joinGeneration,
      joinCodeHash: businesses.joinCodeHash,
    })
    .from(businesses)
    .where(ctx.own(businesses, businessId))
    .for("update");
  if (!business) throw new NotFound("No such business.");
  const { stage, joinGeneration } = business;
  if (stage === "closed" || stage === "excluded") {
    throw new RuleBroken(
      "form",
      "This business is not taking part at the moment. Ask the borough's licensing team",
    );
  }
  if (stage !== "enrolled") {
    await tx
      .insert(stageChanges)
      .values({ boroughCode, businessId, id: randomUUID(), stage: "enrolled", fromOn: today });
    await tx
      .update(businesses)
      .set({ stage: "enrolled", stageOn: today, updatedAt: new Date() })
      .where(ctx.own(businesses, businessId));
  }
  if (!business.joinCodeHash) {
    const code = linkSecret("join", boroughCode, businessId, joinGeneration);
    await tx
      .update(businesses)
      .set({ joinCodeHash: hashSecret(code) })
      .where(ctx.own(businesses, businessId));
  }
}

/** The manager's own row among the staff, confirmed from today: managers take the training too. */
async function listManager(ctx: WriteContext, viewer: ManagerViewer, name: string): Promise<void> {
  const { tx, boroughCode, today } = ctx;
  const { businessId, userId, staffId } = viewer;
  if (!staffId) throw new NotFound("A manager needs a row among the staff.");
  const [listed] = await tx
    .update(staffMembers)
    .set({ isManager: true })
    .where(
      and(
        ctx.own(staffMembers, staffId),
        eq(staffMembers.businessId, businessId),
        isNull(staffMembers.leftOn),
      ),
    )
    .returning({ id: staffMembers.id });
  if (listed) return;
  await tx.insert(staffMembers).values({
    boroughCode,
    id: staffId,
    businessId,
    name: cleanName(name),
    nameKey: nameKey(name),
    userId,
    isManager: true,
    joinedOn: today,
    confirmedOn: today,
  });
}
