import { Notice } from "@/components/layout/notice";

const DONE: Record<string, string> = {
  planned: "The visit is planned",
  moved: "The new date is saved",
  cancelled: "The visit is called off",
  recorded: "Sent: the visit is recorded",
  action: "Marked as done",
};

/** What the order that led here has done, said once at the top of the page. */
export function DoneVisit({ done }: { done: string }) {
  const title = Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return title ? <Notice kind="success" title={title} /> : null;
}
