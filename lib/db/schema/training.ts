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
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { businesses } from "./businesses";
import { at, boroughCode, createdAt, id } from "./columns";
import { courses, courseVersions } from "./library";
import { staffMembers } from "./people";

/** A course taken together on one day, led by the manager or an officer, with a short check after it. */
export const groupSessions = pgTable(
  "group_sessions",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    heldOn: date().notNull(),
    /** The questions of the printed check; on a phone each draws their own. */
    questionIds: jsonb().$type<string[]>().notNull(),
    plannedBy: uuid().notNull(),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
    calledOff: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("group_sessions_of_business").on(t.boroughCode, t.businessId, t.id),
    index("group_sessions_business").on(t.boroughCode, t.businessId, t.heldOn),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
  ],
);

/** Who was there: by their own phone, or by the register the leader entered. */
export const sessionAttendances = pgTable(
  "session_attendances",
  {
    boroughCode: boroughCode(),
    sessionId: uuid().notNull(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    how: text().$type<"phone" | "register">().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.sessionId, t.staffId] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.sessionId],
      foreignColumns: [groupSessions.boroughCode, groupSessions.businessId, groupSessions.id],
      name: "session_attendances_session_fk",
    }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "session_attendances_staff_fk",
    }),
    check("session_attendances_how", sql`${t.how} in ('phone','register')`),
  ],
);

/** One staff member's progress on one assignment; a renewal is a new record. */
export const trainingRecords = pgTable(
  "training_records",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    assignmentId: uuid().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    startedAt: at("started_at").notNull().defaultNow(),
    /** How far on the path of lessons; learning starts again there. */
    reachedLesson: integer().notNull().default(0),
    completedOn: date(),
    /** The lessons of a refresher, by position, in order; null when all of the version are read. */
    refresherLessons: jsonb().$type<number[]>(),
    /** The group session in which it was learned; its check is the short one. */
    sessionId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.sessionId],
      foreignColumns: [groupSessions.boroughCode, groupSessions.businessId, groupSessions.id],
      name: "training_records_session_fk",
    }),
    uniqueIndex("training_records_open")
      .on(t.boroughCode, t.staffId, t.assignmentId)
      .where(sql`${t.completedOn} is null`),
    index("training_records_business").on(t.boroughCode, t.businessId, t.staffId),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "training_records_staff_fk",
    }),
    foreignKey({
      columns: [t.boroughCode, t.assignmentId],
      foreignColumns: [assignments.boroughCode, assignments.id],
    }),
  ],
);

/** One go at the final questions; every attempt is kept. */
export const attempts = pgTable(
  "attempts",
  {
    boroughCode: boroughCode(),
    id: id(),
    recordId: uuid().notNull(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    questionIds: jsonb().$type<string[]>().notNull(),
    startedAt: at("started_at").notNull().defaultNow(),
    finishedAt: at("finished_at"),
    correct: integer(),
    passed: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    uniqueIndex("attempts_open").on(t.boroughCode, t.recordId).where(sql`${t.finishedAt} is null`),
    foreignKey({
      columns: [t.boroughCode, t.recordId],
      foreignColumns: [trainingRecords.boroughCode, trainingRecords.id],
    }),
  ],
);

export const attemptAnswers = pgTable(
  "attempt_answers",
  {
    boroughCode: boroughCode(),
    attemptId: uuid().notNull(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    questionId: text().notNull(),
    chosen: jsonb().$type<number[]>().notNull(),
    correct: boolean().notNull(),
    answeredAt: at("answered_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.attemptId, t.questionId] }),
    foreignKey({
      columns: [t.boroughCode, t.attemptId],
      foreignColumns: [attempts.boroughCode, attempts.id],
    }),
  ],
);
