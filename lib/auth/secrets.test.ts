import { beforeAll, describe, expect, it } from "vitest";
import {
  certificateReference,
  groupSecret,
  hashSecret,
  linkSecret,
  randomSecret,
  readCertificateReference,
  readTypedSecret,
} from "./secrets";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://portal_login@127.0.0.1/nowhere";
  process.env.PORTAL_SECRET ??= "a secret of a test, forty characters long";
});

describe("linkSecret", () => {
  it("is 26 letters and digits: 130 bits", () => {
    expect(linkSecret("join", "E09000033", "a", 1)).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it("differs with everything it belongs to", () => {
    const all = [
      linkSecret("join", "E09000033", "a", 1),
      linkSecret("join", "E09000033", "a", 2),
      linkSecret("join", "E09000033", "b", 1),
      linkSecret("join", "E09000020", "a", 1),
      linkSecret("invitation", "E09000033", "a", 1),
      linkSecret("join", "E09000033", "a1"),
      linkSecret("join", "E09000033a", 1),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it("can be made again from what it belongs to", () => {
    expect(linkSecret("invitation", "E09000033", "a")).toBe(
      linkSecret("invitation", "E09000033", "a"),
    );
  });
});

describe("a code read off paper", () => {
  it.each([
    (code: string) => groupSecret(code),
    (code: string) => groupSecret(code).toUpperCase(),
    (code: string) => ` ${code.replace(/0/g, "o").replace(/1/g, "l")} `,
    (code: string) => code.replace(/0/g, "O").replace(/1/g, "I"),
  ])("is the same code however it is typed (%#)", (typed) => {
    const code = linkSecret("invitation", "E09000033", "some id with 0 and 1 in its code");
    expect(readTypedSecret(typed(code))).toBe(code);
  });
});

describe("the code of a certificate", () => {
  const secret = "abcde12345fghjk67890mnpqrs";
  const printed = certificateReference("E09000033", secret);
  it.each([
    printed,
    printed.toLowerCase(),
    printed.replaceAll("-", " "),
    printed.replaceAll("0", "O"),
    `https://portal.example.org/verify/E09000033/${secret}`,
    ` portal.example.org/verify/E09000033/${secret}?from=qr `,
  ])("says its borough and its secret, typed or copied: %s", (typed) => {
    expect(readCertificateReference(typed)).toEqual({ boroughCode: "E09000033", secret });
  });

  it.each(["", secret, "E09000033", `${printed}x`, "E0900003-abcde-12345-fghjk-67890-mnpqr-s"])(
    "is not read out of %j",
    (typed) => expect(readCertificateReference(typed)).toBeNull(),
  );
});

describe("kept secrets", () => {
  it("are hashes, and session secrets are never the same twice", () => {
    expect(hashSecret("a")).toMatch(/^[0-9a-f]{64}$/);
    expect(randomSecret()).not.toBe(randomSecret());
  });
});
