import "server-only";
import { isBoroughCode, isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { readScope, type Scope, writeScope } from "@/lib/db/scope";
import { findBoroughTable } from "@/lib/exports/borough-tables";
import { keepFile } from "@/lib/exports/files";
import { writeSheet } from "@/lib/exports/format";
import { type ExportRow, findWaitingExport, keepProgress } from "@/lib/exports/queries";
import type { Cell } from "@/lib/exports/table";
import { log } from "@/lib/log";

type Job = Record<string, unknown>;

function placeOf(job: Job) {
  const { boroughCode, exportId } = job;
  if (typeof boroughCode !== "string" || !isBoroughCode(boroughCode)) return null;
  if (typeof exportId !== "string" || !isUuid(exportId)) return null;
  const scope: Scope = { role: "portal_worker", boroughs: [boroughCode] };
  return { scope, place: { boroughCode, exportId } };
}

/** Writes one long table to its file, a page at a time, and keeps how far it has come. */
export async function writeExport(job: Job): Promise<void> {
  const found = placeOf(job);
  if (!found) throw new Error("An export job without its ids.");
  const { scope, place } = found;
  const tell = (change: Parameters<typeof keepProgress>[2]) =>
    writeScope(scope, (tx) => keepProgress(tx, place, change));
  const asked = await readScope(scope, (tx) => findWaitingExport(tx, place));
  if (!asked) return;
  await tell({ state: "writing", rowsDone: 0 });
  try {
    const rows = await writeRows(asked, (rowsDone) => tell({ rowsDone }));
    await tell({ state: "done", rowsDone: rows, rowsTotal: rows, finishedAt: new Date() });
  } catch (error) {
    // More rows than Excel holds: another try would end the same way.
    if (!(error instanceof RangeError)) throw error;
    await tell({ state: "failed", finishedAt: new Date() });
  }
}

/** The rows as the officer who asked sees them, in one consistent picture. */
async function writeRows(asked: ExportRow, tell: (rows: number) => Promise<void>): Promise<number> {
  const table = findBoroughTable(asked.tableName);
  if (!table) throw new Error("An export of a table that is not there.");
  const { boroughCode, askedBy: userId } = asked;
  const viewer = { role: "borough_officer", userId, name: "", boroughCode } as const;
  let rows = 0;
  async function* told(pages: AsyncIterable<Cell[][]>) {
    for await (const page of pages) {
      yield page;
      rows += page.length;
      await tell(rows);
    }
  }
  await asViewer(viewer, async (ctx) => {
    const pages = told(table.pages(ctx, asked.filters));
    const { title, columns } = table;
    await keepFile(asked, writeSheet({ title, columns, pages }, asked.format));
  });
  return rows;
}

/** An export that was tried often enough: its page says so. */
export async function setAsideExport(job: Job): Promise<void> {
  const found = placeOf(job);
  log.error({ boroughCode: job.boroughCode, exportId: job.exportId }, "export given up");
  if (!found) return;
  await writeScope(found.scope, (tx) =>
    keepProgress(tx, found.place, { state: "failed", finishedAt: new Date() }),
  );
}
