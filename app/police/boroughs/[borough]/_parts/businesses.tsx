import { EmptyState } from "@/components/layout/empty-state";
import { Pager } from "@/components/layout/pager";
import { DataTable } from "@/components/ui/data-table";
import { Download } from "@/components/ui/download";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { TabsLinks } from "@/components/ui/tabs-links";
import { choiceQuery, SECTORS } from "@/lib/coverage/choice";
import { MEASURES } from "@/lib/coverage/model";
import type { PoliceBusinessRow } from "@/lib/coverage/police-queries";
import { formatNumber, plural } from "@/lib/format";
import { titleOf } from "../../../_coverage/words";
import type { BoroughView } from "./load";

/** The businesses behind the figure, as they stand today. */
export function Businesses({ view, after }: { view: BoroughView; after: boolean }) {
  const { choice, borough, list, page, sizes } = view;
  const here = (of: "gap" | "all") =>
    `/police/boroughs/${borough.code}?${choiceQuery(choice)}${of === "all" ? "&list=all" : ""}`;
  const ofBusinesses = choice.count.countedFor !== "borough";
  const title = list === "gap" ? `Not met today: ${titleOf(choice)}` : "Businesses in scope today";
  return (
    <section aria-labelledby="businesses">
      <SectionHeading
        id="businesses"
        title={title}
        lede="Premises and counts. Names of people are never shown to police."
      />
      {ofBusinesses ? (
        <TabsLinks
          label="Which businesses"
          current={here(list)}
          items={[
            { href: here("gap"), label: "Do not meet it", count: sizes.gap },
            { href: here("all"), label: "All in scope", count: sizes.all },
          ]}
        />
      ) : null}
      {page.rows.length === 0 ? (
        <EmptyState title="None">
          <p>
            {sizes.all === 0
              ? "No business is in scope with these filters."
              : "Every business these filters leave meets it."}
          </p>
        </EmptyState>
      ) : (
        <BusinessTable
          rows={page.rows}
          borough={borough.code}
          caption={`${title}: ${plural(sizes[list], "business", "businesses")}`}
        />
      )}
      <Pager
        shownText={`Showing ${formatNumber(page.rows.length)} of ${plural(sizes[list], "business", "businesses")}`}
        {...(after ? { previousHref: here(list) } : {})}
        {...(page.next
          ? { nextHref: `${here(list)}&after=${encodeURIComponent(page.next)}#businesses` }
          : {})}
      />
      {list === "gap" ? (
        <div className="mt-4">
          <Download
            href={`/api/exports/police/businesses?borough=${borough.code}&${choiceQuery(choice)}`}
            what="businesses that do not meet it"
          />
        </div>
      ) : null}
    </section>
  );
}

type BusinessTableProps = { rows: PoliceBusinessRow[]; borough: string; caption: string };

function BusinessTable({ rows, borough, caption }: BusinessTableProps) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      rowKey={(row) => row.id}
      rows={rows}
      columns={[
        {
          key: "name",
          header: "Business",
          rowHeader: true,
          cell: (row) => (
            <AppLink href={`/police/businesses/${borough}/${row.id}`}>{row.name}</AppLink>
          ),
        },
        {
          key: "sector",
          header: "Sector",
          cell: (row) => SECTORS.find(({ code }) => code === row.sector)?.label ?? row.sector,
        },
        {
          key: "place",
          header: "Ward and postcode",
          cell: (row) => `${row.ward ?? "Ward not known"}, ${row.postcode}`,
        },
        {
          key: "trained",
          header: "People trained",
          numeric: true,
          cell: (row) =>
            row.headcount === null
              ? "headcount not declared"
              : `${formatNumber(row.trained)} of ${formatNumber(Math.max(row.headcount, row.listed))}`,
        },
        {
          key: "open",
          header: "Does not meet",
          cell: (row) => <span className="text-sm">{openText(row)}</span>,
        },
      ]}
    />
  );
}

/** The measures a business does not meet; night cover is asked of those open late alone. */
function openText(row: PoliceBusinessRow): string {
  const asked = MEASURES.filter(
    (measure) => measure.countedFor !== "late_business" || row.opensLate === true,
  );
  const open = asked.filter((measure) => !row.met.includes(measure.id));
  if (open.length === 0) return "Meets every measure";
  if (open.length === asked.length) return `None of the ${asked.length} measures met`;
  return open.map((measure) => measure.label).join(", ");
}
