import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { invitations } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";
import { type InvitationState, invitationState } from "./invitation-model";

export interface InvitationRow {
  id: string;
  channel: "email" | "letter";
  role: "borough_admin" | "borough_officer" | "business_manager";
  email: string | null;
  sentOn: string;
  expiresOn: string;
  state: InvitationState;
  /** How its e-mail fared; null for a letter. */
  mail: "waiting" | "sent" | "failed" | null;
}

const columns = {
  id: invitations.id,
  channel: invitations.channel,
  role: invitations.role,
  email: invitations.email,
  sentOn: sql<string>`to_char(${invitations.createdAt} AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')`,
  expiresOn: invitations.expiresOn,
  mail: sql<InvitationRow["mail"]>`(SELECT o.state FROM outbox_mails o
    WHERE o.borough_code = invitations.borough_code AND o.subject_id = invitations.id
    ORDER BY o.created_at DESC LIMIT 1)`,
  accepted: sql<boolean>`${invitations.acceptedAt} IS NOT NULL`,
  withdrawn: sql<boolean>`${invitations.withdrawnAt} IS NOT NULL`,
};

type Selected = Omit<InvitationRow, "state"> & { accepted: boolean; withdrawn: boolean };

const withState = ({ accepted, withdrawn, ...row }: Selected, today: string): InvitationRow => ({
  ...row,
  state: invitationState({ ...row, accepted, withdrawn }, today),
});

/** The invitations of one business, the newest first (at most 20). */
export async function listInvitations(
  ctx: ReadContext,
  businessId: string,
): Promise<InvitationRow[]> {
  const rows = await ctx.tx
    .select(columns)
    .from(invitations)
    .where(and(ctx.inBorough(invitations), eq(invitations.businessId, businessId)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(20);
  return rows.map((row) => withState(row, ctx.today));
}

/** Invitations to the borough's team that nobody has accepted or taken back. */
export async function listTeamInvitations(ctx: ReadContext): Promise<InvitationRow[]> {
  const rows = await ctx.tx
    .select(columns)
    .from(invitations)
    .where(
      and(
        ctx.inBorough(invitations),
        isNull(invitations.businessId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(50);
  return rows.map((row) => withState(row, ctx.today));
}

export interface LetterRow {
  id: string;
  businessId: string;
  name: string;
  address: string;
  postcode: string;
  sector: string;
  sentOn: string;
  expiresOn: string;
}

const letterColumns = {
  id: invitations.id,
  businessId: businesses.id,
  name: businesses.name,
  address: businesses.address,
  postcode: businesses.postcode,
  sector: businesses.sector,
  sentOn: columns.sentOn,
  expiresOn: invitations.expiresOn,
};

/**
 * The letter of one open invitation, or with `batch` every open letter made with it, by name.
 * Throws NotFound when it was accepted, withdrawn, has expired, or was not a letter.
 */
export async function getLetters(
  ctx: ReadContext,
  invitationId: string,
  options: { batch: boolean },
): Promise<LetterRow[]> {
  const open = and(
    ctx.inBorough(invitations),
    eq(invitations.channel, "letter"),
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
    sql`${invitations.expiresOn} >= ${ctx.today}`,
  );
  const wanted = options.batch
    ? sql`(${invitations.createdAt}, ${invitations.createdBy}) = (SELECT f.created_at, f.created_by
        FROM invitations f WHERE f.borough_code = ${invitations.boroughCode} AND f.id = ${invitationId})`
    : eq(invitations.id, invitationId);
  const rows = await ctx.tx
    .select(letterColumns)
    .from(invitations)
    .innerJoin(
      businesses,
      and(
        eq(businesses.boroughCode, invitations.boroughCode),
        eq(businesses.id, invitations.businessId),
      ),
    )
    .where(and(open, wanted))
    .orderBy(sql`lower(${businesses.name})`, businesses.id);
  if (rows.length === 0) throw new NotFound("No such letter.");
  return rows;
}
