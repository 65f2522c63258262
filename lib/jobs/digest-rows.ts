import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { isBoroughCode, isUuid } from "@/lib/auth/ids";
import { type DigestState, weeklyDigests } from "@/lib/db/schema/reminders";
import { writeScope } from "@/lib/db/scope";
import { enqueue } from "./queue";

/** The ids of a job of a weekly e-mail; null when it is another job. */
export function digestOf(
  job: Record<string, unknown>,
): { boroughCode: string; digestId: string } | null {
  const { boroughCode, digestId } = job;
  if (typeof boroughCode !== "string" || !isBoroughCode(boroughCode)) return null;
  return typeof digestId === "string" && isUuid(digestId) ? { boroughCode, digestId } : null;
}

/** The ids of a job of its text message; null when it is another job. */
export function digestTextOf(job: Record<string, unknown>): ReturnType<typeof digestOf> {
  return digestOf({ boroughCode: job.boroughCode, digestId: job.textDigestId });
}

type Settled = Exclude<DigestState, "waiting">;

/** Writes down what became of a weekly e-mail that is still waiting; `withText` lets a text message follow it. */
export async function settleDigest(
  boroughCode: string,
  digestId: string,
  state: Settled,
  withText?: { from: Date },
): Promise<void> {
  await writeScope({ role: "portal_worker", boroughs: [boroughCode] }, async (tx) => {
    const settled = await tx
      .update(weeklyDigests)
      .set({ state, settledAt: sql`now()`, ...(withText ? { textState: "waiting" as const } : {}) })
      .where(and(one(boroughCode, digestId), eq(weeklyDigests.state, "waiting")))
      .returning({ id: weeklyDigests.id });
    if (!withText || settled.length === 0) return;
    await enqueue(tx, "digest.text", { boroughCode, textDigestId: digestId }, withText.from);
  });
}

/** Writes down what became of a text message that is still waiting. */
export async function settleDigestText(
  boroughCode: string,
  digestId: string,
  textState: Settled,
): Promise<void> {
  await writeScope({ role: "portal_worker", boroughs: [boroughCode] }, (tx) =>
    tx
      .update(weeklyDigests)
      .set({ textState })
      .where(and(one(boroughCode, digestId), eq(weeklyDigests.textState, "waiting"))),
  );
}

const one = (boroughCode: string, digestId: string) =>
  and(eq(weeklyDigests.boroughCode, boroughCode), eq(weeklyDigests.id, digestId));
