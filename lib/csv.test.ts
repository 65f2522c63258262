import { describe, expect, it } from "vitest";
import { csvCell, csvFile } from "./csv";

describe("a CSV file", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+44 20", "'+44 20"],
    ["-1", "'-1"],
    ["@home", "'@home"],
    ["The Bell, Old Street", '"The Bell, Old Street"'],
    ['The "Bell"', '"The ""Bell"""'],
    ["Café", "Café"],
  ])("writes %s so that no spreadsheet runs it", (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it("leaves numbers as numbers, below zero too", () => {
    expect(csvCell(-3)).toBe("-3");
  });

  it("ends every row as spreadsheets expect", () => {
    expect(
      csvFile([
        ["a", 1],
        ["b", null],
      ]),
    ).toBe("\uFEFFa,1\r\nb,\r\n");
  });
});
