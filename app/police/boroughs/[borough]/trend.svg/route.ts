import { svgFile } from "@/app/_files/svg-file";
import { trendFile } from "@/components/charts/trend-file";
import { requirePolice } from "@/lib/auth/current";
import { titleOf } from "../../../_coverage/words";
import { loadBorough } from "../_parts/load";

/** The months of a borough as a picture of its own, for the same query: counts, no name of anybody. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ borough: string }> },
): Promise<Response> {
  const { borough: code } = await params;
  const viewer = await requirePolice();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { choice, borough, month, points } = await loadBorough(viewer, code, query);
  const trend = {
    title: titleOf(choice),
    aim: choice.count.aim,
    points: points.map((point) => ({ ...point, month: point.month.slice(0, 7) })),
  };
  return svgFile(trendFile(trend, borough.name), `${choice.count.id}-${month.slice(0, 7)}`);
}
