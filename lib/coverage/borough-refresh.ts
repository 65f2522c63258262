import "server-only";
import { sql } from "drizzle-orm";
import { BOROUGH_MEASURES, type BoroughMeasure } from "@/lib/aims/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { computedBoroughPeriods, keptTeamFigures } from "./borough-periods";
import { computedTeamFigures } from "./team-figures";

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

/** Rewrites what these teams have, month by month; their standings rows are locked by the caller. */
export async function refreshTeams(
  { tx, boroughCode }: RefreshContext,
  teamIds: readonly string[],
): Promise<void> {
  const teams = arrayOf([...teamIds], "uuid");
  const rows = await tx.execute<{
    business_id: string;
    month: string;
    headcount: number;
    trained: number;
  }>(computedTeamFigures(boroughCode, teams));
  await tx.execute(sql`
    DELETE FROM team_figures WHERE borough_code = ${boroughCode} AND business_id = ANY (${teams})`);
  if (rows.length === 0) return;
  await tx.execute(sql`
    INSERT INTO team_figures (borough_code, business_id, month, headcount, trained)
    SELECT ${boroughCode}, * FROM unnest(
      ${arrayOf(
        rows.map((row) => row.business_id),
        "uuid",
      )}, ${arrayOf(
        rows.map((row) => row.month),
        "date",
      )},
      ${arrayOf(
        rows.map((row) => row.headcount),
        "int",
      )}, ${arrayOf(
        rows.map((row) => row.trained),
        "int",
      )})`);
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
    new AS (${computedBoroughPeriods(boroughCode, measures, keptTeamFigures(boroughCode))})
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`)),
  ];
  if (differences.length === 0) return;
  await writePeriods({ tx, boroughCode }, differences);
  await addToCells({ tx, boroughCode }, differences);
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
async function addToCells(
  { tx, boroughCode }: RefreshContext,
  differences: readonly Difference[],
): Promise<void> {
  const sums = new Map<string, { measure: string; month: string; delta: number }>();
  const add = (measure: string, month: string | null, delta: number) => {
    if (month === null) return;
    const key = `${measure} ${month}`;
    sums.set(key, { measure, month, delta: (sums.get(key)?.delta ?? 0) + delta });
  };
  for (const { side, measure, met_from, met_until } of differences) {
    const sign = side === "new" ? 1 : -1;
    add(measure, met_from, sign);
    add(measure, met_until, -sign);
  }
  const cells = [...sums.values()].filter((cell) => cell.delta !== 0);
  if (cells.length === 0) return;
  await tx.execute(sql`
    INSERT INTO coverage_cells AS c (borough_code, measure, sector, ward, late, month, delta)
    SELECT ${boroughCode}, n.measure, '', '', false, n.month, n.delta FROM unnest(
      ${arrayOf(
        cells.map((cell) => cell.measure),
        "text",
      )}, ${arrayOf(
        cells.map((cell) => cell.month),
        "date",
      )},
      ${arrayOf(
        cells.map((cell) => cell.delta),
        "int",
      )}) AS n (measure, month, delta)
    ORDER BY n.measure, n.month
    ON CONFLICT (borough_code, measure, sector, ward, late, month)
    DO UPDATE SET delta = c.delta + excluded.delta`);
}
