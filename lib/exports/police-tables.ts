import "server-only";
import { SHARED_SECTORS } from "@/lib/boroughs/model";
import { type BoroughRow, listBoroughs } from "@/lib/boroughs/queries";
import { type CoverageChoice, monthOf, readChoice } from "@/lib/coverage/choice";
import { isFault, pointsOf } from "@/lib/coverage/london";
import { listSteps } from "@/lib/coverage/london-queries";
import { MEASURES, type Share } from "@/lib/coverage/model";
import {
  countBusinessesForPolice,
  listBusinessesForPolice,
  type PoliceBusinessRow,
  type PolicePage,
} from "@/lib/coverage/police-queries";
import { defineTable, type ExportTable, PAGE_ROWS, type Query, yesNo } from "./table";

type CountedBorough = BoroughRow & Share & { choice: CoverageChoice; month: string };

const coverage = defineTable<CountedBorough>({
  name: "coverage",
  title: "Coverage",
  filters: ["measure", "sector", "area", "month"],
  columns: [
    { header: "GSS code", kind: "text", value: (row) => row.code },
    { header: "Borough", kind: "text", value: (row) => row.name },
    { header: "Police area", kind: "text", value: (row) => row.policeArea },
    { header: "Sector", kind: "text", value: (row) => row.choice.sectorLabel },
    { header: "Measure", kind: "text", value: (row) => row.choice.count.longLabel },
    { header: "Month", kind: "month", value: (row) => row.month.slice(0, 7) },
    { header: "Meet", kind: "number", value: (row) => (isKnown(row) ? row.met : null) },
    { header: "Out of", kind: "number", value: (row) => (isKnown(row) ? row.of : null) },
    { header: "Share", kind: "share", value: (row) => (isKnown(row) ? row.met / row.of : null) },
  ],
  count: async (ctx) => (await listBoroughs(ctx)).length,
  async *rows(ctx, query) {
    const { viewer } = ctx;
    if (viewer.role !== "police_officer") return;
    const choice = readChoice(query);
    const month = monthOf(choice, ctx.today);
    const { count, sector, area } = choice;
    const steps = await listSteps(ctx, viewer.countBoroughs, count, { sector });
    const boroughs = await listBoroughs(ctx);
    yield boroughs
      .filter((borough) => !area || borough.policeAreaCode === area)
      .map((borough) => {
        const [point] = pointsOf(steps, borough.code, [month], count);
        return { ...borough, met: point?.met ?? 0, of: point?.of ?? 0, choice, month };
      });
  },
});

/** Nothing to count, or a figure that cannot be, is an empty cell and never a nought. */
const isKnown = (row: CountedBorough) => row.of > 0 && !isFault(row);

const sectorLabel = (code: string) =>
  SHARED_SECTORS.find((sector) => sector.code === code)?.label ?? code;

/** The same as on the borough's page: what does not meet the measure chosen there. */
function gapOf(query: Query) {
  const { count, sector, ward } = readChoice(query);
  return { ...(count.countedFor === "borough" ? {} : { gap: count.id }), sector, ward };
}

const businesses = defineTable<PoliceBusinessRow>({
  name: "businesses",
  title: "Businesses",
  filters: ["borough", "measure", "sector", "ward"],
  columns: [
    { header: "Business", kind: "text", value: (row) => row.name },
    { header: "Postcode", kind: "text", value: (row) => row.postcode },
    { header: "Sector", kind: "text", value: (row) => sectorLabel(row.sector) },
    { header: "Headcount", kind: "number", value: (row) => row.headcount },
    { header: "People listed", kind: "number", value: (row) => row.listed },
    { header: "Trained", kind: "number", value: (row) => row.trained },
    { header: "Reporting course", kind: "number", value: (row) => row.reporting },
    ...MEASURES.map((measure) => ({
      header: `Meets: ${measure.label}`,
      kind: "text" as const,
      value: (row: PoliceBusinessRow) => yesNo(row.met.includes(measure.id)),
    })),
  ],
  count: (ctx, query) => countBusinessesForPolice(ctx, query.borough ?? "", gapOf(query)),
  async *rows(ctx, query) {
    let after: string | null = null;
    do {
      const filter = { ...gapOf(query), ...(after ? { after } : {}) };
      const page: PolicePage = await listBusinessesForPolice(
        ctx,
        query.borough ?? "",
        filter,
        PAGE_ROWS,
      );
      yield page.rows;
      after = page.next;
    } while (after);
  },
});

const TABLES: readonly ExportTable[] = [coverage, businesses];

/** A table of the police, by its name; null when there is none of that name. */
export const findPoliceTable = (name: string): ExportTable | null =>
  TABLES.find((table) => table.name === name) ?? null;
