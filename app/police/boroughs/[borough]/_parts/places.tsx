import { ShareBar } from "@/components/charts/share-bar";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { choiceQuery, SECTORS } from "@/lib/coverage/choice";
import { NO_WARD } from "@/lib/coverage/london-queries";
import type { Share } from "@/lib/coverage/model";
import { formatNumber } from "@/lib/format";
import type { BoroughView } from "./load";

interface PlaceRow extends Share {
  key: string;
  name: string;
  href: string;
}

/** The chosen count by sector, and by ward within the sector chosen: the thinnest ward first. */
export function PlaceTables({ view }: { view: BoroughView }) {
  const { choice, borough, places } = view;
  if (choice.count.countedFor === "borough") return null;
  const here = (change: Parameters<typeof choiceQuery>[1]) =>
    `/police/boroughs/${borough.code}?${choiceQuery(choice, change)}`;
  const sectors = SECTORS.map(({ code, pluralLabel }) => ({
    key: code,
    name: pluralLabel,
    href: here({ sector: code }),
    ...sum(places.filter((place) => place.sector === code)),
  }));
  const inSector = places.filter((place) => !choice.sector || place.sector === choice.sector);
  const wards = wardsOf(view)
    .map(({ value, label }) => ({
      key: value,
      name: label,
      href: here({ ward: value }),
      ...sum(inSector.filter((place) => (place.ward || NO_WARD) === value)),
    }))
    .filter((row) => row.of > 0)
    .sort((a, b) => a.met / a.of - b.met / b.of || a.name.localeCompare(b.name, "en-GB"));
  return (
    <div className="mb-10 grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
      <PlaceTable caption="By sector" heading="Sector" rows={sectors} choice={choice} />
      <PlaceTable
        caption={`By ward, thinnest first: ${choice.sectorLabel.toLowerCase()}`}
        heading="Ward"
        rows={wards}
        choice={choice}
      />
    </div>
  );
}

/** The wards with businesses in scope; those nobody knows the ward of are one of them. */
export function wardsOf({ places }: BoroughView): { value: string; label: string }[] {
  const names = [...new Set(places.filter((place) => place.of > 0).map((place) => place.ward))];
  return names
    .sort((a, b) => Number(a === "") - Number(b === "") || a.localeCompare(b, "en-GB"))
    .map((ward) => (ward ? { value: ward, label: ward } : { value: NO_WARD, label: "Not known" }));
}

const sum = (shares: Share[]): Share => ({
  met: shares.reduce((all, { met }) => all + met, 0),
  of: shares.reduce((all, { of }) => all + of, 0),
});

type PlaceTableProps = {
  caption: string;
  heading: string;
  rows: PlaceRow[];
  choice: BoroughView["choice"];
};

function PlaceTable({ caption, heading, rows, choice }: PlaceTableProps) {
  return (
    <DataTable
      caption={caption}
      rowKey={(row) => row.key}
      rows={rows}
      columns={[
        {
          key: "name",
          header: heading,
          rowHeader: true,
          cell: (row) => <AppLink href={row.href}>{row.name}</AppLink>,
        },
        {
          key: "met",
          header: "Meet it",
          numeric: true,
          cell: (row) =>
            row.of === 0 ? "–" : `${formatNumber(row.met)} of ${formatNumber(row.of)}`,
        },
        {
          key: "share",
          header: "Share",
          cell: (row) =>
            row.of === 0 ? (
              <Tag tone="off">None in scope</Tag>
            ) : (
              <ShareBar met={row.met} of={row.of} aim={choice.count.aim} />
            ),
        },
      ]}
    />
  );
}
