import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { type BusinessFilter, filterPairs } from "@/lib/businesses/filters";
import { plural } from "@/lib/format";

interface BulkFormProps {
  borough: string;
  filter: BusinessFilter;
  /** Businesses on every page of the list. */
  total: number;
  children: ReactNode;
}

/**
 * The list as a form: what is ticked, or everything the filters leave, goes on to a page that names
 * each business before anything happens. A plain GET: nothing changes yet.
 */
export function BulkForm({ borough, filter, total, children }: BulkFormProps) {
  const assign = `/${borough}/training/assign`;
  const letters = `/${borough}/businesses/letters`;
  return (
    <form action={assign} method="get">
      {filterPairs(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <fieldset className="mt-4 rounded-lg border border-line bg-paper px-4 py-4 print:hidden">
        <legend className="sr-only">Do something for several businesses at once</legend>
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-3">
          <span className="w-full font-semibold text-sm sm:w-44">Those you ticked</span>
          <Button variant="ghost">Assign training</Button>
          <Button variant="ghost" formAction={letters}>
            Print letters
          </Button>
          <Button variant="ghost" formAction={`/${borough}/visits/plan`}>
            Plan visits
          </Button>
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-x-2.5 gap-y-3">
          <span className="w-full font-semibold text-sm sm:w-44">
            All {plural(total, "business", "businesses")}
          </span>
          <Button variant="ghost" name="all" value="1">
            Assign training to all
          </Button>
          <Button variant="ghost" name="all" value="1" formAction={letters}>
            Print letters for all
          </Button>
        </div>
        <p className="mt-3 text-ink-2 text-sm">
          You see each business by name before anything is sent or saved.
        </p>
      </fieldset>
    </form>
  );
}
