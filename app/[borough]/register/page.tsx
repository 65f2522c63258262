import type { Metadata } from "next";
import { idsOf, textOf } from "@/app/[borough]/_page/read";
import { ErrorSummary } from "@/components/forms/error-summary";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { Download } from "@/components/ui/download";
import { requireBorough } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { plural } from "@/lib/format";
import { listImports } from "@/lib/register/queries";
import { describeProblem, isProblem, type ProblemCode } from "@/lib/register/wrong-file";
import { listSectors } from "@/lib/sectors/queries";
import { AboutTheFile } from "./about-the-file";
import { ImportTable } from "./import-table";
import { UploadForm } from "./upload-form";

type Query = Record<string, string | string[] | undefined>;

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const wrong = isProblem(textOf(await searchParams, "problem"));
  return { title: wrong ? "Error: Register" : "Register" };
}

const FIELD: Partial<Record<ProblemCode, "sector" | "register">> = {
  no_sector: "sector",
  register_sector: "register",
};

function readError(query: Query, authorities: { code: string; name: string }[]) {
  const code = textOf(query, "problem");
  if (!isProblem(code)) return null;
  const line = Number(textOf(query, "line"));
  const names = Object.fromEntries(authorities.map((each) => [each.code, each.name]));
  const message = describeProblem(
    {
      code,
      about: textOf(query, "about"),
      line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
    },
    names,
  );
  return { field: FIELD[code] ?? ("file" as const), message };
}

export default async function RegisterPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const [after = null] = idsOf(query, "after");
  const { imports, sectors, authorities } = await asViewer(viewer, async (ctx) => ({
    imports: await listImports(ctx, after),
    sectors: await listSectors(ctx),
    authorities: textOf(query, "problem") ? await listBoroughs(ctx) : [],
  }));
  const error = readError(query, authorities);
  const last = imports.rows.at(-1);
  const path = `/${borough}/register`;

  return (
    <>
      {textOf(query, "done") === "discarded" ? (
        <Notice kind="success" title="The preview is discarded">
          <p>Nothing of it was written, and its rows are deleted.</p>
        </Notice>
      ) : null}
      {error ? <ErrorSummary errors={[error]} /> : null}
      <PageHeading
        title="Register"
        lede="Import the licensing register, and import it again whenever it changes: the portal finds out what differs."
      />
      <div className="mb-10 grid gap-8 lg:grid-cols-[1.2fr_1fr]">
        <section aria-labelledby="upload-title">
          <h2 id="upload-title" className="mb-4">
            Upload a register
          </h2>
          <UploadForm
            borough={borough}
            sectors={sectors}
            chosen={{
              sector: textOf(query, "sector"),
              register: textOf(query, "register"),
            }}
            error={error}
          />
        </section>
        <AboutTheFile />
      </div>
      <section aria-labelledby="imports-title">
        <h2 id="imports-title" className="mb-4">
          Imports
        </h2>
        {imports.rows.length === 0 ? (
          <EmptyState title={after ? "No older imports" : "No register imported yet"}>
            <p>Upload the first one above. You see what it holds before anything is written.</p>
          </EmptyState>
        ) : (
          <>
            <ImportTable
              borough={borough}
              rows={imports.rows}
              sectors={new Map(sectors.map((sector) => [sector.code, sector.pluralLabel]))}
            />
            {after || imports.more ? (
              <Pager
                shownText={`Showing ${plural(imports.rows.length, "import", "imports")}`}
                previousHref={after ? path : undefined}
                nextHref={imports.more && last ? `${path}?after=${last.id}` : undefined}
              />
            ) : null}
            <div className="mt-4">
              <Download href={`/api/exports/${borough}/imports`} what="register imports" />
            </div>
          </>
        )}
      </section>
    </>
  );
}
