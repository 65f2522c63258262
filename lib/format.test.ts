import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatMoment,
  formatMonth,
  formatNumber,
  formatShare,
  formatShortMonth,
  percentOf,
  plural,
} from "@/lib/format";

describe("dates", () => {
  test("writes a day in words", () => {
    expect(formatDate("2027-03-03")).toBe("3 March 2027");
    expect(formatDate("2026-12-31")).toBe("31 December 2026");
  });

  test("writes a month from its name or its first day", () => {
    expect(formatMonth("2026-11")).toBe("November 2026");
    expect(formatMonth("2026-01-01")).toBe("January 2026");
    expect(formatShortMonth("2025-12")).toBe("Dec 2025");
  });

  test("writes a moment by London's clock, summer and winter", () => {
    expect(formatMoment(new Date("2027-03-03T14:05:00Z"))).toBe("3 March 2027, 14:05");
    expect(formatMoment(new Date("2026-07-01T23:30:00Z"))).toBe("2 July 2026, 00:30");
  });
});

describe("numbers", () => {
  test("marks thousands", () => {
    expect(formatNumber(1284)).toBe("1,284");
    expect(formatNumber(0)).toBe("0");
  });

  test("names what it counts", () => {
    expect(plural(1, "business", "businesses")).toBe("1 business");
    expect(plural(0, "business", "businesses")).toBe("0 businesses");
    expect(plural(1284, "business", "businesses")).toBe("1,284 businesses");
  });
});

describe("shares", () => {
  test.each([
    [612, 1284, "48%"],
    [0, 40, "0%"],
    [40, 40, "100%"],
    [1, 1284, "<1%"],
    [1283, 1284, ">99%"],
    [99, 100, "99%"],
    [1, 2, "50%"],
    [0, 0, "–"],
  ])("writes %i of %i as %s", (met, of, text) => {
    expect(formatShare(met, of)).toBe(text);
  });

  test("has no share of nothing", () => {
    expect(percentOf(0, 0)).toBeNull();
    expect(percentOf(1, 4)).toBe(25);
  });
});
