import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { sectors } from "@/lib/db/schema/boroughs";

export interface SectorRow {
  boroughCode: string;
  code: string;
  label: string;
  pluralLabel: string;
}

/** The sectors whose businesses are counted, in the borough's order. */
export async function listSectors(ctx: ReadContext): Promise<SectorRow[]> {
  return ctx.tx
    .select({
      boroughCode: sectors.boroughCode,
      code: sectors.code,
      label: sectors.label,
      pluralLabel: sectors.pluralLabel,
    })
    .from(sectors)
    .where(and(ctx.inBorough(sectors), eq(sectors.countsAsBusiness, true)))
    .orderBy(asc(sectors.boroughCode), asc(sectors.position));
}
