import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import type { ChosenBusiness } from "@/lib/businesses/queries";
import { plural } from "@/lib/format";
import { StageTag } from "./stage-tag";

interface ChosenListProps {
  borough: string;
  businesses: readonly ChosenBusiness[];
}

const SHORT = 20;

/** The businesses an order is about, each by name. */
export function ChosenList({ borough, businesses }: ChosenListProps) {
  const list = (
    <ul className="rounded-lg border border-line bg-paper">
      {businesses.map((business) => (
        <li
          key={business.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 first:border-t-0"
        >
          <span>
            <AppLink href={`/${borough}/businesses/${business.id}`}>{business.name}</AppLink>{" "}
            <span className="text-ink-2 text-sm">{business.postcode}</span>
          </span>
          <StageTag stage={business.stage} />
        </li>
      ))}
    </ul>
  );
  if (businesses.length <= SHORT) return list;
  return (
    <Details summary={`Show the ${plural(businesses.length, "business", "businesses")} by name`}>
      {list}
    </Details>
  );
}
