import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { ErrorSummary } from "@/components/forms/error-summary";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { asViewer } from "@/lib/command";
import { formatMoment, formatNumber, plural } from "@/lib/format";
import { isProblem } from "@/lib/register/wrong-file";
import { describeWardProblem } from "@/lib/wards/problems";
import { listUploads, listWards, type WardUpload } from "@/lib/wards/queries";
import { UploadForm } from "./upload-form";
import { WardTable } from "./ward-table";

type Query = Record<string, string | string[] | undefined>;

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return { title: isProblem(textOf(await searchParams, "problem")) ? "Error: Wards" : "Wards" };
}

function readError(query: Query): string | undefined {
  const code = textOf(query, "problem");
  if (!isProblem(code)) return undefined;
  const line = Number(textOf(query, "line"));
  const known = Number.isSafeInteger(line) && line > 0 ? line : undefined;
  return describeWardProblem(code, known, textOf(query, "about"));
}

export default async function WardsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const { wards, uploads } = await asViewer(viewer, async (ctx) => ({
    wards: await listWards(ctx),
    uploads: await listUploads(ctx),
  }));
  const error = readError(query);
  const unknown = wards.find((row) => row.ward === "")?.inScope ?? 0;

  return (
    <>
      {textOf(query, "done") === "discarded" ? (
        <Notice kind="success" title="The list is discarded">
          <p>Nothing of it was written, and its rows are deleted.</p>
        </Notice>
      ) : null}
      {error ? <ErrorSummary errors={[{ field: "file", message: error }]} /> : null}
      <PageHeading
        title="Wards"
        lede="Which ward each business lies in, from your own list of postcodes. New businesses find their ward by themselves."
        tools={
          <LinkButton href={`/${borough}/history`} variant="ghost">
            Coverage by ward and month
          </LinkButton>
        }
      />
      <Waiting borough={borough} rows={may(viewer.role, "wards.confirm") ? uploads.waiting : []} />
      <div className="grid gap-8 lg:grid-cols-[1.5fr_1fr]">
        <section>
          <SectionHeading
            title="Businesses by ward"
            lede={
              unknown > 0
                ? `The ward of ${plural(unknown, "business", "businesses")} in scope is not known: the postcode is in no row of the list.`
                : undefined
            }
          />
          {wards.length === 0 ? (
            <EmptyState title="No wards yet">
              <p>Upload a list, or import a register first: businesses are placed as they come.</p>
            </EmptyState>
          ) : (
            <WardTable borough={borough} rows={wards} />
          )}
        </section>
        <section aria-labelledby="list-title" className="print:hidden">
          <SectionHeading id="list-title" title="Your list" />
          <p className="mb-4">{describeList(uploads.current)}</p>
          {may(viewer.role, "wards.upload") ? (
            <UploadForm borough={borough} error={error} />
          ) : (
            <p className="text-ink-2">An administrator of the borough uploads it.</p>
          )}
        </section>
      </div>
    </>
  );
}

function describeList(current: WardUpload | null): string {
  if (!current?.settledAt) return "No list has been uploaded yet.";
  return `${plural(current.postcodes, "postcode", "postcodes")} in ${plural(current.wards, "ward", "wards")}, confirmed on ${formatMoment(current.settledAt)}. A new list replaces it.`;
}

function Waiting({ borough, rows }: { borough: string; rows: WardUpload[] }) {
  if (rows.length === 0) return null;
  return (
    <Notice kind="info" title="A list waits for you to confirm it">
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="wrap-anywhere">
            <AppLink href={`/${borough}/wards/${row.id}`}>{row.fileName}</AppLink>,{" "}
            {formatNumber(row.rowsRead)} rows, uploaded on {formatMoment(row.createdAt)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
