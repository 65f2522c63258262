import "server-only";
import { createHash } from "node:crypto";
import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { rollConfirmations } from "@/lib/db/schema/roll";
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
        isNull(staffMembers.mergedInto),
        eq(staffMembers.isManager, false),
      ),
    );
  if (!row?.leftOn) throw new NotFound("No such person here.");
  return { ...row, leftOn: row.leftOn };
}

export interface RollRow {
  id: string;
  name: string;
  isManager: boolean;
  employedByAgency: boolean;
  confirmedOn: string;
}

/** Everybody who works at a business, by name, and the mark of this list: another as soon as it changes. */
export async function readWorking(
  ctx: ReadContext,
  businessId: string,
): Promise<{ people: RollRow[]; mark: string }> {
  const rows = await ctx.tx
    .select({
      id: staffMembers.id,
      name: staffMembers.name,
      isManager: staffMembers.isManager,
      employedByAgency: staffMembers.employedByAgency,
      confirmedOn: staffMembers.confirmedOn,
    })
    .from(staffMembers)
    .where(
      and(
        ctx.inBorough(staffMembers),
        eq(staffMembers.businessId, businessId),
        isNotNull(staffMembers.confirmedOn),
        isNull(staffMembers.leftOn),
      ),
    )
    .orderBy(asc(staffMembers.nameKey), asc(staffMembers.id));
  const people = rows.map((row) => ({ ...row, confirmedOn: row.confirmedOn ?? "" }));
  const listed = people.map(({ id, name }) => `${id} ${name}`).join("\n");
  return { people, mark: createHash("sha256").update(listed).digest("hex").slice(0, 32) };
}

export interface RollConfirmation {
  confirmedOn: string;
  people: number;
}

/** The last time a manager found the staff list right; null before the first. */
export async function findRollConfirmation(
  ctx: ReadContext,
  businessId: string,
): Promise<RollConfirmation | null> {
  const [row] = await ctx.tx
    .select({ confirmedOn: rollConfirmations.confirmedOn, people: rollConfirmations.people })
    .from(rollConfirmations)
    .where(and(ctx.inBorough(rollConfirmations), eq(rollConfirmations.businessId, businessId)))
    .orderBy(desc(rollConfirmations.createdAt))
    .limit(1);
  return row ?? null;
}
