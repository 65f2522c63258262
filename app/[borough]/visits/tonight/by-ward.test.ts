import { expect, test } from "vitest";
import { byWard } from "./by-ward";

const rows = (...wards: string[]) => wards.map((ward, place) => ({ ward, place }));

test.each([
  [rows(), []],
  [rows("A", "B", "B"), ["B", "A"]],
  [rows("B", "A"), ["A", "B"]],
  [rows("", "", "", "A"), ["A", ""]],
])("%j come as %j", (given, expected) => {
  expect(byWard(given).map(([ward]) => ward)).toEqual(expected);
});

test("the order within a ward is kept, and nothing is lost", () => {
  expect(byWard(rows("A", "B", "A", "A"))).toEqual([
    [
      "A",
      [
        { ward: "A", place: 0 },
        { ward: "A", place: 2 },
        { ward: "A", place: 3 },
      ],
    ],
    ["B", [{ ward: "B", place: 1 }]],
  ]);
});
