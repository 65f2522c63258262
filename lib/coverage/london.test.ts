import { describe, expect, it } from "vitest";
import { COUNTS, choiceQuery, readChoice } from "./choice";
import { isFault, monthsWithData, pointsOf, standAt, stepsOf, sumPoints } from "./london";

const A = "E09000033";
const B = "E09000020";
const business = { countedFor: "business", parts: ["trained"] } as const;
const prepare = { countedFor: "borough", parts: ["lead", "agreement"] } as const;
/** Under half, or half and over. */
const levelOf = ({ met, of }: { met: number; of: number }) =>
  of === 0 ? null : Number(met * 2 >= of);

const step = (boroughCode: string, month: string, met: number, of: number) => ({
  boroughCode,
  month: `${month}-01`,
  met,
  of,
});
const steps = [
  step(A, "2026-01", 0, 10),
  step(A, "2026-03", 6, 0),
  step(A, "2026-05", -2, 0),
  step(B, "2026-04", 1, 4),
];
const months = monthsWithData(steps, "2026-06-20");

describe("the months of the figures", () => {
  it("run from the first month with anything in scope to this one", () => {
    expect(months).toEqual(["01", "02", "03", "04", "05", "06"].map((month) => `2026-${month}-01`));
    expect(monthsWithData([], "2026-06-20")).toEqual(["2026-06-01"]);
    expect(monthsWithData([step(A, "2025-12", 0, 3)], "2026-01-02")).toHaveLength(2);
  });

  it("add up every change before them", () => {
    expect(pointsOf(steps, A, months, business).map(({ met, of }) => [met, of])).toEqual([
      [0, 10],
      [0, 10],
      [6, 10],
      [6, 10],
      [4, 10],
      [4, 10],
    ]);
  });

  it("count a borough's own measures out of their number, once it has begun", () => {
    const own = [step(A, "2026-02", 0, 30), step(A, "2026-03", 1, 0)];
    expect(pointsOf(own, A, months.slice(0, 3), prepare).map(({ met, of }) => [met, of])).toEqual([
      [0, 0],
      [0, 2],
      [1, 2],
    ]);
  });

  it("add boroughs up to their police area", () => {
    const area = sumPoints([A, B].map((code) => pointsOf(steps, code, months, business)));
    expect(area.at(-1)).toEqual({ month: "2026-06-01", met: 5, of: 14 });
    expect(area[0]).toEqual({ month: "2026-01-01", met: 0, of: 10 });
  });
});

describe("where a borough stands", () => {
  const points = pointsOf(steps, A, months, business);

  it.each([
    ["2026-02-01", "2026-01-01", null],
    ["2026-04-01", "2026-03-01", { met: 0, of: 10 }],
    ["2026-06-01", "2026-05-01", { met: 6, of: 10 }],
  ])("in %s it is at its level since %s", (month, since, before) => {
    expect(standAt(points, month, levelOf)).toMatchObject({ since, before });
  });

  it("says what it was a year ago only when there was something to count then", () => {
    const long = monthsWithData([step(A, "2025-06", 2, 10)], "2026-07-01");
    const year = pointsOf([step(A, "2025-06", 2, 10), step(A, "2026-06", 3, 0)], A, long, business);
    expect(standAt(year, "2026-07-01", levelOf)).toMatchObject({
      yearAgo: { met: 2, of: 10 },
      change: 30,
    });
    expect(standAt(points, "2026-06-01", levelOf)).toMatchObject({ yearAgo: null, change: null });
  });

  it("has no level where there is nothing to count, and none where the figures cannot be", () => {
    expect(standAt(pointsOf(steps, B, months, business), "2026-02-01", levelOf)).toMatchObject({
      of: 0,
      since: null,
    });
    const wrong = [{ month: "2026-06-01", met: 5, of: 3 }];
    expect(standAt(wrong, "2026-06-01", levelOf).since).toBeNull();
    expect(isFault({ met: 5, of: 3 })).toBe(true);
    expect(isFault({ met: -1, of: 3 })).toBe(true);
    expect(isFault({ met: 0, of: 0 })).toBe(false);
  });
});

describe("the steps of one count", () => {
  it("take night cover out of businesses open late alone", () => {
    const cells = [
      { measure: "in_scope", month: "2026-01-01", late: false, delta: 7 },
      { measure: "in_scope", month: "2026-01-01", late: true, delta: 3 },
      { measure: "night_cover", month: "2026-02-01", late: true, delta: 2 },
      { measure: "trained", month: "2026-02-01", late: true, delta: 9 },
    ];
    const late = { countedFor: "late_business", parts: ["night_cover"] } as const;
    expect(pointsOf(stepsOf(cells, A, late), A, ["2026-02-01"], late)).toEqual([
      { month: "2026-02-01", met: 2, of: 3 },
    ]);
  });
});

describe("the choice in an address", () => {
  it("falls back where it is not understood", () => {
    const choice = readChoice({ measure: "everything", sector: "zoo", month: "soon" });
    expect(choice).toMatchObject({
      sector: undefined,
      month: undefined,
      sectorLabel: "All sectors",
    });
    expect(choice.count.id).toBe("prevent");
  });

  it("has no sector for what a borough does itself", () => {
    expect(readChoice({ measure: "lead", sector: "hotel", ward: "West" })).toMatchObject({
      sector: undefined,
      ward: undefined,
    });
    expect(readChoice({ measure: "trained", sector: "hotel" }).sector).toBe("hotel");
  });

  it("is written back as it was read, but for what changes", () => {
    const choice = readChoice({ measure: "trained", sector: "taxi", area: "AW", month: "2026-03" });
    expect(choiceQuery(choice)).toBe("measure=trained&sector=taxi&area=AW&month=2026-03");
    expect(choiceQuery(choice, { sector: undefined, ward: "Abbey" })).toBe(
      "measure=trained&area=AW&month=2026-03&ward=Abbey",
    );
  });

  it("knows each count once, and what it counts", () => {
    expect(new Set(COUNTS.map((count) => count.id)).size).toBe(COUNTS.length);
    for (const count of COUNTS) expect(count.definition.length).toBeGreaterThan(30);
  });
});
