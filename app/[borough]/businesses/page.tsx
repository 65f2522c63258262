import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { idsOf, textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { Download } from "@/components/ui/download";
import { FilterTags } from "@/components/ui/filters";
import { requireBorough } from "@/lib/auth/current";
import { filterHref, filterTags, type Params, readFilter } from "@/lib/businesses/filters";
import { listBusinesses, type PlaceInList } from "@/lib/businesses/queries";
import { asViewer } from "@/lib/command";
import { formatNumber, plural } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";
import { BulkForm } from "./_list/bulk-form";
import { BusinessTable } from "./_list/business-table";
import { FilterBar } from "./_list/filter-bar";

export const metadata: Metadata = { title: "Businesses" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

function placeOf(query: Params): PlaceInList {
  const [before] = idsOf(query, "before");
  if (before) return { before };
  const [after] = idsOf(query, "after");
  return after ? { after } : null;
}

export default async function BusinessesPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const filter = readFilter(query);
  const path = `/${borough}/businesses`;
  const { sectors, page } = await asViewer(viewer, async (ctx) => ({
    sectors: await listSectors(ctx),
    page: await listBusinesses(ctx, filter, placeOf(query)),
  }));
  const tags = filterTags(path, filter, sectors);
  const place = (name: string, id: string | null) =>
    id ? filterHref(path, filter, [[name, id]]) : undefined;

  return (
    <>
      <DoneNotice done={textOf(query, "done")} />
      <PageHeading
        title="Businesses"
        lede={`${plural(page.total, "business", "businesses")} ${tags.length > 0 ? "match these filters" : "in scope"}`}
        tools={
          <>
            <LinkButton href={`${path}/add`} variant="ghost">
              Add a business
            </LinkButton>
            <LinkButton href={`/${borough}/register`} variant="ghost">
              Import a register
            </LinkButton>
          </>
        }
      />
      <FilterBar path={path} filter={filter} sectors={sectors} />
      <FilterTags tags={tags} clearHref={path} />
      {page.rows.length === 0 ? (
        <EmptyState
          title={tags.length > 0 ? "No business matches these filters" : "No businesses yet"}
          action={
            tags.length > 0 ? (
              <LinkButton href={path} variant="ghost">
                Clear the filters
              </LinkButton>
            ) : (
              <LinkButton href={`/${borough}/register`}>Import a register</LinkButton>
            )
          }
        >
          <p>
            {tags.length > 0
              ? "Take a filter away, or look among closed and excluded businesses too."
              : "Import your licensing register, or add a business by hand."}
          </p>
        </EmptyState>
      ) : (
        <BulkForm borough={borough} filter={filter} total={page.total}>
          <BusinessTable borough={borough} rows={page.rows} sectors={sectors} />
        </BulkForm>
      )}
      {page.total > 0 ? (
        <>
          <Pager
            previousHref={place("before", page.previousBefore)}
            nextHref={place("after", page.nextAfter)}
            shownText={`Showing ${formatNumber(page.rows.length)} of ${plural(page.total, "business", "businesses")}, by name`}
          />
          <div className="mt-4">
            <Download
              href={filterHref(`/api/exports/${borough}/businesses`, filter)}
              what="businesses"
            />
          </div>
        </>
      ) : null}
    </>
  );
}
