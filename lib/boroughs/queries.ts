import "server-only";
import { asc, eq } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { boroughSettings, boroughs, policeAreas } from "@/lib/db/schema/boroughs";

export interface BoroughRow {
  code: string;
  name: string;
  policeArea: string;
  policeAreaCode: string;
  force: string;
  tileRow: number;
  tileColumn: number;
}

/** The 33 London authorities, by name. */
export async function listBoroughs(ctx: ReadContext): Promise<BoroughRow[]> {
  return ctx.tx
    .select({
      code: boroughs.code,
      name: boroughs.name,
      policeArea: policeAreas.name,
      policeAreaCode: policeAreas.code,
      force: policeAreas.force,
      tileRow: boroughs.tileRow,
      tileColumn: boroughs.tileColumn,
    })
    .from(boroughs)
    .innerJoin(policeAreas, eq(policeAreas.code, boroughs.policeAreaCode))
    .orderBy(asc(boroughs.name));
}

/** Boroughs that are set up, with the day they were: those of the viewer's scope. */
export async function listBoroughsInUse(
  ctx: ReadContext,
): Promise<{ code: string; inUseSince: string }[]> {
  return ctx.tx
    .select({ code: boroughSettings.boroughCode, inUseSince: boroughSettings.inUseSince })
    .from(boroughSettings)
    .where(ctx.inBorough(boroughSettings));
}

/** The police areas, by name. */
export async function listPoliceAreas(ctx: ReadContext): Promise<{ code: string; name: string }[]> {
  return ctx.tx
    .select({ code: policeAreas.code, name: policeAreas.name })
    .from(policeAreas)
    .orderBy(asc(policeAreas.name));
}
