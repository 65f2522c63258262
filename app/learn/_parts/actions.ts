"use server";

import { redirect } from "next/navigation";
import { readForm } from "@/lib/forms/read-form";
import { attendSession } from "@/lib/group-sessions/attend-command";
import { answerQuestion, completeTraining } from "@/lib/training/attempt-commands";
import { readChange } from "@/lib/training/change-command";
import { reachLesson, showName, startAttempt, startTraining } from "@/lib/training/commands";
import { chooseLanguage } from "@/lib/training/language-command";
import {
  certificateHref,
  changeHref,
  courseHref,
  homeHref,
  lessonHref,
  questionHref,
  questionsHref,
  resultHref,
} from "./addresses";
import { orderAsLearner } from "./learner";

/** Starts a course, or goes on where it stopped. */
export async function startTrainingAction(
  business: string,
  slug: string,
  data: FormData,
): Promise<void> {
  const { recordId } = await orderAsLearner(
    startTraining,
    business,
    { courseSlug: slug, path: data.get("path") === "refresher" ? "refresher" : "whole" },
    {
      back: courseHref(business, slug),
      key: data.get("idempotencyKey"),
    },
  );
  redirect(lessonHref(business, recordId, 1));
}

/** Joins today's group session: its short check comes next. */
export async function attendSessionAction(
  business: string,
  sessionId: string,
  data: FormData,
): Promise<void> {
  const { recordId } = await orderAsLearner(
    attendSession,
    business,
    { sessionId },
    { back: homeHref(business), key: data.get("idempotencyKey") },
  );
  redirect(questionsHref(business, recordId));
}

/** Opens the next lesson. */
export async function reachLessonAction(
  business: string,
  record: string,
  next: number,
  data: FormData,
): Promise<void> {
  const { lesson } = await orderAsLearner(
    reachLesson,
    business,
    { recordId: record, lesson: next },
    {
      back: lessonHref(business, record, next - 1),
      key: data.get("idempotencyKey"),
    },
  );
  redirect(lessonHref(business, record, lesson));
}

/** Draws the questions, or goes on with those that were drawn. */
export async function startAttemptAction(
  business: string,
  record: string,
  data: FormData,
): Promise<void> {
  await orderAsLearner(
    startAttempt,
    business,
    { recordId: record },
    {
      back: questionsHref(business, record),
      key: data.get("idempotencyKey"),
    },
  );
  redirect(questionHref(business, record, 1));
}

/** Answers one question. It carries no key: a second answer shows the one that was kept. */
export async function answerQuestionAction(
  place: { business: string; record: string; attempt: string; position: number },
  data: FormData,
): Promise<void> {
  const { business, record, attempt: attemptId, position } = place;
  const { chosen = [] } = readForm(data);
  const here = questionHref(business, record, position);
  const kept = [chosen].flat().map((option) => `choice=${encodeURIComponent(option)}`);
  await orderAsLearner(
    answerQuestion,
    business,
    { attemptId, position, chosen },
    {
      back: [here, kept.join("&")].filter(Boolean).join("?"),
    },
  );
  redirect(`${here}#feedback`);
}

/** Marks the attempt: once, however often it is pressed. */
export async function completeTrainingAction(
  business: string,
  record: string,
  attemptId: string,
  data: FormData,
): Promise<void> {
  await orderAsLearner(
    completeTraining,
    business,
    { attemptId },
    {
      back: questionsHref(business, record),
      key: data.get("idempotencyKey"),
    },
  );
  redirect(resultHref(business, record));
}

/** Keeps the language the learner reads in. */
export async function chooseLanguageAction(business: string, data: FormData): Promise<void> {
  const { language } = readForm(data);
  await orderAsLearner(
    chooseLanguage,
    business,
    { language },
    { back: homeHref(business), key: data.get("idempotencyKey") },
  );
  redirect(`${homeHref(business)}?done=language`);
}

/** Sends the two answers about what changed; those that were not right come back with what is said to them. */
export async function readChangeAction(
  business: string,
  course: string,
  versionId: string,
  data: FormData,
): Promise<void> {
  const { first = [], second = [] } = readForm(data);
  const kept = Object.entries({ first, second }).flatMap(([name, chosen]) =>
    [chosen].flat().map((option) => `${name}=${encodeURIComponent(option)}`),
  );
  await orderAsLearner(
    readChange,
    business,
    { versionId, first, second },
    { back: [changeHref(business, course), kept.join("&")].filter(Boolean).join("?") },
  );
  redirect(`${homeHref(business)}?done=change`);
}

/** Shows or hides the holder's initial and family name on the public page. */
export async function showNameAction(
  business: string,
  certificateId: string,
  data: FormData,
): Promise<void> {
  const here = certificateHref(business, certificateId);
  const { showsName } = readForm(data);
  await orderAsLearner(
    showName,
    business,
    { certificateId, showsName },
    {
      back: here,
      key: data.get("idempotencyKey"),
    },
  );
  redirect(`${here}?done=name`);
}
