import type { ReactNode } from "react";

export type PageHeadingProps = {
  title: ReactNode;
  /** A small line over the title: what kind of thing this is. */
  caption?: ReactNode;
  lede?: ReactNode;
  /** Links and buttons at the right, usually ghost LinkButtons. */
  tools?: ReactNode;
};

/** The one h1 of a page. */
export function PageHeading({ title, caption, lede, tools }: PageHeadingProps) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {caption ? <p className="mb-1 text-ink-2">{caption}</p> : null}
        <h1>{title}</h1>
        {lede ? <p className="mt-1.5 max-w-read text-ink-2">{lede}</p> : null}
      </div>
      {tools ? <div className="flex flex-wrap gap-2.5 print:hidden">{tools}</div> : null}
    </div>
  );
}
