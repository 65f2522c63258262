import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, gte, isNull, ne, or } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { lockRoll, managed, staffOf } from "./commands";
import { copyCertificates, listHeldOn } from "./copied-certificates";
import { returningDayFault } from "./model";
import { giveFirstCodes } from "./roll-commands";
import { bringBackInput } from "./schema";

/**
 * Puts somebody who left on the list again. By mistake: the leaving never was, in past months too. Come
 * back: a new row from that day, so that the months away stay as they were, with copies of what is valid.
 */
export const bringBack = defineCommand({
  name: "staff.bring_back",
  input: bringBackInput,
  async run(ctx, { staffId, how, backOn }) {
    const businessId = managed(ctx);
    await lockRoll(ctx, businessId);
    const person = await holdLeaver(ctx, businessId, staffId);
    if (how === "mistake") {
      await ctx.tx
        .update(staffMembers)
        .set({ leftOn: null })
        .where(and(staffOf(ctx, businessId), eq(staffMembers.id, staffId)));
    }
    const newId = how === "back" ? await listAgain(ctx, businessId, person, backOn) : null;
    return {
      value: { staffId: newId ?? staffId, how, hasCode: newId !== null && person.userId === null },
      touched: [businessId],
      audit: {
        subject: ["staff_member", staffId],
        businessId,
        fields: newId ? ["staff.name", "staff.confirmed_on"] : ["left_on"],
        details: newId ? { how, backOn, newId } : { how, leftOn: person.leftOn },
      },
    };
  },
});

type Leaver = typeof staffMembers.$inferSelect & { leftOn: string };

/** Holds the person, and refuses whoever cannot stand on the list as things are. */
async function holdLeaver(ctx: WriteContext, businessId: string, staffId: string): Promise<Leaver> {
  const [person] = await ctx.tx
    .select()
    .from(staffMembers)
    .where(and(staffOf(ctx, businessId), eq(staffMembers.id, staffId)))
    .for("update");
  if (!person) throw new NotFound("No such person here.");
  const { leftOn, userId, nameKey, name } = person;
  if (leftOn === null) throw new Conflict("They are on the staff list already.");
  if (person.mergedInto !== null) {
    throw new RuleBroken("form", "This was the same person as another entry: only that one counts");
  }
  if (person.isManager) {
    throw new RuleBroken(
      "form",
      "Ask your borough's licensing team: a manager comes back by a new invitation",
    );
  }
  if (person.confirmedOn === null) {
    throw new RuleBroken(
      "form",
      "They were removed before anybody confirmed them: they can join again with the code",
    );
  }
  // Two rows of one name could not be told apart at sign-in; a later row holds the newer training.
  const [other] = await ctx.tx
    .select({ leftOn: staffMembers.leftOn })
    .from(staffMembers)
    .where(
      and(
        staffOf(ctx, businessId),
        ne(staffMembers.id, staffId),
        isNull(staffMembers.mergedInto),
        or(
          and(
            eq(staffMembers.nameKey, nameKey),
            or(isNull(staffMembers.leftOn), gte(staffMembers.joinedOn, leftOn)),
          ),
          userId === null
            ? undefined
            : and(eq(staffMembers.userId, userId), isNull(staffMembers.leftOn)),
        ),
      ),
    )
    .orderBy(desc(staffMembers.leftOn))
    .limit(1);
  if (other) {
    throw new RuleBroken(
      "form",
      other.leftOn === null
        ? `${name} is on the staff list already`
        : `${name} has been on the list again since then: bring that later entry back`,
    );
  }
  return { ...person, leftOn };
}

/** Their new row from the day they are back, confirmed, with what they still hold. */
async function listAgain(
  ctx: WriteContext,
  businessId: string,
  person: Leaver,
  backOn: string,
): Promise<string> {
  const fault = returningDayFault(backOn, person.leftOn, ctx.today);
  if (fault) throw new RuleBroken("backOn", fault);
  const { boroughCode } = ctx;
  const { name, nameKey, userId, employedByAgency } = person;
  const id = randomUUID();
  await ctx.tx.insert(staffMembers).values({
    ...{ boroughCode, id, businessId, name, nameKey, userId, employedByAgency },
    joinedOn: backOn,
    confirmedOn: backOn,
  });
  const held = await listHeldOn(ctx, { businessId, staffId: person.id }, backOn);
  await copyCertificates(ctx, { businessId, staffId: id }, held);
  if (userId === null) await giveFirstCodes(ctx, businessId, [id]);
  return id;
}
