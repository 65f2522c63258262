import { describe, expect, it } from "vitest";
import { RuleBroken } from "@/lib/errors";
import { checkNewPassword, hashPassword, verifyPassword } from "./passwords";

describe("checkNewPassword", () => {
  it.each([
    "short",
    "1234567",
    "password",
    "Password1",
    "12345678",
    "aaaaaaaa",
    "makesafe2024",
    "Make Safe 1",
  ])("refuses %j", (password) => {
    expect(() => checkNewPassword(password)).toThrow(RuleBroken);
  });

  it("refuses more than 200 characters", () => {
    expect(() => checkNewPassword("x y".repeat(70))).toThrow(RuleBroken);
  });

  it.each(["Tower-Bridge-7-lamps", "correct horse battery", "ünïcödé lämp", "🚲🚲🏠🏠🌳🌳"])(
    "takes %j",
    (password) => {
      expect(() => checkNewPassword(password)).not.toThrow();
    },
  );
});

describe("a hashed password", () => {
  it("is Argon2id with 19 MiB and two passes, and matches itself alone", async () => {
    const kept = await hashPassword("Tower-Bridge-7-lamps");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(kept, "Tower-Bridge-7-lamps")).toBe(true);
    expect(await verifyPassword(kept, "Tower-Bridge-7-lamp")).toBe(false);
  });

  it("matches however the same letters were typed", async () => {
    const kept = await hashPassword("caf\u00e9 caf\u00e9 caf\u00e9");
    expect(await verifyPassword(kept, "cafe\u0301 cafe\u0301 cafe\u0301")).toBe(true);
  });

  it("of nobody matches nothing, not even the decoy", async () => {
    expect(await verifyPassword(null, "decoy of an account that does not exist")).toBe(false);
  });
});
