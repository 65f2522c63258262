import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { courses, courseVersions, lessons, questions } from "@/lib/db/schema/library";

export interface LibraryRow {
  slug: string;
  title: string;
  summary: string;
  writtenFor: string;
  version: number;
  publishedAt: Date;
  minutes: number;
  lessons: number;
  questions: number;
  /** The first day on which a statement's review falls due. */
  reviewOn: string | null;
  /** What it is being put into: how much is ready, and whether a native reader has reviewed it. */
  translations: { language: string; lessons: number; reviewedOn: string | null }[];
}

/** The newest version of every course in the library, with when its statements must be reviewed. */
export async function listLibrary(ctx: ReadContext): Promise<LibraryRow[]> {
  return ctx.tx
    .selectDistinctOn([courses.slug], {
      slug: courses.slug,
      title: courses.title,
      summary: courses.summary,
      writtenFor: courseVersions.writtenFor,
      version: courseVersions.number,
      publishedAt: courseVersions.publishedAt,
      minutes: courseVersions.minutes,
      lessons: sql<number>`(SELECT count(*)::int FROM ${lessons} WHERE ${lessons.versionId} = ${courseVersions.id})`,
      questions: sql<number>`(SELECT count(*)::int FROM ${questions} WHERE ${questions.versionId} = ${courseVersions.id})`,
      reviewOn: sql<string | null>`(SELECT min(source ->> 'reviewOn') FROM ${lessons}
        CROSS JOIN LATERAL jsonb_array_elements(${lessons.sources}) AS source
        WHERE ${lessons.versionId} = ${courseVersions.id})`,
      translations: sql<LibraryRow["translations"]>`(SELECT coalesce(jsonb_agg(jsonb_build_object(
          'language', t.language, 'reviewedOn', t.reviewed_on, 'lessons', (SELECT count(*) FROM lesson_translations l
            WHERE l.version_id = t.version_id AND l.language = t.language)) ORDER BY t.language), '[]')
        FROM course_translations t WHERE t.version_id = ${courseVersions.id})`,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseSlug, courses.slug))
    .orderBy(asc(courses.slug), desc(courseVersions.number));
}

export interface StatementRow {
  courseSlug: string;
  course: string;
  /** The lesson's place in its course and what it is called. */
  position: number;
  lesson: string;
  statement: string;
  source: string;
  url: string | null;
  owner: string;
  reviewOn: string;
}

/** Every statement of fact in the newest versions, the earliest review first. */
export async function listStatements(ctx: ReadContext): Promise<StatementRow[]> {
  return ctx.tx.execute<StatementRow & Record<string, unknown>>(sql`
    SELECT c.slug AS "courseSlug", c.title AS course, l.position, l.title AS lesson, s ->> 'statement' AS statement,
      s ->> 'source' AS source, s ->> 'url' AS url, s ->> 'owner' AS owner, s ->> 'reviewOn' AS "reviewOn"
    FROM courses c
    JOIN LATERAL (SELECT v.id FROM course_versions v WHERE v.course_slug = c.slug
      ORDER BY v.number DESC LIMIT 1) v ON true
    JOIN lessons l ON l.version_id = v.id
    CROSS JOIN LATERAL jsonb_array_elements(l.sources) WITH ORDINALITY AS x (s, i)
    ORDER BY s ->> 'reviewOn', c.slug, l.position, x.i`);
}
