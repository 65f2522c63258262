import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import type { CourseText } from "@/lib/db/schema/drafts";
import { courseDrafts, libraryEvents } from "@/lib/db/schema/drafts";
import { courses, courseVersions, lessons } from "@/lib/db/schema/library";
import { NotFound } from "@/lib/errors";
import { readVersionText } from "./version-text";

export interface CourseHistory {
  slug: string;
  title: string;
  summary: string;
  /** The newest first. */
  versions: {
    id: string;
    number: number;
    publishedAt: Date;
    material: boolean;
    whatChanged: string | null;
    fromFile: boolean;
  }[];
  lessons: { position: number; title: string; minutes: number }[];
  draft: { changedAt: Date; byMe: boolean; basedOn: number } | null;
}

/** A course with all its versions, and the draft of the next one. Throws NotFound. */
export async function getCourseHistory(ctx: ReadContext, slug: string): Promise<CourseHistory> {
  const [course] = await ctx.tx
    .select({ slug: courses.slug, title: courses.title, summary: courses.summary })
    .from(courses)
    .where(eq(courses.slug, slug));
  if (!course) throw new NotFound();
  const versions = await ctx.tx
    .select({
      id: courseVersions.id,
      number: courseVersions.number,
      publishedAt: courseVersions.publishedAt,
      material: courseVersions.material,
      whatChanged: courseVersions.whatChanged,
      fromFile: sql<boolean>`${courseVersions.publishedBy} IS NULL`,
    })
    .from(courseVersions)
    .where(eq(courseVersions.courseSlug, slug))
    .orderBy(desc(courseVersions.number));
  const read = await ctx.tx
    .select({ position: lessons.position, title: lessons.title, minutes: lessons.minutes })
    .from(lessons)
    .where(eq(lessons.versionId, versions[0]?.id ?? ""))
    .orderBy(asc(lessons.position));
  const [draft] = await ctx.tx
    .select({
      changedAt: courseDrafts.changedAt,
      changedBy: courseDrafts.changedBy,
      basedOn: courseVersions.number,
    })
    .from(courseDrafts)
    .innerJoin(courseVersions, eq(courseVersions.id, courseDrafts.basedOn))
    .where(eq(courseDrafts.courseSlug, slug));
  return {
    ...course,
    versions,
    lessons: read,
    draft: draft
      ? {
          changedAt: draft.changedAt,
          basedOn: draft.basedOn,
          byMe: "userId" in ctx.viewer && draft.changedBy === ctx.viewer.userId,
        }
      : null,
  };
}

export interface DraftView {
  text: CourseText;
  /** The version the draft began with, and the newest now, by number. */
  basedOn: number;
  newest: number;
  /** What the newest version says. */
  published: CourseText;
}

/** The draft of a course beside what is published. Throws NotFound when there is none. */
export async function getDraft(ctx: ReadContext, slug: string): Promise<DraftView> {
  const [draft] = await ctx.tx
    .select({ text: courseDrafts.text, basedOn: courseVersions.number })
    .from(courseDrafts)
    .innerJoin(courseVersions, eq(courseVersions.id, courseDrafts.basedOn))
    .where(eq(courseDrafts.courseSlug, slug));
  if (!draft) throw new NotFound();
  const [newest] = await ctx.tx
    .select({ id: courseVersions.id, number: courseVersions.number })
    .from(courseVersions)
    .where(eq(courseVersions.courseSlug, slug))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  if (!newest) throw new NotFound();
  return { ...draft, newest: newest.number, published: await readVersionText(ctx.tx, newest.id) };
}

export interface LibraryEventRow {
  id: string;
  at: Date;
  action: string;
  details: Record<string, string | number | boolean>;
}

/** What was done to a course in the editor, the newest first; at most fifty. */
export async function listLibraryEvents(
  ctx: ReadContext,
  slug: string,
): Promise<LibraryEventRow[]> {
  return ctx.tx
    .select({
      id: libraryEvents.id,
      at: libraryEvents.at,
      action: libraryEvents.action,
      details: libraryEvents.details,
    })
    .from(libraryEvents)
    .where(eq(libraryEvents.courseSlug, slug))
    .orderBy(desc(libraryEvents.at))
    .limit(50);
}
