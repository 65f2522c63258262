import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { isBoroughCode, isUuid } from "@/lib/auth/ids";
import { type DigestState, weeklyDigests } from "@/lib/db/schema/reminders";
import { writeScope } from "@/lib/db/scope";

/** The ids of a job of a weekly e-mail; null when it is another job. */
export function digestOf(
  job: Record<string, unknown>,
): { boroughCode: string; digestId: string } | null {
  const { boroughCode, digestId } = job;
  if (typeof boroughCode !== "string" || !isBoroughCode(boroughCode)) return null;
  return typeof digestId === "string" && isUuid(digestId) ? { boroughCode, digestId } : null;
}

/** Writes down what became of a weekly e-mail that is still waiting. */
export async function settleDigest(
  boroughCode: string,
  digestId: string,
  state: Exclude<DigestState, "waiting">,
): Promise<void> {
  await writeScope({ role: "portal_worker", boroughs: [boroughCode] }, (tx) =>
    tx
      .update(weeklyDigests)
      .set({ state, settledAt: sql`now()` })
      .where(
        and(
          eq(weeklyDigests.boroughCode, boroughCode),
          eq(weeklyDigests.id, digestId),
          eq(weeklyDigests.state, "waiting"),
        ),
      ),
  );
}
