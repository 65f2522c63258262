import { atMost, median, type Result } from "../support/bar";
import { makeBorough } from "../support/dataset";
import { comparePercentiles } from "../support/load";
import { officerCookie, startBenchPortal } from "../support/portal";

const LARGE = 4_000;
const SMALL = 400;

/** The dashboard of the largest borough against that of a small one, in turn. */
export async function dashboardFlat(): Promise<Result[]> {
  const portal = await startBenchPortal();
  try {
    const [large, small] = [await makeBorough(LARGE), await makeBorough(SMALL)];
    for (const [made, asked] of [[large, LARGE] as const, [small, SMALL] as const]) {
      if (made.businesses < asked || made.staff < asked * 40)
        throw new Error(`Only ${made.businesses} businesses and ${made.staff} staff were made.`);
    }
    const asked = async ({ code }: { code: string }) => ({
      url: `${portal.url}/${code}`,
      cookie: await officerCookie(code),
    });
    const told = await comparePercentiles(await asked(large), await asked(small), {
      rounds: 9,
      requests: 150,
    });
    return [atMost("dashboard-flat", median(told.ratios), 1.15, { large, small, ...told })];
  } finally {
    await portal.stop();
  }
}
