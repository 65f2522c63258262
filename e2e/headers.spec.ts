import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { SECURITY_HEADERS } from "../lib/auth/headers";
import type { RoleName } from "./support/accounts";
import { expect, test } from "./support/test";

const WESTMINSTER = "E09000033";
const HOME: Record<RoleName, string> = {
  programme: "/programme",
  borough_admin: `/${WESTMINSTER}/team`,
  borough_officer: `/${WESTMINSTER}`,
  police_officer: "/police",
  business_manager: "/places",
  staff: "/learn",
};

function faultsOf(response: Response): string[] {
  const faults = Object.entries(SECURITY_HEADERS)
    .filter(([name, value]) => response.headers.get(name) !== value)
    .map(([name]) => `${name}: ${response.headers.get(name)}`);
  const policy = response.headers.get("content-security-policy");
  if (policy && /unsafe-inline|unsafe-eval|unsafe-hashes/.test(policy)) faults.push(policy);
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  if (isPage && !/script-src 'self' 'nonce-/.test(policy ?? ""))
    faults.push(`no policy: ${policy}`);
  if (response.headers.has("x-powered-by")) faults.push("x-powered-by");
  return faults;
}

test("every answer to a visitor has the security headers: page, redirect, not found, file, API, upload", async ({
  page,
  baseURL,
}) => {
  await page.goto("/sign-in");
  const file = await page.locator('script[src*="/_next/static/"]').first().getAttribute("src");
  const asks: [address: string, method: string][] = [
    ["/", "GET"],
    ["/sign-in", "GET"],
    [`/${WESTMINSTER}`, "GET"],
    ["/nowhere/at/all", "GET"],
    ["/_next/static/nothing.js", "GET"],
    [file ?? "", "GET"],
    ["/healthz", "GET"],
    ["/readyz", "GET"],
    ["/api/auth/session", "GET"],
    ["/api/exports/police/coverage", "GET"],
    ["/police/map.svg", "GET"],
    [`/${WESTMINSTER}/history/trend.svg`, "GET"],
    ["/robots.txt", "GET"],
    ["/demonstration/mail", "GET"],
    ["/sign-in", "POST"],
    [`/api/uploads/register/${WESTMINSTER}`, "POST"],
    [`/api/uploads/register/${WESTMINSTER}`, "GET"],
  ];
  for (const [address, method] of asks) {
    const response = await fetch(new URL(address, baseURL), { method, redirect: "manual" });
    expect(faultsOf(response), `${method} ${address}: ${response.status}`).toEqual([]);
  }
});

for (const [role, home] of Object.entries(HOME) as [RoleName, string][]) {
  test(`every page of ${role} has the security headers and is kept by nobody`, async ({
    stateOf,
    baseURL,
  }) => {
    const { cookies } = await stateOf(role);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    for (const address of [home, "/places", "/nowhere"]) {
      const response = await fetch(new URL(address, baseURL), { headers: { cookie } });
      expect(faultsOf(response), address).toEqual([]);
      expect(response.headers.get("cache-control"), address).toMatch(/no-store/);
    }
  });
}

/** Writes down every breach of the policy that the browser reports, and every error of a page. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(`${page.url()}: ${error.message}`));
  await page.exposeFunction("reportBreach", (text: string) => seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportBreach(text: string): void }).reportBreach;
      report(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return seen;
}

/** One address of each kind of page, found by following links; never one that leaves the portal. */
async function crawl(page: Page, start: string): Promise<number> {
  const kindOf = (path: string) =>
    path
      .replace(/[0-9a-f-]{36}|\d+(?=\/|$)/g, "*")
      .replace(/\/practices\/(?!items|pictures)[a-z0-9-]+$/, "/practices/*");
  const found = [start];
  const kinds = new Set<string>();
  for (let at = found.shift(); at !== undefined; at = found.shift()) {
    const kind = kindOf(at.split("?")[0] ?? "");
    if (kinds.has(kind) || kinds.size >= 60) continue;
    kinds.add(kind);
    await page.goto(at, { waitUntil: "load" });
    const links = await page
      .locator('a[href^="/"]:not([download])')
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    found.push(...links.filter((href) => !/^\/(api|demonstration)/.test(href)));
  }
  return kinds.size;
}

for (const [role, least] of [
  ["borough_officer", 20],
  ["staff", 6],
  ["business_manager", 10],
  ["police_officer", 3],
] as const) {
  test(`no page of ${role} breaks its own content security policy`, async ({ pageAs }) => {
    const page = await pageAs(role);
    const seen = await watch(page);
    const pages = await crawl(page, HOME[role]);
    expect(seen).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(least);
  });
}

test("a form that another site, nobody or a nameless page sends is refused", async ({
  pageAs,
  stateOf,
  baseURL,
}) => {
  const { cookies } = await stateOf("borough_officer");
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const addresses = [
    "/sign-in",
    "/places",
    `/api/uploads/register/${WESTMINSTER}`,
    "/api/uploads/pictures/11111111-1111-4111-8111-111111111111",
    "/api/auth/signout",
  ];
  for (const address of addresses) {
    for (const origin of [undefined, "null", "https://example.org", `${baseURL}.example.org`]) {
      const headers = { cookie, ...(origin ? { origin } : {}) };
      const response = await fetch(new URL(address, baseURL), { method: "POST", headers });
      expect(response.status, `${address} from ${origin}`).toBe(403);
    }
  }

  const site = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<form method="post" action="${baseURL}/places"><button>Win</button></form>`);
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  try {
    const page = await pageAs("borough_officer");
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const answer = page.waitForResponse((response) => response.url() === `${baseURL}/places`);
    await page.getByRole("button", { name: "Win" }).click();
    expect((await answer).status()).toBe(403);
  } finally {
    await new Promise((done) => site.close(done));
  }
});
