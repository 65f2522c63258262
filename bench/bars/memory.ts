import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { atMost, median, type Result } from "../support/bar";
import { makeBorough } from "../support/dataset";
import { startEmptyApp } from "../support/empty-app";
import { askMany } from "../support/load";
import { officerCookie, startBenchPortal } from "../support/portal";

const FIRST = 50_000;
const ALL = 150_000;
const MINUTES = Number(process.env.BENCH_MINUTES ?? 10);

/** The resident memory of a process at rest, in MB: the median of ten seconds. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const seen: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    await wait(1_000);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    seen.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }
  return median(seen);
}

/** Memory at rest against an empty app after one page each; then what 100,000 requests add. */
export async function memory(): Promise<Result[]> {
  const empty = await startEmptyApp();
  const emptyMB = await residentMegabytes(empty.pid).finally(empty.stop);
  const portal = await startBenchPortal();
  try {
    const { code, businesses, staff } = await makeBorough(400);
    const cookie = await officerCookie(code);
    const page = (path: string) => ({ url: portal.url + path, cookie });
    await fetch(page("/").url).then((answer) => answer.text());
    const idleMB = await residentMegabytes(portal.pid);
    const light = Array.from({ length: 14 }, () => page("/healthz"));
    const pages = [
      page(`/${code}`),
      page(`/${code}/measures`),
      page("/"),
      page("/sign-in"),
      ...light,
    ];
    const until = performance.now() + MINUTES * 60_000;
    const before = await askMany(pages, FIRST, { clients: 8, until });
    const beforeMB = await residentMegabytes(portal.pid);
    const after = await askMany(pages, ALL - FIRST, { clients: 8, until });
    const grown = (await residentMegabytes(portal.pid)) - beforeMB;
    const growth = atMost("memory (MB grown)", grown, 20, {
      requestsBefore: before,
      requestsBetween: after,
      asked: ALL,
      oneInEighteen: ["dashboard", "measures", "landing page", "sign-in"],
      rest: "/healthz",
      beforeMB,
      businesses,
      staff,
    });
    return [
      atMost("memory (idle)", idleMB / emptyMB, 1.3, { idleMB, emptyMB }),
      { ...growth, ok: growth.ok && before + after >= ALL },
    ];
  } finally {
    await portal.stop();
  }
}
