import { Notice } from "@/components/layout/notice";
import { AppLink } from "@/components/ui/link";
import type { DraftFault } from "@/lib/authoring/faults";
import { lessonHref, questionHref } from "../../_parts/addresses";

const hrefOf = (course: string, { lesson, question }: DraftFault) =>
  lesson ? lessonHref(course, lesson) : question ? questionHref(course, question) : undefined;

/** What keeps the draft from being published, each with the place to mend it; nothing when all is well. */
export function FaultList({ course, faults }: { course: string; faults: DraftFault[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice kind="warning" title="Before this can be published">
      <ul className="list-disc space-y-1 pl-5">
        {faults.map((fault) => {
          const href = hrefOf(course, fault);
          return (
            <li key={`${fault.lesson} ${fault.question} ${fault.says}`}>
              {href ? <AppLink href={href}>{fault.says}</AppLink> : fault.says}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
