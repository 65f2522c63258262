import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { linkSecret } from "@/lib/auth/secrets";
import { outboxMails } from "@/lib/db/schema/audit";
import { passwordLinks, users } from "@/lib/db/schema/auth";
import { boroughs } from "@/lib/db/schema/boroughs";
import { businesses } from "@/lib/db/schema/businesses";
import { invitations } from "@/lib/db/schema/people";
import type { Transaction } from "@/lib/db/scope";
import { env } from "@/lib/env";
import { formatMoment } from "@/lib/format";
import type { Letter } from "./letter";
import { invitationLetter, passwordLetter } from "./templates";

const portalLink = (path: string) => new URL(path, env().PORTAL_URL).href;

/** A letter ready to go; null when it need not go any more. */
export type Outgoing = { to: string; letter: Letter } | null;

/**
 * The invitation a waiting mail asks for, written now: its link exists nowhere else. Null when the
 * mail has gone, or the invitation was accepted, withdrawn or has lapsed (`today`, yyyy-mm-dd).
 */
export async function findInvitationMail(
  tx: Transaction,
  boroughCode: string,
  mailId: string,
  today: string,
): Promise<Outgoing> {
  const [row] = await tx
    .select({
      id: invitations.id,
      role: invitations.role,
      email: invitations.email,
      expiresOn: invitations.expiresOn,
      boroughName: boroughs.name,
      businessName: businesses.name,
    })
    .from(outboxMails)
    .innerJoin(
      invitations,
      and(
        eq(invitations.boroughCode, outboxMails.boroughCode),
        eq(invitations.id, outboxMails.subjectId),
      ),
    )
    .innerJoin(boroughs, eq(boroughs.code, invitations.boroughCode))
    .leftJoin(
      businesses,
      and(
        eq(businesses.boroughCode, invitations.boroughCode),
        eq(businesses.id, invitations.businessId),
      ),
    )
    .where(
      and(
        eq(outboxMails.boroughCode, boroughCode),
        eq(outboxMails.id, mailId),
        eq(outboxMails.template, "invitation"),
        eq(outboxMails.state, "waiting"),
        sql`${invitations.acceptedAt} IS NULL AND ${invitations.withdrawnAt} IS NULL`,
        sql`${invitations.expiresOn} >= ${today}`,
      ),
    );
  if (!row?.email) return null;
  const { id, email, ...facts } = row;
  const href = portalLink(
    `/invitations/${boroughCode}/${linkSecret("invitation", boroughCode, id)}`,
  );
  return { to: email, letter: invitationLetter({ ...facts, href }) };
}

/** Closes a mail that is still waiting: it went, or it never will. */
export async function settleMail(
  tx: Transaction,
  boroughCode: string,
  mailId: string,
  state: "sent" | "failed",
): Promise<void> {
  await tx
    .update(outboxMails)
    .set({ state, ...(state === "sent" ? { sentAt: sql`now()` } : {}) })
    .where(
      and(
        eq(outboxMails.boroughCode, boroughCode),
        eq(outboxMails.id, mailId),
        eq(outboxMails.state, "waiting"),
      ),
    );
}

/** The letter with a password link; null when it belongs to nobody, was used or has lapsed. */
export async function findPasswordMail(tx: Transaction, linkId: string): Promise<Outgoing> {
  const [row] = await tx
    .select({
      email: users.email,
      reason: passwordLinks.reason,
      expiresAt: passwordLinks.expiresAt,
    })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, passwordLinks.userId))
    .where(
      and(
        eq(passwordLinks.id, linkId),
        sql`${passwordLinks.usedAt} IS NULL AND ${passwordLinks.expiresAt} > now()`,
        sql`${users.disabledAt} IS NULL`,
      ),
    );
  if (!row) return null;
  const href = portalLink(`/password/${linkSecret("password", linkId)}`);
  const until = formatMoment(row.expiresAt);
  return { to: row.email, letter: passwordLetter({ reason: row.reason, until, href }) };
}
