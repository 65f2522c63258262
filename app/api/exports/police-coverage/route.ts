import { readChoice } from "@/app/police/_coverage/choice";
import { requirePolice } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { listBoroughCounts } from "@/lib/coverage/queries";
import { shareAt } from "@/lib/coverage/series";
import { csvFile } from "@/lib/csv";
import { monthStart } from "@/lib/dates";

/** The police table as a CSV file: counts of every borough, on the definition chosen. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requirePolice();
  const choice = readChoice(Object.fromEntries(new URL(request.url).searchParams));
  const { today, boroughs, cells } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    boroughs: await listBoroughs(ctx),
    cells: await listBoroughCounts(ctx, viewer.countBoroughs),
  }));
  const month = monthStart(today);
  const rows = boroughs.map((borough) => {
    const share = shareAt(cells, choice.measure, month, {
      boroughCode: borough.code,
      ...(choice.sector ? { sector: choice.sector } : {}),
    });
    return [
      borough.code,
      borough.name,
      borough.policeArea,
      choice.sectorLabel,
      choice.measureLabel,
      share.met,
      share.of,
    ];
  });
  const head = ["GSS code", "Borough", "Police area", "Sector", "Measure", "Meet", "In scope"];
  return new Response(csvFile([head, ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="coverage-${today}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
