import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { businesses } from "./businesses";
import { boroughCode } from "./columns";

/** Where a business is counted (sector, ward, open late): the row a recompute locks first. */
export const standings = pgTable(
  "standings",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    sector: text().notNull(),
    ward: text().notNull(),
    late: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.businessId] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
  ],
);

/** Months in which a business meets a measure: from the first month to before the second (null: open). */
export const standingPeriods = pgTable(
  "standing_periods",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    measure: text().notNull(),
    metFrom: date().notNull(),
    metUntil: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.businessId, t.measure, t.metFrom] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [standings.boroughCode, standings.businessId],
    }),
    check("standing_periods_order", sql`${t.metUntil} > ${t.metFrom}`),
  ],
);

/** A difference array: the figure of a month is the sum of `delta` up to it. Never below zero in sum. */
export const coverageCells = pgTable(
  "coverage_cells",
  {
    boroughCode: boroughCode(),
    ward: text().notNull(),
    sector: text().notNull(),
    /** Open after 23:00: where night cover applies. */
    late: boolean().notNull().default(false),
    measure: text().notNull(),
    month: date().notNull(),
    delta: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.measure, t.sector, t.ward, t.late, t.month] })],
);

/** The cells summed over wards and late trading: what a dashboard and all of London are read from. */
export const coverageTotals = pgTable(
  "coverage_totals",
  {
    boroughCode: boroughCode(),
    sector: text().notNull(),
    measure: text().notNull(),
    month: date().notNull(),
    delta: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.measure, t.sector, t.month] }),
    index("coverage_totals_measure").on(t.measure, t.month, t.boroughCode),
  ],
);

/** Months in which a borough itself meets a measure of Prepare, or police confirmed one of Pursue. */
export const boroughPeriods = pgTable(
  "borough_periods",
  {
    boroughCode: boroughCode(),
    measure: text().notNull(),
    metFrom: date().notNull(),
    metUntil: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.measure, t.metFrom] }),
    check("borough_periods_order", sql`${t.metUntil} > ${t.metFrom}`),
  ],
);

/** What a council team has from a month on: people who work there, and those with a current briefing. */
export const teamFigures = pgTable(
  "team_figures",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    month: date().notNull(),
    headcount: integer().notNull(),
    trained: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.businessId, t.month] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [standings.boroughCode, standings.businessId],
    }),
  ],
);

/** What an officer should see to at a business: from a day until before another, recomputed like standing. */
export const followUps = pgTable(
  "follow_ups",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    kind: text().notNull(),
    fromOn: date().notNull(),
    untilOn: date(),
    /** How many things of that kind wait there: people to confirm, declarations, actions. */
    number: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.businessId, t.kind, t.fromOn] }),
    index("follow_ups_kind").on(t.boroughCode, t.kind, t.fromOn, t.businessId),
    index("follow_ups_from").on(t.boroughCode, t.fromOn, t.businessId),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [standings.boroughCode, standings.businessId],
    }),
  ],
);

/** A difference array by day: businesses with a follow-up of a kind are the sum of `delta` up to today. */
export const followUpCells = pgTable(
  "follow_up_cells",
  {
    boroughCode: boroughCode(),
    kind: text().notNull(),
    day: date().notNull(),
    delta: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.kind, t.day] })],
);

/** Which colleague sees to a follow-up; it outlives the recompute of the follow-up itself. */
export const followUpOwners = pgTable(
  "follow_up_owners",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    kind: text().notNull(),
    userId: uuid().notNull(),
    assignedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.businessId, t.kind] }),
    index("follow_up_owners_user").on(t.boroughCode, t.userId),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
  ],
);
