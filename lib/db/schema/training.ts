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
import { sectors } from "./boroughs";
import { businesses } from "./businesses";
import { at, boroughCode, createdAt, id } from "./columns";
import { staffMembers } from "./people";

export interface LessonSource {
  statement: string;
  source: string;
  url?: string;
  owner: string;
  reviewOn: string;
}
export interface QuestionOption {
  text: string;
  correct: boolean;
  feedback: string;
}

/** One scene of a scenario: what happens, and what the reader may do about it. */
export interface Scene {
  id: string;
  text: string;
  choices: { text: string; wrongTurn: boolean; feedback: string; to: string }[];
}
export interface Ending {
  id: string;
  outcome: "well" | "recovered" | "missed";
  title: string;
  text: string;
}

/** The course library, shared by every borough and read by every signed-in role. */
export const courses = pgTable("courses", {
  slug: text().primaryKey(),
  title: text().notNull(),
  purpose: text().$type<"awareness" | "reporting" | "premises">().notNull(),
  summary: text().notNull(),
});

/** A published version never changes (portal roles hold no UPDATE on it). */
export const courseVersions = pgTable(
  "course_versions",
  {
    id: uuid().primaryKey(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    number: integer().notNull(),
    contentHash: text().notNull(),
    minutes: integer().notNull(),
    monthsValid: integer().notNull(),
    passShare: integer().notNull(),
    questionsPerAttempt: integer().notNull(),
    writtenFor: text().notNull(),
    contentNote: text().notNull(),
    outcomes: jsonb().$type<string[]>().notNull(),
    /** The shorter path of somebody who renews: positions of lessons; empty in a version without one. */
    refresherLessons: jsonb().$type<number[]>().notNull().default([]),
    refresherQuestions: integer(),
    publishedAt: at("published_at").notNull().defaultNow(),
  },
  (t) => [unique("course_versions_number").on(t.courseSlug, t.number)],
);

export const lessons = pgTable(
  "lessons",
  {
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    position: integer().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    minutes: integer().notNull(),
    body: text().notNull(),
    sources: jsonb().$type<LessonSource[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.position] })],
);

export const questions = pgTable(
  "questions",
  {
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    id: text().notNull(),
    use: text().$type<"practice" | "final">().notNull(),
    position: integer().notNull(),
    lessonPosition: integer().notNull(),
    kind: text().$type<"one" | "several">().notNull(),
    prompt: text().notNull(),
    options: jsonb().$type<QuestionOption[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.id] })],
);

/** A story of the reader's own trade that goes on as they decide; practice, never counted. */
export const scenarios = pgTable(
  "scenarios",
  {
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    id: text().notNull(),
    position: integer().notNull(),
    lessonPosition: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    scenes: jsonb().$type<Scene[]>().notNull(),
    endings: jsonb().$type<Ending[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.id] })],
);

export type Audience = "all_staff" | "managers" | "night_staff";

/** Training outside the portal that a borough lets stand for a course, from one day to another. */
export const equivalents = pgTable(
  "equivalents",
  {
    boroughCode: boroughCode(),
    id: id(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    provider: text().$type<Provider>().notNull(),
    /** How long it counts from the month it was taken in. */
    months: integer().notNull(),
    acceptedBy: uuid().notNull(),
    createdAt: createdAt(),
    endedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    uniqueIndex("equivalents_open")
      .on(t.boroughCode, t.courseSlug, t.provider)
      .where(sql`${t.endedOn} is null`),
    check(
      "equivalents_provider",
      sql`${t.provider} in ('tfl_safeguarding','barnardos_nightwatch','wave','other_authority')`,
    ),
    check("equivalents_months", sql`${t.months} between 1 and 60`),
  ],
);
export type Provider = "tfl_safeguarding" | "barnardos_nightwatch" | "wave" | "other_authority";

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

/**
 * A staff member's certificate, earned here or accepted from elsewhere by the borough's policy; it lapses
 * at the end of expires_on, which is a month's last day.
 */
export const certificates = pgTable(
  "certificates",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    /** The training that earned it; none where it is a copy of the facts of another certificate. */
    recordId: uuid(),
    /** The certificate that was earned, and its borough, where this one is a copy: never a copy itself. */
    copiedFrom: uuid(),
    copiedFromBorough: text(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    versionId: uuid().references(() => courseVersions.id),
    codeHash: text(),
    /** The policy under which training elsewhere was accepted, its day and the number on its paper. */
    equivalentId: uuid(),
    takenOn: date(),
    evidence: text(),
    issuedOn: date().notNull(),
    expiresOn: date().notNull(),
    revokedOn: date(),
    /** Why an officer withdrew it, from a list of codes. */
    revokedReason: text(),
    /** The holder agreed to their initial and family name on the public page. */
    showsName: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("certificates_record").on(t.boroughCode, t.recordId),
    unique("certificates_code").on(t.boroughCode, t.codeHash),
    unique("certificates_copy").on(t.boroughCode, t.staffId, t.copiedFrom),
    index("certificates_copies").on(t.boroughCode, t.copiedFrom),
    index("certificates_business").on(t.boroughCode, t.businessId, t.courseSlug, t.staffId),
    index("certificates_expiry").on(t.boroughCode, t.expiresOn),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "certificates_staff_fk",
    }),
    foreignKey({
      columns: [t.boroughCode, t.recordId],
      foreignColumns: [trainingRecords.boroughCode, trainingRecords.id],
    }),
    foreignKey({
      columns: [t.boroughCode, t.equivalentId],
      foreignColumns: [equivalents.boroughCode, equivalents.id],
      name: "certificates_equivalent_fk",
    }),
    // One paper once for one entry of a staff list; its holder may work at several businesses.
    uniqueIndex("certificates_evidence")
      .on(t.boroughCode, t.staffId, t.equivalentId, t.evidence)
      .where(sql`${t.equivalentId} is not null and ${t.revokedOn} is null`),
    check(
      "certificates_origin",
      sql`CASE WHEN ${t.equivalentId} is null
        THEN num_nonnulls(${t.recordId}, ${t.copiedFrom}) = 1 and (${t.copiedFrom} is null) = (${t.copiedFromBorough} is null)
          and num_nulls(${t.versionId}, ${t.codeHash}) = 0 and num_nonnulls(${t.takenOn}, ${t.evidence}) = 0
        ELSE num_nonnulls(${t.recordId}, ${t.copiedFrom}, ${t.copiedFromBorough}, ${t.versionId}, ${t.codeHash}) = 0
          and num_nulls(${t.takenOn}, ${t.evidence}) = 0 END`,
    ),
    check(
      "certificates_revoked_reason",
      sql`${t.revokedReason} in ('mistake','not_the_holder','twice','asked')`,
    ),
    check(
      "certificates_month_end",
      sql`${t.expiresOn} = (date_trunc('month', ${t.expiresOn}) + interval '1 month - 1 day')::date`,
    ),
  ],
);
