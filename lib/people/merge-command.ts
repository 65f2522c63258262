import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { lockRoll, managed, staffOf } from "./commands";
import { copyCertificates, keyOf, listEverHeld, listHeldOn } from "./copied-certificates";
import { mergeInput } from "./schema";

type Row = typeof staffMembers.$inferSelect;

/**
 * Two entries are the same person: one stays, with the certificates, night shifts and naming as lead of
 * both, and the other never counted. Where the other had left before, its months stay as they were.
 */
export const mergeStaff = defineCommand({
  name: "staff.merge",
  input: mergeInput,
  async run(ctx, { stayId, goneId }) {
    const businessId = managed(ctx);
    await lockRoll(ctx, businessId);
    const { stay, gone } = await holdBoth(ctx, businessId, stayId, goneId);
    if (gone.leftOn === null) await makeOne(ctx, stay, gone);
    else await copyTo(ctx, stay, await listHeldOn(ctx, personOf(gone), ctx.today));
    await copyReadings(ctx, stay, gone);
    await ctx.tx
      .update(staffMembers)
      .set({ mergedInto: stayId, leftOn: gone.leftOn ?? gone.confirmedOn ?? ctx.today })
      .where(and(staffOf(ctx, businessId), eq(staffMembers.id, goneId)));
    return {
      value: { staffId: stayId },
      touched: [businessId],
      audit: {
        subject: ["staff_member", stayId],
        businessId,
        fields: ["merged_into", "left_on", "confirmed_on", "certificate"],
        details: { gone: goneId, hadLeft: gone.leftOn !== null },
      },
    };
  },
});

const personOf = ({ businessId, id }: Row) => ({ businessId, staffId: id });

async function holdBoth(ctx: WriteContext, businessId: string, stayId: string, goneId: string) {
  const rows = await ctx.tx
    .select()
    .from(staffMembers)
    .where(and(staffOf(ctx, businessId), inArray(staffMembers.id, [stayId, goneId])))
    .orderBy(staffMembers.id)
    .for("update");
  const stay = rows.find((row) => row.id === stayId);
  const gone = rows.find((row) => row.id === goneId);
  if (!stay || !gone || stay === gone) throw new NotFound("No such two people here.");
  if (stay.leftOn !== null || gone.mergedInto !== null) {
    throw new Conflict("Somebody has changed one of these entries. Open the page again.");
  }
  if (stay.nameKey !== gone.nameKey) {
    throw new RuleBroken(
      "goneId",
      "The two names differ: only entries of one name can be one person",
    );
  }
  if (gone.isManager || gone.userId !== null) {
    throw new RuleBroken(
      "goneId",
      "This entry signs in with an e-mail address: keep it, and let the other one go",
    );
  }
  if (gone.leftOn !== null && gone.confirmedOn === null) {
    throw new RuleBroken("goneId", "This entry was removed before anybody confirmed it");
  }
  return { stay, gone };
}

/** Both stood on the list at once: everything the other did was done by the one who stays. */
async function makeOne(ctx: WriteContext, stay: Row, gone: Row): Promise<void> {
  const earliest = [stay.confirmedOn, gone.confirmedOn].filter((day) => day !== null).sort();
  await ctx.tx
    .update(staffMembers)
    .set({
      joinedOn: [stay.joinedOn, gone.joinedOn].sort()[0] ?? stay.joinedOn,
      confirmedOn: earliest[0] ?? null,
    })
    .where(ctx.own(staffMembers, stay.id));
  await copyTo(ctx, stay, await listEverHeld(ctx, personOf(gone)));
  const theirs = sql`borough_code = ${ctx.boroughCode} AND business_id = ${gone.businessId} AND staff_id = ${gone.id}`;
  await ctx.tx.execute(sql`
    INSERT INTO night_shift_staff (borough_code, shift_id, business_id, staff_id, from_on, until_on)
    SELECT borough_code, shift_id, business_id, ${stay.id}, from_on, until_on FROM night_shift_staff WHERE ${theirs}
    ON CONFLICT DO NOTHING`);
  await ctx.tx.execute(sql`
    UPDATE night_shift_staff SET until_on = greatest(from_on, ${ctx.today}::date) WHERE ${theirs} AND until_on IS NULL`);
  // A moment after the naming it stands for, so that whoever was named next still follows.
  await ctx.tx.execute(sql`
    INSERT INTO safeguarding_leads (borough_code, id, business_id, staff_id, from_on, recorded_at)
    SELECT borough_code, gen_random_uuid(), business_id, ${stay.id}, from_on, recorded_at + interval '1 millisecond'
    FROM safeguarding_leads WHERE ${theirs}`);
}

/** What the other has read of a course that changed need not be read again. */
async function copyReadings(ctx: WriteContext, stay: Row, gone: Row): Promise<void> {
  await ctx.tx.execute(sql`
    INSERT INTO change_readings (borough_code, business_id, staff_id, version_id, read_on)
    SELECT borough_code, business_id, ${stay.id}, version_id, read_on FROM change_readings
    WHERE borough_code = ${ctx.boroughCode} AND business_id = ${gone.businessId} AND staff_id = ${gone.id}
    ON CONFLICT DO NOTHING`);
}

/** Copies what the one who stays does not hold already. */
async function copyTo(
  ctx: WriteContext,
  stay: Row,
  held: Awaited<ReturnType<typeof listEverHeld>>,
): Promise<void> {
  const own = new Set((await listEverHeld(ctx, personOf(stay))).map(keyOf));
  await copyCertificates(
    ctx,
    personOf(stay),
    held.filter((each) => !own.has(keyOf(each))),
  );
}
