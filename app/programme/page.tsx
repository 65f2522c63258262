import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { requireProgramme } from "@/lib/auth/current";
import { listBoroughs, listBoroughsInUse } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { listBoroughCounts } from "@/lib/coverage/queries";
import { countAt } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { formatDate, formatNumber, plural } from "@/lib/format";

export const metadata: Metadata = { title: "Boroughs" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ProgrammePage({ searchParams }: Props) {
  const { done } = await searchParams;
  const viewer = await requireProgramme();
  const { today, boroughs, inUse, cells } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    boroughs: await listBoroughs(ctx),
    inUse: await listBoroughsInUse(ctx),
    cells: await listBoroughCounts(ctx, viewer.boroughs),
  }));
  const since = new Map(inUse.map((row) => [row.code, row.inUseSince]));
  const month = monthStart(today);
  return (
    <>
      {done === "invited" ? (
        <Notice kind="success" title="The invitation is on its way">
          <p>The link in it works for 14 days.</p>
        </Notice>
      ) : null}
      <PageHeading
        title="Boroughs"
        lede={`${plural(inUse.length, "borough is", "boroughs are")} set up, of ${boroughs.length} London authorities. You see counts, not businesses.`}
      />
      <DataTable
        caption="The London authorities"
        rowKey={(row) => row.code}
        rows={boroughs}
        columns={[
          {
            key: "name",
            header: "Borough",
            rowHeader: true,
            cell: (row) => <AppLink href={`/programme/boroughs/${row.code}`}>{row.name}</AppLink>,
          },
          { key: "area", header: "Police area", cell: (row) => row.policeArea },
          {
            key: "state",
            header: "State",
            cell: (row) => {
              const day = since.get(row.code);
              return day ? (
                <Tag tone="ok">In use since {formatDate(day)}</Tag>
              ) : (
                <Tag tone="off">Not set up</Tag>
              );
            },
          },
          {
            key: "scope",
            header: "Businesses in scope",
            numeric: true,
            cell: (row) =>
              since.has(row.code)
                ? formatNumber(countAt(cells, "in_scope", month, { boroughCode: row.code }))
                : "–",
          },
        ]}
      />
    </>
  );
}
