import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { visitActions } from "@/lib/db/schema/visits";
import { NotFound } from "@/lib/errors";
import { finishActionInput } from "./schema";

/** Marks an open action done, today; the owner narrows whose actions this order reaches. */
async function finish(ctx: WriteContext, actionId: string, owner?: "business") {
  const [done] = await ctx.tx
    .update(visitActions)
    .set({ doneOn: ctx.today })
    .where(
      and(
        ctx.own(visitActions, actionId),
        isNull(visitActions.doneOn),
        owner ? eq(visitActions.owner, owner) : undefined,
      ),
    )
    .returning({
      visitId: visitActions.visitId,
      businessId: visitActions.businessId,
      code: visitActions.code,
    });
  if (!done) throw new NotFound("No such open action.");
  return {
    value: { visitId: done.visitId, businessId: done.businessId },
    touched: [done.businessId],
    audit: {
      subject: ["visit_action", actionId] as const,
      businessId: done.businessId,
      fields: ["done_on"],
      details: { code: done.code },
    },
  };
}

/** An officer marks an action done, the borough's or the business's. */
export const finishAction = defineCommand({
  name: "visit.finish_action",
  input: finishActionInput,
  run: (ctx, { actionId }) => finish(ctx, actionId),
});

/** A manager marks an action of their own business done. */
export const finishOwnAction = defineCommand({
  name: "visit.finish_own_action",
  input: finishActionInput,
  run: (ctx, { actionId }) => finish(ctx, actionId, "business"),
});
