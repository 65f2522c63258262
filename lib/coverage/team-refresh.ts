import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { addPlainSteps, type CellStep } from "./plain-cells";
import { computedTeamFigures, TEAM_BRIEFED, TEAM_PEOPLE } from "./team-figures";

interface TeamMonth extends Record<string, unknown> {
  business_id: string;
  month: string;
  headcount: number;
  trained: number;
}

/** How each team's figures rise and fall from month to month. */
function stepsOf(rows: readonly TeamMonth[], sign: 1 | -1): CellStep[] {
  const before = new Map<string, TeamMonth>();
  return rows.flatMap((row) => {
    const last = before.get(row.business_id);
    before.set(row.business_id, row);
    const step = (measure: string, now: number, then = 0): CellStep => ({
      measure,
      month: row.month,
      delta: sign * (now - then),
    });
    return [
      step(TEAM_PEOPLE, row.headcount, last?.headcount),
      step(TEAM_BRIEFED, row.trained, last?.trained),
    ];
  });
}

/**
 * Recomputes what these council teams have, month by month, and adds the differences to the teams'
 * cells: a learner reads the borough's sum and no other team's row. Their standings rows are locked.
 */
export async function refreshTeams(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
  teamIds: readonly string[],
): Promise<void> {
  const { tx, boroughCode } = ctx;
  const teams = arrayOf([...teamIds], "uuid");
  const old = await tx.execute<TeamMonth>(sql`
    SELECT business_id, month, headcount, trained FROM team_figures
    WHERE borough_code = ${boroughCode} AND business_id = ANY (${teams}) ORDER BY business_id, month`);
  const now = await tx.execute<TeamMonth>(sql`
    SELECT * FROM (${computedTeamFigures(boroughCode, teams)}) f ORDER BY business_id, month`);
  if (JSON.stringify(old) === JSON.stringify(now)) return;
  await tx.execute(sql`
    DELETE FROM team_figures WHERE borough_code = ${boroughCode} AND business_id = ANY (${teams})`);
  const column = (pick: (row: TeamMonth) => string | number, type: "uuid" | "date" | "int") =>
    arrayOf(now.map(pick), type);
  await tx.execute(sql`
    INSERT INTO team_figures (borough_code, business_id, month, headcount, trained)
    SELECT ${boroughCode}, * FROM unnest(
      ${column((row) => row.business_id, "uuid")}, ${column((row) => row.month, "date")},
      ${column((row) => row.headcount, "int")}, ${column((row) => row.trained, "int")})`);
  await addPlainSteps(ctx, COUNCIL_TEAM, [...stepsOf(old, -1), ...stepsOf(now, 1)]);
}
