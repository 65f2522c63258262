import { svgFile } from "@/app/_files/svg-file";
import { trendFile } from "@/components/charts/trend-file";
import { requireBorough, requireHolder } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import { listPlaceCells } from "@/lib/coverage/history-queries";
import { readChoice, trendOf } from "../choice";

/** The year shown on the history page as a picture of its own, for the same query. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ borough: string }> },
): Promise<Response> {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const holder = await requireHolder();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { choice, cells } = await asViewer(viewer, async (ctx) => {
    const chosen = readChoice(query, ctx.today);
    return { choice: chosen, cells: await listPlaceCells(ctx, chosen.measure) };
  });
  const name = holder.memberships.find((each) => each.boroughCode === borough)?.boroughName;
  const trend = { title: choice.label, aim: choice.aim, points: trendOf(cells, choice) };
  return svgFile(trendFile(trend, name ?? borough), `${choice.measure}-${choice.at.slice(0, 7)}`);
}
