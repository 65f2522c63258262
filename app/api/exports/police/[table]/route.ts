import { notFound } from "next/navigation";
import { sendFile } from "@/app/api/exports/send";
import { requirePolice } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer, recordView } from "@/lib/command";
import { NotFound } from "@/lib/errors";
import { fileName, readFormat, writeSheet } from "@/lib/exports/format";
import { findPoliceTable } from "@/lib/exports/police-tables";
import { readQuery, readSheet } from "@/lib/exports/read";

interface Props {
  params: Promise<{ table: string }>;
}

/** A table of the police as a file: counts of London, or the businesses of one of their boroughs. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { table: name } = await params;
  const viewer = await requirePolice();
  const table = findPoliceTable(name) ?? notFound();
  const asked = new URL(request.url).searchParams;
  const format = readFormat(asked.get("format"));
  const query = readQuery(table, asked);
  const read = await asViewer(viewer, async (ctx) => {
    const place = (await listBoroughs(ctx)).find((row) => row.code === query.borough)?.name;
    const file = fileName(table.name, place ?? "London", ctx.today, format);
    return { sheet: await readSheet(ctx, table, query), file };
  }).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  // Counts of all London are recorded in each borough the officer serves: none other is theirs to write in.
  const places = query.borough ? [query.borough] : viewer.boroughs;
  for (const borough of places) {
    await recordView(viewer, borough, "export.download", {
      subject: ["police_table", table.name],
      fields: [],
      details: { format, rows: read.sheet.rows },
    });
  }
  return sendFile(writeSheet(read.sheet, format), format, read.file);
}
