import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { type CourseText, courseDrafts, libraryEvents } from "@/lib/db/schema/drafts";
import { courses, courseVersions, lessons, questions, scenarios } from "@/lib/db/schema/library";
import type { Transaction } from "@/lib/db/scope";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { defineLibraryCommand, type LibraryContext } from "@/lib/library-command";
import { forbiddenWords } from "@/lib/training/course-rules";
import { carryTranslations } from "./carry-translations";
import { compareTexts } from "./compare";
import { expectSeen, findNewest, lockDraft } from "./draft-row";
import { draftFaults } from "./faults";
import { publishDraftInput } from "./schema";
import { readVersionText } from "./version-text";

/**
 * Publishes a draft as the next version, beside the older ones; sent twice by its author: the first answer.
 * Throws Conflict when somebody changed the draft or published a version meanwhile, RuleBroken while it has
 * faults, says nothing new, or its two questions are not its own.
 */
export const publishDraft = defineLibraryCommand({
  name: "library.publish",
  input: publishDraftInput,
  async run(ctx, input) {
    const { tx, viewer } = ctx;
    const { courseSlug, whatChanged } = input;
    await tx.execute(sql`SELECT FROM courses WHERE slug = ${courseSlug} FOR NO KEY UPDATE`);
    const before = await findPublished(ctx, courseSlug, input.seen);
    if (before) return { value: { version: before }, event: null };
    const { text } = await lockDraft(ctx, courseSlug);
    expectSeen(text, input.seen);
    const newest = await findNewest(ctx, courseSlug);
    if (!newest) throw new NotFound();
    if (newest.number !== Number(input.newest)) throw new Conflict(NEWER);
    const [fault, ...more] = draftFaults(courseSlug, text);
    if (fault) {
      const rest = more.length > 0 ? ` And ${more.length} more.` : "";
      throw new RuleBroken("form", `This cannot be published yet. ${fault.says}${rest}`);
    }
    const published = await readVersionText(tx, newest.id);
    if (compareTexts(published, text).length === 0) {
      throw new RuleBroken("form", "This draft says what is published already.");
    }
    const said = forbiddenWords(courseSlug, whatChanged);
    if (said) throw new RuleBroken("whatChanged", `A course may not say “${said}”`);
    const material = input.material === "yes";
    const chosen = material ? [input.firstQuestion, input.secondQuestion] : [];
    const isOwn = (id: string) =>
      text.questions.some((one) => one.id === id && one.use === "final");
    if (!chosen.every(isOwn)) {
      throw new RuleBroken("firstQuestion", "Choose two final questions of this draft");
    }
    const version = {
      number: newest.number + 1,
      ...{ material, whatChanged, changeQuestions: chosen, publishedBy: viewer.userId },
    };
    const id = await insertVersion(tx, courseSlug, text, version);
    await carryTranslations(tx, {
      ...{ from: newest.id, to: id },
      sameWords: (["title", "summary", "contentNote"] as const).every(
        (word) => published[word] === text[word],
      ),
    });
    await tx.delete(courseDrafts).where(eq(courseDrafts.courseSlug, courseSlug));
    return {
      value: { version: version.number },
      event: { courseSlug, details: { version: version.number, material, draft: input.seen } },
    };
  },
});

const NEWER =
  "A newer version was published since you opened this page. Compare the draft with it, then publish.";

/** The version this author has made of this very draft; null when they have not. */
async function findPublished(
  { tx, viewer }: LibraryContext,
  courseSlug: string,
  seen: string,
): Promise<number | null> {
  const [row] = await tx
    .select({ version: sql<number>`(${libraryEvents.details} ->> 'version')::int` })
    .from(libraryEvents)
    .where(
      and(
        ...[eq(libraryEvents.courseSlug, courseSlug), eq(libraryEvents.actorId, viewer.userId)],
        ...[eq(libraryEvents.action, "library.publish")],
        sql`${libraryEvents.details} ->> 'draft' = ${seen}`,
        sql`NOT EXISTS (SELECT FROM ${courseDrafts} WHERE ${courseDrafts.courseSlug} = ${courseSlug})`,
      ),
    )
    .orderBy(desc(libraryEvents.at))
    .limit(1);
  return row?.version ?? null;
}

type VersionFacts = Pick<
  typeof courseVersions.$inferInsert,
  "number" | "material" | "whatChanged" | "changeQuestions" | "publishedBy"
>;

async function insertVersion(
  tx: Transaction,
  courseSlug: string,
  text: CourseText,
  facts: VersionFacts,
): Promise<string> {
  const versionId = randomUUID();
  const { title, summary, refresherLessons } = text;
  const place = (slug: string) => text.lessons.findIndex((one) => one.slug === slug) + 1;
  await tx.update(courses).set({ title, summary }).where(eq(courses.slug, courseSlug));
  await tx.insert(courseVersions).values({
    ...text,
    ...facts,
    id: versionId,
    courseSlug,
    contentHash: createHash("sha256").update(JSON.stringify(text)).digest("hex"),
    refresherLessons: refresherLessons.map(place),
  });
  await tx
    .insert(lessons)
    .values(text.lessons.map((one, index) => ({ ...one, versionId, position: index + 1 })));
  for (const use of ["practice", "final"] as const) {
    const asked = text.questions.filter((one) => one.use === use);
    await tx.insert(questions).values(
      asked.map(({ lesson, ...one }, index) => ({
        ...one,
        versionId,
        position: index + 1,
        lessonPosition: place(lesson),
      })),
    );
  }
  if (text.scenarios.length > 0) {
    await tx.insert(scenarios).values(
      text.scenarios.map(({ lesson, ...one }, index) => ({
        ...one,
        versionId,
        position: index + 1,
        lessonPosition: place(lesson),
      })),
    );
  }
  return versionId;
}
