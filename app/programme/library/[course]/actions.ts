"use server";

import type * as z from "zod/mini";
import { requireProgramme } from "@/lib/auth/current";
import {
  discardDraft,
  dropLesson,
  dropQuestion,
  editCourse,
  editLesson,
  editQuestion,
  startDraft,
} from "@/lib/authoring/draft-commands";
import { publishDraft } from "@/lib/authoring/publish-command";
import type { FormState } from "@/lib/forms/state";
import { submitToLibrary } from "@/lib/forms/submit";
import type { LibraryCommand } from "@/lib/library-command";
import { courseHref, draftHref, lessonHref, questionHref } from "../_parts/addresses";

/** From a form of the editor to its command, as the programme team. */
async function order<Input extends z.ZodMiniType, T>(
  command: LibraryCommand<Input, T>,
  data: FormData,
  fixed: Record<string, string>,
  then: (value: T) => string,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(command, data, { viewer, fixed, then });
}

export async function startDraftAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(startDraft, data, { courseSlug }, () => draftHref(courseSlug));
}

export async function discardDraftAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(
    discardDraft,
    data,
    { courseSlug },
    () => `${courseHref(courseSlug)}?done=discarded`,
  );
}

export async function editCourseAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(editCourse, data, { courseSlug }, () => `${draftHref(courseSlug)}?done=about`);
}

export async function editLessonAction(
  courseSlug: string,
  lesson: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(
    editLesson,
    data,
    { courseSlug, lesson },
    () => `${lessonHref(courseSlug, lesson)}?done=saved#preview`,
  );
}

export async function dropLessonAction(
  courseSlug: string,
  lesson: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(
    dropLesson,
    data,
    { courseSlug, lesson },
    () => `${draftHref(courseSlug)}?done=lesson-out`,
  );
}

export async function editQuestionAction(
  courseSlug: string,
  question: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(
    editQuestion,
    data,
    { courseSlug, question },
    () => `${questionHref(courseSlug, question)}?done=saved#preview`,
  );
}

export async function dropQuestionAction(
  courseSlug: string,
  question: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(
    dropQuestion,
    data,
    { courseSlug, question },
    () => `${draftHref(courseSlug)}?done=question-out`,
  );
}

export async function publishDraftAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  return order(
    publishDraft,
    data,
    { courseSlug },
    ({ version }) => `${courseHref(courseSlug)}?done=published&version=${version}`,
  );
}
