import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, isFromHere } from "./headers";

const post = (headers: Record<string, string>) => ({
  method: "POST",
  headers: new Headers(headers),
});
const portal = "https://portal.example.org";

describe("isFromHere", () => {
  it.each([
    [{}],
    [{ origin: "null" }],
    [{ origin: "https://evil.example" }],
    [{ origin: "https://portal.example.org.evil.example" }],
    [{ origin: "http://portal.example.org" }],
    [{ origin: "https://evil.example", host: "portal.example.org" }],
    [{ origin: "not an address" }],
  ])("refuses a POST with %j", (headers) => {
    expect(isFromHere(post({ host: "inside:3000", ...headers }), portal)).toBe(false);
  });

  it("takes a POST from the portal's own address, or the host it was sent to", () => {
    expect(isFromHere(post({ host: "inside:3000", origin: portal }), portal)).toBe(true);
    expect(
      isFromHere(post({ host: "localhost:3000", origin: "http://localhost:3000" }), portal),
    ).toBe(true);
  });

  it("lets anybody read", () => {
    expect(isFromHere({ method: "GET", headers: new Headers() }, portal)).toBe(true);
  });
});

describe("contentSecurityPolicy", () => {
  it("allows nothing inline and no eval in production", () => {
    const policy = contentSecurityPolicy("abc", { dev: false, https: true });
    expect(policy).not.toMatch(/unsafe-/);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
