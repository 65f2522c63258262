import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { businesses, type Stage, stageChanges } from "@/lib/db/schema/businesses";
import { invitations } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";

export interface HeldBusiness {
  id: string;
  stage: Stage;
  name: string;
  sector: string;
}

/** The business of an order, its row locked until the order is done. Throws NotFound. */
export async function holdBusiness(ctx: WriteContext, id: string): Promise<HeldBusiness> {
  const [row] = await ctx.tx
    .select({
      id: businesses.id,
      stage: businesses.stage,
      name: businesses.name,
      sector: businesses.sector,
    })
    .from(businesses)
    .where(ctx.own(businesses, id))
    .for("update");
  if (!row) throw new NotFound("No such business.");
  return row;
}

interface Exclusion {
  reason: string;
  reviewOn: string;
}

/** Writes a stage as a fact of today and as the business's own; an exclusion carries its reason. */
export async function changeStage(
  ctx: WriteContext,
  businessId: string,
  stage: Stage,
  exclusion: Exclusion | null = null,
): Promise<void> {
  const { tx, boroughCode, today } = ctx;
  await tx
    .insert(stageChanges)
    .values({ boroughCode, businessId, id: randomUUID(), stage, fromOn: today });
  await tx
    .update(businesses)
    .set({
      stage,
      stageOn: today,
      exclusionReason: exclusion?.reason ?? null,
      exclusionReviewOn: exclusion?.reviewOn ?? null,
      updatedAt: new Date(),
    })
    .where(ctx.own(businesses, businessId));
}

/** The stage a business was in when it was last in scope; `in_scope` when it never was. */
export async function lastOpenStage(ctx: WriteContext, businessId: string): Promise<Stage> {
  const [row] = await ctx.tx
    .select({ stage: stageChanges.stage })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.boroughCode, ctx.boroughCode),
        eq(stageChanges.businessId, businessId),
        inArray(stageChanges.stage, ["in_scope", "invited", "enrolled"]),
      ),
    )
    .orderBy(desc(stageChanges.fromOn), desc(stageChanges.recordedAt))
    .limit(1);
  return row?.stage ?? "in_scope";
}

/** Takes back the open invitations of these businesses: their links stop working. */
export async function withdrawOpenInvitations(
  ctx: WriteContext,
  businessIds: readonly string[],
): Promise<void> {
  await ctx.tx
    .update(invitations)
    .set({ withdrawnAt: new Date() })
    .where(
      and(
        eq(invitations.boroughCode, ctx.boroughCode),
        inArray(invitations.businessId, [...businessIds]),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    );
}
