import { describe, expect, it } from "vitest";
import { safeNext } from "./redirect";

const HOSTS = [
  "evil.example",
  "evil.example/path",
  "evil.example:80",
  "user@evil.example",
  "127.0.0.1",
];
const PREFIXES = [
  "//",
  "///",
  "////",
  "/\\",
  "\\\\",
  "\\/",
  "/\t/",
  "/\n/",
  "/\r\n/",
  "\t//",
  " //",
  "\u0000//",
  "http://",
  "https://",
  "https:",
  "http:/",
  "https:///",
  "HTTPS://",
  "ftp://",
  "/.//",
  "/..//",
  "/./../../",
  "/a/..//",
  "/%2e//",
  "/.%2e//",
  "javascript:",
  "data:text/html,",
  "vbscript:",
  "//\\",
  "/\u2028/",
  "@",
  "?",
  "#",
  "",
  ".",
  "..//",
  "./\\",
  "/\u0085/",
];

describe("safeNext", () => {
  const payloads = PREFIXES.flatMap((prefix) => HOSTS.map((host) => `${prefix}${host}`));

  it("has 190 payloads to try", () => {
    expect(payloads).toHaveLength(190);
  });

  it.each(payloads)("never leaves the site with %j", (payload) => {
    const next = safeNext(payload, "/places");
    const there = new URL(next, "https://portal.example.org");
    expect(there.origin).toBe("https://portal.example.org");
    expect(next).toMatch(/^\/(?![/\\])/);
  });

  it.each([
    undefined,
    null,
    42,
    ["/places"],
    {},
    "",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/api/auth/signout",
    `/${"a".repeat(600)}`,
  ])("falls back for %j", (payload) => {
    expect(safeNext(payload, "/places")).toBe("/places");
  });

  it.each(["/E09000033", "/E09000033/businesses?stage=invited&after=x", "/business/1/staff"])(
    "goes on to %j",
    (path) => {
      expect(safeNext(path, "/places")).toBe(path);
    },
  );
});
