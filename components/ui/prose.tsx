import type { ReactNode } from "react";

/** Running text made of plain elements: paragraphs, lists, headings. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
