import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/link";
import { Tag, type TagTone } from "@/components/ui/tag";

export type TaskItem = {
  title: string;
  href?: string | undefined;
  /** "Done", "Due by 3 March 2027", "Cannot start yet" … */
  status: string;
  /** Defaults to ok when done, due otherwise. */
  tone?: TagTone | undefined;
  hint?: ReactNode;
  done: boolean;
};

export type TaskListProps = { items: TaskItem[]; hideCount?: boolean | undefined };

function TaskMark({ done }: { done: boolean }) {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" className="mt-0.5 flex-none">
      <circle
        cx="11"
        cy="11"
        r="9.500"
        className={done ? "fill-green stroke-green" : "fill-none stroke-edge"}
        strokeWidth="2"
      />
      {done ? (
        <path
          d="m6.500 11.200 3 3 6-6.200"
          className="fill-none stroke-paper"
          strokeWidth="2.400"
        />
      ) : null}
    </svg>
  );
}

/** Long work as a list, with how much of it is done. */
export function TaskList({ items, hideCount }: TaskListProps) {
  const done = items.filter((item) => item.done).length;
  return (
    <div>
      {hideCount ? null : (
        <p className="mb-2 text-ink-2">
          {done} of {items.length} done
        </p>
      )}
      <ol className="rounded-lg border border-line bg-paper">
        {items.map((item) => (
          <li
            key={item.title}
            data-done={item.done}
            className="relative grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 border-line border-t px-4 py-3.5 first:border-t-0 has-[a]:hover:bg-wash sm:grid-cols-[auto_1fr_auto] sm:items-start"
          >
            <TaskMark done={item.done} />
            <div className="min-w-0">
              {item.href ? (
                <AppLink href={item.href} className="font-semibold after:absolute after:inset-0">
                  {item.title}
                </AppLink>
              ) : (
                <span className="font-semibold">{item.title}</span>
              )}
              {item.hint ? <p className="mt-0.5 text-ink-2 text-sm">{item.hint}</p> : null}
            </div>
            <span className="col-start-2 sm:col-start-3">
              <Tag tone={item.tone ?? (item.done ? "ok" : "due")}>{item.status}</Tag>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
