import {
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, boroughCode } from "./columns";
import {
  courses,
  courseVersions,
  type Ending,
  type LessonSource,
  type QuestionOption,
  type Scene,
} from "./library";
import { staffMembers } from "./people";

export interface DraftLesson {
  /** Its name inside the course; what belongs to a lesson says it by this. */
  slug: string;
  title: string;
  minutes: number;
  body: string;
  sources: LessonSource[];
}

export interface DraftQuestion {
  id: string;
  use: "practice" | "final";
  lesson: string;
  kind: "one" | "several";
  prompt: string;
  options: QuestionOption[];
}

/** All that a version of a course says; its lessons and questions in their order. */
export interface CourseText {
  title: string;
  summary: string;
  writtenFor: string;
  contentNote: string;
  outcomes: string[];
  minutes: number;
  monthsValid: number;
  passShare: number;
  questionsPerAttempt: number;
  /** The shorter path of somebody who renews, by the lessons' names. */
  refresherLessons: string[];
  refresherQuestions: number | null;
  lessons: DraftLesson[];
  questions: DraftQuestion[];
  scenarios: {
    id: string;
    lesson: string;
    title: string;
    summary: string;
    scenes: Scene[];
    endings: Ending[];
  }[];
}

/** What the next version of a course will say, until it is published or thrown away: one a course. */
export const courseDrafts = pgTable("course_drafts", {
  courseSlug: text()
    .primaryKey()
    .references(() => courses.slug),
  /** The version it began with. */
  basedOn: uuid()
    .notNull()
    .references(() => courseVersions.id),
  text: jsonb().$type<CourseText>().notNull(),
  startedBy: uuid().notNull(),
  startedAt: at("started_at").notNull().defaultNow(),
  changedBy: uuid().notNull(),
  changedAt: at("changed_at").notNull().defaultNow(),
});

/** Who did what to the library, which belongs to no borough. Append only. */
export const libraryEvents = pgTable(
  "library_events",
  {
    id: uuid().primaryKey(),
    at: at("at").notNull().defaultNow(),
    actorId: uuid().notNull(),
    action: text().notNull(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    /** The lesson or question by its name, the version by its number; never a word of the text. */
    details: jsonb().$type<Record<string, string | number | boolean>>().notNull(),
  },
  (t) => [index("library_events_course").on(t.courseSlug, t.at)],
);

/** Who has read what a material change changed, and answered its two questions. */
export const changeReadings = pgTable(
  "change_readings",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => courseVersions.id),
    readOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.staffId, t.versionId] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "change_readings_staff_fk",
    }),
  ],
);
