import { env } from "@/lib/env";
import { atMost, type Result } from "../support/bar";
import { makeBorough } from "../support/dataset";
import { officerCookie, startBenchPortal } from "../support/portal";
import { StatementCounter } from "../support/statement-counter";

/** Statements of one dashboard request, counted on the wire, in a small and a large borough. */
export async function dashboardStatements(): Promise<Result[]> {
  const counter = new StatementCounter();
  const portal = await startBenchPortal(await counter.listen(env().DATABASE_URL));
  try {
    const counts: Record<string, number> = {};
    for (const businesses of [400, 4_000]) {
      const data = await makeBorough(businesses);
      if (data.businesses !== businesses)
        throw new Error(`Only ${data.businesses} businesses were made.`);
      const cookie = await officerCookie(data.code);
      const ask = () =>
        fetch(`${portal.url}/${data.code}`, { headers: { cookie } }).then((r) =>
          r.text().then(() => r.status),
        );
      if ((await ask()) !== 200) throw new Error("The dashboard did not open.");
      counter.statements.length = 0;
      await ask();
      counts[`${data.businesses} businesses, ${data.staff} staff`] = counter.statements.length;
    }
    const [small = 0, large = 0] = Object.values(counts);
    const most = Math.max(small, large);
    return [
      atMost("dashboard-statements", most, 5, counts),
      atMost("dashboard-statements (difference between sizes)", Math.abs(small - large), 0, counts),
    ];
  } finally {
    await portal.stop();
    counter.close();
  }
}
