import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { actionState, actionTitle } from "@/lib/aims/model";
import { boroughActions } from "@/lib/db/schema/aims";
import { outboxMails } from "@/lib/db/schema/audit";
import { memberships, users } from "@/lib/db/schema/auth";
import { boroughs, sectors } from "@/lib/db/schema/boroughs";
import type { Transaction } from "@/lib/db/scope";
import { env } from "@/lib/env";
import type { Letter } from "./letter";
import { reminderLetter } from "./templates";

/**
 * The reminder a waiting mail asks for and whom it is for, written now. Null when the mail has gone,
 * the action was done or taken back since, or nobody sees to it.
 */
export async function findReminderMail(
  tx: Transaction,
  boroughCode: string,
  mailId: string,
  today: string,
): Promise<{ ownerId: string; letter: Letter } | null> {
  const [row] = await tx
    .select({
      id: boroughActions.id,
      kind: boroughActions.kind,
      title: boroughActions.title,
      sector: boroughActions.sector,
      sectorLabel: sectors.pluralLabel,
      ownerId: boroughActions.ownerId,
      dueOn: boroughActions.dueOn,
      boroughName: boroughs.name,
    })
    .from(outboxMails)
    .innerJoin(
      boroughActions,
      and(
        eq(boroughActions.boroughCode, outboxMails.boroughCode),
        eq(boroughActions.id, outboxMails.subjectId),
      ),
    )
    .innerJoin(boroughs, eq(boroughs.code, boroughActions.boroughCode))
    .leftJoin(
      sectors,
      and(
        eq(sectors.boroughCode, boroughActions.boroughCode),
        eq(sectors.code, boroughActions.sector),
      ),
    )
    .where(
      and(
        eq(outboxMails.boroughCode, boroughCode),
        eq(outboxMails.id, mailId),
        eq(outboxMails.template, "action_reminder"),
        eq(outboxMails.state, "waiting"),
        isNull(boroughActions.doneOn),
        isNull(boroughActions.cancelledOn),
      ),
    );
  if (!row?.ownerId) return null;
  const { id, ownerId, dueOn, boroughName } = row;
  const task = actionTitle(row, row.sectorLabel ?? undefined);
  const overdue = actionState({ dueOn, doneOn: null, cancelledOn: null }, today) === "overdue";
  const href = new URL(`/${boroughCode}/aims/${id}`, env().PORTAL_URL).href;
  return { ownerId, letter: reminderLetter({ boroughName, task, dueOn, overdue, href }) };
}

/** The address of a colleague who still works for the borough; null when they do not. As portal_auth. */
export async function findColleagueAddress(
  tx: Transaction,
  boroughCode: string,
  userId: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.boroughCode, boroughCode),
        eq(memberships.userId, userId),
        isNull(memberships.businessId),
        isNull(memberships.endedAt),
        isNull(users.disabledAt),
      ),
    );
  return row?.email ?? null;
}
