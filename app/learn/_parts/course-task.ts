import type { TaskItem } from "@/components/ui/task-list";
import { formatDate } from "@/lib/format";
import type { UnreadChange } from "@/lib/training/change-queries";
import type { MyCourse } from "@/lib/training/queries";
import { changeHref, courseHref } from "./addresses";

/** A course as a line of the learner's task list. */
export function courseTask(business: string, course: MyCourse, today: string): TaskItem {
  const { state } = course;
  const done = state.kind === "passed";
  const late = !done && course.dueOn !== null && course.dueOn < today;
  const due =
    course.dueOn && !done ? `${late ? "Was due" : "Due"} by ${formatDate(course.dueOn)}` : null;
  return {
    title: course.title,
    href: courseHref(business, course.slug),
    status: statusOf(state),
    tone: done ? "ok" : late || state.kind === "lapsed" ? "late" : "due",
    hint: [due, `About ${course.minutes} minutes`].filter(Boolean).join(" · "),
    done,
  };
}

function statusOf(state: MyCourse["state"]): string {
  switch (state.kind) {
    case "not_started":
      return "Not started";
    case "reading":
      return `Lesson ${state.lesson} of ${state.of}`;
    case "questions":
      return "Questions next";
    case "passed":
      return `Passed until ${formatDate(state.until)}`;
    case "lapsed":
      return `Lapsed on ${formatDate(state.on)}`;
  }
}

/** What changed in a course after they passed it, as a line of the task list. */
export function changeTask(business: string, change: UnreadChange): TaskItem {
  return {
    title: `What changed in “${change.course}”`,
    href: changeHref(business, change.courseSlug),
    status: "To read",
    hint: "About 3 minutes. Your certificate stays as it is.",
    done: false,
  };
}
