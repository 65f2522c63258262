import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { ShareBar } from "@/components/charts/share-bar";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { TabsLinks } from "@/components/ui/tabs-links";
import { requireBorough } from "@/lib/auth/current";
import { type Params, WARD_NOT_KNOWN } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { listChainShares, listPlaceShares, type PlaceShare } from "@/lib/coverage/gap-queries";
import { AIM_LABELS, BUSINESS_AIMS, type Share } from "@/lib/coverage/model";
import { formatNumber } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";

export const metadata: Metadata = { title: "Where the gaps are" };

const CHAINS = 20;

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

interface GapRow extends Share {
  key: string;
  name: string;
  /** Query of the businesses list that shows those that do not meet the aim; none where no filter says it. */
  filter?: Record<string, string>;
}

/** The shares of places added up by one of their sides, the most that do not meet it first. */
function addUp(
  places: readonly PlaceShare[],
  side: (place: PlaceShare) => Pick<GapRow, "key" | "name" | "filter">,
): GapRow[] {
  const rows = new Map<string, GapRow>();
  for (const place of places) {
    const named = side(place);
    const row = rows.get(named.key) ?? { ...named, met: 0, of: 0 };
    rows.set(named.key, { ...row, met: row.met + place.met, of: row.of + place.of });
  }
  return [...rows.values()].sort(
    (a, b) => b.of - b.met - (a.of - a.met) || a.name.localeCompare(b.name, "en-GB"),
  );
}

export default async function GapsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const asked = textOf(await searchParams, "aim");
  const aim = BUSINESS_AIMS.find((each) => each === asked) ?? "prevent";
  const [places, chains, sectors] = await asViewer(viewer, (ctx) =>
    Promise.all([
      listPlaceShares(ctx, borough, aim),
      listChainShares(ctx, borough, aim, CHAINS),
      listSectors(ctx),
    ]),
  );
  const label = new Map(sectors.map((sector) => [sector.code, sector.pluralLabel]));
  const groups: { title: string; heading: string; rows: GapRow[] }[] = [
    {
      title: "By sector",
      heading: "Sector",
      rows: addUp(places, ({ sector }) => ({
        key: sector,
        name: label.get(sector) ?? sector,
        filter: { sector },
      })),
    },
    {
      title: "By ward",
      heading: "Ward",
      rows: addUp(places, ({ ward }) => ({
        key: ward,
        name: ward || "Ward not known",
        filter: { ward: ward || WARD_NOT_KNOWN },
      })),
    },
    {
      title: "By late trading",
      heading: "Opening hours",
      rows: addUp(places, ({ late }) => ({
        key: String(late),
        name: late ? "Open after 11pm" : "Not open after 11pm, or not known",
        ...(late ? { filter: { late: "1" } } : {}),
      })),
    },
    {
      title: "By chain",
      heading: "Company",
      rows: chains.map((chain) => ({
        ...chain,
        key: chain.operatorId,
        filter: { operator: chain.operatorId },
      })),
    },
  ];
  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}`, label: "Dashboard" }]} />
      <PageHeading
        title="Where the gaps are"
        lede="Businesses in scope that meet an aim, where most do not meet it first. A number opens its list."
      />
      <TabsLinks
        label="Aim"
        items={BUSINESS_AIMS.map((each) => ({
          href: `/${borough}/gaps?aim=${each}`,
          label: AIM_LABELS[each],
        }))}
        current={`/${borough}/gaps?aim=${aim}`}
      />
      {groups.map((group) => (
        <section key={group.title} className="mt-8">
          <SectionHeading title={group.title} />
          {group.rows.length === 0 ? (
            <p className="text-ink-2">No company here has more than one business in scope.</p>
          ) : (
            <GapTable {...group} borough={borough} aim={aim} />
          )}
        </section>
      ))}
    </>
  );
}

function GapTable(props: {
  title: string;
  heading: string;
  rows: GapRow[];
  borough: string;
  aim: (typeof BUSINESS_AIMS)[number];
}) {
  const { borough, aim } = props;
  const list = (row: GapRow, more: Record<string, string>) =>
    `/${borough}/businesses?${new URLSearchParams({ ...row.filter, ...more })}`;
  const linked = (row: GapRow, count: number, more: Record<string, string>) =>
    row.filter ? (
      <AppLink href={list(row, more)}>{formatNumber(count)}</AppLink>
    ) : (
      formatNumber(count)
    );
  return (
    <DataTable
      caption={`Businesses meeting ${AIM_LABELS[aim]}, ${props.title.toLowerCase()}`}
      hideCaption
      rowKey={(row) => row.key}
      rows={props.rows}
      columns={[
        { key: "name", header: props.heading, rowHeader: true, cell: (row) => row.name },
        {
          key: "gap",
          header: "Do not meet",
          numeric: true,
          cell: (row) => linked(row, row.of - row.met, { gap: aim }),
        },
        {
          key: "met",
          header: "Meet",
          numeric: true,
          cell: (row) => linked(row, row.met, { meets: aim }),
        },
        { key: "of", header: "In scope", numeric: true, cell: (row) => linked(row, row.of, {}) },
        {
          key: "share",
          header: "Share",
          cell: (row) => <ShareBar met={row.met} of={row.of} aim={aim} />,
        },
      ]}
    />
  );
}
