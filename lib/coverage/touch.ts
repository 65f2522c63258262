import "server-only";
import type { WriteContext } from "@/lib/command";
import { refreshFollowUps } from "./follow-ups";
import { refreshCoverage } from "./refresh";

/**
 * Brings everything that is worked out of these businesses' facts up to date, in the caller's
 * transaction and role: their standing and its counts, then what is to be seen to there. Answers
 * which of them are council teams.
 */
export async function refreshTouched(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
  businessIds: readonly string[],
): Promise<string[]> {
  const teams = await refreshCoverage(ctx, businessIds);
  await refreshFollowUps(ctx, businessIds);
  return teams;
}
