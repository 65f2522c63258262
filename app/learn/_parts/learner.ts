import "server-only";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod/mini";
import { type LearnerViewer, requireLearner } from "@/lib/auth/current";
import { asViewer, type Command, runCommand } from "@/lib/command";
import { NotFound } from "@/lib/errors";
import { attempt } from "@/lib/forms/submit";
import type { LearnerContext } from "@/lib/training/queries";

/** Reads a learning page in one transaction; what is not the learner's own is "not found". */
export async function readAsLearner<T>(
  businessId: string,
  read: (ctx: LearnerContext) => Promise<T>,
): Promise<{ viewer: LearnerViewer; view: T }> {
  const viewer = await requireLearner(businessId);
  try {
    return { viewer, view: await asViewer(viewer, read) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** Gives an order as the learner; a refusal goes back to `back` with the name of the problem. */
export async function orderAsLearner<Input extends z.ZodMiniType, T>(
  command: Command<Input, T>,
  businessId: string,
  raw: unknown,
  options: { back: string; key?: FormDataEntryValue | null },
): Promise<T> {
  const viewer = await requireLearner(businessId);
  const { back, key } = options;
  const answer = await attempt(() =>
    runCommand(command, viewer, raw, {
      boroughCode: viewer.boroughCode,
      ...(typeof key === "string" && key ? { idempotencyKey: key } : {}),
    }),
  );
  if ("errors" in answer) {
    const problem = Object.keys(answer.errors)[0] ?? "form";
    redirect(`${back}${back.includes("?") ? "&" : "?"}error=${encodeURIComponent(problem)}`);
  }
  revalidatePath("/", "layout");
  return answer.value;
}
