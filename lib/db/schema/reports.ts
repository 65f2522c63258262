import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { boroughs } from "./boroughs";
import { at, boroughCode, id } from "./columns";

/** A month's figures as an administrator signed them off; nobody changes or removes one. */
export const coverageReports = pgTable(
  "coverage_reports",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    /** The month's last day. */
    asAt: date().notNull(),
    signedBy: uuid().notNull(),
    /** As it read on that day. */
    signedName: text().notNull(),
    signedAt: at("signed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("coverage_reports_month").on(t.boroughCode, t.asAt, t.signedAt),
  ],
);

/** The figures of a signed report, one a measure and place; what nobody met has no row. */
export const coverageReportCells = pgTable(
  "coverage_report_cells",
  {
    boroughCode: boroughCode(),
    reportId: uuid().notNull(),
    measure: text().notNull(),
    sector: text().notNull(),
    ward: text().notNull(),
    late: boolean().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.reportId, t.measure, t.sector, t.ward, t.late] }),
    foreignKey({
      columns: [t.boroughCode, t.reportId],
      foreignColumns: [coverageReports.boroughCode, coverageReports.id],
    }),
  ],
);

/** The self-check: how many figures differed from their facts, and how many of those were mended. */
export const coverageChecks = pgTable(
  "coverage_checks",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    at: at("at").notNull().defaultNow(),
    faults: integer().notNull(),
    repaired: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("coverage_checks_newest").on(t.boroughCode, t.at),
  ],
);
