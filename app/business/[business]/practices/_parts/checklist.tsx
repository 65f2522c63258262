import { toneOf } from "@/components/ui/practice-tag";
import { SectionHeading } from "@/components/ui/section-heading";
import { type TaskItem, TaskList } from "@/components/ui/task-list";
import {
  isLapsing,
  PRACTICE_AIMS,
  type PracticeAim,
  STATUS_LABELS,
  statusOf,
} from "@/lib/practices/model";
import type { Practice } from "./read";
import { sayWhere } from "./words";

const TITLES: Record<PracticeAim, string> = {
  prevent: "Prevent: materials on display",
  protect: "Protect: working practices",
  pursue: "Pursue: records and reporting",
};

function taskOf(practice: Practice, path: string, today: string): TaskItem {
  const { item, said } = practice;
  const status = statusOf(said);
  const lapsing = isLapsing(said, today);
  return {
    title: item.title,
    href: `${path}/${item.code}`,
    hint: sayWhere(practice, today),
    status: lapsing ? "Lapses soon" : STATUS_LABELS[status],
    tone: lapsing ? "due" : toneOf(status),
    done: status === "confirmed" && !lapsing,
  };
}

interface ChecklistProps {
  path: string;
  practices: readonly Practice[];
  today: string;
}

/** The whole checklist, an aim a list: what is confirmed, what waits and what is still to say. */
export function Checklist({ path, practices, today }: ChecklistProps) {
  return (
    <div className="space-y-9">
      {PRACTICE_AIMS.map((aim) => {
        const ofAim = practices.filter(({ item }) => item.aim === aim);
        const essential = ofAim.filter(({ item }) => item.level === "essential");
        const confirmed = essential.filter(({ said }) => statusOf(said) === "confirmed");
        if (ofAim.length === 0) return null;
        return (
          <section key={aim} aria-labelledby={aim}>
            <SectionHeading
              id={aim}
              title={TITLES[aim]}
              lede={`${confirmed.length} of ${essential.length} essential confirmed`}
            />
            <TaskList hideCount items={ofAim.map((each) => taskOf(each, path, today))} />
          </section>
        );
      })}
    </div>
  );
}
