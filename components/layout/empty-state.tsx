import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
  /** A LinkButton. */
  action?: ReactNode;
};

/** A list with nothing in it, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-edge border-dashed bg-paper px-6 py-8">
      <h2>{title}</h2>
      {children ? <div className="mt-1 max-w-read text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
