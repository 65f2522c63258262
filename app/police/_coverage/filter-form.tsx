import type { ReactNode } from "react";
import { Filters, SelectFilter } from "@/components/ui/filters";
import { COUNTS, type CoverageChoice, SECTORS } from "@/lib/coverage/choice";
import { formatMonth } from "@/lib/format";
import { optionLabel } from "./words";

type FilterFormProps = {
  action: string;
  choice: CoverageChoice;
  /** Oldest first. */
  months: string[];
  children?: ReactNode;
};

/** What is counted, for which sector and month; a page adds its own place. */
export function FilterForm({ action, choice, months, children }: FilterFormProps) {
  return (
    <Filters action={action} submitLabel="Show">
      <SelectFilter
        name="measure"
        label="What is counted"
        defaultValue={choice.count.id}
        options={COUNTS.map((count) => ({ value: count.id, label: optionLabel(count) }))}
      />
      <SelectFilter
        name="sector"
        label="Sector"
        defaultValue={choice.sector}
        options={[
          { value: "", label: "All sectors" },
          ...SECTORS.map(({ code, pluralLabel }) => ({ value: code, label: pluralLabel })),
        ]}
      />
      {children}
      <SelectFilter
        name="month"
        label="Month"
        defaultValue={choice.month}
        options={months.toReversed().map((month, i) => ({
          value: i === 0 ? "" : month.slice(0, 7),
          label: i === 0 ? `${formatMonth(month)} (today)` : formatMonth(month),
        }))}
      />
    </Filters>
  );
}
