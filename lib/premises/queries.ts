import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthEnd, monthStart } from "@/lib/dates";
import { sharedStandings } from "@/lib/db/schema/sharing";
import { NotFound } from "@/lib/errors";
import type { Nights } from "./model";

export interface Premises {
  sector: string;
  /** "Hotels" */
  sectorLabel: string;
  boroughName: string;
  /** Open after 11pm; null until somebody says so. */
  opensLate: boolean | null;
}

/** Of what kind a business is, in which borough, and whether it is open at night. Throws NotFound. */
export async function getPremises(ctx: ReadContext, businessId: string): Promise<Premises> {
  const [row] = await ctx.tx.execute<Premises & Record<string, unknown>>(sql`
    SELECT b.sector, c.plural_label AS "sectorLabel", o.name AS "boroughName", b.opens_late AS "opensLate"
    FROM businesses b
    JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector
    JOIN boroughs o ON o.code = b.borough_code
    WHERE b.borough_code = ${ctx.boroughs[0] ?? ""} AND b.id = ${businessId}`);
  if (!row) throw new NotFound("No such business.");
  return row;
}

/** Until when a person's certificate of the sector's course counts, as coverage counts it; null without one. */
const trainedUntil = (lastDay: string): SQL => sql`(
  SELECT max(k.expires_on) FROM certificates k
  JOIN businesses b ON b.borough_code = k.borough_code AND b.id = k.business_id
  JOIN measure_courses mc ON mc.borough_code = k.borough_code AND mc.sector = b.sector
    AND mc.course_slug = k.course_slug AND mc.measure = 'trained'
  WHERE k.borough_code = s.borough_code AND k.business_id = s.business_id AND k.staff_id = s.id
    AND k.issued_on <= ${lastDay} AND k.expires_on >= ${lastDay}
    AND (k.revoked_on IS NULL OR k.revoked_on > ${lastDay}))`;

export interface CandidateRow {
  id: string;
  name: string;
  isManager: boolean;
  /** Until when their certificate counts; null when they hold none. */
  trainedUntil: string | null;
}

/** The confirmed people of a business who have not left, by name (at most 500): who may be given a duty. */
export async function listCandidates(
  ctx: ReadContext,
  businessId: string,
): Promise<CandidateRow[]> {
  const rows = await ctx.tx.execute<CandidateRow & Record<string, unknown>>(sql`
    SELECT s.id, s.name, s.is_manager AS "isManager", ${trainedUntil(monthEnd(ctx.today))} AS "trainedUntil"
    FROM staff_members s
    WHERE s.borough_code = ${ctx.boroughs[0] ?? ""} AND s.business_id = ${businessId}
      AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL
    ORDER BY s.name_key, s.id LIMIT 500`);
  return [...rows];
}

export interface ShiftRow {
  id: string;
  nights: Nights;
  startsAt: string;
  endsAt: string;
  fromOn: string;
  /** Who works it and still works there, by name. */
  people: { id: string; name: string; trained: boolean }[];
}

/** The night shifts of a business that have not ended, with who works each. */
export async function listShifts(ctx: ReadContext, businessId: string): Promise<ShiftRow[]> {
  const rows = await ctx.tx.execute<ShiftRow & Record<string, unknown>>(sql`
    SELECT n.id, n.nights, n.starts_at AS "startsAt", n.ends_at AS "endsAt", n.from_on AS "fromOn",
      coalesce(w.people, '[]') AS people
    FROM night_shifts n
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', s.id, 'name', s.name,
        'trained', ${trainedUntil(monthEnd(ctx.today))} IS NOT NULL) ORDER BY s.name_key, s.id) AS people
      FROM night_shift_staff r
      JOIN staff_members s ON s.borough_code = r.borough_code AND s.business_id = r.business_id AND s.id = r.staff_id
      WHERE r.borough_code = n.borough_code AND r.shift_id = n.id AND r.until_on IS NULL AND s.left_on IS NULL
    ) w ON true
    WHERE n.borough_code = ${ctx.boroughs[0] ?? ""} AND n.business_id = ${businessId} AND n.until_on IS NULL
    ORDER BY n.starts_at DESC, n.ends_at, n.nights, n.id`);
  return [...rows];
}

/** One night shift that has not ended. Throws NotFound. */
export async function getShift(
  ctx: ReadContext,
  businessId: string,
  shiftId: string,
): Promise<ShiftRow> {
  const found = (await listShifts(ctx, businessId)).find((shift) => shift.id === shiftId);
  if (!found) throw new NotFound("No such night shift.");
  return found;
}

export interface LeadRow {
  staffId: string;
  name: string;
  fromOn: string;
  /** Still on the staff list. */
  working: boolean;
  trainedUntil: string | null;
}

/** Who leads on safeguarding: whom the newest naming names; null when nobody was ever named. */
export async function findLead(ctx: ReadContext, businessId: string): Promise<LeadRow | null> {
  const [row] = await ctx.tx.execute<LeadRow & Record<string, unknown>>(sql`
    SELECT s.id AS "staffId", s.name, l.from_on AS "fromOn", s.left_on IS NULL AS working,
      ${trainedUntil(monthEnd(ctx.today))} AS "trainedUntil"
    FROM safeguarding_leads l
    JOIN staff_members s ON s.borough_code = l.borough_code AND s.business_id = l.business_id AND s.id = l.staff_id
    WHERE l.borough_code = ${ctx.boroughs[0] ?? ""} AND l.business_id = ${businessId} AND l.from_on <= ${ctx.today}
    ORDER BY l.from_on DESC, l.recorded_at DESC LIMIT 1`);
  return row ?? null;
}

/** The measures and aims a business meets this month, from its standing. */
export async function listMet(ctx: ReadContext, businessId: string): Promise<string[]> {
  const month = monthStart(ctx.today);
  const rows = await ctx.tx.execute<{ measure: string }>(sql`
    SELECT measure FROM standing_periods
    WHERE borough_code = ${ctx.boroughs[0] ?? ""} AND business_id = ${businessId}
      AND met_from <= ${month} AND (met_until IS NULL OR met_until > ${month})`);
  return rows.map((row) => row.measure);
}

export interface AgreedActions {
  open: number;
  done: number;
  /** When the first open one is due. */
  dueOn: string | null;
}

/** What was agreed on visits for the business to do. */
export async function countAgreedActions(
  ctx: ReadContext,
  businessId: string,
): Promise<AgreedActions> {
  const [row] = await ctx.tx.execute<AgreedActions & Record<string, unknown>>(sql`
    SELECT count(*) FILTER (WHERE done_on IS NULL)::int AS open,
      count(*) FILTER (WHERE done_on IS NOT NULL)::int AS done,
      min(due_on) FILTER (WHERE done_on IS NULL) AS "dueOn"
    FROM visit_actions
    WHERE borough_code = ${ctx.boroughs[0] ?? ""} AND business_id = ${businessId} AND owner = 'business'`);
  return row ?? { open: 0, done: 0, dueOn: null };
}

/** How many businesses of the same sector and borough are counted this month, and meet each aim. */
export interface Peers extends Record<string, unknown> {
  counted: number;
  prevent: number;
  protect: number;
  pursue: number;
}

/** Businesses like the viewer's own; null where fewer than ten are counted. */
export async function findPeers(ctx: ReadContext): Promise<Peers | null> {
  const [row] = await ctx.tx.execute<Peers>(
    sql`SELECT * FROM lookup_peers(${monthStart(ctx.today)}::date)`,
  );
  return row ?? null;
}

export interface ShareRow {
  generation: number;
  /** The hash of the link's secret; null while nothing is shared. */
  codeHash: string | null;
  sharedOn: string | null;
}

/** Whether a business shares how it stands; null when it never did. */
export async function findShare(ctx: ReadContext, businessId: string): Promise<ShareRow | null> {
  const [row] = await ctx.tx
    .select({
      generation: sharedStandings.generation,
      codeHash: sharedStandings.codeHash,
      sharedOn: sharedStandings.sharedOn,
    })
    .from(sharedStandings)
    .where(and(ctx.inBorough(sharedStandings), eq(sharedStandings.businessId, businessId)));
  return row ?? null;
}
