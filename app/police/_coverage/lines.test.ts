import { describe, expect, it } from "vitest";
import { COUNTS, readChoice } from "@/lib/coverage/choice";
import { compareLondon, type Line, readOrder, sortLines, thinnest } from "./lines";
import { changeParts, figureText, sinceText } from "./words";

const line = (change: Partial<Line>): Line => ({
  key: "E09000033",
  name: "Westminster",
  area: "Central West",
  areaCode: "AW",
  own: false,
  fault: false,
  met: 3,
  of: 12,
  yearAgo: null,
  change: null,
  since: "2026-03-01",
  before: null,
  ...change,
});

const lines = [
  line({ name: "Camden", met: 9, change: 4 }),
  line({ name: "Brent", met: 0, of: 0, since: null }),
  line({ name: "Ealing", met: 3, change: -2 }),
  line({ name: "Barnet", met: 3 }),
  line({ name: "Sutton", met: 40, of: 12, fault: true }),
];
const names = (list: Line[]) => list.map(({ name }) => name);

describe("the order of the whole list", () => {
  it.each([
    ["share", false, ["Barnet", "Ealing", "Camden", "Brent", "Sutton"]],
    ["share", true, ["Camden", "Barnet", "Ealing", "Brent", "Sutton"]],
    ["name", true, ["Sutton", "Ealing", "Camden", "Brent", "Barnet"]],
    ["change", false, ["Ealing", "Camden", "Barnet", "Brent", "Sutton"]],
  ] as const)("by %s, descending %s", (sort, descending, expected) => {
    expect(names(sortLines(lines, { sort, descending }))).toEqual(expected);
  });

  it("is the thinnest first unless the address says otherwise", () => {
    expect(readOrder({ sort: "colour" })).toEqual({ sort: "share", descending: false });
    expect(readOrder({ sort: "since", dir: "desc" })).toEqual({ sort: "since", descending: true });
    expect(thinnest(lines)?.name).toBe("Barnet");
    expect(thinnest([line({ of: 0 }), line({ met: 9, of: 3, fault: true })])).toBeNull();
  });
});

describe("a figure in words", () => {
  const hotels = readChoice({ measure: "trained", sector: "hotel" });
  const lead = readChoice({ measure: "lead" });

  it("never shows what is missing or cannot be as nought", () => {
    expect(figureText(line({ met: 2, of: 16 }), hotels)).toBe("2 of 16 hotels (13%)");
    expect(figureText(line({ met: 0, of: 0 }), hotels)).toBe("no data");
    expect(figureText(line({ met: 9, of: 3, fault: true }), hotels)).toBe("figure not available");
    expect(figureText(line({ met: 0, of: 1 }), lead)).toBe("not met");
    expect(figureText(line({ met: 2, of: 3 }), lead)).toBe("2 of 3 boroughs (67%)");
    const night = readChoice({ measure: "night_cover" });
    expect(figureText(line({}), night)).toContain("businesses open after 11pm");
  });

  it("says since when, and what was before", () => {
    expect(sinceText(line({ met: 1, before: { met: 4, of: 12 } }), hotels.count)).toBe(
      "under 25% since March 2026, 25–44% before",
    );
    expect(sinceText(line({ met: 1, of: 1 }), lead.count)).toBe(
      "met since March 2026, where its figures begin",
    );
    expect(sinceText(line({ since: null }), hotels.count)).toBe("");
  });

  it.each([
    [
      { yearAgo: { met: 1, of: 10 }, change: 15 },
      { main: "up 15 points", rest: "from 10%" },
    ],
    [
      { yearAgo: { met: 4, of: 12 }, change: -1 },
      { main: "down 1 point", rest: "from 33%" },
    ],
    [
      { yearAgo: { met: 3, of: 12 }, change: 0 },
      { main: "no change", rest: "from 25%" },
    ],
    [{}, { main: "no figure then", rest: "" }],
    [{ of: 0 }, null],
  ])("compares with a year ago: %j", (change, said) => {
    expect(changeParts(line(change), hotels.count)).toEqual(said);
  });

  it("says of a yes or no what became of it", () => {
    const then = { yearAgo: { met: 0, of: 1 }, change: 100, met: 1, of: 1 };
    expect(changeParts(line(then), lead.count)?.main).toBe("met since");
    const lapsed = line({ ...then, yearAgo: { met: 1, of: 1 }, met: 0 });
    expect(changeParts(lapsed, lead.count)?.main).toBe("lapsed since");
  });
});

describe("London compared", () => {
  const borough = (code: string, name: string, area: string) => ({
    code,
    name,
    policeArea: area,
    policeAreaCode: area,
    force: "Metropolitan Police Service",
    tileRow: 1,
    tileColumn: 1,
  });
  const boroughs = [
    borough("E09000001", "A", "X"),
    borough("E09000002", "B", "X"),
    borough("E09000003", "C", "Y"),
  ];
  const steps = [
    { boroughCode: "E09000001", month: "2026-01-01", met: 1, of: 4 },
    { boroughCode: "E09000002", month: "2026-02-01", met: 5, of: 6 },
  ];
  const [count] = COUNTS;

  it("sums police areas and London over the boroughs with figures, and marks the reader's own", () => {
    if (!count) throw new Error("Nothing is counted.");
    const months = ["2026-01-01", "2026-02-01"];
    const all = compareLondon(boroughs, steps, months, "2026-02-01", count, ["E09000002"]);
    expect(all.boroughs.map(({ met, of, own }) => [met, of, own])).toEqual([
      [1, 4, false],
      [5, 6, true],
      [0, 0, false],
    ]);
    expect(all.areas.map(({ name, met, of, own }) => [name, met, of, own])).toEqual([
      ["X", 6, 10, true],
      ["Y", 0, 0, false],
    ]);
    expect(all.london).toMatchObject({ met: 6, of: 10 });
  });
});
