import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import type { IsoDate } from "@/lib/dates";
import type { Provider } from "@/lib/db/schema/certificates";
import { NotFound } from "@/lib/errors";

export interface EquivalentRow {
  id: string;
  courseSlug: string;
  courseTitle: string;
  provider: Provider;
  months: number;
  acceptedOn: IsoDate;
  endedOn: IsoDate | null;
}

/** What the viewer's borough accepts, or accepted, from elsewhere: what holds first. */
export async function listEquivalents(
  ctx: ReadContext,
  boroughCode = ctx.boroughs[0] ?? "",
): Promise<EquivalentRow[]> {
  const rows = await ctx.tx.execute<EquivalentRow & Record<string, unknown>>(sql`
    SELECT e.id, e.course_slug AS "courseSlug", c.title AS "courseTitle", e.provider, e.months,
      (e.created_at AT TIME ZONE 'Europe/London')::date AS "acceptedOn", e.ended_on AS "endedOn"
    FROM equivalents e JOIN courses c ON c.slug = e.course_slug
    WHERE e.borough_code = ${boroughCode}
    ORDER BY e.ended_on IS NOT NULL, c.title, e.provider, e.created_at`);
  return [...rows];
}

/** One that holds. Throws NotFound. */
export async function getEquivalent(ctx: ReadContext, id: string): Promise<EquivalentRow> {
  const row = (await listEquivalents(ctx)).find((each) => each.id === id && !each.endedOn);
  if (!row) throw new NotFound("Nothing of this kind is accepted.");
  return row;
}

export interface AcceptedRow {
  certificateId: string;
  businessId: string;
  businessName: string;
  courseTitle: string;
  provider: Provider;
  evidence: string;
  takenOn: IsoDate;
  acceptedOn: IsoDate;
  expiresOn: IsoDate;
}

const NEWEST = 100;

/** What managers have recorded and counts today, the newest first (at most 100), and how many there are. */
export async function listAccepted(
  ctx: ReadContext,
): Promise<{ rows: AcceptedRow[]; total: number }> {
  const rows = await ctx.tx.execute<AcceptedRow & { total: number } & Record<string, unknown>>(sql`
    SELECT k.id AS "certificateId", b.id AS "businessId", b.name AS "businessName",
      c.title AS "courseTitle", e.provider, k.evidence, k.taken_on AS "takenOn",
      k.issued_on AS "acceptedOn", k.expires_on AS "expiresOn", (count(*) OVER ())::int AS total
    FROM certificates k
    JOIN equivalents e ON e.borough_code = k.borough_code AND e.id = k.equivalent_id
    JOIN courses c ON c.slug = k.course_slug
    JOIN businesses b ON b.borough_code = k.borough_code AND b.id = k.business_id
    JOIN staff_members s ON s.borough_code = k.borough_code AND s.id = k.staff_id AND s.left_on IS NULL
    WHERE k.borough_code = ${ctx.boroughs[0] ?? ""} AND k.equivalent_id IS NOT NULL
      AND k.revoked_on IS NULL AND k.expires_on >= ${ctx.today}
    ORDER BY k.issued_on DESC, k.id LIMIT ${NEWEST}`);
  return { rows: [...rows], total: rows[0]?.total ?? 0 };
}
