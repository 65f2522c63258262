import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { BusinessRow } from "@/lib/businesses/queries";
import { formatNumber } from "@/lib/format";
import { StageTag } from "./stage-tag";

interface BusinessTableProps {
  borough: string;
  rows: BusinessRow[];
  sectors: readonly { code: string; label: string }[];
}

const met = (yes: boolean) =>
  yes ? <Tag tone="ok">Met</Tag> : <span className="text-ink-2">Not yet</span>;

/** One page of the list: where each business stands, with a box to tick it. */
export function BusinessTable({ borough, rows, sectors }: BusinessTableProps) {
  const label = new Map(sectors.map((sector) => [sector.code, sector.label]));
  return (
    <DataTable
      caption="Businesses by name, with what each meets this month"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "tick",
          header: "Tick",
          screenOnly: true,
          cell: (row) => (
            <input
              type="checkbox"
              name="business"
              value={row.id}
              aria-label={`Tick ${row.name}`}
              className="size-5.5 accent-link"
            />
          ),
        },
        {
          key: "name",
          header: "Business",
          rowHeader: true,
          cell: (row) => (
            <div>
              <AppLink href={`/${borough}/businesses/${row.id}`} className="font-semibold">
                {row.name}
              </AppLink>
              <span className="block text-ink-2 text-sm">
                {row.address}, {row.postcode}
              </span>
            </div>
          ),
        },
        { key: "sector", header: "Sector", cell: (row) => label.get(row.sector) ?? row.sector },
        {
          key: "stage",
          header: "Stage",
          cell: (row) => (
            <span className="inline-flex flex-wrap gap-1.5">
              <StageTag stage={row.stage} />
              {row.overdue ? <Tag tone="late">Overdue</Tag> : null}
            </span>
          ),
        },
        {
          key: "people",
          header: "People",
          numeric: true,
          cell: (row) => (row.headcount === null ? "–" : formatNumber(row.headcount)),
        },
        { key: "prevent", header: "Prevent", cell: (row) => met(row.prevent) },
        { key: "pursue", header: "Pursue", cell: (row) => met(row.pursue) },
      ]}
    />
  );
}
