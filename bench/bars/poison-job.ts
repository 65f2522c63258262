import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { TYPESCRIPT } from "@/bin/lib/children.mjs";
import { runCommand } from "@/lib/command";
import { writeScope } from "@/lib/db/scope";
import { mintBorough, ownerClient, type TestBorough } from "@/lib/db/test/borough";
import { inviteForTest } from "@/lib/db/test/mail";
import { startMailSink } from "@/lib/db/test/mail-sink";
import { enqueue } from "@/lib/jobs/queue";
import { atMost, median, type Result } from "../support/bar";

const ROUNDS = 5;
const LETTERS = 60;
const POISONED = 50;
/** A job of this borough always fails: it names no mail. */
const NOWHERE = "nowhere";

/**
 * How long letters take from the order to the mail server, p95, while jobs that always fail stand in
 * the same queue, against the same without them, in turn.
 */
export async function poisonJob(): Promise<Result[]> {
  const arrivals = new Map<string, number>();
  const sink = await startMailSink({
    takes: (address) => arrivals.set(address, performance.now()),
  });
  const worker = spawn(process.execPath, [...TYPESCRIPT, "bin/worker.ts"], {
    env: { ...process.env, SMTP_URL: sink.url, LOG_LEVEL: "error" },
    stdio: "ignore",
  });
  try {
    const borough = await mintBorough();
    const clean: number[] = [];
    const poisoned: number[] = [];
    let failures = 0;
    await percentileOf(borough, arrivals, "warm-up");
    for (let round = 0; round < ROUNDS; round += 1) {
      clean.push(await percentileOf(borough, arrivals, `clean-${round}`));
      await poison(borough.code);
      poisoned.push(await percentileOf(borough, arrivals, `poisoned-${round}`));
      failures += await takeAway();
    }
    const ratio = median(poisoned.map((time, i) => time / (clean[i] ?? Number.NaN)));
    const claimed = failures >= ROUNDS * POISONED;
    const result = atMost("poison-job", ratio, 2, {
      letters: arrivals.size,
      failures,
      cleanPercentile95: clean.map(Math.round),
      poisonedPercentile95: poisoned.map(Math.round),
    });
    return [{ ...result, ok: result.ok && claimed }];
  } finally {
    if (worker.exitCode === null) {
      const gone = once(worker, "exit");
      worker.kill("SIGTERM");
      await gone;
    }
    await sink.stop();
  }
}

async function percentileOf(
  borough: TestBorough,
  arrivals: ReadonlyMap<string, number>,
  name: string,
): Promise<number> {
  const ordered = new Map<string, number>();
  for (let i = 0; i < LETTERS; i += 1) {
    const email = `${name}-${i}@example.org`;
    ordered.set(email, performance.now());
    await runCommand(
      inviteForTest("team.invite"),
      borough.admin,
      { email },
      { boroughCode: borough.code },
    );
    await wait(100);
  }
  const until = performance.now() + 120_000;
  while ([...ordered.keys()].some((email) => !arrivals.has(email))) {
    if (performance.now() > until) throw new Error(`Letters of ${name} did not arrive.`);
    await wait(50);
  }
  const times = [...ordered].map(([email, at]) => (arrivals.get(email) ?? Number.NaN) - at);
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

const poison = (boroughCode: string) =>
  writeScope({ role: "portal_borough", boroughs: [boroughCode] }, async (tx) => {
    for (let i = 0; i < POISONED; i += 1) {
      await enqueue(tx, "mail.send", { boroughCode: NOWHERE, mailId: String(i) });
    }
  });

/** Removes them; answers how often they have failed. */
async function takeAway(): Promise<number> {
  const [row] = await ownerClient()<{ failures: number }[]>`
    WITH gone AS (DELETE FROM pgboss.job WHERE data->>'boroughCode' = ${NOWHERE} RETURNING state, retry_count)
    SELECT coalesce(sum(retry_count + (state = 'retry')::int), 0)::int AS failures FROM gone`;
  return row?.failures ?? 0;
}
