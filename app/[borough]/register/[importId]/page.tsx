import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import { TabsLinks } from "@/components/ui/tabs-links";
import { Tag } from "@/components/ui/tag";
import { requireBorough } from "@/lib/auth/current";
import { formatMoment, formatNumber, plural } from "@/lib/format";
import { encodingLabel } from "@/lib/register/encoding-labels";
import { OUTCOMES, type Outcome } from "@/lib/register/model";
import {
  getImport,
  type ImportRow,
  listStagedRows,
  type PlaceInRows,
} from "@/lib/register/queries";
import { listSectors } from "@/lib/sectors/queries";
import { stateOf } from "../import-table";
import { confirmRegisterAction, discardRegisterAction } from "./actions";
import { Outcome as OutcomeList } from "./outcome";
import { Settle } from "./settle";
import { StagedTable } from "./staged-table";

export const metadata: Metadata = { title: "Register import" };

type Query = Record<string, string | string[] | undefined>;

interface PageProps {
  params: Promise<{ borough: string; importId: string }>;
  searchParams: Promise<Query>;
}

function readOutcome(query: Query, row: ImportRow): Outcome {
  const asked = OUTCOMES.find(({ outcome }) => outcome === textOf(query, "rows"));
  const first = asked ?? OUTCOMES.find(({ outcome }) => row[outcome] > 0);
  return first?.outcome ?? "new";
}

function readPlace(query: Query): PlaceInRows {
  const numberOf = (name: string) => {
    const text = textOf(query, name);
    return /^\d{1,9}$/.test(text) ? Number(text) : null;
  };
  const [before, after] = [numberOf("before"), numberOf("after")];
  if (before !== null) return { before };
  return after === null ? null : { after };
}

export default async function ImportPage({ params, searchParams }: PageProps) {
  const { borough, importId: given } = await params;
  const importId = idOrNotFound(given);
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const { row, outcome, page, sectors } = await readOrNotFound(viewer, async (ctx) => {
    const found = await getImport(ctx, importId);
    const shown = readOutcome(query, found);
    return {
      row: found,
      outcome: shown,
      page: await listStagedRows(ctx, importId, shown, readPlace(query)),
      sectors: await listSectors(ctx),
    };
  });
  const path = `/${borough}/register/${importId}`;
  const href = (rows: Outcome, extra = "") => `${path}?rows=${rows}${extra}`;
  const kept = page.rows.length > 0 || row[outcome] === 0;
  const place = (name: string, position: number | null) =>
    position === null ? undefined : href(outcome, `&${name}=${position}`);

  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}/register`, label: "Register" }]} />
      {textOf(query, "done") === "confirmed" && row.state === "confirmed" ? (
        <Notice kind="success" title="The register is imported">
          <OutcomeList row={row} />
        </Notice>
      ) : null}
      <PageHeading
        caption={row.state === "previewed" ? "Preview: nothing is written yet" : "Register import"}
        title={<span className="wrap-anywhere">{row.fileName}</span>}
        lede={`${plural(row.read, "row", "rows")} read on ${formatMoment(row.createdAt)}.`}
        tools={
          row.state === "confirmed" ? (
            <LinkButton href={`/${borough}/businesses`} variant="ghost">
              All businesses
            </LinkButton>
          ) : undefined
        }
      />
      {row.state === "previewed" ? (
        <Settle
          row={row}
          uploadHref={`/${borough}/register`}
          confirm={{
            action: confirmRegisterAction.bind(null, borough, importId),
            key: randomUUID(),
          }}
          discard={{
            action: discardRegisterAction.bind(null, borough, importId),
            key: randomUUID(),
          }}
        />
      ) : null}
      <div className="mb-8 max-w-read">
        <SummaryList
          rows={[
            {
              label: "State",
              value: <Tag tone={stateOf(row).tone}>{stateOf(row).label}</Tag>,
            },
            {
              label: "Sector",
              value:
                sectors.find((sector) => sector.code === row.sector)?.pluralLabel ?? row.sector,
            },
            { label: "Register", value: row.register.replaceAll("_", " ") },
            { label: "Characters read as", value: encodingLabel(row.encoding) },
            ...(row.settledAt
              ? [
                  {
                    label: stateOf(row).label,
                    value: formatMoment(row.settledAt),
                  },
                ]
              : []),
            ...(row.droppedColumns.length > 0
              ? [
                  {
                    label: "Dropped unread",
                    value: `${row.droppedColumns.join(", ")}: the portal never holds dates of birth or National Insurance numbers.`,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {row.state === "discarded" ? (
        <EmptyState title="This preview was discarded">
          <p>Nothing of it was written, and its rows are deleted.</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="rows-title">
          <h2 id="rows-title" className="mb-2">
            Rows
          </h2>
          <TabsLinks
            label="Rows by outcome"
            current={href(outcome)}
            items={OUTCOMES.map((each) => ({
              href: href(each.outcome),
              label: each.label,
              count: row[each.outcome],
            }))}
          />
          {page.rows.length > 0 ? (
            <>
              <StagedTable outcome={outcome} rows={page.rows} />
              <Pager
                shownText={`Showing ${formatNumber(page.rows.length)} of ${plural(row[outcome], "row", "rows")}`}
                previousHref={place("before", page.previousBefore)}
                nextHref={place("after", page.nextAfter)}
              />
            </>
          ) : (
            <EmptyState title={kept ? "No rows of this kind" : "The rows are no longer kept"}>
              {kept ? (
                <p>The other tabs hold the rows of this file.</p>
              ) : (
                <p>Rows of an import are deleted after 30 days. Its counts stay.</p>
              )}
            </EmptyState>
          )}
        </section>
      )}
    </>
  );
}
