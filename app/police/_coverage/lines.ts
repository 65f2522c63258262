import { type Band, bandOf } from "@/components/charts/tile-bands";
import type { BoroughRow } from "@/lib/boroughs/queries";
import type { CountOption, Query } from "@/lib/coverage/choice";
import {
  isFault,
  type Point,
  pointsOf,
  type Stand,
  type Step,
  standAt,
  sumPoints,
} from "@/lib/coverage/london";
import type { Share } from "@/lib/coverage/model";

/** One place of a comparison: a borough, or a police area summed over its boroughs. */
export interface Line extends Stand {
  key: string;
  name: string;
  /** The police area of a borough; empty for an area itself. */
  area: string;
  areaCode: string;
  own: boolean;
  /** The figures cannot be: never shown as a share. */
  fault: boolean;
}

const levelOf = ({ met, of }: Share) => bandOf(met, of)?.level ?? null;

/** The step of the map a share lies in. */
export const bandOfShare = ({ met, of }: Share): Band | null => bandOf(met, of);

/** Boroughs and police areas as they stand in a month, on one definition. */
export function compareLondon(
  boroughs: readonly BoroughRow[],
  steps: readonly Step[],
  months: readonly string[],
  month: string,
  count: CountOption,
  own: readonly string[],
): { boroughs: Line[]; areas: Line[]; london: Line } {
  const stepsByBorough = new Map<string, Step[]>(boroughs.map(({ code }) => [code, []]));
  for (const step of steps) stepsByBorough.get(step.boroughCode)?.push(step);
  const series = new Map<string, Point[]>(
    [...stepsByBorough].map(([code, own]) => [code, pointsOf(own, code, months, count)]),
  );
  const lineOf = (points: Point[], rest: Omit<Line, keyof Stand | "fault">): Line => {
    const stand = standAt(points, month, levelOf);
    return { ...stand, ...rest, fault: isFault(stand) };
  };
  const sumOf = (some: readonly BoroughRow[]) =>
    sumPoints(some.map(({ code }) => series.get(code) ?? []));
  const areaCodes = [...new Set(boroughs.map((borough) => borough.policeAreaCode))];
  return {
    boroughs: boroughs.map((borough) =>
      lineOf(series.get(borough.code) ?? [], {
        key: borough.code,
        name: borough.name,
        area: borough.policeArea,
        areaCode: borough.policeAreaCode,
        own: own.includes(borough.code),
      }),
    ),
    areas: areaCodes.map((code) => {
      const inside = boroughs.filter((borough) => borough.policeAreaCode === code);
      return lineOf(sumOf(inside), {
        key: code,
        name: inside[0]?.policeArea ?? code,
        area: "",
        areaCode: code,
        own: inside.some((borough) => own.includes(borough.code)),
      });
    }),
    london: lineOf(sumOf(boroughs), {
      key: "london",
      name: "London",
      area: "",
      areaCode: "",
      own: false,
    }),
  };
}

export const SORTS = ["share", "name", "area", "change", "since"] as const;
export type Sort = (typeof SORTS)[number];

export interface Order {
  sort: Sort;
  descending: boolean;
}

/** The order of an address; the thinnest coverage first unless it says otherwise. */
export function readOrder(query: Query): Order {
  const sort = SORTS.find((one) => one === query.sort) ?? "share";
  return { sort, descending: query.dir === "desc" };
}

const share = ({ met, of }: Share) => met / of;

const COMPARE: Record<Sort, (a: Line, b: Line) => number> = {
  share: (a, b) => share(a) - share(b),
  name: (a, b) => a.name.localeCompare(b.name, "en-GB"),
  area: (a, b) => a.area.localeCompare(b.area, "en-GB"),
  change: (a, b) => (a.change ?? 0) - (b.change ?? 0),
  since: (a, b) => (a.since ?? "").localeCompare(b.since ?? ""),
};

/** Has this place anything to sort by? What has not comes last, whichever way round. */
const isKnown = (line: Line, sort: Sort) => {
  if (sort === "name" || sort === "area") return true;
  if (line.of === 0 || line.fault) return false;
  return sort === "change" ? line.change !== null : true;
};

/** The whole list in order; equal ones by name. */
export function sortLines(lines: readonly Line[], { sort, descending }: Order): Line[] {
  return lines.toSorted((a, b) => {
    const unknown = Number(!isKnown(a, sort)) - Number(!isKnown(b, sort));
    if (unknown !== 0 || !isKnown(a, sort)) return unknown || COMPARE.name(a, b);
    const order = COMPARE[sort](a, b);
    return (descending ? -order : order) || COMPARE.name(a, b);
  });
}

/** The place with the lowest share; null where nobody has a figure. */
export function thinnest(lines: readonly Line[]): Line | null {
  const known = lines.filter((line) => line.of > 0 && !line.fault);
  return sortLines(known, { sort: "share", descending: false })[0] ?? null;
}
