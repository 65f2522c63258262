import { Filters, SearchFilter, SelectFilter } from "@/components/ui/filters";
import { type BusinessFilter, filterPairs, STAGE_CHOICES } from "@/lib/businesses/filters";

interface FilterBarProps {
  path: string;
  filter: BusinessFilter;
  sectors: readonly { code: string; pluralLabel: string }[];
}

const FIELDS = new Set(["search", "sector", "stage"]);

/** Narrows the list by name or postcode, sector and stage; other filters in force are kept. */
export function FilterBar({ path, filter, sectors }: FilterBarProps) {
  return (
    <Filters action={path}>
      <SearchFilter name="search" label="Name or postcode" defaultValue={filter.search} />
      <SelectFilter
        name="sector"
        label="Sector"
        defaultValue={filter.sector}
        options={[
          { value: "", label: "All sectors" },
          ...sectors.map((sector) => ({ value: sector.code, label: sector.pluralLabel })),
        ]}
      />
      <SelectFilter
        name="stage"
        label="Stage"
        defaultValue={filter.stage}
        options={[...STAGE_CHOICES]}
      />
      {filterPairs(filter)
        .filter(([name]) => !FIELDS.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </Filters>
  );
}
