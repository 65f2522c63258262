import { atLeast, median, type Result } from "../support/bar";
import { makeBorough } from "../support/dataset";
import { perSecond } from "../support/load";
import { officerCookie, startBenchPortal } from "../support/portal";

const ROUNDS = 7;
const SECONDS = 3;
const CLIENTS = 8;

const rate = (url: string, cookie: string) => perSecond({ url, cookie }, CLIENTS, SECONDS);

/** Dashboard requests a second against a page of the same build that only checks the session. */
export async function dashboardThroughput(): Promise<Result[]> {
  const portal = await startBenchPortal();
  try {
    const data = await makeBorough(400);
    const cookie = await officerCookie(data.code);
    const dashboard = `${portal.url}/${data.code}`;
    const bare = `${portal.url}/${data.code}/measures`;
    await rate(dashboard, cookie);
    await rate(bare, cookie);
    const rounds: { dashboard: number; bare: number; ratio: number }[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const [b, d] =
        i % 2
          ? [await rate(bare, cookie), await rate(dashboard, cookie)]
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
  const first = await rate(dashboard, cookie);
  return [await rate(bare, cookie), first];
}
