import type { ReactNode } from "react";

export type DefinitionProps = {
  /** What the figure is called, such as "Trained". */
  term: string;
  children: ReactNode;
};

/** What a figure counts, one click away from it. */
export function Definition({ term, children }: DefinitionProps) {
  return (
    <details className="text-sm">
      <summary className="w-fit py-1 text-link underline underline-offset-3">
        What “{term}” counts
      </summary>
      <div className="mt-1 max-w-read text-ink-2">{children}</div>
    </details>
  );
}
