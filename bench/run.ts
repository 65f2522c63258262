import { mkdirSync, writeFileSync } from "node:fs";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import { completionBulk, completionCost } from "./bars/completion";
import { dashboardFlat } from "./bars/dashboard-flat";
import { dashboardStatements } from "./bars/dashboard-statements";
import { dashboardThroughput } from "./bars/dashboard-throughput";
import { firstLoadJs } from "./bars/first-load-js";
import { lighthouse } from "./bars/lighthouse";
import { memory } from "./bars/memory";
import { pageWeight } from "./bars/page-weight";
import { poisonJob } from "./bars/poison-job";
import { policeFlat } from "./bars/police-flat";
import { rollupSpeed } from "./bars/rollup-speed";
import { visibleAtOnce } from "./bars/visible-at-once";
import type { Result } from "./support/bar";

const BARS: Record<string, () => Promise<Result[]>> = {
  "visible-at-once": visibleAtOnce,
  "dashboard-statements": dashboardStatements,
  "dashboard-throughput": dashboardThroughput,
  "first-load-js": firstLoadJs,
  "page-weight": pageWeight,
  "dashboard-flat": dashboardFlat,
  lighthouse,
  "police-flat": policeFlat,
  "rollup-speed": rollupSpeed,
  memory,
  "poison-job": poisonJob,
  "completion-cost": completionCost,
  "completion-bulk": completionBulk,
};

const words = process.argv.slice(2);
const wanted = words.filter((word) => word !== "--long");
if (wanted.length < words.length) process.env.BENCH_LONG = "1";
const unknown = wanted.find((name) => !(name in BARS));
if (unknown) {
  console.error(`There is no bar "${unknown}". There are: ${Object.keys(BARS).join(", ")}.`);
  process.exit(1);
}

/** A bar that could not be measured is missed, and the others are measured all the same. */
const failed = (bar: string) => (error: unknown) => {
  const said = error instanceof Error ? error.message : String(error);
  return [{ bar, value: Number.NaN, limit: Number.NaN, ok: false, detail: { error: said } }];
};

const results: Result[] = [];
for (const [name, measure] of Object.entries(BARS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const result of await measure().catch(failed(name))) {
    results.push(result);
    if (result.detail.error) console.log(`FAILED ${name}: ${result.detail.error}`);
    const { bar, value, limit, ok, detail } = result;
    console.log(
      `${ok ? "ok    " : "MISSED"} ${bar}: ${Number(value.toFixed(3))} (limit ${limit}) ${JSON.stringify(detail)}`,
    );
  }
}
mkdirSync("bench", { recursive: true });
writeFileSync("bench/results.json", `${JSON.stringify(results, null, 2)}\n`);
await closeDatabase();
await closeOwner();
process.exit(results.every((result) => result.ok) ? 0 : 1);
