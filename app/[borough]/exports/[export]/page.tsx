import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { ProgressBar } from "@/components/charts/progress-bar";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { requireBorough } from "@/lib/auth/current";
import { addDays, londonDate } from "@/lib/dates";
import { findBoroughTable } from "@/lib/exports/borough-tables";
import { KEPT_DAYS, newExportHref } from "@/lib/exports/model";
import { type ExportRow, getExport } from "@/lib/exports/queries";
import { formatDate, formatMoment, plural } from "@/lib/format";
import { LookAgain } from "./look-again";

export const metadata: Metadata = { title: "Your file" };

const TITLES: Record<ExportRow["state"], string> = {
  waiting: "Your file is about to be made",
  writing: "Your file is being made",
  done: "Your file is ready",
  failed: "Your file could not be made",
};

interface PageProps {
  params: Promise<{ borough: string; export: string }>;
}

export default async function ExportPage({ params }: PageProps) {
  const { borough, export: given } = await params;
  const viewer = await requireBorough(borough);
  const row = await readOrNotFound(viewer, (ctx) => getExport(ctx, idOrNotFound(given)));
  const working = row.state === "waiting" || row.state === "writing";
  const kind = row.format === "xlsx" ? "Excel" : "CSV";
  return (
    <>
      <PageHeading
        caption={`${findBoroughTable(row.tableName)?.title ?? row.tableName}, ${kind} file`}
        title={<span aria-live="polite">{TITLES[row.state]}</span>}
        lede={`Asked for on ${formatMoment(row.createdAt)}.`}
      />
      <div className="max-w-read">
        {working ? (
          <>
            <LookAgain />
            <ProgressBar label="Rows written" value={row.rowsDone} max={row.rowsTotal} />
            <p>You can leave this page and come back to it: the file is made all the same.</p>
          </>
        ) : null}
        {row.state === "done" ? (
          <>
            <p className="mb-5">
              It holds {plural(row.rowsDone, "row", "rows")}, and is deleted after{" "}
              {formatDate(addDays(londonDate(row.createdAt), KEPT_DAYS))}.
            </p>
            <a href={`/api/exports/${borough}/files/${row.id}`} className={buttonClass()}>
              Download the {kind} file
            </a>
          </>
        ) : null}
        {row.state === "failed" ? (
          <Notice kind="warning" title="Nothing was lost">
            <p className="mb-3">
              {row.format === "xlsx"
                ? "Try again, or take CSV: a sheet of Excel holds about a million rows."
                : "Try again. If it happens twice, tell whoever runs the portal."}
            </p>
            <LinkButton
              href={newExportHref(borough, { table: row.tableName, format: "csv", ...row.filters })}
              variant="ghost"
            >
              Try again as CSV
            </LinkButton>
          </Notice>
        ) : null}
      </div>
    </>
  );
}
