import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/lib/db/schema/auth";
import { writeScope } from "@/lib/db/scope";
import { endAllSessions, findSessionHolder, recordAuthEvent, type SessionToken } from "./session";

/** Ends every session of whoever holds this one, on every device; a dead session ends nothing. */
export async function signOutEverywhere(token: SessionToken): Promise<void> {
  if (!(await findSessionHolder(token))) return;
  await writeScope({ role: "portal_auth", boroughs: [] }, async (tx) => {
    if ("userId" in token) return endAllSessions(tx, token.userId);
    const { boroughCode, staffId } = token;
    await tx
      .update(sessions)
      .set({ endedAt: new Date() })
      .where(
        and(
          eq(sessions.boroughCode, boroughCode),
          eq(sessions.staffId, staffId),
          isNull(sessions.endedAt),
        ),
      );
    await recordAuthEvent(tx, "session.end_all", { boroughCode, staffId });
  });
}
