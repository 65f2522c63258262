import { describe, expect, it } from "vitest";
import { cleanName, nameKey } from "./join-name";

describe("nameKey", () => {
  it.each([
    ["Ana López", "ana lopez"],
    ["  ANA   LOPEZ ", "ana lopez"],
    ["Seán O’Brien", "sean o'brien"],
    ["J. Smith", "j smith"],
    ["Łukasz", "łukasz"],
  ])("matches %j as %j", (typed, key) => {
    expect(nameKey(typed)).toBe(key);
  });

  it("keeps the name itself as it was typed, with single spaces", () => {
    expect(cleanName("  Ana \t López ")).toBe("Ana López");
  });
});
