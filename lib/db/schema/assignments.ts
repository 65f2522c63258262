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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sectors } from "./boroughs";
import { businesses } from "./businesses";
import { boroughCode, createdAt, id } from "./columns";
import { courses } from "./library";

export type Audience = "all_staff" | "managers" | "night_staff";

/** What every enrolled business of a kind is asked for, now and later; it never changes, it ends. */
export const assignmentRules = pgTable(
  "assignment_rules",
  {
    boroughCode: boroughCode(),
    id: id(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    /** Null for every sector. */
    sector: text(),
    /** Null whatever its licence. */
    licenceType: text(),
    /** Businesses open after 23:00 alone. */
    lateOnly: boolean().notNull().default(false),
    audience: text().$type<Audience>().notNull().default("all_staff"),
    /** From the day a business is asked to the day it is due. */
    days: integer().notNull(),
    /** How long a certificate counts, where that is shorter than the course says. */
    monthsValid: integer(),
    /** How many of those asked must hold it, in percent, where the measures do not say. */
    share: integer(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    endedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    foreignKey({
      columns: [t.boroughCode, t.sector],
      foreignColumns: [sectors.boroughCode, sectors.code],
      name: "assignment_rules_sector_fk",
    }),
    check(
      "assignment_rules_audience",
      sql`${t.audience} in ('all_staff','managers','night_staff')`,
    ),
    check("assignment_rules_days", sql`${t.days} between 7 and 366`),
    check("assignment_rules_months", sql`${t.monthsValid} between 1 and 60`),
    check("assignment_rules_share", sql`${t.share} between 1 and 100`),
  ],
);

/** A course a business is asked to complete by a date, by hand or by a rule. */
export const assignments = pgTable(
  "assignments",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    dueOn: date().notNull(),
    /** Which of the people there are asked. */
    audience: text().$type<Audience>().notNull().default("all_staff"),
    assignedBy: uuid(),
    createdAt: createdAt(),
    endedOn: date(),
    ruleId: uuid(),
    /** As its rule had them when it asked. */
    monthsValid: integer(),
    share: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    foreignKey({
      columns: [t.boroughCode, t.ruleId],
      foreignColumns: [assignmentRules.boroughCode, assignmentRules.id],
      name: "assignments_rule_fk",
    }),
    index("assignments_by_rule")
      .on(t.boroughCode, t.ruleId, t.businessId)
      .where(sql`${t.ruleId} is not null`),
    check("assignments_audience", sql`${t.audience} in ('all_staff','managers','night_staff')`),
    uniqueIndex("assignments_open")
      .on(t.boroughCode, t.businessId, t.courseSlug)
      .where(sql`${t.endedOn} is null`),
    index("assignments_due").on(t.boroughCode, t.dueOn),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
  ],
);
