import "server-only";
import { sql } from "drizzle-orm";
import type { FollowUpId } from "@/lib/businesses/follow-up-kinds";
import type { ReadContext } from "@/lib/command";
import { addDays } from "@/lib/dates";

/** A week's list looks this many days ahead. */
export const DAYS_AHEAD = 7;
const PAGE = 50;

export interface WeekRow {
  businessId: string;
  name: string;
  sector: string;
  postcode: string;
  kind: FollowUpId;
  /** The day since which, or from which, it asks for attention. */
  fromOn: string;
  /** How many things of the kind wait there. */
  number: number;
  ownerId: string | null;
}

export interface WeekFilter {
  kind: FollowUpId | null;
  /** A user's id; "nobody" for what nobody has taken; null for everybody's. */
  owner: string | null;
  /** `from_on|business|kind` of the last row of the page before. */
  after: string | null;
}

export interface WeekPage {
  rows: WeekRow[];
  next: string | null;
  /** Rows the filter leaves, on all pages. */
  total: number;
}

/** What there is to see to today and in the next seven days, the longest waiting first, 50 a page. */
export async function listWeek(
  ctx: ReadContext,
  boroughCode: string,
  filter: WeekFilter,
): Promise<WeekPage> {
  const until = addDays(ctx.today, DAYS_AHEAD);
  const chosen = sql`
    f.borough_code = ${boroughCode} AND f.from_on <= ${until} AND (f.until_on IS NULL OR f.until_on > ${ctx.today})
    ${filter.kind ? sql`AND f.kind = ${filter.kind}` : sql``}
    ${
      filter.owner === "nobody"
        ? sql`AND o.user_id IS NULL`
        : filter.owner
          ? sql`AND o.user_id = ${filter.owner}::uuid`
          : sql``
    }`;
  const [day, business, kind] = (filter.after ?? "").split("|");
  const beyond =
    day && business && kind
      ? sql`AND (f.from_on, f.business_id, f.kind) > (${day}::date, ${business}::uuid, ${kind})`
      : sql``;
  const from = sql`
    FROM follow_ups f
    LEFT JOIN follow_up_owners o ON o.borough_code = f.borough_code AND o.business_id = f.business_id AND o.kind = f.kind`;
  const rows = await ctx.tx.execute<WeekRow & Record<string, unknown>>(sql`
    SELECT f.business_id AS "businessId", b.name, b.sector, b.postcode, f.kind, f.from_on AS "fromOn", f.number,
      o.user_id AS "ownerId"
    ${from} JOIN businesses b ON b.borough_code = f.borough_code AND b.id = f.business_id
    WHERE ${chosen} ${beyond}
    ORDER BY f.from_on, f.business_id, f.kind LIMIT ${PAGE + 1}`);
  const [count] = await ctx.tx.execute<{ total: number }>(
    sql`SELECT count(*)::int AS total ${from} WHERE ${chosen}`,
  );
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: [...page],
    next: rows.length > PAGE && last ? `${last.fromOn}|${last.businessId}|${last.kind}` : null,
    total: count?.total ?? 0,
  };
}

export interface DueAction {
  id: string;
  kind: string;
  title: string | null;
  dueOn: string;
  ownerId: string | null;
}

/** The borough's own actions that are due by the end of the week and not done. */
export async function listDueActions(ctx: ReadContext, boroughCode: string): Promise<DueAction[]> {
  const rows = await ctx.tx.execute<DueAction & Record<string, unknown>>(sql`
    SELECT id, kind, title, due_on AS "dueOn", owner_id AS "ownerId" FROM borough_actions
    WHERE borough_code = ${boroughCode} AND done_on IS NULL AND cancelled_on IS NULL
      AND due_on <= ${addDays(ctx.today, DAYS_AHEAD)}
    ORDER BY due_on, id LIMIT 50`);
  return [...rows];
}

export interface TakenCount {
  own: number;
  /** What nobody has taken. */
  nobodys: number;
}

/** How much of the week is this person's and how much is nobody's, by kind, and of the borough's own actions. */
export async function countWeek(
  ctx: ReadContext,
  boroughCode: string,
  userId: string,
): Promise<{ followUps: Map<FollowUpId, TakenCount>; actions: TakenCount }> {
  const until = addDays(ctx.today, DAYS_AHEAD);
  const rows = await ctx.tx.execute<
    TakenCount & Record<string, unknown> & { kind: FollowUpId | null }
  >(sql`
    SELECT f.kind, count(*) FILTER (WHERE o.user_id = ${userId}::uuid)::int AS own,
      count(*) FILTER (WHERE o.user_id IS NULL)::int AS nobodys
    FROM follow_ups f
    LEFT JOIN follow_up_owners o ON o.borough_code = f.borough_code AND o.business_id = f.business_id AND o.kind = f.kind
    WHERE f.borough_code = ${boroughCode} AND f.from_on <= ${until} AND (f.until_on IS NULL OR f.until_on > ${ctx.today})
    GROUP BY f.kind
    UNION ALL
    SELECT NULL, count(*) FILTER (WHERE owner_id = ${userId}::uuid)::int, count(*) FILTER (WHERE owner_id IS NULL)::int
    FROM borough_actions WHERE borough_code = ${boroughCode} AND done_on IS NULL AND cancelled_on IS NULL
      AND due_on <= ${until}`);
  const followUps = new Map<FollowUpId, TakenCount>();
  let actions: TakenCount = { own: 0, nobodys: 0 };
  for (const { kind, own, nobodys } of rows) {
    if (kind === null) actions = { own, nobodys };
    else followUps.set(kind, { own, nobodys });
  }
  return { followUps, actions };
}
