import postgres from "postgres";
import { londonDate, monthEnd, monthStart } from "@/lib/dates";
import { scopeStatements } from "@/lib/db/scope";
import { atLeast, median, type Result } from "../support/bar";
import { london, sizeOf } from "../support/london";
import { counts } from "./police-flat";

const ROUNDS = 5;

type Row = { borough_code: string; sector: string; businesses: number };

/** Businesses with somebody trained, by borough and sector: read from coverage, and counted from the facts. */
export async function rollupSpeed(): Promise<Result[]> {
  const made = await london(sizeOf({ boroughs: 33, businesses: 100_000, staff: 1_000_000 }));
  const today = londonDate(new Date());
  const month = monthStart(today);
  const day = monthEnd(today);
  const sql = postgres(made.appUrl, { max: 1, onnotice: () => {} });
  const scope = scopeStatements({
    role: "portal_borough",
    boroughs: made.codes,
    countBoroughs: made.codes,
  });
  const timed = (read: (tx: postgres.TransactionSql) => Promise<Row[]>) =>
    sql.begin(async (tx) => {
      await tx.unsafe(scope);
      const began = performance.now();
      const rows = await read(tx);
      return { rows, milliseconds: performance.now() - began };
    });
  const coverage = () =>
    timed(
      (tx) => tx<Row[]>`
        SELECT borough_code, sector, sum(delta)::int AS businesses FROM coverage_totals
        WHERE borough_code = ANY (${made.codes}) AND measure = 'anyone_trained' AND month <= ${month}
        GROUP BY borough_code, sector HAVING sum(delta) > 0 ORDER BY 1, 2`,
    );
  const facts = () =>
    timed(
      (tx) => tx<Row[]>`
        SELECT b.borough_code, b.sector, count(DISTINCT b.id)::int AS businesses
        FROM businesses b
        JOIN staff_members s ON s.borough_code = b.borough_code AND s.business_id = b.id
        JOIN certificates k ON k.borough_code = s.borough_code AND k.staff_id = s.id
        JOIN measure_courses m ON m.borough_code = b.borough_code AND m.sector = b.sector
          AND m.course_slug = k.course_slug AND m.measure = 'trained'
        WHERE b.borough_code = ANY (${made.codes}) AND b.stage IN ('in_scope', 'invited', 'enrolled')
          AND s.confirmed_on <= ${day} AND (s.left_on IS NULL OR s.left_on > ${day})
          AND k.issued_on <= ${day} AND k.expires_on >= ${day} AND (k.revoked_on IS NULL OR k.revoked_on > ${day})
        GROUP BY b.borough_code, b.sector ORDER BY 1, 2`,
    );
  try {
    const rounds: { coverage: number; facts: number }[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const [read, counted] = [await coverage(), await facts()];
      if (read.rows.length === 0 || JSON.stringify(read.rows) !== JSON.stringify(counted.rows))
        throw new Error("Coverage and the facts do not say the same.");
      rounds.push({ coverage: read.milliseconds, facts: counted.milliseconds });
    }
    const times = median(rounds.map((round) => round.facts / round.coverage));
    return [
      atLeast("rollup-speed (times)", times, 100, {
        ...counts(made),
        certificates: made.certificates,
        coverageMilliseconds: median(rounds.map((round) => round.coverage)),
        factsMilliseconds: median(rounds.map((round) => round.facts)),
      }),
    ];
  } finally {
    await sql.end();
  }
}
