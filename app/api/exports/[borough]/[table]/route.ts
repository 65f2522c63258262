import { notFound } from "next/navigation";
import { sendFile } from "@/app/api/exports/send";
import { requireBorough } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer, recordView } from "@/lib/command";
import { findBoroughTable } from "@/lib/exports/borough-tables";
import { fileName, readFormat, writeSheet } from "@/lib/exports/format";
import { newExportHref } from "@/lib/exports/model";
import { MOST_ROWS_AT_ONCE, readQuery, readSheet } from "@/lib/exports/read";

interface Props {
  params: Promise<{ borough: string; table: string }>;
}

/** A list of the licensing team as a file; a long one is asked for on a page of its own. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { borough, table: name } = await params;
  const viewer = await requireBorough(borough);
  const table = findBoroughTable(name) ?? notFound();
  const asked = new URL(request.url).searchParams;
  const format = readFormat(asked.get("format"));
  const query = readQuery(table, asked);
  const read = await asViewer(viewer, async (ctx) => {
    if ((await table.count(ctx, query)) > MOST_ROWS_AT_ONCE) return null;
    const place = (await listBoroughs(ctx)).find((row) => row.code === borough)?.name;
    const file = fileName(table.name, place ?? borough, ctx.today, format);
    return { sheet: await readSheet(ctx, table, query), file };
  });
  if (!read) {
    const location = newExportHref(borough, { table: name, format, ...query });
    return new Response(null, { status: 303, headers: { location } });
  }
  await recordView(viewer, borough, "export.download", {
    subject: ["table", table.name],
    fields: [],
    details: { format, rows: read.sheet.rows },
  });
  return sendFile(writeSheet(read.sheet, format), format, read.file);
}
