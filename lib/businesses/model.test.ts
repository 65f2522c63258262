import { describe, expect, it } from "vitest";
import { normalisePostcode } from "./model";

describe("normalisePostcode", () => {
  it.each([
    ["w1j7rw", "W1J 7RW"],
    [" SW1P  2EF ", "SW1P 2EF"],
    ["EC1A 1BB", "EC1A 1BB"],
    ["w6 0dl", "W6 0DL"],
    ["N1 9GU", "N1 9GU"],
    ["NW10\t4UX", "NW10 4UX"],
    ["se1p 5lx", "SE1P 5LX"],
  ])("reads %j as %j", (typed, expected) => {
    expect(normalisePostcode(typed)).toBe(expected);
  });

  it.each([
    "",
    "W1J",
    "7RW",
    "W1J 7R",
    "W1J 77W",
    "QW1 1AA",
    "W1J 7RC",
    "12345",
    "W1J 7RW, London",
  ])("refuses %j", (typed) => {
    expect(normalisePostcode(typed)).toBeNull();
  });
});
