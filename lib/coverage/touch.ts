import "server-only";
import type { WriteContext } from "@/lib/command";
import { refreshFollowUps } from "./follow-ups";
import { recomputeStanding } from "./refresh";

/**
 * Brings everything that is worked out of these businesses' facts up to date, in the caller's
 * transaction and role: their standing and its counts, then what is to be seen to there, which a
 * certificate bears on through the standing alone. Answers which of them are council teams.
 */
export async function refreshTouched(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
  businessIds: readonly string[],
  written: "any" | "certificates" = "any",
): Promise<string[]> {
  const { teams, changed } = await recomputeStanding(ctx, businessIds);
  if (changed || written === "any") await refreshFollowUps(ctx, businessIds);
  return teams;
}
