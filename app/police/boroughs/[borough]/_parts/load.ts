import "server-only";
import { notFound } from "next/navigation";
import { bandOf } from "@/components/charts/tile-bands";
import type { requirePolice } from "@/lib/auth/current";
import { type BoroughRow, listBoroughs } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import {
  COUNTS,
  type CountOption,
  type CoverageChoice,
  monthOf,
  type Query,
  readChoice,
} from "@/lib/coverage/choice";
import {
  isFault,
  monthsBetween,
  monthsWithData,
  type Point,
  pointsOf,
  standAt,
  stepsOf,
} from "@/lib/coverage/london";
import { listMeasureSteps, listPlaceShares, type PlaceShare } from "@/lib/coverage/london-queries";
import { listBusinessesForPolice, type PolicePage } from "@/lib/coverage/police-queries";
import { monthStart } from "@/lib/dates";
import type { Line } from "../../../_coverage/lines";

export interface MeasureLine {
  count: CountOption;
  line: Line;
}

export interface BoroughView {
  today: string;
  borough: BoroughRow;
  choice: CoverageChoice;
  month: string;
  months: string[];
  /** The chosen count month by month up to the month shown. */
  points: Point[];
  /** Every count of the borough in that month. */
  measures: MeasureLine[];
  places: PlaceShare[];
  /** Businesses that do not meet the count today, or all in scope. */
  list: "gap" | "all";
  page: PolicePage;
  /** How many each of the two lists holds today. */
  sizes: Record<"gap" | "all", number>;
}

/** One borough of the reader's: four statements, whatever it holds. */
export async function loadBorough(
  viewer: Awaited<ReturnType<typeof requirePolice>>,
  code: string,
  query: Query,
): Promise<BoroughView> {
  if (!viewer.boroughs.includes(code)) notFound();
  const asked = readChoice(query);
  const ofBusinesses = asked.count.countedFor !== "borough";
  const list = query.list === "all" || !ofBusinesses ? "all" : "gap";
  const where = { sector: asked.sector, ward: asked.ward };
  const read = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    borough: (await listBoroughs(ctx)).find((row) => row.code === code),
    cells: await listMeasureSteps(ctx, code, where),
    places: await listPlaceShares(ctx, code, asked.count, monthOf(asked, ctx.today)),
    page: await listBusinessesForPolice(ctx, code, {
      ...where,
      ...(list === "gap" ? { gap: asked.count.id } : {}),
      ...(typeof query.after === "string" ? { after: query.after } : {}),
    }),
  }));
  const { today, borough, cells, places, page } = read;
  if (!borough) notFound();
  const scope = { countedFor: "business", parts: [] } as const;
  const months = monthsWithData(stepsOf(cells, code, scope), today);
  const month = monthOf(asked, today);
  const shown = monthsBetween(months[0] ?? month, month);
  const pointsFor = (count: CountOption, some: readonly string[]) =>
    pointsOf(stepsOf(cells, code, count), code, some, count);
  const now = pointsFor(asked.count, [monthStart(today)])[0] ?? { met: 0, of: 0 };
  const inScope = pointsOf(stepsOf(cells, code, scope), code, [monthStart(today)], scope)[0];
  return {
    today,
    borough,
    choice: { ...asked, month: month === monthStart(today) ? undefined : month.slice(0, 7) },
    month,
    months,
    points: pointsFor(asked.count, shown),
    measures: COUNTS.map((count) => ({
      count,
      line: lineOf(pointsFor(count, shown), month, borough),
    })),
    places,
    list,
    page,
    sizes: { gap: Math.max(0, now.of - now.met), all: inScope?.of ?? 0 },
  };
}

function lineOf(points: Point[], month: string, borough: BoroughRow): Line {
  const stand = standAt(points, month, ({ met, of }) => bandOf(met, of)?.level ?? null);
  return {
    ...stand,
    key: borough.code,
    name: borough.name,
    area: borough.policeArea,
    areaCode: borough.policeAreaCode,
    own: true,
    fault: isFault(stand),
  };
}
