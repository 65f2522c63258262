import { Agent, get } from "node:http";
import { atLeast, median, type Result } from "../support/bar";
import { makeBorough } from "../support/dataset";
import { officerCookie, startBenchPortal } from "../support/portal";

const ROUNDS = 7;
const SECONDS = 3;
const CLIENTS = 8;

/** Whole answers a second from `url`, eight clients at once for three seconds. */
async function perSecond(url: string, cookie: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const until = performance.now() + SECONDS * 1000;
  let answered = 0;
  const once = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers: { cookie } }, (response) => {
        if (response.statusCode !== 200)
          reject(new Error(`${url} answered ${response.statusCode}`));
        response.resume().on("end", resolve);
      }).on("error", reject);
    });
  const client = async () => {
    while (performance.now() < until) {
      await once();
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return answered / SECONDS;
}

/** Dashboard requests a second against a page of the same build that only checks the session. */
export async function dashboardThroughput(): Promise<Result[]> {
  const portal = await startBenchPortal();
  try {
    const data = await makeBorough(400);
    const cookie = await officerCookie(data.code);
    const dashboard = `${portal.url}/${data.code}`;
    const bare = `${portal.url}/${data.code}/measures`;
    await perSecond(dashboard, cookie);
    await perSecond(bare, cookie);
    const rounds: { dashboard: number; bare: number; ratio: number }[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const [b, d] =
        i % 2
          ? [await perSecond(bare, cookie), await perSecond(dashboard, cookie)]
          : await reversed(dashboard, bare, cookie);
      rounds.push({ dashboard: d, bare: b, ratio: d / b });
    }
    return [
      atLeast("dashboard-throughput", median(rounds.map((round) => round.ratio)), 0.6, {
        ...data,
        dashboardPerSecond: Math.round(median(rounds.map((round) => round.dashboard))),
        barePerSecond: Math.round(median(rounds.map((round) => round.bare))),
        rounds: rounds.map((round) => Number(round.ratio.toFixed(3))),
      }),
    ];
  } finally {
    await portal.stop();
  }
}

async function reversed(
  dashboard: string,
  bare: string,
  cookie: string,
): Promise<[number, number]> {
  const first = await perSecond(dashboard, cookie);
  return [await perSecond(bare, cookie), first];
}
