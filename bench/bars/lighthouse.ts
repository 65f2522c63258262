import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runToEnd } from "@/bin/lib/children.mjs";
import { CHROMIUM_ARGS } from "@/bin/lib/chromium.mjs";
import { atLeast, median, type Result } from "../support/bar";
import { makeBorough } from "../support/dataset";
import { startEmptyApp } from "../support/empty-app";
import { officerCookie, startBenchPortal } from "../support/portal";

const MOST_TRIES = 3;
const RUNS = 5;
const LIMITS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof LIMITS;

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string }>;
  runtimeError?: { message: string };
  /** How fast this machine is: a middling desktop is about 1,500, for which the phone is 4 times slower. */
  environment: { benchmarkIndex: number };
}

/**
 * Lighthouse on a phone: the landing page and a signed-in dashboard, the median of five runs. An empty
 * app says what the framework alone comes to on this machine: the phone is so many times slower than it.
 */
export async function lighthouse(): Promise<Result[]> {
  const empty = await startEmptyApp();
  const emptyRuns = await runAll(empty.url, undefined, ["performance"]).finally(empty.stop);
  const emptyApp = Math.round(median(scoresOf(emptyRuns, "performance")));
  const portal = await startBenchPortal();
  try {
    const { code, businesses, staff } = await makeBorough(400);
    const cookie = await officerCookie(code);
    return [
      ...(await judge("landing page", portal.url, undefined, Object.keys(LIMITS) as Category[], {
        emptyApp,
      })),
      ...(await judge(
        "dashboard",
        `${portal.url}/${code}`,
        cookie,
        ["performance", "accessibility", "best-practices"],
        { businesses, staff, emptyApp },
      )),
    ];
  } finally {
    await portal.stop();
  }
}

async function judge(
  name: string,
  url: string,
  cookie: string | undefined,
  categories: Category[],
  counted: Record<string, number>,
): Promise<Result[]> {
  const reports = await runAll(url, cookie, categories);
  return categories.map((category) => {
    const scores = scoresOf(reports, category);
    return atLeast(
      `lighthouse ${name} (${category})`,
      Math.round(median(scores)),
      LIMITS[category],
      {
        ...counted,
        runs: scores.map(Math.round),
        short: shortOf(reports.at(-1), category),
        benchmarkIndex: Math.round(median(reports.map((one) => one.environment.benchmarkIndex))),
      },
    );
  });
}

async function runAll(url: string, cookie: string | undefined, categories: Category[]) {
  const reports: Report[] = [];
  for (let i = 0; i < RUNS; i += 1) reports.push(await runRecorded(url, cookie, categories));
  return reports;
}

const scoresOf = (reports: Report[], category: Category) =>
  reports.map((report) => 100 * (report.categories[category]?.score ?? 0));

/** The audits of a category that were not full marks in the last run. */
function shortOf(report: Report | undefined, category: Category): string[] {
  const refs = report?.categories[category]?.auditRefs ?? [];
  return refs.flatMap(({ id }) => {
    const audit = report?.audits[id];
    if (!audit || audit.score === null || audit.score === 1) return [];
    return [`${id} ${audit.score} ${audit.displayValue ?? ""}`.trim()];
  });
}

/** Chromium sometimes records nothing of a load, whatever the page: then the run is made again. */
async function runRecorded(...run: Parameters<typeof runOnce>): Promise<Report> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnce(...run);
    } catch (error) {
      if (tries === MOST_TRIES || !String(error).includes("NO_NAVSTART")) throw error;
    }
  }
}

async function runOnce(url: string, cookie: string | undefined, categories: Category[]) {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const file = join(folder, "report.json");
  const { code, said } = await runToEnd(
    process.execPath,
    [
      join(process.cwd(), "node_modules/lighthouse/cli/index.js"),
      url,
      "--quiet",
      "--no-enable-error-reporting",
      "--output=json",
      `--output-path=${file}`,
      `--only-categories=${categories.join(",")}`,
      `--chrome-flags=${["--headless=new", ...CHROMIUM_ARGS].join(" ")}`,
      ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
    ],
    { quiet: true, env: { CHROME_PATH: process.env.CHROMIUM_PATH } },
  );
  try {
    if (code !== 0) throw new Error(`Lighthouse did not run.\n${said}`);
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    if (report.runtimeError) throw new Error(report.runtimeError.message);
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
