import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { ReadContext } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import { wardUploadRows, wardUploads } from "@/lib/db/schema/wards";
import { NotFound } from "@/lib/errors";

export type WardUpload = typeof wardUploads.$inferSelect;

const SHOWN = 50;

/** The borough's uploads that are waiting, and the newest that was confirmed. */
export async function listUploads(
  ctx: ReadContext,
): Promise<{ waiting: WardUpload[]; current: WardUpload | null }> {
  const [current] = await ctx.tx
    .select()
    .from(wardUploads)
    .where(and(ctx.inBorough(wardUploads), eq(wardUploads.state, "confirmed")))
    .orderBy(desc(wardUploads.settledAt))
    .limit(1);
  const waiting = await ctx.tx
    .select()
    .from(wardUploads)
    .where(
      and(
        ctx.inBorough(wardUploads),
        eq(wardUploads.state, "previewed"),
        current?.settledAt ? gt(wardUploads.createdAt, current.settledAt) : undefined,
      ),
    )
    .orderBy(desc(wardUploads.createdAt))
    .limit(5);
  return { waiting, current: current ?? null };
}

/** One upload with its counts. Throws NotFound. */
export async function getUpload(ctx: ReadContext, uploadId: string): Promise<WardUpload> {
  const [row] = await ctx.tx
    .select()
    .from(wardUploads)
    .where(and(ctx.inBorough(wardUploads), eq(wardUploads.id, uploadId)));
  if (!row) throw new NotFound("No such upload.");
  return row;
}

export interface WardCount {
  /** Empty: not known. */
  ward: string;
  inScope: number;
  /** Those that meet Prevent this month. */
  prevent: number;
  /** Postcodes of the list in that ward. */
  postcodes: number;
}

/** Every ward of the list or of a business in scope, as of this month; "not known" comes last. */
export async function listWards(ctx: ReadContext): Promise<WardCount[]> {
  const [boroughCode = ""] = ctx.boroughs;
  const rows = await ctx.tx.execute<WardCount & Record<string, unknown>>(sql`
    SELECT ward, coalesce(c.in_scope, 0)::int AS "inScope", coalesce(c.prevent, 0)::int AS prevent,
      coalesce(p.postcodes, 0)::int AS postcodes
    FROM (
      SELECT ward, sum(delta) FILTER (WHERE measure = 'in_scope') AS in_scope,
        sum(delta) FILTER (WHERE measure = 'prevent') AS prevent
      FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND measure IN ('in_scope', 'prevent') AND month <= ${monthStart(ctx.today)}
      GROUP BY ward
    ) c
    FULL JOIN (
      SELECT ward, count(*) AS postcodes FROM ward_postcodes WHERE borough_code = ${boroughCode} GROUP BY ward
    ) p USING (ward)
    WHERE coalesce(c.in_scope, 0) > 0 OR p.postcodes > 0
    ORDER BY ward = '', lower(ward)`);
  return [...rows];
}

/** What confirming a preview would do, as of now. */
export interface Placement {
  changed: number;
  unplaced: number;
}

const withNewWards = (boroughCode: string, uploadId: string) => sql`businesses b
  LEFT JOIN ward_upload_rows r ON r.borough_code = b.borough_code AND r.upload_id = ${uploadId}
    AND r.postcode = replace(b.postcode, ' ', '') AND r.reason IS NULL
  WHERE b.borough_code = ${boroughCode} AND b.sector <> ${COUNCIL_TEAM}`;

export async function countPlacement(ctx: ReadContext, uploadId: string): Promise<Placement> {
  const [boroughCode = ""] = ctx.boroughs;
  const [row] = await ctx.tx.execute<Placement & Record<string, unknown>>(sql`
    SELECT count(*) FILTER (WHERE b.ward IS DISTINCT FROM r.ward)::int AS changed,
      count(*) FILTER (WHERE r.ward IS NULL)::int AS unplaced
    FROM ${withNewWards(boroughCode, uploadId)}`);
  return row ?? { changed: 0, unplaced: 0 };
}

export interface PlacedBusiness {
  id: string;
  name: string;
  postcode: string;
  /** Null: not known. */
  before: string | null;
  after: string | null;
}

/** Businesses whose ward would change, or whose postcode is in no row; 50 a page, by name. */
export async function listPlacement(
  ctx: ReadContext,
  uploadId: string,
  which: "changed" | "unplaced",
  page: number,
): Promise<PlacedBusiness[]> {
  const [boroughCode = ""] = ctx.boroughs;
  const rows = await ctx.tx.execute<PlacedBusiness & Record<string, unknown>>(sql`
    SELECT b.id, b.name, b.postcode, b.ward AS before, r.ward AS after
    FROM ${withNewWards(boroughCode, uploadId)}
      AND ${which === "changed" ? sql`b.ward IS DISTINCT FROM r.ward` : sql`r.ward IS NULL`}
    ORDER BY lower(b.name), b.id LIMIT ${SHOWN} OFFSET ${(page - 1) * SHOWN}`);
  return [...rows];
}

export interface RefusedRow {
  line: number;
  postcode: string | null;
  ward: string | null;
  reason: string | null;
}

/** Rows that cannot be taken, in the file's order, 50 a page. */
export async function listRefused(
  ctx: ReadContext,
  uploadId: string,
  page: number,
): Promise<RefusedRow[]> {
  const { line, postcode, ward, reason } = wardUploadRows;
  return ctx.tx
    .select({ line, postcode, ward, reason })
    .from(wardUploadRows)
    .where(
      and(ctx.inBorough(wardUploadRows), eq(wardUploadRows.uploadId, uploadId), isNotNull(reason)),
    )
    .orderBy(asc(line))
    .limit(SHOWN)
    .offset((page - 1) * SHOWN);
}

export interface StagedWard {
  ward: string;
  postcodes: number;
}

/** The wards of a preview, with how many postcodes each has. */
export async function listStagedWards(ctx: ReadContext, uploadId: string): Promise<StagedWard[]> {
  return ctx.tx
    .select({
      ward: sql<string>`${wardUploadRows.ward}`,
      postcodes: sql<number>`count(*)::int`,
    })
    .from(wardUploadRows)
    .where(
      and(
        ctx.inBorough(wardUploadRows),
        eq(wardUploadRows.uploadId, uploadId),
        isNull(wardUploadRows.reason),
      ),
    )
    .groupBy(wardUploadRows.ward)
    .orderBy(sql`lower(${wardUploadRows.ward})`);
}
