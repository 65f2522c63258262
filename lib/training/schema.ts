import * as z from "zod/mini";

const id = z.uuid("This is not something we know");

export const startTrainingInput = z.object({
  courseSlug: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/, "Choose a course")),
  path: z._default(z.enum(["whole", "refresher"]), "whole"),
});

export const reachLessonInput = z.object({
  recordId: id,
  lesson: z.coerce.number().check(z.multipleOf(1), z.gte(1), z.lte(100)),
});

export const startAttemptInput = z.object({ recordId: id });

export const answerInput = z.object({
  attemptId: id,
  /** The question's place in the attempt, from 1. */
  position: z.coerce.number().check(z.multipleOf(1), z.gte(1), z.lte(100)),
  /** Places of the chosen options, from 0. */
  chosen: z.array(z.coerce.number()).check(z.minLength(1, "Choose an answer"), z.maxLength(20)),
});

/** Places of the options chosen in each of the two questions, from 0. */
const choice = z.array(z.coerce.number()).check(z.maxLength(20));

export const readChangeInput = z.object({
  /** The version whose change was read. */
  versionId: id,
  first: z._default(choice, []),
  second: z._default(choice, []),
});

export const chooseLanguageInput = z.object({
  language: z
    .string()
    .check(z.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, "Choose a language from the list")),
});

export const completeTrainingInput = z.object({ attemptId: id });

export const showNameInput = z.object({
  certificateId: id,
  /** A ticked box sends "on"; an empty one sends nothing. */
  showsName: z.optional(z.literal("on")),
});
