import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { sectors } from "./boroughs";
import { businesses } from "./businesses";
import { at, boroughCode, id } from "./columns";

/** What can happen to one practice of one business; the newest one that settles it counts. */
export type PracticeChange =
  | "declared_in_place"
  | "declared_not_yet"
  | "declared_not_applicable"
  | "confirmed"
  | "returned";

const itemColumns = () => ({
  code: text().notNull(),
  aim: text().$type<"prevent" | "protect" | "pursue">().notNull(),
  level: text().$type<"essential" | "desirable">().notNull(),
  title: text().notNull(),
  help: text().notNull(),
  /** An officer confirms it at the premises only, never from the desk. */
  seenOnVisit: boolean().notNull(),
  fromOn: date().notNull(),
  untilOn: date(),
});

/** The published checklist of a shared sector, in versions: an item counts until it is replaced. */
export const practiceItems = pgTable(
  "practice_items",
  {
    sector: text().notNull(),
    version: integer().notNull(),
    ...itemColumns(),
    /** Codes of the reasons for which it may not apply; none means it always does. */
    exemptions: jsonb().$type<string[]>().notNull(),
    source: text().notNull(),
    sourceUrl: text(),
    reviewOn: date().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sector, t.code, t.version] }),
    check("practice_items_aim", sql`${t.aim} in ('prevent','protect','pursue')`),
    check("practice_items_level", sql`${t.level} in ('essential','desirable')`),
  ],
);

/** What a borough asks of a sector besides the published list. */
export const boroughPracticeItems = pgTable(
  "borough_practice_items",
  { boroughCode: boroughCode(), sector: text().notNull(), ...itemColumns() },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.sector, t.code] }),
    foreignKey({
      columns: [t.boroughCode, t.sector],
      foreignColumns: [sectors.boroughCode, sectors.code],
    }),
    check("borough_practice_items_aim", sql`${t.aim} in ('prevent','protect','pursue')`),
    check("borough_practice_items_level", sql`${t.level} in ('essential','desirable')`),
  ],
);

/** What a business declared about a practice and what an officer decided: the fact behind Protect. */
export const practiceChanges = pgTable(
  "practice_changes",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    id: id(),
    itemCode: text().notNull(),
    change: text().$type<PracticeChange>().notNull(),
    reason: text(),
    /** The visit on which an officer saw it. */
    visitId: uuid(),
    fromOn: date().notNull(),
    /** When it lapses by itself: a month's last day. */
    lapsesOn: date().notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("practice_changes_business").on(
      t.boroughCode,
      t.businessId,
      t.itemCode,
      t.fromOn,
      t.recordedAt,
    ),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    check(
      "practice_changes_change",
      sql`${t.change} in ('declared_in_place','declared_not_yet','declared_not_applicable','confirmed','returned')`,
    ),
    check(
      "practice_changes_month_end",
      sql`${t.lapsesOn} = (date_trunc('month', ${t.lapsesOn}) + interval '1 month - 1 day')::date`,
    ),
  ],
);

/** A picture of a poster on display, re-drawn without its metadata; the file lies outside the web root. */
export const posterPictures = pgTable(
  "poster_pictures",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    id: id(),
    fileKey: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    addedOn: date().notNull(),
    /** The day its file is removed. */
    keepUntil: date().notNull(),
    removedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("poster_pictures_business").on(t.boroughCode, t.businessId, t.addedOn),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
  ],
);
