import "server-only";
import { and, eq } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { exportJobs } from "@/lib/db/schema/exports";
import type { Transaction } from "@/lib/db/scope";
import { NotFound } from "@/lib/errors";

export type ExportRow = typeof exportJobs.$inferSelect;

/** One export of the viewer's borough. Throws NotFound. */
export async function getExport(ctx: ReadContext, id: string): Promise<ExportRow> {
  const [row] = await ctx.tx
    .select()
    .from(exportJobs)
    .where(and(ctx.inBorough(exportJobs), eq(exportJobs.id, id)));
  if (!row) throw new NotFound("No such export.");
  return row;
}

interface Place {
  boroughCode: string;
  exportId: string;
}

const at = ({ boroughCode, exportId }: Place) =>
  and(eq(exportJobs.boroughCode, boroughCode), eq(exportJobs.id, exportId));

/** What the worker is to write; null when it is written, or deleted already. */
export async function findWaitingExport(tx: Transaction, place: Place): Promise<ExportRow | null> {
  const [row] = await tx.select().from(exportJobs).where(at(place));
  return row && row.state !== "done" ? row : null;
}

/** Keeps how far an export has come, for the page that waits for it. */
export async function keepProgress(
  tx: Transaction,
  place: Place,
  change: Partial<Pick<ExportRow, "state" | "rowsDone" | "rowsTotal" | "finishedAt">>,
): Promise<void> {
  await tx.update(exportJobs).set(change).where(at(place));
}
