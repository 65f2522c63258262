import "server-only";
import { sql } from "drizzle-orm";
import { BOROUGH_MEASURES, type BoroughMeasure } from "@/lib/aims/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { computedBoroughPeriods, keptTeamMonths } from "./borough-periods";
import { addPlainSteps, type CellStep } from "./plain-cells";
import { refreshTeams } from "./team-refresh";

type RefreshContext = Pick<WriteContext, "tx" | "boroughCode">;

/** The borough's measures whose facts a role's orders may change, and whose facts it may read. */
function measuresOf(role: WriteContext["viewer"]["role"]): readonly BoroughMeasure[] {
  if (role === "borough_admin" || role === "borough_officer") return BOROUGH_MEASURES;
  return role === "police_officer" ? ["call_handlers"] : ["council_staff"];
}

interface Touched {
  /** Council teams whose standings row this order has locked. */
  teams: readonly string[];
  touchesBorough: boolean;
}

/** After an order: recomputes the council teams it touched, and what the borough itself meets. */
export async function refreshBorough(
  ctx: RefreshContext & Pick<WriteContext, "viewer">,
  { teams, touchesBorough }: Touched,
): Promise<void> {
  if (teams.length > 0) await refreshTeams(ctx, teams);
  if (touchesBorough) await refreshBoroughMeasures(ctx, measuresOf(ctx.viewer.role));
  else if (teams.length > 0) await refreshBoroughMeasures(ctx, ["council_staff"]);
}

interface Difference extends Record<string, unknown> {
  side: "old" | "new";
  measure: string;
  met_from: string;
  met_until: string | null;
}

/**
 * Recomputes what the borough itself meets from its facts and adds the differences to its cells, in
 * the caller's transaction and role. One lock a borough, always taken last: whoever waits for it then
 * sees what the other wrote, and nobody who holds it waits for a row.
 */
export async function refreshBoroughMeasures(
  { tx, boroughCode }: RefreshContext,
  measures: readonly BoroughMeasure[],
): Promise<void> {
  const lock = `borough measures ${boroughCode}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const differences = [
    ...(await tx.execute<Difference>(sql`
    WITH old AS (
      SELECT measure, met_from, met_until FROM borough_periods
      WHERE borough_code = ${boroughCode} AND measure = ANY (${arrayOf([...measures], "text")})
    ),
    new AS (${computedBoroughPeriods(boroughCode, measures, keptTeamMonths(boroughCode))})
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`)),
  ];
  if (differences.length === 0) return;
  await writePeriods({ tx, boroughCode }, differences);
  await addPeriodsToCells({ tx, boroughCode }, differences);
}

async function writePeriods(
  { tx, boroughCode }: RefreshContext,
  differences: readonly Difference[],
): Promise<void> {
  const columns = (rows: readonly Difference[]) => ({
    measures: arrayOf(
      rows.map((row) => row.measure),
      "text",
    ),
    from: arrayOf(
      rows.map((row) => row.met_from),
      "date",
    ),
    until: arrayOf(
      rows.map((row) => row.met_until),
      "date",
    ),
  });
  const gone = columns(differences.filter((row) => row.side === "old"));
  const come = columns(differences.filter((row) => row.side === "new"));
  await tx.execute(sql`
    DELETE FROM borough_periods p USING unnest(${gone.measures}, ${gone.from}) AS g (measure, met_from)
    WHERE p.borough_code = ${boroughCode} AND p.measure = g.measure AND p.met_from = g.met_from`);
  await tx.execute(sql`
    INSERT INTO borough_periods (borough_code, measure, met_from, met_until)
    SELECT ${boroughCode}, * FROM unnest(${come.measures}, ${come.from}, ${come.until})`);
}

/** The borough's own cells have neither sector nor ward: one where a period begins, minus one where it ends. */
async function addPeriodsToCells(
  ctx: RefreshContext,
  differences: readonly Difference[],
): Promise<void> {
  const steps: CellStep[] = [];
  for (const { side, measure, met_from: from, met_until: until } of differences) {
    const sign = side === "new" ? 1 : -1;
    steps.push({ measure, month: from, delta: sign });
    if (until !== null) steps.push({ measure, month: until, delta: -sign });
  }
  await addPlainSteps(ctx, "", steps);
}
