import type { Metadata } from "next";
import { idsOf, textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { TabsLinks } from "@/components/ui/tabs-links";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { daysBetween, isIsoDate } from "@/lib/dates";
import { formatDate, plural } from "@/lib/format";
import { countWaiting, listWaiting, type WaitingPlace } from "@/lib/practices/waiting-queries";
import { listSectors } from "@/lib/sectors/queries";

export const metadata: Metadata = { title: "Practices" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

/** Where the page before ended: a day and an id, or the beginning. */
function placeOf(query: Params): { since: string; id: string } | null {
  const since = textOf(query, "since");
  const [id] = idsOf(query, "after");
  return id && isIsoDate(since) ? { since, id } : null;
}

export default async function PracticesPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const place: WaitingPlace = textOf(query, "see") === "visit" ? "visit" : "desk";
  const { today, sectors, counts, page } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    sectors: await listSectors(ctx),
    counts: await countWaiting(ctx),
    page: await listWaiting(ctx, place, placeOf(query)),
  }));
  const path = `/${borough}/practices`;
  const hrefs = { desk: path, visit: `${path}?see=visit` };
  const next = page.next
    ? `${path}?${new URLSearchParams({ ...(place === "visit" ? { see: place } : {}), since: page.next.since, after: page.next.id })}`
    : undefined;
  const { businesses, declarations } = counts[place];

  return (
    <>
      <PageHeading
        title="Practices"
        lede="What businesses say they have in place, waiting for an officer’s word. A practice counts once it is confirmed, for 12 months."
        tools={
          <LinkButton href={`${path}/items`} variant="ghost">
            The checklists
          </LinkButton>
        }
      />
      <TabsLinks
        label="Where it is confirmed"
        current={hrefs[place]}
        items={[
          { href: hrefs.desk, label: "To confirm from here", count: counts.desk.businesses },
          { href: hrefs.visit, label: "To be seen on a visit", count: counts.visit.businesses },
        ]}
      />
      {page.rows.length === 0 ? (
        <EmptyState title="Nothing waits">
          <p>
            {place === "desk"
              ? "When a manager says that a practice is in place, or does not apply, it appears here."
              : "Posters, logs and CCTV that a manager says are in place appear here until a visit."}
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={`${plural(declarations, "declaration", "declarations")} at ${plural(businesses, "business", "businesses")}, the longest waiting first`}
            rows={page.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "business",
                header: "Business",
                rowHeader: true,
                cell: (row) => (
                  <div>
                    <AppLink
                      href={`/${borough}/businesses/${row.id}/practices`}
                      className="font-semibold"
                    >
                      {row.name}
                    </AppLink>
                    <span className="block text-ink-2 text-sm">{row.postcode}</span>
                  </div>
                ),
              },
              {
                key: "sector",
                header: "Sector",
                cell: (row) =>
                  sectors.find((sector) => sector.code === row.sector)?.label ?? row.sector,
              },
              {
                key: "waiting",
                header: place === "desk" ? "To confirm" : "To be seen",
                numeric: true,
                cell: (row) => row.waiting,
              },
              {
                key: "since",
                header: "Waiting since",
                cell: (row) => (
                  <div>
                    {formatDate(row.since)}
                    <span className="block text-ink-2 text-sm">
                      {plural(daysBetween(row.since, today), "day", "days")}
                    </span>
                  </div>
                ),
              },
            ]}
          />
          <Pager
            nextHref={next}
            shownText={`${plural(page.rows.length, "business", "businesses")} on this page`}
          />
        </>
      )}
    </>
  );
}
