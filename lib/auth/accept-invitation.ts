import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { runInTransaction } from "@/lib/command";
import { londonDate } from "@/lib/dates";
import { memberships, users } from "@/lib/db/schema/auth";
import { invitations, staffMembers } from "@/lib/db/schema/people";
import { readScope, stepInto, type Transaction, writeScope } from "@/lib/db/scope";
import { isDemonstration } from "@/lib/env";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { acceptInvitation } from "@/lib/people/accept-command";
import { findInvitation, type PublicInvitation } from "./lookups";
import { checkNewPassword, hashPassword, verifyPassword } from "./passwords";
import { recordAuthEvent, type SessionToken, startSession } from "./session";
import { takeTry } from "./throttle";
import { type Viewer, writeScopeOf } from "./viewer";

export interface Acceptance {
  boroughCode: string;
  secret: string;
  name: string;
  /** Only a letter's reader chooses one: a mailed invitation belongs to the address it was sent to. */
  email: string;
  password: string;
  source: string;
}

interface Account {
  userId: string;
  name: string;
  email: string;
  /** Set for a new account. */
  passwordHash?: string;
}

const AUTH = { role: "portal_auth", boroughs: [] } as const;
const GONE = "This invitation was used, withdrawn or has run out. Open the link again to see which";

/**
 * Accepts an invitation once, whoever else tries at the same moment: account, membership, enrolment,
 * staff row, audit and session in one transaction. Answers with the session and where to go.
 * Throws NotFound, Conflict when it is not open, RuleBroken on `email`, `password` or `form`.
 */
export async function accept(given: Acceptance): Promise<{ token: SessionToken; href: string }> {
  const invitation = await findInvitation(given.boroughCode, given.secret);
  if (!invitation) throw new NotFound("No such invitation.");
  if (invitation.state !== "open") throw new Conflict(GONE);
  const account = await checkAccount({ ...given, email: invitation.email ?? given.email });
  const { boroughCode } = given;
  const scope = { ...AUTH, boroughs: [boroughCode], userId: account.userId };
  const token = await writeScope(scope, async (tx) => {
    await useUp(tx, boroughCode, invitation.id, account.userId);
    if (account.passwordHash) await createUser(tx, account);
    const viewer = await join(tx, boroughCode, invitation, account);
    await recordAuthEvent(tx, "invitation.accepted", { userId: account.userId, boroughCode });
    const started = await startSession(tx, { userId: account.userId });
    await stepInto(tx, writeScopeOf(viewer, boroughCode));
    const input = { invitationId: invitation.id, name: account.name };
    await runInTransaction(tx, acceptInvitation, viewer, input, { boroughCode });
    return started;
  });
  const href = invitation.businessId ? `/business/${invitation.businessId}` : `/${boroughCode}`;
  return { token, href };
}

/** Whoever has an account types its password; everybody else chooses one. Hashes, so never in a transaction. */
async function checkAccount(given: Acceptance): Promise<Account> {
  const email = given.email.trim().toLowerCase();
  const allowed = await takeTry([
    { kind: "account", value: email, most: 10 },
    { kind: "source", value: given.source, most: 100 },
  ]);
  if (!allowed) throw new RuleBroken("form", "Too many tries. Wait 5 minutes, then try again");
  const [user] = await readScope(AUTH, (tx) =>
    tx
      .select()
      .from(users)
      .where(eq(sql`lower(${users.email})`, email)),
  );
  if (!user) {
    checkNewPassword(given.password);
    const passwordHash = await hashPassword(given.password);
    return { userId: randomUUID(), name: given.name, email, passwordHash };
  }
  const matches = await verifyPassword(user.passwordHash, given.password.slice(0, 200));
  const barred = user.disabledAt !== null || (user.demonstration && !isDemonstration());
  if (!matches || barred) {
    throw new RuleBroken(
      "password",
      "This e-mail address has an account here: type the password of that account",
    );
  }
  return { userId: user.id, name: user.name, email };
}

/** Marks the invitation accepted if it is still open: of any number of tries, one gets past here. */
async function useUp(tx: Transaction, boroughCode: string, id: string, userId: string) {
  const [won] = await tx
    .update(invitations)
    .set({ acceptedAt: new Date(), acceptedBy: userId })
    .where(
      and(
        eq(invitations.boroughCode, boroughCode),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gte(invitations.expiresOn, londonDate(new Date())),
      ),
    )
    .returning({ id: invitations.id });
  if (!won) throw new Conflict(GONE);
}

/** Two invitations may be accepted at once with one new address: the second is told to try again. */
async function createUser(tx: Transaction, account: Account): Promise<void> {
  const { userId: id, email, name, passwordHash } = account;
  const [made] = await tx
    .insert(users)
    .values({ id, email, name, passwordHash })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!made) throw new Conflict("Somebody has just made an account with this address. Try again");
}

/** Gives the membership, again if it had ended, and answers with who the account now is. */
async function join(
  tx: Transaction,
  boroughCode: string,
  invitation: PublicInvitation,
  account: Account,
): Promise<Viewer> {
  const { userId, name } = account;
  const { role, businessId } = invitation;
  const staffId = businessId
    ? ((await findStaffRow(tx, boroughCode, businessId, userId)) ?? randomUUID())
    : null;
  await tx
    .insert(memberships)
    .values({ boroughCode, id: randomUUID(), userId, role, businessId, staffId })
    .onConflictDoUpdate({
      target: [
        memberships.boroughCode,
        memberships.userId,
        memberships.role,
        memberships.businessId,
      ],
      set: { endedAt: null, staffId },
    });
  if (role !== "business_manager") return { role, userId, name, boroughCode };
  if (!businessId || !staffId) throw new NotFound("A manager's invitation names a business.");
  return { role, userId, name, boroughCode, businessId, staffId };
}

async function findStaffRow(
  tx: Transaction,
  boroughCode: string,
  businessId: string,
  userId: string,
) {
  const [row] = await tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(
      and(
        eq(staffMembers.boroughCode, boroughCode),
        eq(staffMembers.businessId, businessId),
        eq(staffMembers.userId, userId),
        isNull(staffMembers.leftOn),
      ),
    );
  return row?.id;
}
