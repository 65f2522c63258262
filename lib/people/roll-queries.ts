import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";

export interface Leaver {
  id: string;
  name: string;
  leftOn: string;
}

/** Somebody who worked here, was confirmed, has left, and is no manager. Throws NotFound. */
export async function getLeaver(
  ctx: ReadContext,
  businessId: string,
  staffId: string,
): Promise<Leaver> {
  const [row] = await ctx.tx
    .select({ id: staffMembers.id, name: staffMembers.name, leftOn: staffMembers.leftOn })
    .from(staffMembers)
    .where(
      and(
        ctx.inBorough(staffMembers),
        eq(staffMembers.businessId, businessId),
        eq(staffMembers.id, staffId),
        isNotNull(staffMembers.confirmedOn),
        eq(staffMembers.isManager, false),
      ),
    );
  if (!row?.leftOn) throw new NotFound("No such person here.");
  return { ...row, leftOn: row.leftOn };
}
