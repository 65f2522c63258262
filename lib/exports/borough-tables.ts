import "server-only";
import { ASSIGNMENT_STATES, type AssignmentState } from "@/lib/assignments/model";
import { type AssignmentRow, countAssignments, listAssignments } from "@/lib/assignments/queries";
import { readFilter } from "@/lib/businesses/filters";
import { STAGE_LABELS } from "@/lib/businesses/model";
import { type BusinessRow, countBusinesses, listBusinessPage } from "@/lib/businesses/queries";
import { londonDate } from "@/lib/dates";
import { countImports, type ImportRow, listImports } from "@/lib/register/queries";
import { listSectors } from "@/lib/sectors/queries";
import { defineTable, type ExportTable, PAGE_ROWS, type Query, yesNo } from "./table";

type Labelled<Row> = Row & { sectorLabel: string };

/** The labels of the borough's sectors; a code that has none stands for itself. */
async function readLabels(ctx: Parameters<typeof listSectors>[0]) {
  const labels = new Map((await listSectors(ctx)).map((row) => [row.code, row.label]));
  return <Row extends { sector: string }>(row: Row): Labelled<Row> => ({
    ...row,
    sectorLabel: labels.get(row.sector) ?? row.sector,
  });
}

const businesses = defineTable<Labelled<BusinessRow>>({
  name: "businesses",
  title: "Businesses",
  filters: ["search", "sector", "stage", "meets", "gap", "overdue", "waiting"],
  columns: [
    { header: "Business", kind: "text", value: (row) => row.name },
    { header: "Address", kind: "text", value: (row) => row.address },
    { header: "Postcode", kind: "text", value: (row) => row.postcode },
    { header: "Sector", kind: "text", value: (row) => row.sectorLabel },
    { header: "Stage", kind: "text", value: (row) => STAGE_LABELS[row.stage] },
    { header: "Headcount", kind: "number", value: (row) => row.headcount },
    { header: "Meets Prevent", kind: "text", value: (row) => yesNo(row.prevent) },
    { header: "Meets Pursue", kind: "text", value: (row) => yesNo(row.pursue) },
    { header: "Training overdue", kind: "text", value: (row) => yesNo(row.overdue) },
  ],
  count: (ctx, query) => countBusinesses(ctx, readFilter(query)),
  async *rows(ctx, query) {
    const label = await readLabels(ctx);
    let after: string | null = null;
    do {
      const place: { after: string } | null = after ? { after } : null;
      const page = await listBusinessPage(ctx, readFilter(query), place, PAGE_ROWS);
      yield page.rows.map(label);
      after = page.nextAfter;
    } while (after);
  },
});

const STATE_LABELS: Record<AssignmentState, string> = {
  overdue: "Overdue",
  open: "Open",
  met: "Met",
};

const assignmentFilter = (query: Query) => ({
  courseSlug: query.course || null,
  state: ASSIGNMENT_STATES.find((each) => each === query.state) ?? null,
});

const training = defineTable<AssignmentRow>({
  name: "training",
  title: "Training",
  filters: ["course", "state"],
  columns: [
    { header: "Business", kind: "text", value: (row) => row.businessName },
    { header: "Course", kind: "text", value: (row) => row.courseTitle },
    { header: "Due date", kind: "date", value: (row) => row.dueOn },
    { header: "Hold a current certificate", kind: "number", value: (row) => row.completed },
    { header: "Headcount", kind: "number", value: (row) => row.headcount },
    { header: "People listed", kind: "number", value: (row) => row.listed },
    { header: "State", kind: "text", value: (row) => STATE_LABELS[row.state] },
  ],
  count: (ctx, query) => countAssignments(ctx, assignmentFilter(query)),
  async *rows(ctx, query) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAssignments>> = await listAssignments(
        ctx,
        assignmentFilter(query),
        after,
        PAGE_ROWS,
      );
      yield page.rows;
      after = page.nextAfter;
    } while (after);
  },
});

const IMPORT_STATES: Record<ImportRow["state"], string> = {
  previewed: "Not confirmed yet",
  confirmed: "Confirmed",
  discarded: "Discarded",
};

const imports = defineTable<Labelled<ImportRow>>({
  name: "imports",
  title: "Register imports",
  filters: [],
  // The file's own name is left out: an officer may have put a person's name into it.
  columns: [
    { header: "Uploaded", kind: "date", value: (row) => londonDate(row.createdAt) },
    { header: "Sector", kind: "text", value: (row) => row.sectorLabel },
    {
      header: "State",
      kind: "text",
      value: (row) => (row.overtaken ? "Out of date" : IMPORT_STATES[row.state]),
    },
    { header: "Rows read", kind: "number", value: (row) => row.read },
    { header: "New", kind: "number", value: (row) => row.new },
    { header: "Changed", kind: "number", value: (row) => row.changed },
    { header: "Unchanged", kind: "number", value: (row) => row.unchanged },
    { header: "Gone", kind: "number", value: (row) => row.gone },
    { header: "Refused", kind: "number", value: (row) => row.refused },
    { header: "Not trading", kind: "number", value: (row) => row.notTrading },
  ],
  count: (ctx) => countImports(ctx),
  async *rows(ctx) {
    const label = await readLabels(ctx);
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listImports>> = await listImports(
        ctx,
        after,
        PAGE_ROWS,
      );
      yield page.rows.map(label);
      after = page.more ? (page.rows.at(-1)?.id ?? null) : null;
    } while (after);
  },
});

const TABLES: readonly ExportTable[] = [businesses, training, imports];

/** A table of the licensing team, by its name; null when there is none of that name. */
export const findBoroughTable = (name: string): ExportTable | null =>
  TABLES.find((table) => table.name === name) ?? null;
