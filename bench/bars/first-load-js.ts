import { atMost, type Result } from "../support/bar";
import { openBrowser, scriptBytes } from "../support/browser";
import { inBorough, newestRecord } from "../support/demonstration";
import { startEmptyApp } from "../support/empty-app";
import { officerCookie, staffCookie, startBenchPortal } from "../support/portal";

const WESTMINSTER = "E09000033";

type Opener = Awaited<ReturnType<typeof openBrowser>>;

/** What an empty app of the same Next sends, built and measured in this run. */
async function measureEmptyApp(browser: Opener): Promise<number> {
  const app = await startEmptyApp();
  try {
    return await scriptBytes(await browser.open(app.url), app.url);
  } finally {
    await app.stop();
  }
}

/** Gzipped JavaScript of a first load: dashboards and learning pages, and pages with a form. */
export async function firstLoadJs(): Promise<Result[]> {
  const browser = await openBrowser();
  const portal = await startBenchPortal();
  try {
    const empty = await measureEmptyApp(browser);
    const record = await inBorough(WESTMINSTER, newestRecord);
    const officer = await officerCookie(WESTMINSTER);
    const staff = await staffCookie(record);
    const learn = `/learn/${record.businessId}`;
    const pages: { path: string; cookie?: string; limit: number }[] = [
      { path: `/${WESTMINSTER}`, cookie: officer, limit: 1.05 },
      { path: `${learn}/records/${record.recordId}/lessons/1`, cookie: staff, limit: 1.05 },
      { path: learn, cookie: staff, limit: 1.05 },
      { path: `/${WESTMINSTER}/businesses/add`, cookie: officer, limit: 1.2 },
      { path: "/sign-in", limit: 1.2 },
    ];
    const results: Result[] = [];
    for (const { path, cookie, limit } of pages) {
      const bytes = await scriptBytes(await browser.open(portal.url, cookie), portal.url + path);
      const name = path.replace(/[0-9a-f-]{36}/g, "…");
      results.push(
        atMost(`first-load-js ${name}`, bytes / empty, limit, {
          kB: bytes / 1000,
          emptyAppKB: empty / 1000,
        }),
      );
    }
    return results;
  } finally {
    await portal.stop();
    await browser.close();
  }
}
