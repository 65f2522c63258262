import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, boroughCode } from "./columns";
import { courseVersions, lessons, questions } from "./library";
import { staffMembers } from "./people";

/** A language a version is being put into; learners meet it once a native reader has reviewed it. */
export const courseTranslations = pgTable(
  "course_translations",
  {
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    language: text().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    contentNote: text().notNull(),
    /** The organisation whose native reader reviewed it, and when; null while nobody has. */
    reviewedBy: text(),
    reviewedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.language] }),
    check("course_translations_review", sql`(${t.reviewedBy} is null) = (${t.reviewedOn} is null)`),
  ],
);

/** A lesson in another language; one that is not here is read in English. */
export const lessonTranslations = pgTable(
  "lesson_translations",
  {
    versionId: uuid().notNull(),
    language: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.language, t.position] }),
    foreignKey({
      columns: [t.versionId, t.language],
      foreignColumns: [courseTranslations.versionId, courseTranslations.language],
      name: "lesson_translations_course_fk",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.versionId, t.position],
      foreignColumns: [lessons.versionId, lessons.position],
      name: "lesson_translations_lesson_fk",
    }),
  ],
);

/** A question in another language: its options in the order of the English ones, which say what is right. */
export const questionTranslations = pgTable(
  "question_translations",
  {
    versionId: uuid().notNull(),
    language: text().notNull(),
    questionId: text().notNull(),
    prompt: text().notNull(),
    options: jsonb().$type<{ text: string; feedback: string }[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.language, t.questionId] }),
    foreignKey({
      columns: [t.versionId, t.language],
      foreignColumns: [courseTranslations.versionId, courseTranslations.language],
      name: "question_translations_course_fk",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.versionId, t.questionId],
      foreignColumns: [questions.versionId, questions.id],
      name: "question_translations_question_fk",
    }),
  ],
);

/** The language a person reads in, on every device they use. */
export const readingLanguages = pgTable(
  "reading_languages",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    language: text().notNull(),
    chosenAt: at("chosen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.staffId] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "reading_languages_staff_fk",
    }),
  ],
);
