import { describe, expect, it } from "vitest";
import { isWeakPin } from "./pin";

describe("isWeakPin", () => {
  it.each([
    "000000",
    "111111",
    "123456",
    "012345",
    "654321",
    "890123",
    "987654",
    "121212",
    "123123",
    "246802",
    "311299",
    "010190",
    "123199",
    "991231",
    "159753",
  ])("refuses %s", (pin) => {
    expect(isWeakPin(pin)).toBe(true);
  });

  it.each(["284917", "739164", "508263"])("takes %s", (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });
});
