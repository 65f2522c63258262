import { tileMapFile } from "@/components/charts/tile-map-file";
import { requirePolice } from "@/lib/auth/current";
import { formatMonth } from "@/lib/format";
import { loadLondon } from "../_coverage/load";
import { figureText, titleOf } from "../_coverage/words";

/** The map of /police as a file, for the same query: counts of boroughs, no name of anybody. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requirePolice();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const view = await loadLondon(viewer, query);
  const { choice, month, areaName, london } = view;
  const file = tileMapFile({
    title: `${titleOf(choice)}, ${areaName ?? "all London"}, ${formatMonth(month)}`,
    subtitle: `All London: ${figureText(london, choice)}. Operation Make Safe.`,
    tiles: view.tiles,
  });
  return new Response(file, {
    headers: {
      "content-type": "image/svg+xml; charset=utf-8",
      "content-disposition": `inline; filename="coverage-${choice.count.id}-${month.slice(0, 7)}.svg"`,
      "cache-control": "private, no-store",
    },
  });
}
