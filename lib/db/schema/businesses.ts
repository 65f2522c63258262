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
import { operators, sectors } from "./boroughs";
import { at, boroughCode, createdAt, id } from "./columns";

export const STAGES = ["in_scope", "invited", "enrolled", "excluded", "closed"] as const;
export type Stage = (typeof STAGES)[number];

export type LicenceType =
  | "premises_alcohol"
  | "premises_late_refreshment"
  | "club_certificate"
  | "private_hire_operator"
  | "none";

/** A premises or operator in one borough: what gets enrolled, trained and visited. */
export const businesses = pgTable(
  "businesses",
  {
    boroughCode: boroughCode(),
    id: id(),
    sector: text().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    postcode: text().notNull(),
    ward: text(),
    easting: integer(),
    northing: integer(),
    /** The newest row of stage_changes, kept here for lists. */
    stage: text().$type<Stage>().notNull(),
    stageOn: date().notNull(),
    exclusionReason: text(),
    exclusionReviewOn: date(),
    /** The newest row of headcounts, kept here for lists. */
    headcount: integer(),
    headcountConfirmedOn: date(),
    opensLate: boolean(),
    /** Under which licence it trades; null while nobody has said. */
    licenceType: text().$type<LicenceType>(),
    operatorId: uuid(),
    contactEmail: text(),
    contactPhone: text(),
    joinGeneration: integer().notNull().default(1),
    joinCodeHash: text(),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    foreignKey({
      columns: [t.boroughCode, t.sector],
      foreignColumns: [sectors.boroughCode, sectors.code],
    }),
    foreignKey({
      columns: [t.boroughCode, t.operatorId],
      foreignColumns: [operators.boroughCode, operators.id],
    }),
    index("businesses_by_operator")
      .on(t.boroughCode, t.operatorId)
      .where(sql`${t.operatorId} is not null`),
    index("businesses_by_headcount").on(
      t.boroughCode,
      sql`${t.headcount} desc nulls last`,
      sql`lower(${t.name})`,
      t.id,
    ),
    index("businesses_by_name").on(t.boroughCode, sql`lower(${t.name})`, t.id),
    index("businesses_by_stage").on(t.boroughCode, t.stage, sql`lower(${t.name})`, t.id),
    index("businesses_by_join_code").on(t.boroughCode, t.joinCodeHash),
    check(
      "businesses_stage",
      sql`${t.stage} in ('in_scope','invited','enrolled','excluded','closed')`,
    ),
    check("businesses_headcount", sql`${t.headcount} between 1 and 20000`),
    check(
      "businesses_licence_type",
      sql`${t.licenceType} in ('premises_alcohol','premises_late_refreshment','club_certificate','private_hire_operator','none')`,
    ),
  ],
);

/** Every stage a business has been in, from which day: the fact behind `in scope` and `enrolled`. */
export const stageChanges = pgTable(
  "stage_changes",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    id: id(),
    stage: text().$type<Stage>().notNull(),
    fromOn: date().notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("stage_changes_business").on(t.boroughCode, t.businessId, t.fromOn, t.recordedAt),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    check(
      "stage_changes_stage",
      sql`${t.stage} in ('in_scope','invited','enrolled','excluded','closed')`,
    ),
  ],
);

/** How many people work there, as declared and from which day: the denominator of `trained`. */
export const headcounts = pgTable(
  "headcounts",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    id: id(),
    headcount: integer().notNull(),
    fromOn: date().notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
    confirmedOnVisit: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("headcounts_business").on(t.boroughCode, t.businessId, t.fromOn, t.recordedAt),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    check("headcounts_range", sql`${t.headcount} between 1 and 20000`),
  ],
);
