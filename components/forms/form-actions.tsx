import type { ReactNode } from "react";

/** The buttons at the foot of a form, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>;
}
