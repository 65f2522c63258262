import "server-only";
import { and, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { businesses, type Stage } from "@/lib/db/schema/businesses";
import { sharedDevices } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";
import type { StaffState } from "./model";

export interface ManagedBusiness {
  id: string;
  name: string;
  address: string;
  postcode: string;
  stage: Stage;
  stageOn: string;
  headcount: number | null;
  headcountConfirmedOn: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  joinGeneration: number;
  joinCodeHash: string | null;
}

/** The business as its manager sees it. Throws NotFound. */
export async function getManagedBusiness(
  ctx: ReadContext,
  businessId: string,
): Promise<ManagedBusiness> {
  const [row] = await ctx.tx
    .select({
      id: businesses.id,
      name: businesses.name,
      address: businesses.address,
      postcode: businesses.postcode,
      stage: businesses.stage,
      stageOn: businesses.stageOn,
      headcount: businesses.headcount,
      headcountConfirmedOn: businesses.headcountConfirmedOn,
      contactEmail: businesses.contactEmail,
      contactPhone: businesses.contactPhone,
      joinGeneration: businesses.joinGeneration,
      joinCodeHash: businesses.joinCodeHash,
    })
    .from(businesses)
    .where(and(ctx.inBorough(businesses), eq(businesses.id, businessId)));
  if (!row) throw new NotFound("No such business.");
  return row;
}

const STATES: Record<StaffState, SQL> = {
  working: sql`s.left_on IS NULL AND s.confirmed_on IS NOT NULL`,
  waiting: sql`s.left_on IS NULL AND s.confirmed_on IS NULL`,
  left: sql`s.left_on IS NOT NULL`,
};

export type StaffCounts = Record<StaffState, number>;

/** How many people of a business work there, wait to be confirmed, and have left. */
export async function countStaff(ctx: ReadContext, businessId: string): Promise<StaffCounts> {
  const [row] = await ctx.tx.execute<StaffCounts & Record<string, unknown>>(sql`
    SELECT count(*) FILTER (WHERE ${STATES.working})::int AS working,
      count(*) FILTER (WHERE ${STATES.waiting})::int AS waiting,
      count(*) FILTER (WHERE ${STATES.left})::int AS "left"
    FROM staff_members s
    WHERE s.borough_code = ${ctx.boroughs[0] ?? ""} AND s.business_id = ${businessId}`);
  return { working: row?.working ?? 0, waiting: row?.waiting ?? 0, left: row?.left ?? 0 };
}

export interface HeldCertificate {
  courseSlug: string;
  issuedOn: string;
  expiresOn: string;
  /** The number on the paper of training elsewhere; null where it was earned here. */
  evidence: string | null;
}

export interface StaffRow {
  id: string;
  name: string;
  isManager: boolean;
  employedByAgency: boolean;
  joinedOn: string;
  confirmedOn: string | null;
  leftOn: string | null;
  /** It was the same person as another entry, which stayed. */
  isMerged: boolean;
  /** Somebody else on the list has this name: perhaps the same person. */
  hasNamesake: boolean;
  /** The newest certificate of each course: passes only, never answers or failed tries. */
  held: HeldCertificate[];
}

const PAGE = 50;

/** The people of a business in one state, by name: 50 a page, keyset by name and id. */
export async function listStaff(
  ctx: ReadContext,
  businessId: string,
  state: StaffState,
  after: string | null,
): Promise<{ rows: StaffRow[]; nextAfter: string | null }> {
  const borough = ctx.boroughs[0] ?? "";
  const beyond = after
    ? sql`AND (s.name_key, s.id) > (SELECT a.name_key, a.id FROM staff_members a
        WHERE a.borough_code = ${borough} AND a.business_id = ${businessId} AND a.id = ${after})`
    : sql``;
  const rows = await ctx.tx.execute<StaffRow & Record<string, unknown>>(sql`
    SELECT s.id, s.name, s.is_manager AS "isManager", s.employed_by_agency AS "employedByAgency", s.joined_on AS "joinedOn",
      s.confirmed_on AS "confirmedOn", s.left_on AS "leftOn", s.merged_into IS NOT NULL AS "isMerged",
      s.left_on IS NULL AND EXISTS (
        SELECT FROM staff_members o WHERE o.borough_code = s.borough_code AND o.business_id = s.business_id
          AND o.name_key = s.name_key AND o.id <> s.id AND o.left_on IS NULL) AS "hasNamesake",
      coalesce(k.held, '[]') AS held
    FROM staff_members s
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('courseSlug', n.course_slug, 'issuedOn', n.issued_on,
        'expiresOn', n.expires_on, 'evidence', n.evidence)) AS held
      FROM (
        SELECT DISTINCT ON (c.course_slug) c.course_slug, c.issued_on, c.expires_on, c.evidence
        FROM certificates c
        WHERE c.borough_code = s.borough_code AND c.business_id = s.business_id AND c.staff_id = s.id
          AND c.revoked_on IS NULL
        ORDER BY c.course_slug, c.expires_on DESC
      ) n
    ) k ON true
    WHERE s.borough_code = ${borough} AND s.business_id = ${businessId} AND ${STATES[state]} ${beyond}
    ORDER BY s.name_key, s.id LIMIT ${PAGE + 1}`);
  const page = rows.slice(0, PAGE);
  return { rows: page, nextAfter: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

export interface WaitingRow {
  id: string;
  name: string;
  joinedOn: string;
  /** Somebody of the same name is confirmed already: perhaps the same person, joined twice. */
  namesake: boolean;
}

/** People who joined and wait to be confirmed, the longest waiting first (at most 200). */
export async function listWaiting(ctx: ReadContext, businessId: string): Promise<WaitingRow[]> {
  const rows = await ctx.tx.execute<WaitingRow & Record<string, unknown>>(sql`
    SELECT s.id, s.name, s.joined_on AS "joinedOn", EXISTS (
      SELECT 1 FROM staff_members o
      WHERE o.borough_code = s.borough_code AND o.business_id = s.business_id AND o.name_key = s.name_key
        AND o.id <> s.id AND o.left_on IS NULL AND o.confirmed_on IS NOT NULL) AS namesake
    FROM staff_members s
    WHERE s.borough_code = ${ctx.boroughs[0] ?? ""} AND s.business_id = ${businessId} AND ${STATES.waiting}
    ORDER BY s.joined_on, s.name_key, s.id LIMIT 200`);
  return [...rows];
}

export interface PinSlip {
  staffId: string;
  name: string;
  generation: number;
  expiresOn: string;
}

/** People with a code for a PIN that is still to be used, by name (at most 200). */
export async function listPinSlips(ctx: ReadContext, businessId: string): Promise<PinSlip[]> {
  const rows = await ctx.tx.execute<PinSlip & Record<string, unknown>>(sql`
    SELECT s.id AS "staffId", s.name, c.generation, c.expires_on AS "expiresOn"
    FROM pin_codes c JOIN staff_members s ON s.borough_code = c.borough_code AND s.id = c.staff_id
    WHERE c.borough_code = ${ctx.boroughs[0] ?? ""} AND c.business_id = ${businessId} AND c.used_at IS NULL
      AND c.expires_on >= ${ctx.today} AND s.left_on IS NULL
    ORDER BY s.name_key, s.id LIMIT 200`);
  return [...rows];
}

export interface DeviceRow {
  id: string;
  openedAt: Date;
  expiresAt: Date;
}

/** The devices of a business that are open now, the newest first. */
export async function listOpenDevices(ctx: ReadContext, businessId: string): Promise<DeviceRow[]> {
  return ctx.tx
    .select({
      id: sharedDevices.id,
      openedAt: sharedDevices.openedAt,
      expiresAt: sharedDevices.expiresAt,
    })
    .from(sharedDevices)
    .where(
      and(
        ctx.inBorough(sharedDevices),
        eq(sharedDevices.businessId, businessId),
        isNull(sharedDevices.closedAt),
        gt(sharedDevices.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(sharedDevices.openedAt));
}
