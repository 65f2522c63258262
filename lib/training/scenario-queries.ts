import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { scenarios } from "@/lib/db/schema/library";
import { NotFound } from "@/lib/errors";
import type { LearnerContext } from "./queries";
import type { ScenarioView } from "./scenario-model";

export interface ScenarioTitle {
  id: string;
  title: string;
  summary: string;
  lessonPosition: number;
}

/** The scenarios of a version in their order, without their scenes. */
export async function listScenarioTitles(
  ctx: LearnerContext,
  versionId: string,
): Promise<ScenarioTitle[]> {
  return ctx.tx
    .select({
      id: scenarios.id,
      title: scenarios.title,
      summary: scenarios.summary,
      lessonPosition: scenarios.lessonPosition,
    })
    .from(scenarios)
    .where(eq(scenarios.versionId, versionId))
    .orderBy(asc(scenarios.position));
}

/** One scenario of a version. Throws NotFound. */
export async function getScenario(
  ctx: LearnerContext,
  versionId: string,
  id: string,
): Promise<ScenarioView & { lessonPosition: number }> {
  const [row] = await ctx.tx
    .select({
      id: scenarios.id,
      title: scenarios.title,
      summary: scenarios.summary,
      lessonPosition: scenarios.lessonPosition,
      scenes: scenarios.scenes,
      endings: scenarios.endings,
    })
    .from(scenarios)
    .where(and(eq(scenarios.versionId, versionId), eq(scenarios.id, id)));
  if (!row) throw new NotFound();
  return row;
}
