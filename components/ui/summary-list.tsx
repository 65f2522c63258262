import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** `label` is the verb and defaults to "Change"; the row's own label is read after it. */
  change?: { href: string; label?: string | undefined } | undefined;
};

export type SummaryListProps = { rows: SummaryRow[] };

/** What is known of one thing, a line each. */
export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl className="border-line border-t">
      {rows.map((row) => (
        <div
          key={row.label}
          className="grid grid-cols-[1fr_auto] gap-x-4 border-line border-b py-3 md:grid-cols-[minmax(10rem,2fr)_4fr_auto]"
        >
          <dt className="col-span-2 font-semibold md:col-span-1">{row.label}</dt>
          <dd className="min-w-0">{row.value}</dd>
          {row.change ? (
            <dd className="print:hidden">
              <AppLink href={row.change.href}>
                {row.change.label ?? "Change"}
                <VisuallyHidden> {row.label.toLowerCase()}</VisuallyHidden>
              </AppLink>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
