import "server-only";
import { asc, eq } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { boroughs, policeAreas } from "@/lib/db/schema/boroughs";

export interface BoroughRow {
  code: string;
  name: string;
  policeArea: string;
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
      force: policeAreas.force,
      tileRow: boroughs.tileRow,
      tileColumn: boroughs.tileColumn,
    })
    .from(boroughs)
    .innerJoin(policeAreas, eq(policeAreas.code, boroughs.policeAreaCode))
    .orderBy(asc(boroughs.name));
}
