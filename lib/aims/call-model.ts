/** Figures below this are not shown: a handful of calls can be traced to a street. */
const FEWEST_SHOWN = 5;

/** One borough's 101 calls in one quarter, as entered; null: nobody has entered them yet. */
export type Entered = number | null;

/** What may be shown of a figure: the number, "fewer than 5", not entered, or held back with others. */
export type ShownCalls = number | "few" | "none" | "withheld";

export interface ShownArea {
  /** In the order the boroughs came in. */
  cells: ShownCalls[];
  total: ShownCalls;
}

/**
 * What may be shown of a police area's quarter. Figures below 5 are held back, and so is the total where
 * it would give one away: one figure held back, all of them at one end, or a total below 5 itself. Even
 * somebody who knows this rule cannot work a figure out.
 */
export function showCalls(entered: readonly Entered[]): ShownArea {
  const cells = entered.map((calls): ShownCalls => {
    if (calls === null) return "none";
    return calls < FEWEST_SHOWN ? "few" : calls;
  });
  const known = entered.filter((calls) => calls !== null);
  if (known.length === 0) return { cells, total: "none" };
  const total = known.reduce((sum, calls) => sum + calls, 0);
  const hidden = known.filter((calls) => calls < FEWEST_SHOWN);
  if (hidden.length === 0) return { cells, total };
  const sum = hidden.reduce((all, calls) => all + calls, 0);
  const most = hidden.length * (FEWEST_SHOWN - 1);
  const tellsThem = hidden.length === 1 || sum === 0 || sum === most || total < FEWEST_SHOWN;
  return { cells, total: tellsThem ? "withheld" : total };
}

/** The first day of the quarter a day lies in, moved by whole quarters. */
export function quarterStart(day: string, move = 0): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = Math.floor((month - 1) / 3) * 3 + move * 3;
  return new Date(Date.UTC(year, first, 1)).toISOString().slice(0, 10);
}

/** Quarters that are over, the newest first. */
export function pastQuarters(today: string, number: number): string[] {
  return Array.from({ length: number }, (_, i) => quarterStart(today, -1 - i));
}

/** Quarters police may enter: two years back. */
export const QUARTERS_OPEN = 8;

const SPANS = ["January to March", "April to June", "July to September", "October to December"];

/** A quarter's first day as "July to September 2026". */
export function quarterLabel(quarter: string): string {
  const [year = "", month = "1"] = quarter.split("-");
  return `${SPANS[Math.floor((Number(month) - 1) / 3)]} ${year}`;
}

/** Said wherever a count of calls is shown. */
export const NEVER_A_TARGET =
  "Calls are context, never a target: more of them may mean more harm, or more people who know what to do.";
