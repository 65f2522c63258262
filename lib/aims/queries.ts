import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { boroughActions, meetingAttendance, policeConfirmations } from "@/lib/db/schema/aims";
import { boroughPeriods } from "@/lib/db/schema/coverage";
import { NotFound } from "@/lib/errors";
import type { BoroughMeasure } from "./model";

export type ActionRow = typeof boroughActions.$inferSelect;

/** What the borough meets this month: until before which month, or null where no end is in sight. */
export async function listMetNow(
  ctx: ReadContext,
): Promise<Partial<Record<BoroughMeasure, { metUntil: string | null }>>> {
  const rows = await ctx.tx
    .select({ measure: boroughPeriods.measure, metUntil: boroughPeriods.metUntil })
    .from(boroughPeriods)
    .where(
      and(
        ctx.inBorough(boroughPeriods),
        sql`${boroughPeriods.metFrom} <= ${ctx.today}`,
        or(isNull(boroughPeriods.metUntil), sql`${boroughPeriods.metUntil} > ${ctx.today}`),
      ),
    );
  return Object.fromEntries(rows.map(({ measure, metUntil }) => [measure, { metUntil }]));
}

/** Actions that are neither done nor taken back, the first due first. */
export async function listOpenActions(ctx: ReadContext): Promise<ActionRow[]> {
  return ctx.tx
    .select()
    .from(boroughActions)
    .where(
      and(
        ctx.inBorough(boroughActions),
        isNull(boroughActions.doneOn),
        isNull(boroughActions.cancelledOn),
      ),
    )
    .orderBy(asc(boroughActions.dueOn), asc(boroughActions.id));
}

/** What was done, the newest first (at most 100). */
export async function listDoneActions(ctx: ReadContext): Promise<ActionRow[]> {
  return ctx.tx
    .select()
    .from(boroughActions)
    .where(
      and(
        ctx.inBorough(boroughActions),
        isNotNull(boroughActions.doneOn),
        isNull(boroughActions.cancelledOn),
      ),
    )
    .orderBy(desc(boroughActions.doneOn), asc(boroughActions.id))
    .limit(100);
}

/** One action. Throws NotFound. */
export async function getAction(ctx: ReadContext, id: string): Promise<ActionRow> {
  const [row] = await ctx.tx
    .select()
    .from(boroughActions)
    .where(and(ctx.inBorough(boroughActions), eq(boroughActions.id, id)));
  if (!row) throw new NotFound("No such action.");
  return row;
}

/** Which organisations sat at a meeting, and with how many people. */
export async function listAttendance(
  ctx: ReadContext,
  actionId: string,
): Promise<{ organisation: string; people: number }[]> {
  return ctx.tx
    .select({ organisation: meetingAttendance.organisation, people: meetingAttendance.people })
    .from(meetingAttendance)
    .where(and(ctx.inBorough(meetingAttendance), eq(meetingAttendance.actionId, actionId)))
    .orderBy(asc(meetingAttendance.organisation));
}

/** When police last confirmed that call handlers are trained; null when they never did. */
export async function findCallHandlers(
  ctx: ReadContext,
): Promise<{ confirmedOn: string; holdsUntil: string } | null> {
  const [row] = await ctx.tx
    .select({
      confirmedOn: policeConfirmations.confirmedOn,
      holdsUntil: policeConfirmations.holdsUntil,
    })
    .from(policeConfirmations)
    .where(ctx.inBorough(policeConfirmations))
    .orderBy(desc(policeConfirmations.confirmedOn))
    .limit(1);
  return row ?? null;
}

export interface SectorRegister extends Record<string, unknown> {
  code: string;
  label: string;
  /** When its register was last imported or reconciled by hand; null when it never was. */
  lastOn: string | null;
}

/** Each sector, with the day its register was last reconciled. */
export async function listSectorRegisters(ctx: ReadContext): Promise<SectorRegister[]> {
  const [boroughCode] = ctx.boroughs;
  return [
    ...(await ctx.tx.execute<SectorRegister>(sql`
      SELECT c.code, c.plural_label AS label, greatest(
        (SELECT max(a.done_on) FROM borough_actions a WHERE a.borough_code = c.borough_code
          AND a.kind = 'register' AND a.sector = c.code AND a.cancelled_on IS NULL),
        (SELECT max((i.settled_at AT TIME ZONE 'Europe/London')::date) FROM register_imports i
          WHERE i.borough_code = c.borough_code AND i.sector = c.code AND i.state = 'confirmed')) AS "lastOn"
      FROM sectors c WHERE c.borough_code = ${boroughCode} AND c.counts_as_business
      ORDER BY c.position`)),
  ];
}
