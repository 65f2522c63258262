import { Agent, get } from "node:http";

export interface Asked {
  url: string;
  cookie: string;
}

const ask = (agent: Agent, { url, cookie }: Asked) =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", resolve);
    }).on("error", reject);
  });

/** Whole answers a second, so many clients at once for so many seconds. */
export async function perSecond(of: Asked, clients: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const client = async () => {
    while (performance.now() < until) {
      await ask(agent, of);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return answered / seconds;
}

/** Asks for pages in turn, several at once, until so many were answered or the time is up; how many were. */
export async function askMany(
  pages: readonly Asked[],
  times: number,
  { clients, until }: { clients: number; until: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let begun = 0;
  let answered = 0;
  const client = async () => {
    while (begun < times && performance.now() < until) {
      const page = pages[begun % pages.length];
      begun += 1;
      if (!page) return;
      await ask(agent, page);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return answered;
}

const percentile95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

export interface Compared {
  /** The 95th percentile of the one against that of the other, a round each. */
  ratios: number[];
  onePercentile95: number[];
  otherPercentile95: number[];
}

/**
 * Asks for two pages in turn, one request at a time, so that whatever else the machine does meets both
 * alike; in each round the p95 of either, in milliseconds.
 */
export async function comparePercentiles(
  one: Asked,
  other: Asked,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<Compared> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const timed = async (of: Asked) => {
    const began = performance.now();
    await ask(agent, of);
    return performance.now() - began;
  };
  for (let i = 0; i < 30; i += 1) for (const of of [one, other]) await timed(of);
  const result: Compared = { ratios: [], onePercentile95: [], otherPercentile95: [] };
  for (let round = 0; round < rounds; round += 1) {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < requests; i += 1) {
      if (i % 2) times[1].push(await timed(other));
      times[0].push(await timed(one));
      if (i % 2 === 0) times[1].push(await timed(other));
    }
    const [a, b] = [percentile95(times[0]), percentile95(times[1])];
    result.ratios.push(Number((a / b).toFixed(3)));
    result.onePercentile95.push(Math.round(a));
    result.otherPercentile95.push(Math.round(b));
  }
  agent.destroy();
  return result;
}
