import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { isReminderDue, SOON_DAYS } from "@/lib/aims/model";
import { addDays, londonDate } from "@/lib/dates";
import { boroughActions } from "@/lib/db/schema/aims";
import { outboxMails } from "@/lib/db/schema/audit";
import { type Transaction, writeScope } from "@/lib/db/scope";
import { log } from "@/lib/log";
import { afterQuietHours } from "@/lib/mail/quiet-hours";
import { enqueue } from "./queue";
import { listCodes } from "./upkeep";

/** Reminds the owners of every borough's actions that are due soon or overdue. */
export async function remindOwners(): Promise<void> {
  const { inUse } = await listCodes();
  const reminders = await remindBoroughs(inUse, new Date());
  log.info({ boroughs: inUse.length, reminders }, "owners of actions reminded");
}

/** Queues the reminders that are due in these boroughs at this moment; answers how many. Run twice, it queues once. */
export async function remindBoroughs(codes: readonly string[], now: Date): Promise<number> {
  let queued = 0;
  for (const code of codes) {
    queued += await writeScope({ role: "portal_worker", boroughs: [code] }, (tx) =>
      remindBorough(tx, code, now),
    );
  }
  return queued;
}

async function remindBorough(tx: Transaction, boroughCode: string, now: Date): Promise<number> {
  const today = londonDate(now);
  const lock = `action reminders ${boroughCode}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const open = await tx
    .select({
      id: boroughActions.id,
      dueOn: boroughActions.dueOn,
      doneOn: boroughActions.doneOn,
      cancelledOn: boroughActions.cancelledOn,
      lastOn: sql<
        string | null
      >`(SELECT max((m.created_at AT TIME ZONE 'Europe/London')::date)::text
        FROM outbox_mails m WHERE m.borough_code = borough_actions.borough_code
          AND m.subject_id = borough_actions.id AND m.template = 'action_reminder')`,
    })
    .from(boroughActions)
    .where(
      and(
        eq(boroughActions.boroughCode, boroughCode),
        isNull(boroughActions.doneOn),
        isNull(boroughActions.cancelledOn),
        isNotNull(boroughActions.ownerId),
        lte(boroughActions.dueOn, addDays(today, SOON_DAYS)),
      ),
    );
  const due = open.filter((action) => isReminderDue(action, action.lastOn, today));
  for (const { id: subjectId } of due) {
    const id = randomUUID();
    await tx
      .insert(outboxMails)
      .values({ boroughCode, id, template: "action_reminder", subjectId, createdAt: now });
    const job = { boroughCode, mailId: id };
    await enqueue(tx, "mail.send", job, afterQuietHours(now, "email"));
  }
  return due.length;
}
