import "server-only";
import type { Tile } from "@/components/charts/tiles";
import { pastQuarters } from "@/lib/aims/call-model";
import { type AreaQuarter, listCalls } from "@/lib/aims/police-queries";
import type { requirePolice } from "@/lib/auth/current";
import { type BoroughRow, listBoroughs } from "@/lib/boroughs/queries";
import { shortBoroughName } from "@/lib/boroughs/short-names";
import { asViewer } from "@/lib/command";
import { type CoverageChoice, choiceQuery, type Query, readChoice } from "@/lib/coverage/choice";
import { monthsWithData } from "@/lib/coverage/london";
import { listSteps } from "@/lib/coverage/london-queries";
import { monthStart } from "@/lib/dates";
import { compareLondon, type Line } from "./lines";

export interface LondonView {
  today: string;
  choice: CoverageChoice;
  /** The month shown, and all there are figures of, oldest first. */
  month: string;
  months: string[];
  /** The chosen police area's name; undefined for all London. */
  areaName: string | undefined;
  areaOptions: { value: string; label: string }[];
  boroughs: Line[];
  areas: Line[];
  london: Line;
  tiles: Tile[];
  /** The newest quarter's calls of the reader's own areas: beside Pursue alone. */
  calls: AreaQuarter<BoroughRow>[];
}

/** The comparison an address asks for: three statements, four beside Pursue, however large London is. */
export async function loadLondon(
  viewer: Awaited<ReturnType<typeof requirePolice>>,
  query: Query,
): Promise<LondonView> {
  const asked = readChoice(query);
  const { today, boroughs, steps, calls } = await asViewer(viewer, async (ctx) => {
    const rows = await listBoroughs(ctx);
    return {
      today: ctx.today,
      boroughs: rows,
      steps: await listSteps(ctx, viewer.countBoroughs, asked.count, { sector: asked.sector }),
      calls: asked.count.aim === "pursue" ? await newestCalls(ctx, rows) : [],
    };
  });
  const months = monthsWithData(steps, today);
  const month = months.find((one) => one.slice(0, 7) === asked.month) ?? monthStart(today);
  const areaName = boroughs.find((row) => row.policeAreaCode === asked.area)?.policeArea;
  const choice = {
    ...asked,
    area: areaName ? asked.area : undefined,
    month: month === monthStart(today) ? undefined : month.slice(0, 7),
  };
  const all = compareLondon(boroughs, steps, months, month, choice.count, viewer.boroughs);
  const inside = (line: Line) => !choice.area || line.areaCode === choice.area;
  return {
    today,
    choice,
    month,
    months,
    areaName,
    areaOptions: all.areas.map(({ key, name }) => ({ value: key, label: name })).sort(byLabel),
    boroughs: all.boroughs.filter(inside),
    areas: all.areas.filter(inside),
    london: all.london,
    tiles: tilesOf(boroughs, all.boroughs, choice),
    calls,
  };
}

function newestCalls(
  ctx: Parameters<typeof listCalls>[0],
  boroughs: BoroughRow[],
): Promise<AreaQuarter<BoroughRow>[]> {
  const own = boroughs.filter(({ code }) => ctx.boroughs.includes(code));
  return listCalls(ctx, own, pastQuarters(ctx.today, 1));
}

const byLabel = (a: { label: string }, b: { label: string }) =>
  a.label.localeCompare(b.label, "en-GB");

function tilesOf(boroughs: BoroughRow[], lines: Line[], choice: CoverageChoice): Tile[] {
  const query = choiceQuery(choice, { area: undefined });
  return boroughs.flatMap((borough) => {
    const line = lines.find(({ key }) => key === borough.code);
    if (!line) return [];
    return {
      code: borough.code,
      name: borough.name,
      short: shortBoroughName(borough.name),
      row: borough.tileRow,
      column: borough.tileColumn,
      met: line.met,
      of: line.of,
      own: line.own,
      fault: line.fault,
      outside: choice.area !== undefined && line.areaCode !== choice.area,
      ...(line.own ? { href: `/police/boroughs/${borough.code}?${query}` } : {}),
    };
  });
}
