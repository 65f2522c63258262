import "server-only";
import { asc, desc, sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { ReadContext } from "@/lib/command";
import { boroughTargets, boroughThresholds } from "@/lib/db/schema/aims";
import { NotFound } from "@/lib/errors";

export interface TargetRow {
  counted: string;
  share: number;
  fromOn: string;
}

/** Every target that was set, the newest word first: by what is counted, then by month. */
export async function listTargets(ctx: ReadContext): Promise<TargetRow[]> {
  return ctx.tx
    .select({
      counted: boroughTargets.counted,
      share: boroughTargets.share,
      fromOn: boroughTargets.fromOn,
    })
    .from(boroughTargets)
    .where(ctx.inBorough(boroughTargets))
    .orderBy(
      asc(boroughTargets.counted),
      desc(boroughTargets.fromOn),
      desc(boroughTargets.recordedAt),
    );
}

/** Every threshold that was set, the newest month first and in it the newest word. */
export async function listThresholds(
  ctx: ReadContext,
): Promise<{ trainedShare: number; fromOn: string }[]> {
  return ctx.tx
    .select({ trainedShare: boroughThresholds.trainedShare, fromOn: boroughThresholds.fromOn })
    .from(boroughThresholds)
    .where(ctx.inBorough(boroughThresholds))
    .orderBy(desc(boroughThresholds.fromOn), desc(boroughThresholds.recordedAt));
}

export interface TeamRow extends Record<string, unknown> {
  id: string;
  name: string;
  address: string;
  postcode: string;
  stage: "in_scope" | "invited" | "enrolled" | "excluded" | "closed";
  /** People who work there; never fewer than are listed. As counted this month. */
  headcount: number;
  trained: number;
}

const teams = (ctx: ReadContext) => sql`
  SELECT b.id, b.name, b.address, b.postcode, b.stage, coalesce(f.headcount, 0) AS headcount,
    coalesce(f.trained, 0) AS trained
  FROM businesses b
  LEFT JOIN LATERAL (
    SELECT headcount, trained FROM team_figures f WHERE f.borough_code = b.borough_code
      AND f.business_id = b.id AND f.month <= ${ctx.today} ORDER BY f.month DESC LIMIT 1
  ) f ON true
  WHERE b.borough_code = ${ctx.boroughs[0] ?? ""} AND b.sector = ${COUNCIL_TEAM}`;

/** The council's own teams that are not closed, by name. */
export async function listTeams(ctx: ReadContext): Promise<TeamRow[]> {
  return [
    ...(await ctx.tx.execute<TeamRow>(sql`${teams(ctx)} AND b.stage NOT IN ('closed', 'excluded')
      ORDER BY lower(b.name), b.id`)),
  ];
}

/** One of the council's own teams. Throws NotFound. */
export async function getTeam(ctx: ReadContext, id: string): Promise<TeamRow> {
  const [row] = await ctx.tx.execute<TeamRow>(sql`${teams(ctx)} AND b.id = ${id}`);
  if (!row) throw new NotFound("No such team.");
  return row;
}
