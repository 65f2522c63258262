import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

const CONTROL = "min-h-11 w-full rounded-md border-2 border-edge bg-paper px-2.5 py-1.5 text-ink";

export type FiltersProps = {
  /** The path of the list; the fields become its query. */
  action: string;
  /** SearchFilter and SelectFilter fields, and hidden inputs for what must be kept. */
  children: ReactNode;
  submitLabel?: string | undefined;
};

/** A form that narrows a list. It is a plain GET, so the filters are in the address. */
export function Filters({ action, children, submitLabel = "Apply filters" }: FiltersProps) {
  return (
    <search className="print:hidden">
      <form action={action} method="get" className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        {children}
        <Button variant="primary" className="max-sm:w-full">
          {submitLabel}
        </Button>
      </form>
    </search>
  );
}

type FilterFieldProps = {
  name: string;
  label: string;
  defaultValue?: string | undefined;
};

export function SearchFilter({ name, label, defaultValue }: FilterFieldProps) {
  const id = `filter-${name}`;
  return (
    <div className="min-w-56 flex-2">
      <label htmlFor={id} className="mb-1 block font-semibold text-sm">
        {label}
      </label>
      <input
        // A new one when the address changes without a new page, or it would keep the old words.
        key={defaultValue ?? ""}
        id={id}
        name={name}
        type="search"
        defaultValue={defaultValue}
        className={CONTROL}
      />
    </div>
  );
}

export type SelectFilterProps = FilterFieldProps & {
  options: { value: string; label: string }[];
};

export function SelectFilter({ name, label, defaultValue, options }: SelectFilterProps) {
  const id = `filter-${name}`;
  return (
    <div className="min-w-40 flex-1">
      <label htmlFor={id} className="mb-1 block font-semibold text-sm">
        {label}
      </label>
      <select
        key={defaultValue ?? ""}
        id={id}
        name={name}
        defaultValue={defaultValue ?? ""}
        className={CONTROL}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export type FilterTagsProps = {
  tags: { label: string; removeHref: string }[];
  clearHref: string;
};

/** The filters in force, each a link that takes it away. Nothing when there are none. */
export function FilterTags({ tags, clearHref }: FilterTagsProps) {
  if (tags.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap items-center gap-2 text-sm print:hidden">
      {tags.map((tag) => (
        <li key={tag.label}>
          <AppLink
            href={tag.removeHref}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-sm border border-line bg-paper px-2.5 text-ink no-underline hover:underline"
          >
            <VisuallyHidden>Remove filter </VisuallyHidden>
            {tag.label}
            <span aria-hidden="true">✕</span>
          </AppLink>
        </li>
      ))}
      <li>
        <AppLink href={clearHref}>Clear all</AppLink>
      </li>
    </ul>
  );
}
