import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { hashSecret, pinCode } from "@/lib/auth/secrets";
import { defineCommand, type WriteContext } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { pinCodes, staffMembers } from "@/lib/db/schema/people";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { lockRoll, managed, staffOf } from "./commands";
import { PIN_CODE_DAYS } from "./model";
import { readRoll } from "./roll";
import { addStaffInput, MOST_ADDED, renewPinInput } from "./schema";

/**
 * Adds people the manager knows to work here: they count at once, and each gets a code with which they
 * choose a PIN. All or none: RuleBroken names every line that is wrong, or already on the list.
 */
export const addStaff = defineCommand({
  name: "staff.add",
  input: addStaffInput,
  async run(ctx, { names, agency }) {
    const businessId = managed(ctx);
    const { people, faults } = readRoll(names);
    if (faults.length > 0) throw new RuleBroken("names", faults.slice(0, 10).join(". "));
    if (people.length === 0) throw new RuleBroken("names", "There is no name in this list");
    if (people.length > MOST_ADDED) {
      throw new RuleBroken("names", `Add up to ${MOST_ADDED} people at a time`);
    }
    await lockRoll(ctx, businessId);
    const keys = people.map((person) => person.key);
    const listed = await ctx.tx
      .select({ key: staffMembers.nameKey, leftOn: staffMembers.leftOn })
      .from(staffMembers)
      .where(and(staffOf(ctx, businessId), inArray(staffMembers.nameKey, keys)));
    const there = people.filter(({ key }) =>
      listed.some((row) => row.key === key && row.leftOn === null),
    );
    if (there.length > 0) {
      throw new RuleBroken(
        "names",
        there
          .slice(0, 10)
          .map(({ line, name }) => `Line ${line}: ${name} is on the staff list already`)
          .join(". "),
      );
    }
    const { boroughCode, today } = ctx;
    const rows = people.map(({ name, key }) => ({ id: randomUUID(), name, nameKey: key }));
    await ctx.tx.insert(staffMembers).values(
      rows.map((row) => ({
        ...row,
        boroughCode,
        businessId,
        employedByAgency: agency === "yes",
        joinedOn: today,
        confirmedOn: today,
      })),
    );
    await giveFirstCodes(
      ctx,
      businessId,
      rows.map((row) => row.id),
    );
    return {
      value: { people: rows.length },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["staff.name", "staff.confirmed_on", "staff.pin_code"],
        details: { people: rows.length, staff: rows.map((row) => row.id).join(" ") },
      },
    };
  },
});

/** A code for each of these new people, with which they choose their first PIN. */
export async function giveFirstCodes(
  { tx, boroughCode, today }: WriteContext,
  businessId: string,
  staffIds: readonly string[],
): Promise<void> {
  await tx.insert(pinCodes).values(
    staffIds.map((staffId) => ({
      ...{ boroughCode, businessId, staffId, generation: 1 },
      codeHash: hashSecret(pinCode(boroughCode, staffId, 1)),
      expiresOn: addDays(today, PIN_CODE_DAYS),
    })),
  );
}

/** A code for a new PIN: the old PIN and every session of theirs end with it. Throws NotFound or Conflict. */
export const renewPin = defineCommand({
  name: "staff.renew_pin",
  input: renewPinInput,
  async run(ctx, { staffId }) {
    const businessId = managed(ctx);
    await holdPerson(ctx, businessId, staffId);
    const [old] = await ctx.tx
      .select({ generation: pinCodes.generation })
      .from(pinCodes)
      .where(and(ctx.inBorough(pinCodes), eq(pinCodes.staffId, staffId)));
    const { boroughCode } = ctx;
    const generation = (old?.generation ?? 0) + 1;
    const fresh = {
      generation,
      codeHash: hashSecret(pinCode(boroughCode, staffId, generation)),
      expiresOn: addDays(ctx.today, PIN_CODE_DAYS),
      usedAt: null,
    };
    await ctx.tx
      .insert(pinCodes)
      .values({ boroughCode, businessId, staffId, ...fresh })
      .onConflictDoUpdate({ target: [pinCodes.boroughCode, pinCodes.staffId], set: fresh });
    return {
      value: { staffId },
      touched: [],
      audit: {
        subject: ["staff_member", staffId],
        businessId,
        fields: ["pin_code"],
        details: { generation },
      },
    };
  },
});

async function holdPerson(ctx: WriteContext, businessId: string, staffId: string): Promise<void> {
  const [person] = await ctx.tx
    .select({ leftOn: staffMembers.leftOn, userId: staffMembers.userId })
    .from(staffMembers)
    .where(and(staffOf(ctx, businessId), eq(staffMembers.id, staffId)))
    .for("update");
  if (!person) throw new NotFound("No such person here.");
  if (person.leftOn !== null) throw new Conflict("It is recorded that they left.");
  if (person.userId !== null) {
    throw new RuleBroken(
      "form",
      "They sign in with an e-mail address: they can reset their password",
    );
  }
}
