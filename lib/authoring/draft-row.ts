import "server-only";
import { desc, eq } from "drizzle-orm";
import { type CourseText, courseDrafts } from "@/lib/db/schema/drafts";
import { courseVersions } from "@/lib/db/schema/library";
import { Conflict } from "@/lib/errors";
import type { LibraryContext } from "@/lib/library-command";
import { markOf } from "./mark";

const GONE =
  "This draft is no longer there: it was published or thrown away. Copy what you wrote, then start a draft again.";
const CHANGED =
  "Somebody has changed this since you opened it. Copy what you wrote, open this page again and put it in there.";

/** The draft of a course, locked until the command ends; null when there is none. */
export async function findDraft(
  { tx }: LibraryContext,
  courseSlug: string,
): Promise<{ basedOn: string; text: CourseText } | null> {
  const [row] = await tx
    .select({ basedOn: courseDrafts.basedOn, text: courseDrafts.text })
    .from(courseDrafts)
    .where(eq(courseDrafts.courseSlug, courseSlug))
    .for("update");
  return row ?? null;
}

/** The draft of a course, locked until the command ends. Throws Conflict when there is none. */
export async function lockDraft(
  ctx: LibraryContext,
  courseSlug: string,
): Promise<{ basedOn: string; text: CourseText }> {
  const draft = await findDraft(ctx, courseSlug);
  if (!draft) throw new Conflict(GONE);
  return draft;
}

/** Throws Conflict unless the part is still what the author saw. */
export function expectSeen(part: unknown, seen: string): void {
  if (markOf(part) !== seen) throw new Conflict(CHANGED);
}

export async function saveDraft(
  { tx, viewer }: LibraryContext,
  courseSlug: string,
  text: CourseText,
): Promise<void> {
  await tx
    .update(courseDrafts)
    .set({ text, changedBy: viewer.userId, changedAt: new Date() })
    .where(eq(courseDrafts.courseSlug, courseSlug));
}

/** The newest published version of a course; null when there is no such course. */
export async function findNewest(
  { tx }: Pick<LibraryContext, "tx">,
  courseSlug: string,
): Promise<{ id: string; number: number } | null> {
  const [row] = await tx
    .select({ id: courseVersions.id, number: courseVersions.number })
    .from(courseVersions)
    .where(eq(courseVersions.courseSlug, courseSlug))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return row ?? null;
}
