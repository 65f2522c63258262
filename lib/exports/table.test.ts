import { describe, expect, it } from "vitest";
import { looksLikeFormula } from "./table";

describe("text that a spreadsheet may run", () => {
  it.each([
    "=1",
    "+1",
    "-1",
    "@a",
    "\t1",
    "\r1",
    "\n1",
    "＝1",
    " =1",
    "\u200B=1",
    "\uFEFF=1",
    "\u00A0+1",
  ])("is found: %j", (text) => expect(looksLikeFormula(text)).toBe(true));

  it.each(["", "The Bell", "1-2", "a=1", "'=1", "020 7946 0123"])("is not found in %j", (text) =>
    expect(looksLikeFormula(text)).toBe(false),
  );
});
