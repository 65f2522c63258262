import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { boroughCode } from "./columns";

/** The Met's Basic Command Units and the City of London Police: shared, read by every role. */
export const policeAreas = pgTable("police_areas", {
  code: text().primaryKey(),
  name: text().notNull(),
  force: text().notNull(),
});

/** The London authorities with their place on the tile map: shared, read by every role. */
export const boroughs = pgTable("boroughs", {
  code: text().primaryKey(),
  name: text().notNull(),
  policeAreaCode: text()
    .notNull()
    .references(() => policeAreas.code),
  tileRow: integer().notNull(),
  tileColumn: integer().notNull(),
});

/** What a borough set up for itself; a row exists once the programme team has set the borough up. */
export const boroughSettings = pgTable("borough_settings", {
  boroughCode: boroughCode()
    .primaryKey()
    .references(() => boroughs.code),
  inUseSince: date().notNull(),
});

/** Children's services front door; shown as "not confirmed" until somebody of the borough confirmed it. */
export const boroughContacts = pgTable("borough_contacts", {
  boroughCode: boroughCode()
    .primaryKey()
    .references(() => boroughs.code),
  teamName: text().notNull(),
  email: text(),
  phone: text(),
  outOfHoursPhone: text(),
  source: text().notNull(),
  confirmedBy: text(),
  confirmedOn: date(),
});

/** A sector is a row: the shared ones are written when a borough is set up, a borough may add its own. */
export const sectors = pgTable(
  "sectors",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    code: text().notNull(),
    label: text().notNull(),
    pluralLabel: text().notNull(),
    copiesMeasuresOf: text().notNull(),
    countsAsBusiness: boolean().notNull().default(true),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.code] })],
);

/** Which ward a postcode lies in, as the borough uploaded it; the postcode has no space. */
export const wardPostcodes = pgTable(
  "ward_postcodes",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    postcode: text().notNull(),
    ward: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.postcode] })],
);

/** The company behind one or many businesses, as this borough knows it. */
export const operators = pgTable(
  "operators",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: uuid().notNull(),
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    uniqueIndex("operators_by_name").on(t.boroughCode, sql`lower(${t.name})`),
  ],
);

/** Which courses count for a measure in a sector, e.g. `trained` in `hotel`. */
export const measureCourses = pgTable(
  "measure_courses",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    sector: text().notNull(),
    measure: text().notNull(),
    courseSlug: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.sector, t.measure, t.courseSlug] }),
    foreignKey({
      columns: [t.boroughCode, t.sector],
      foreignColumns: [sectors.boroughCode, sectors.code],
    }),
  ],
);

/** What has been applied to this database (walls, demonstration): one row a fact, read by /readyz. */
export const schemaState = pgTable("schema_state", {
  name: text().primaryKey(),
  value: text().notNull(),
});
