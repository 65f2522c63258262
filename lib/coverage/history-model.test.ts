import { describe, expect, it } from "vitest";
import {
  asCells,
  changesOf,
  LOOKED_AT,
  monthsOf,
  type PlaceCell,
  type ReportFigure,
  shareIn,
  wardsOf,
} from "./history-model";

const cell = (change: Partial<PlaceCell>): PlaceCell => ({
  measure: "in_scope",
  sector: "hotel",
  ward: "Riverside",
  late: false,
  month: "2026-01-01",
  delta: 1,
  ...change,
});

describe("a place's figures", () => {
  const cells = [
    cell({ delta: 4 }),
    cell({ ward: "", delta: 2 }),
    cell({ measure: "trained", month: "2026-02-01", delta: 3 }),
    cell({ measure: "trained", month: "2026-04-01", delta: -2 }),
    cell({ measure: "trained", ward: "", month: "2026-03-01" }),
  ];

  it.each([
    ["2026-01-01", {}, 0, 6],
    ["2026-02-01", {}, 3, 6],
    ["2026-03-01", {}, 4, 6],
    ["2026-04-01", {}, 2, 6],
    ["2026-04-01", { ward: "Riverside" }, 1, 4],
    ["2026-04-01", { ward: "" }, 1, 2],
    ["2026-04-01", { sector: "taxi" }, 0, 0],
  ])("as at %s in %j are %i of %i", (month, place, met, of) => {
    expect(shareIn(cells, "trained", month, place)).toEqual({ met, of });
  });

  it("name the wards in order, the one not known last", () => {
    const wards = [cell({ ward: "" }), cell({ ward: "parkside" }), cell({ ward: "Canalside" })];
    expect(wardsOf(wards)).toEqual(["Canalside", "parkside", ""]);
  });

  it("reach from this month back to the first figure, three years at most", () => {
    expect(monthsOf([cell({ month: "2026-01-01" })], "2026-03-09")).toEqual([
      "2026-03-01",
      "2026-02-01",
      "2026-01-01",
    ]);
    expect(monthsOf([cell({ month: "2020-01-01" })], "2026-03-09")).toHaveLength(36);
    expect(monthsOf([], "2026-03-09")).toEqual(["2026-03-01"]);
  });

  it("are offered for every aim that is counted over businesses, and never for Prepare", () => {
    expect(LOOKED_AT.map(({ id }) => id)).toEqual(expect.arrayContaining(["prevent", "trained"]));
    expect(LOOKED_AT.some(({ aim }) => aim === "prepare")).toBe(false);
  });
});

describe("a signed report", () => {
  const figure = (change: Partial<ReportFigure>): ReportFigure => ({
    measure: "trained",
    sector: "hotel",
    ward: "Riverside",
    late: false,
    signed: 2,
    now: 2,
    ...change,
  });

  it("lists what reads otherwise today, open late or not together", () => {
    const figures = [
      figure({}),
      figure({ late: true, signed: 1, now: 3 }),
      figure({ ward: "Parkside", signed: 1, now: 0 }),
      figure({ ward: "Parkside", late: true, signed: 0, now: 1 }),
      figure({ ward: "", signed: 4, now: 4 }),
    ];
    expect(changesOf(figures)).toEqual([
      { measure: "trained", sector: "hotel", ward: "Riverside", signed: 3, now: 5 },
    ]);
    const signed = asCells(figures, "signed", "2026-03-01");
    expect(shareIn(signed, "trained", "2026-03-01").met).toBe(8);
  });
});
