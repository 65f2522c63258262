import type { ReactNode } from "react";

export type DetailsProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
};

/** More, for who wants it. */
export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details open={open}>
      <summary className="w-fit py-1 text-link underline underline-offset-3">{summary}</summary>
      <div className="mt-2 border-line border-l-4 py-1 pl-4">{children}</div>
    </details>
  );
}
