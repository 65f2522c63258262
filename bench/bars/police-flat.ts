import { atMost, median, type Result } from "../support/bar";
import { comparePercentiles } from "../support/load";
import { type London, london, sizeOf, startLondonPortal } from "../support/london";

const LONDON = { boroughs: 33, businesses: 100_000, staff: 1_000_000 };
const LONG = { boroughs: 330, businesses: 250_000, staff: 2_500_000 };

/** The all-London page of a police officer at full size against a tenth of it; BENCH_LONG=1 adds the long run. */
export async function policeFlat(): Promise<Result[]> {
  const full = sizeOf(LONDON);
  const tenth = { ...full, businesses: full.businesses / 10, staff: full.staff / 10 };
  const results = [await compare("police-flat", full, tenth, 1.3)];
  if (process.env.BENCH_LONG === "1")
    results.push(await compare("police-flat (330 boroughs)", LONG, tenth, 1.5));
  return results;
}

type Size = typeof LONDON;

async function compare(bar: string, large: Size, small: Size, limit: number): Promise<Result> {
  const [one, other] = [await london(large), await london(small)];
  if (one.records < large.staff) throw new Error(`Only ${one.records} training records were made.`);
  const portals = [await startLondonPortal(one), await startLondonPortal(other)] as const;
  try {
    const asked = (portal: { url: string }, of: London) => ({
      url: `${portal.url}/police`,
      cookie: of.policeCookie,
    });
    const told = await comparePercentiles(asked(portals[0], one), asked(portals[1], other), {
      rounds: 7,
      requests: 60,
    });
    return atMost(bar, median(told.ratios), limit, {
      large: counts(one),
      small: counts(other),
      ...told,
    });
  } finally {
    await Promise.all(portals.map((portal) => portal.stop()));
  }
}

export const counts = ({ codes, businesses, staff, records, seconds }: London) => ({
  boroughs: codes.length,
  businesses,
  staff,
  records,
  secondsToMake: seconds,
});
