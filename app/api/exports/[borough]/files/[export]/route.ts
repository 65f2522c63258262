import { notFound } from "next/navigation";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { sendFile } from "@/app/api/exports/send";
import { requireBorough } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { recordView } from "@/lib/command";
import { londonDate } from "@/lib/dates";
import { fileName } from "@/lib/exports/format";
import { openFile } from "@/lib/exports/open-file";
import { getExport } from "@/lib/exports/queries";

interface Props {
  params: Promise<{ borough: string; export: string }>;
}

/** A file that was made in the background, to those who work for its borough. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { borough, export: given } = await params;
  const viewer = await requireBorough(borough);
  const { row, place } = await readOrNotFound(viewer, async (ctx) => ({
    row: await getExport(ctx, idOrNotFound(given)),
    place: (await listBoroughs(ctx)).find(({ code }) => code === borough)?.name ?? borough,
  }));
  const bytes = row.state === "done" ? await openFile(row) : null;
  if (!bytes) notFound();
  await recordView(viewer, borough, "export.download", {
    subject: ["export", row.id],
    fields: [],
    details: { table: row.tableName, format: row.format, rows: row.rowsDone },
  });
  const name = fileName(row.tableName, place, londonDate(row.createdAt), row.format);
  return sendFile(bytes, row.format, name);
}
