import "server-only";
import { randomUUID } from "node:crypto";
import { actorId } from "@/lib/auth/viewer";
import { defineCommand } from "@/lib/command";
import { exportJobs } from "@/lib/db/schema/exports";
import { NotFound } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/queue";
import { findBoroughTable } from "./borough-tables";
import { readQuery } from "./read";
import { startExportInput } from "./schema";

/** Has a long list written to a file by the worker; the answer is the id of the export. */
export const startExport = defineCommand({
  name: "export.start",
  input: startExportInput,
  async run(ctx, input) {
    const table = findBoroughTable(input.table);
    if (!table) throw new NotFound("No such list.");
    const query = readQuery(table, new URLSearchParams(input.filters));
    const filters = Object.fromEntries(Object.entries(query).map(([k, v]) => [k, v ?? ""]));
    const rows = await table.count(ctx, query);
    const id = randomUUID();
    await ctx.tx.insert(exportJobs).values({
      boroughCode: ctx.boroughCode,
      id,
      tableName: table.name,
      format: input.format,
      filters,
      askedBy: actorId(ctx.viewer),
      rowsTotal: rows,
    });
    await enqueue(ctx.tx, "export.write", { boroughCode: ctx.boroughCode, exportId: id });
    return {
      value: { exportId: id },
      touched: [],
      audit: {
        subject: ["export", id],
        fields: [],
        details: { table: table.name, format: input.format, rows },
      },
    };
  },
});
