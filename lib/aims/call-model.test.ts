import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Entered,
  pastQuarters,
  quarterLabel,
  quarterStart,
  type ShownArea,
  type ShownCalls,
  showCalls,
} from "./call-model";

describe("what is shown of an area's calls", () => {
  it.each<[string, Entered[], ShownCalls[], ShownCalls]>([
    ["every figure and the total", [5, 12, 30], [5, 12, 30], 47],
    ["one below 5: neither it nor the total", [4, 12, 30], ["few", 12, 30], "withheld"],
    ["two below 5: the total does not tell which", [1, 3, 30], ["few", "few", 30], 34],
    ["two of none: the total would say so", [0, 0, 30], ["few", "few", 30], "withheld"],
    ["two of 4: the total would say so", [4, 4, 30], ["few", "few", 30], "withheld"],
    ["a total below 5 itself", [1, 2], ["few", "few"], "withheld"],
    ["an area of one borough", [3], ["few"], "withheld"],
    ["an area of one borough, enough calls", [9], [9], 9],
    ["no call at all is fewer than 5", [0, 9], ["few", 9], "withheld"],
    ["what nobody entered", [null, null], ["none", "none"], "none"],
    ["what one has not entered yet", [null, 8, 9], ["none", 8, 9], 17],
    ["one below 5 beside one not entered", [null, 2, 9], ["none", "few", 9], "withheld"],
  ])("%s", (_case, entered, cells, total) => {
    expect(showCalls(entered)).toEqual({ cells, total });
  });

  it("never lets a held-back figure be worked out, even by somebody who knows the rule", () => {
    const area = fc.array(fc.option(fc.integer({ min: 0, max: 7 }), { nil: null }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(area, (entered) => {
        const shown = showCalls(entered);
        const alike = setsShownAs(shown);
        shown.cells.forEach((cell, i) => {
          if (cell !== "few") return;
          const possible = new Set(alike.map((set) => set[i]));
          expect(possible.size, `${JSON.stringify(entered)}, cell ${i}`).toBeGreaterThan(1);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it("shows no number below 5, and no wrong one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), (entered) => {
        const { cells, total } = showCalls(entered);
        for (const shown of [...cells, total]) {
          if (typeof shown === "number") expect(shown).toBeGreaterThanOrEqual(5);
        }
        cells.forEach((cell, i) => {
          if (typeof cell === "number") expect(cell).toBe(entered[i]);
        });
        if (typeof total === "number") expect(total).toBe(entered.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

/** Every set of figures that would be shown in the very same way. */
function setsShownAs(shown: ShownArea): Entered[][] {
  const sets = shown.cells.reduce<Entered[][]>(
    (found, cell) => found.flatMap((set) => couldBe(cell).map((calls) => [...set, calls])),
    [[]],
  );
  const published = JSON.stringify(shown);
  return sets.filter((set) => JSON.stringify(showCalls(set)) === published);
}

function couldBe(cell: ShownCalls): Entered[] {
  if (cell === "few") return [0, 1, 2, 3, 4];
  return [typeof cell === "number" ? cell : null];
}

describe("quarters", () => {
  it.each([
    ["2026-11-24", "2026-10-01"],
    ["2026-01-01", "2026-01-01"],
    ["2026-03-31", "2026-01-01"],
  ])("%s lies in the one from %s", (day, first) => {
    expect(quarterStart(day)).toBe(first);
  });

  it("are open once they are over", () => {
    expect(pastQuarters("2026-02-10", 2)).toEqual(["2025-10-01", "2025-07-01"]);
    expect(quarterLabel("2025-07-01")).toBe("July to September 2025");
  });
});
