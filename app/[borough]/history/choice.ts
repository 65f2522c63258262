import "server-only";
import { textOf } from "@/app/[borough]/_page/read";
import { WARD_NOT_KNOWN } from "@/lib/businesses/filters";
import { LOOKED_AT, type PlaceFilter, shareIn } from "@/lib/coverage/history-model";
import type { Aim, Counted } from "@/lib/coverage/model";
import { monthStart } from "@/lib/dates";

type Query = Record<string, string | string[] | undefined>;

/** What the history is asked for: a count, a place, and the month it is looked at from. */
export interface Choice {
  measure: Counted;
  aim: Aim;
  label: string;
  sector: string;
  /** As the address says it. */
  ward: string;
  place: PlaceFilter;
  /** The first day of the month. */
  at: string;
}

/** Reads the choice of an address; what it does not know is the first count, everywhere, this month. */
export function readChoice(query: Query, today: string): Choice {
  const counts = LOOKED_AT.filter(({ id }) => id === textOf(query, "count"));
  const first = LOOKED_AT.find(({ id }) => id === "prevent") ?? LOOKED_AT[0];
  const chosen = counts[0] ?? first;
  if (!chosen) throw new Error("Nothing is counted.");
  const sector = textOf(query, "sector").slice(0, 60);
  const ward = textOf(query, "ward").slice(0, 80);
  const month = textOf(query, "at");
  const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && `${month}-01` <= today;
  return {
    measure: chosen.id,
    aim: chosen.aim,
    label: chosen.label,
    sector,
    ward,
    place: {
      ...(sector ? { sector } : {}),
      ...(ward ? { ward: ward === WARD_NOT_KNOWN ? "" : ward } : {}),
    },
    at: known ? `${month}-01` : monthStart(today),
  };
}

/** "today, 3 March 2027" would move with the clock: a month that is not over is named as such. */
export function isOver(at: string, today: string): boolean {
  return monthStart(at, 1) <= today;
}

const MONTHS_SHOWN = 12;

/** The chosen count month by month over the year that ends with the month looked at. */
export const trendOf = (cells: Parameters<typeof shareIn>[0], { at, measure, place }: Choice) =>
  Array.from({ length: MONTHS_SHOWN }, (_, i) => {
    const month = monthStart(at, i - MONTHS_SHOWN + 1);
    return { month: month.slice(0, 7), ...shareIn(cells, measure, month, place) };
  });

/** The choice as an address says it, for the picture of the same. */
export const addressOf = (query: Query) =>
  new URLSearchParams(
    ["count", "sector", "ward", "at"].flatMap((name) => {
      const value = textOf(query, name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
