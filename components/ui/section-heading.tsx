import type { ReactNode } from "react";

export type SectionHeadingProps = {
  title: ReactNode;
  /** A link at the right, such as "As a list". */
  more?: ReactNode;
  lede?: ReactNode;
  id?: string | undefined;
};

/** The h2 over a part of a page that is not in a card. */
export function SectionHeading({ title, more, lede, id }: SectionHeadingProps) {
  return (
    <div className="mb-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id}>{title}</h2>
        {more ? <span className="text-sm print:hidden">{more}</span> : null}
      </div>
      {lede ? <p className="mt-1 text-ink-2">{lede}</p> : null}
    </div>
  );
}
