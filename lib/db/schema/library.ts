import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at } from "./columns";

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
    /** Whoever is certified on an older version is asked to read what changed. */
    material: boolean().notNull().default(false),
    /** What its author says has changed, in Markdown; null for a version that came as a file. */
    whatChanged: text(),
    /** The two questions that follow a material change, by id. */
    changeQuestions: jsonb().$type<string[]>().notNull().default([]),
    /** Its author in the editor; null for a version that came as a file. */
    publishedBy: uuid(),
    publishedAt: at("published_at").notNull().defaultNow(),
  },
  (t) => [
    unique("course_versions_number").on(t.courseSlug, t.number),
    check(
      "course_versions_material",
      sql`not ${t.material} or (${t.whatChanged} is not null and jsonb_array_length(${t.changeQuestions}) = 2)`,
    ),
  ],
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
