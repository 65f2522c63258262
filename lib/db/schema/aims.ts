import { sql } from "drizzle-orm";
import {
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
import { boroughs, sectors } from "./boroughs";
import { at, boroughCode, createdAt, id } from "./columns";

export type ActionKind = "lead" | "agreement" | "meeting" | "register" | "council_staff" | "other";

/** A thing the borough itself does (Prepare): owner, due date, and a reference to the evidence. */
export const boroughActions = pgTable(
  "borough_actions",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    kind: text().$type<ActionKind>().notNull(),
    /** A short title of the borough's own, for `other` alone. */
    title: text(),
    /** The sector whose register was reconciled by hand, for `register` alone. */
    sector: text(),
    /** The colleague who sees to it; a user's id. */
    ownerId: uuid(),
    dueOn: date().notNull(),
    doneOn: date(),
    /** Until when what was done holds: a month's last day. */
    holdsUntil: date(),
    /** Where the evidence is kept: a file or minute number, never its text. */
    evidence: text(),
    leadName: text(),
    leadPost: text(),
    createdAt: createdAt(),
    cancelledOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("borough_actions_due").on(t.boroughCode, t.kind, t.dueOn),
    foreignKey({
      columns: [t.boroughCode, t.sector],
      foreignColumns: [sectors.boroughCode, sectors.code],
    }),
    check(
      "borough_actions_kind",
      sql`${t.kind} in ('lead','agreement','meeting','register','council_staff','other')`,
    ),
    check("borough_actions_sector", sql`(${t.kind} = 'register') = (${t.sector} is not null)`),
    check("borough_actions_done", sql`${t.holdsUntil} is null or ${t.doneOn} is not null`),
  ],
);

/** Which organisations sat at a partnership meeting, and with how many people. */
export const meetingAttendance = pgTable(
  "meeting_attendance",
  {
    boroughCode: boroughCode(),
    actionId: uuid().notNull(),
    organisation: text().notNull(),
    people: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.actionId, t.organisation] }),
    foreignKey({
      columns: [t.boroughCode, t.actionId],
      foreignColumns: [boroughActions.boroughCode, boroughActions.id],
    }),
    check("meeting_attendance_people", sql`${t.people} between 1 and 99`),
  ],
);

/** What police confirm to a borough: that its call handlers have had the specialist training. */
export const policeConfirmations = pgTable(
  "police_confirmations",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    kind: text().$type<"call_handlers">().notNull(),
    confirmedOn: date().notNull(),
    holdsUntil: date().notNull(),
    confirmedBy: uuid().notNull(),
    evidence: text(),
    recordedAt: at("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("police_confirmations_kind").on(t.boroughCode, t.kind, t.confirmedOn),
    check("police_confirmations_kind", sql`${t.kind} in ('call_handlers')`),
  ],
);

/** 101 calls of a quarter that quoted the operation, entered by police: context, never a target. */
export const callCounts = pgTable(
  "call_counts",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    /** The quarter's first day. */
    quarter: date().notNull(),
    calls: integer().notNull(),
    enteredBy: uuid().notNull(),
    enteredAt: at("entered_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.quarter] }),
    check("call_counts_calls", sql`${t.calls} between 0 and 100000`),
    check("call_counts_quarter", sql`${t.quarter} = date_trunc('quarter', ${t.quarter})::date`),
  ],
);

/** The share of businesses a borough aims for, of an aim or a measure, from which month. */
export const boroughTargets = pgTable(
  "borough_targets",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    counted: text().notNull(),
    share: integer().notNull(),
    fromOn: date().notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("borough_targets_counted").on(t.boroughCode, t.counted, t.fromOn, t.recordedAt),
    check("borough_targets_share", sql`${t.share} between 1 and 100`),
  ],
);

/** The share of the headcount that `trained` and `reporting_route` ask for, from which month. */
export const boroughThresholds = pgTable(
  "borough_thresholds",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    trainedShare: integer().notNull(),
    fromOn: date().notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    check("borough_thresholds_share", sql`${t.trainedShare} between 50 and 100`),
  ],
);
