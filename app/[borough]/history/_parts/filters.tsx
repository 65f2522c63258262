import { Filters, SelectFilter } from "@/components/ui/filters";
import { WARD_NOT_KNOWN } from "@/lib/businesses/filters";
import { LOOKED_AT } from "@/lib/coverage/history-model";
import { monthEnd } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import { type Choice, isOver } from "../choice";

interface Sector {
  code: string;
  pluralLabel: string;
}

interface HistoryFiltersProps {
  path: string;
  choice: Choice;
  sectors: readonly Sector[];
  wards: readonly string[];
  months: readonly string[];
  today: string;
}

const wardName = (ward: string) => ward || "Ward not known";

/** What is counted, where, and as at which month's end. */
export function HistoryFilters(props: HistoryFiltersProps) {
  const { path, choice, sectors, wards, months, today } = props;
  return (
    <Filters action={path} submitLabel="Show">
      <SelectFilter
        name="count"
        label="What is counted"
        defaultValue={choice.measure}
        options={LOOKED_AT.map(({ id, label }) => ({ value: id, label }))}
      />
      <SelectFilter
        name="sector"
        label="Sector"
        defaultValue={choice.sector}
        options={[
          { value: "", label: "All sectors" },
          ...sectors.map(({ code, pluralLabel }) => ({ value: code, label: pluralLabel })),
        ]}
      />
      <SelectFilter
        name="ward"
        label="Ward"
        defaultValue={choice.ward}
        options={[
          { value: "", label: "All wards" },
          ...wards.map((ward) => ({ value: ward || WARD_NOT_KNOWN, label: wardName(ward) })),
        ]}
      />
      <SelectFilter
        name="at"
        label="As at"
        defaultValue={choice.at.slice(0, 7)}
        options={months.map((month) => ({
          value: month.slice(0, 7),
          label: isOver(month, today) ? formatDate(monthEnd(month)) : "Today",
        }))}
      />
    </Filters>
  );
}

function hrefOf(path: string, choice: Choice, change: { sector?: string; ward?: string }): string {
  const { sector, ward } = { sector: choice.sector, ward: choice.ward, ...change };
  const query = new URLSearchParams({ count: choice.measure, at: choice.at.slice(0, 7) });
  if (sector) query.set("sector", sector);
  if (ward) query.set("ward", ward);
  return `${path}?${query.toString()}`;
}

/** The sectors and wards to look at side by side, each within what is chosen already. */
export function placesOf(
  path: string,
  choice: Choice,
  sectors: readonly Sector[],
  wards: readonly string[],
) {
  const { sector: inSector, ward: inWard } = choice.place;
  return {
    sectors: sectors
      .filter(({ code }) => inSector === undefined || code === inSector)
      .map(({ code, pluralLabel }) => ({
        key: code,
        name: pluralLabel,
        sector: code,
        ...(inWard === undefined ? {} : { ward: inWard }),
        href: hrefOf(path, choice, { sector: code }),
      })),
    wards: wards
      .filter((ward) => inWard === undefined || ward === inWard)
      .map((ward) => ({
        key: ward || WARD_NOT_KNOWN,
        name: wardName(ward),
        ward,
        ...(inSector === undefined ? {} : { sector: inSector }),
        href: hrefOf(path, choice, { ward: ward || WARD_NOT_KNOWN }),
      })),
  };
}

/** The places in force, each with the address without it. */
export function tagsOf(path: string, choice: Choice, sectors: readonly Sector[]) {
  const sector = sectors.find(({ code }) => code === choice.sector);
  const { ward } = choice.place;
  return [
    ...(choice.sector
      ? [
          {
            label: sector?.pluralLabel ?? "Unknown sector",
            removeHref: hrefOf(path, choice, { sector: "" }),
          },
        ]
      : []),
    ...(ward === undefined
      ? []
      : [{ label: wardName(ward), removeHref: hrefOf(path, choice, { ward: "" }) }]),
  ];
}
