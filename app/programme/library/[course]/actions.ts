"use server";

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
import { courseHref, draftHref, lessonHref, questionHref } from "../_parts/addresses";

export async function startDraftAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(startDraft, data, {
    viewer,
    fixed: { courseSlug },
    then: () => draftHref(courseSlug),
  });
}

export async function discardDraftAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(discardDraft, data, {
    viewer,
    fixed: { courseSlug },
    then: () => `${courseHref(courseSlug)}?done=discarded`,
  });
}

export async function editCourseAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(editCourse, data, {
    viewer,
    fixed: { courseSlug },
    then: () => `${draftHref(courseSlug)}?done=about`,
  });
}

export async function editLessonAction(
  courseSlug: string,
  lesson: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(editLesson, data, {
    viewer,
    fixed: { courseSlug, lesson },
    then: () => `${lessonHref(courseSlug, lesson)}?done=saved#preview`,
  });
}

export async function dropLessonAction(
  courseSlug: string,
  lesson: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(dropLesson, data, {
    viewer,
    fixed: { courseSlug, lesson },
    then: () => `${draftHref(courseSlug)}?done=lesson-out`,
  });
}

export async function editQuestionAction(
  courseSlug: string,
  question: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(editQuestion, data, {
    viewer,
    fixed: { courseSlug, question },
    then: () => `${questionHref(courseSlug, question)}?done=saved#preview`,
  });
}

export async function dropQuestionAction(
  courseSlug: string,
  question: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(dropQuestion, data, {
    viewer,
    fixed: { courseSlug, question },
    then: () => `${draftHref(courseSlug)}?done=question-out`,
  });
}

export async function publishDraftAction(
  courseSlug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  return submitToLibrary(publishDraft, data, {
    viewer,
    fixed: { courseSlug },
    then: ({ version }) => `${courseHref(courseSlug)}?done=published&version=${version}`,
  });
}
