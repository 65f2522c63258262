import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textOf } from "@/app/[borough]/_page/read";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import { findBoroughTable } from "@/lib/exports/borough-tables";
import { readFormat } from "@/lib/exports/format";
import { KEPT_DAYS } from "@/lib/exports/model";
import { readQuery } from "@/lib/exports/read";
import { plural } from "@/lib/format";
import { startExportAction } from "./actions";

export const metadata: Metadata = { title: "Make a file" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The page of each list. */
const LISTS: Record<string, string> = {
  businesses: "businesses",
  training: "training",
  imports: "register",
};

export default async function NewExportPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const asked = await searchParams;
  const table = findBoroughTable(textOf(asked, "table")) ?? notFound();
  const format = readFormat(textOf(asked, "format"));
  const given = new URLSearchParams(table.filters.map((name) => [name, textOf(asked, name)]));
  const query = readQuery(table, given);
  const filters = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, value ?? ""]),
  ).toString();
  const count = await asViewer(viewer, (ctx) => table.count(ctx, query));
  const list = `/${borough}/${LISTS[table.name] ?? ""}`;

  return (
    <>
      <PageHeading
        caption={table.title}
        title={`Make ${format === "xlsx" ? "an Excel" : "a CSV"} file of ${plural(count, "row", "rows")}`}
      />
      <div className="max-w-read">
        <p className="mb-3">
          A long list is written in the background, with the filters you have set. You can leave the
          page while you wait.
        </p>
        <p className="mb-5">
          The file is kept for {KEPT_DAYS} days, then deleted. It holds no name of a member of
          staff, and making it is recorded.
        </p>
        <ConfirmForm
          action={startExportAction.bind(null, borough)}
          idempotencyKey={randomUUID()}
          button="Make the file"
          cancelHref={filters ? `${list}?${filters}` : list}
          hidden={[
            { name: "table", value: table.name },
            { name: "format", value: format },
            { name: "filters", value: filters },
          ]}
        />
      </div>
    </>
  );
}
