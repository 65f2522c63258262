import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type CardProps = {
  title?: ReactNode;
  /** A link at the right of the title. */
  more?: ReactNode;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A white panel with a heading of its own. */
export function Card({ title, more, id, className, children }: CardProps) {
  return (
    <section
      id={id}
      className={classNames(
        "rounded-lg border border-line bg-paper p-4 md:px-6 md:py-5",
        className,
      )}
    >
      {title ? (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2>{title}</h2>
          {more ? <span className="text-sm print:hidden">{more}</span> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
