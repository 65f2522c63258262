import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { businesses, type Stage } from "@/lib/db/schema/businesses";
import { NotFound } from "@/lib/errors";
import { businessConditions, meets, waitsFor } from "./filter-sql";
import type { BusinessFilter } from "./filters";

export interface BusinessRow {
  id: string;
  name: string;
  address: string;
  postcode: string;
  sector: string;
  stage: Stage;
  headcount: number | null;
  overdue: boolean;
  prevent: boolean;
  pursue: boolean;
}

export interface BusinessPage {
  rows: BusinessRow[];
  /** Businesses the filter leaves, on all pages. */
  total: number;
  /** The id to go on after; null on the last page. */
  nextAfter: string | null;
  /** The id to go back before; null on the first page. */
  previousBefore: string | null;
}

export type PlaceInList = { after: string } | { before: string } | null;

const PAGE = 50;

/** Businesses by name, 50 a page, and how many the filter leaves in all. */
export async function listBusinesses(
  ctx: ReadContext,
  filter: BusinessFilter,
  place: PlaceInList,
): Promise<BusinessPage> {
  const page = await listBusinessPage(ctx, filter, place, PAGE);
  return { ...page, total: await countBusinesses(ctx, filter) };
}

/** Businesses the filter leaves. */
export async function countBusinesses(ctx: ReadContext, filter: BusinessFilter): Promise<number> {
  const [count] = await ctx.tx.execute<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM businesses WHERE ${businessConditions(ctx, filter)}`,
  );
  return count?.total ?? 0;
}

/** One page of `size` businesses by name. */
export async function listBusinessPage(
  ctx: ReadContext,
  filter: BusinessFilter,
  place: PlaceInList,
  size: number,
): Promise<Omit<BusinessPage, "total">> {
  const conditions = businessConditions(ctx, filter);
  const backwards = place !== null && "before" in place;
  const from = place === null ? null : "before" in place ? place.before : place.after;
  const rows = await ctx.tx.execute<BusinessRow & Record<string, unknown>>(sql`
    SELECT businesses.id, businesses.name, businesses.address, businesses.postcode, businesses.sector,
      businesses.stage, businesses.headcount, ${waitsFor("overdue", ctx.today)} AS overdue,
      ${meets("prevent", ctx.today)} AS prevent, ${meets("pursue", ctx.today)} AS pursue
    FROM businesses
    WHERE ${conditions} ${from === null ? sql`` : beyond(from, backwards)}
    ORDER BY ${backwards ? sql`lower(businesses.name) DESC, businesses.id DESC` : sql`lower(businesses.name), businesses.id`}
    LIMIT ${size + 1}`);
  return cut([...rows], size, backwards, from !== null);
}

/** After (or before) one business in the order of the list. */
function beyond(id: string, backwards: boolean): SQL {
  const sign = backwards ? sql`<` : sql`>`;
  return sql`AND (lower(businesses.name), businesses.id) ${sign} (SELECT lower(f.name), f.id
    FROM businesses f WHERE f.borough_code = businesses.borough_code AND f.id = ${id})`;
}

function cut(rows: BusinessRow[], size: number, backwards: boolean, moved: boolean) {
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (backwards) page.reverse();
  const hasNext = backwards ? moved : more;
  const hasPrevious = backwards ? more : moved;
  return {
    rows: page,
    nextAfter: hasNext ? (page.at(-1)?.id ?? null) : null,
    previousBefore: hasPrevious ? (page[0]?.id ?? null) : null,
  };
}

export interface ChosenBusiness {
  id: string;
  name: string;
  postcode: string;
  sector: string;
  stage: Stage;
}

const chosen = {
  id: businesses.id,
  name: businesses.name,
  postcode: businesses.postcode,
  sector: businesses.sector,
  stage: businesses.stage,
};

/** Businesses ticked one by one, by name; ids of another borough are left out. */
export async function listChosen(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<ChosenBusiness[]> {
  if (ids.length === 0) return [];
  return ctx.tx
    .select(chosen)
    .from(businesses)
    .where(and(ctx.inBorough(businesses), inArray(businesses.id, [...ids])))
    .orderBy(sql`lower(${businesses.name})`, businesses.id);
}

/** Every business a filter leaves, by name, at most `most` of them. */
export async function listMatching(
  ctx: ReadContext,
  filter: BusinessFilter,
  most: number,
): Promise<ChosenBusiness[]> {
  return ctx.tx
    .select(chosen)
    .from(businesses)
    .where(businessConditions(ctx, filter))
    .orderBy(sql`lower(${businesses.name})`, businesses.id)
    .limit(most);
}

/** One business's own columns, for a form. Throws NotFound. */
export async function getBusiness(
  ctx: ReadContext,
  id: string,
): Promise<typeof businesses.$inferSelect> {
  const [row] = await ctx.tx
    .select()
    .from(businesses)
    .where(and(ctx.inBorough(businesses), eq(businesses.id, id)));
  if (!row) throw new NotFound("No such business.");
  return row;
}
