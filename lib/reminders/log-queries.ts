import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { addDays, type IsoDate } from "@/lib/dates";
import type { DigestState } from "@/lib/db/schema/reminders";
import { type LogRow, WEEKS_SHOWN } from "./log-model";
import { weekOf } from "./model";

/** What became of the letters of the last weeks, the newest first: counts alone, the database shows no more. */
export async function listReminderLog(ctx: ReadContext, boroughCode: string): Promise<LogRow[]> {
  const since = addDays(weekOf(ctx.today), -7 * (WEEKS_SHOWN - 1));
  const rows = await ctx.tx.execute<{
    weekOn: IsoDate;
    what: LogRow["what"];
    state: DigestState;
    letters: number;
  }>(sql`
    SELECT week_on AS "weekOn", 'digest' AS what, state, count(*)::int AS letters
    FROM weekly_digests WHERE borough_code = ${boroughCode} AND week_on >= ${since} GROUP BY week_on, state
    UNION ALL
    SELECT week_on, 'text', text_state, count(*)::int FROM weekly_digests
    WHERE borough_code = ${boroughCode} AND week_on >= ${since} AND text_state IS NOT NULL GROUP BY week_on, text_state
    UNION ALL
    SELECT date_trunc('week', created_at AT TIME ZONE 'Europe/London')::date, 'action', state, count(*)::int
    FROM outbox_mails WHERE borough_code = ${boroughCode} AND template = 'action_reminder'
      AND created_at >= (${since}::date::timestamp AT TIME ZONE 'Europe/London')
    GROUP BY 1, state
    ORDER BY 1 DESC, 2`);
  const log = new Map<string, LogRow>();
  for (const { weekOn, what, state, letters } of rows) {
    const key = `${weekOn} ${what}`;
    const row = log.get(key) ?? { weekOn, what, counts: {} };
    row.counts[state] = letters;
    log.set(key, row);
  }
  return [...log.values()];
}

/** Have this week's e-mails been queued? */
export async function hasRunThisWeek(ctx: ReadContext, boroughCode: string): Promise<boolean> {
  const rows = await ctx.tx.execute(sql`
    SELECT 1 FROM weekly_digests WHERE borough_code = ${boroughCode} AND week_on = ${weekOf(ctx.today)} LIMIT 1`);
  return rows.length > 0;
}
