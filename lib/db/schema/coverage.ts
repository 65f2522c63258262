import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { businesses } from "./businesses";
import { boroughCode } from "./columns";

/** Where a business is counted (sector, ward): the row a recompute locks first. */
export const standings = pgTable(
  "standings",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    sector: text().notNull(),
    ward: text().notNull(),
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
    measure: text().notNull(),
    month: date().notNull(),
    delta: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.measure, t.sector, t.ward, t.month] })],
);
