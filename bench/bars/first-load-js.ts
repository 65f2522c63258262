import { join } from "node:path";
import { runToEnd, startChild } from "@/bin/lib/children.mjs";
import { freePort } from "@/bin/lib/ports.mjs";
import { atMost, type Result } from "../support/bar";
import { openBrowser, scriptBytes } from "../support/browser";
import { inBorough, newestRecord } from "../support/demonstration";
import { officerCookie, staffCookie, startBenchPortal } from "../support/portal";

const EMPTY_APP = join(process.cwd(), "bench/empty-app");
const NEXT = join(process.cwd(), "node_modules/next/dist/bin/next");
const WESTMINSTER = "E09000033";

type Opener = Awaited<ReturnType<typeof openBrowser>>;

/** What an empty app of the same Next sends, built and measured in this run. */
async function measureEmptyApp(browser: Opener): Promise<number> {
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: ".next" };
  const { code, said } = await runToEnd(process.execPath, [NEXT, "build"], {
    cwd: EMPTY_APP,
    env,
    quiet: true,
  });
  if (code !== 0) throw new Error(`The empty app was not built.\n${said}`);
  const port = await freePort();
  const server = startChild({
    name: "empty app",
    args: [NEXT, "start", "-p", String(port)],
    env,
    cwd: EMPTY_APP,
    log: join(process.cwd(), ".data/bench-logs/empty.log"),
  });
  const url = `http://127.0.0.1:${port}/`;
  try {
    for (
      let i = 0;
      i < 100 &&
      !(await fetch(url).then(
        (r) => r.ok,
        () => false,
      ));
      i += 1
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return await scriptBytes(await browser.open(url), url);
  } finally {
    await server.stop();
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
