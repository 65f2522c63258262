import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { TabsLinks } from "@/components/ui/tabs-links";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { ReadContext } from "@/lib/command";
import { formatMoment, plural } from "@/lib/format";
import { encodingLabel } from "@/lib/register/encoding-labels";
import {
  countPlacement,
  getUpload,
  listPlacement,
  listRefused,
  listStagedWards,
  type Placement,
  type WardUpload,
} from "@/lib/wards/queries";
import { Outcome } from "./outcome";
import { PlacedTable, RefusedTable, StagedWardTable } from "./rows";
import { Settle } from "./settle";

export const metadata: Metadata = { title: "Ward list" };

type Query = Record<string, string | string[] | undefined>;

interface PageProps {
  params: Promise<{ borough: string; upload: string }>;
  searchParams: Promise<Query>;
}

const PAGE = 50;
const TABS = ["changed", "unplaced", "refused", "wards"] as const;
type Tab = (typeof TABS)[number];

function tabsOf(
  row: WardUpload,
  placement: Placement,
): { tab: Tab; label: string; count: number }[] {
  const refused = { tab: "refused", label: "Refused rows", count: row.rowsRefused } as const;
  if (row.state !== "previewed") return [refused];
  return [
    { tab: "changed", label: "Change ward", count: placement.changed },
    { tab: "unplaced", label: "Ward not known", count: placement.unplaced },
    refused,
    { tab: "wards", label: "Wards", count: row.wards },
  ];
}

async function readPage(ctx: ReadContext, uploadId: string, query: Query) {
  const row = await getUpload(ctx, uploadId);
  const placement =
    row.state === "previewed"
      ? await countPlacement(ctx, uploadId)
      : { changed: row.businessesChanged ?? 0, unplaced: row.businessesUnplaced ?? 0 };
  const tabs = tabsOf(row, placement);
  const asked = tabs.find(({ tab }) => tab === textOf(query, "rows"));
  const open = asked ?? tabs.find(({ count }) => count > 0) ?? tabs[0];
  const tab: Tab = open?.tab ?? "refused";
  const typed = Number(textOf(query, "page"));
  const page = Number.isSafeInteger(typed) && typed > 0 && typed < 10_000 ? typed : 1;
  return {
    row,
    placement,
    tabs,
    tab,
    page,
    count: open?.count ?? 0,
    refused: tab === "refused" ? await listRefused(ctx, uploadId, page) : [],
    wards: tab === "wards" ? await listStagedWards(ctx, uploadId) : [],
    placed:
      tab === "changed" || tab === "unplaced" ? await listPlacement(ctx, uploadId, tab, page) : [],
  };
}

type Read = Awaited<ReturnType<typeof readPage>>;

export default async function WardUploadPage({ params, searchParams }: PageProps) {
  const { borough, upload } = await params;
  const uploadId = idOrNotFound(upload);
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const read = await readOrNotFound(viewer, (ctx) => readPage(ctx, uploadId, query));
  const { row, tabs, tab } = read;
  const path = `/${borough}/wards/${uploadId}`;

  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}/wards`, label: "Wards" }]} />
      {row.state === "confirmed" ? (
        <Notice kind="success" title="This list is in force">
          <Outcome row={row} placement={read.placement} />
        </Notice>
      ) : null}
      <PageHeading
        caption={row.state === "previewed" ? "Preview: nothing is written yet" : "Ward list"}
        title={<span className="wrap-anywhere">{row.fileName}</span>}
        lede={`${plural(row.rowsRead, "row", "rows")} read on ${formatMoment(row.createdAt)}, as ${encodingLabel(row.encoding)}.`}
        tools={
          <LinkButton href={`/${borough}/wards`} variant="ghost">
            All wards
          </LinkButton>
        }
      />
      {row.state === "previewed" && may(viewer.role, "wards.confirm") ? (
        <Settle borough={borough} row={row} placement={read.placement} />
      ) : null}
      {row.state === "discarded" ? (
        <EmptyState title="This list was discarded">
          <p>Nothing of it was written, and its rows are deleted.</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="rows-title">
          <h2 id="rows-title" className="mb-2">
            In detail
          </h2>
          <TabsLinks
            label="What the list means"
            current={`${path}?rows=${tab}`}
            items={tabs.map((each) => ({
              href: `${path}?rows=${each.tab}`,
              label: each.label,
              count: each.count,
            }))}
          />
          <Rows borough={borough} path={path} read={read} />
        </section>
      )}
    </>
  );
}

function Rows({ borough, path, read }: { borough: string; path: string; read: Read }) {
  const { tab, page, count, placed, refused, wards } = read;
  const shown = placed.length + refused.length;
  if (wards.length > 0) return <StagedWardTable rows={wards} />;
  if (shown === 0) {
    return (
      <EmptyState title={count === 0 ? "Nothing of this kind" : "The rows are no longer kept"}>
        <p>
          {count === 0
            ? "The other tabs say what the list holds."
            : "Rows of an upload are deleted after 30 days. Its counts stay."}
        </p>
      </EmptyState>
    );
  }
  const href = (to: number) => `${path}?rows=${tab}&page=${to}`;
  return (
    <>
      {tab === "refused" ? (
        <RefusedTable rows={refused} />
      ) : (
        <PlacedTable borough={borough} rows={placed} />
      )}
      <Pager
        shownText={`Showing ${shown} of ${plural(count, "row", "rows")}`}
        previousHref={page > 1 ? href(page - 1) : undefined}
        nextHref={page * PAGE < count ? href(page + 1) : undefined}
      />
    </>
  );
}
