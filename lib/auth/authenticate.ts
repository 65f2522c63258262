import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/lib/db/schema/auth";
import { readScope, writeScope } from "@/lib/db/scope";
import { isDemonstration } from "@/lib/env";
import { verifyPassword } from "./passwords";
import { recordAuthEvent, type SessionToken, startSession } from "./session";
import { forgetTries, type Limit, takeTry } from "./throttle";

export type SignInOutcome =
  | { outcome: "signed_in"; token: SessionToken }
  | { outcome: "refused" }
  | { outcome: "throttled" };

/** Tries in five minutes: of one account, and from one source. */
const PER_ACCOUNT = 10;
const PER_SOURCE = 100;

/**
 * The one way in with e-mail and password, shared by the sign-in form and next-auth. Slow on purpose
 * (Argon2id) and throttled first; a wrong password and an unknown address look and last the same.
 */
export async function authenticate(
  email: string,
  password: string,
  source: string,
): Promise<SignInOutcome> {
  const account: Limit = { kind: "account", value: email.trim().toLowerCase(), most: PER_ACCOUNT };
  if (!(await takeTry([account, { kind: "source", value: source, most: PER_SOURCE }]))) {
    return { outcome: "throttled" };
  }
  const [user] = await readScope({ role: "portal_auth", boroughs: [] }, (tx) =>
    tx
      .select({
        id: users.id,
        passwordHash: users.passwordHash,
        disabledAt: users.disabledAt,
        demonstration: users.demonstration,
      })
      .from(users)
      .where(eq(sql`lower(${users.email})`, account.value)),
  );
  const matches = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 200));
  const barred = !user || user.disabledAt !== null || (user.demonstration && !isDemonstration());
  return writeScope({ role: "portal_auth", boroughs: [] }, async (tx) => {
    if (barred || !matches) {
      await recordAuthEvent(tx, "sign_in.refused", user ? { userId: user.id } : {});
      return { outcome: "refused" as const };
    }
    return { outcome: "signed_in" as const, token: await startSession(tx, { userId: user.id }) };
  }).then(async (result) => {
    if (result.outcome === "signed_in") await forgetTries([account]);
    return result;
  });
}
