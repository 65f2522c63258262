import { afterAll, expect, test } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { listAudit, mintBusiness, mintStaff } from "@/lib/db/test/staffed";
import { Conflict, Forbidden } from "@/lib/errors";
import { recordLeaving } from "./commands";
import { confirmRoll } from "./confirm-roll-command";
import { findRollConfirmation, readWorking } from "./roll-queries";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A business of its manager, Ada, and Ben who waits. */
async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const ada = await mintStaff(borough, business, {
    name: "Ada Example",
    confirmedOn: "2026-02-03",
  });
  await mintStaff(borough, business, { name: "Ben Example" });
  const place = { boroughCode: borough.code, today: TODAY };
  const read = () => asViewer(business.manager, (ctx) => readWorking(ctx, business.id));
  const last = (viewer: typeof business.manager | typeof borough.officer = business.manager) =>
    asViewer(viewer, (ctx) => findRollConfirmation(ctx, business.id));
  const press = (seen: string, today = TODAY) =>
    runCommand(confirmRoll, business.manager, { seen }, { ...place, today });
  return { borough, business, ada, place, read, last, press };
}

test("a manager confirms the list that was shown, and the borough sees when and how many", async () => {
  const { borough, business, read, last, press } = await scene();
  expect(await last()).toBeNull();
  const { people, mark } = await read();
  expect(people.map((each) => each.name)).toEqual(["Ada Example", "Test Manager"]);
  await press(mark, "2026-08-20");
  await press(mark);
  expect(await last()).toEqual({ confirmedOn: TODAY, people: 2 });
  expect(await last(borough.officer)).toEqual({ confirmedOn: TODAY, people: 2 });
  const entries = await listAudit(borough, "staff.confirm_roll");
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({
    subjectType: "business",
    subjectId: business.id,
    fields: ["roll.confirmed_on"],
    details: { people: 2 },
  });
});

test("a list that changed between looking and pressing is shown again first", async () => {
  const { borough, business, ada, place, read, last, press } = await scene();
  const { mark } = await read();
  const left = { staffId: ada, leftOn: TODAY };
  await runCommand(recordLeaving, business.manager, left, place);
  await expect(press(mark)).rejects.toThrow(Conflict);
  await expect(press("nothing like it")).rejects.toThrow("Open the list again");
  await press((await read()).mark);
  expect(await last()).toEqual({ confirmedOn: TODAY, people: 1 });
  expect(await listAudit(borough, "staff.confirm_roll")).toHaveLength(1);
});

test("an empty list is not confirmed", async () => {
  const { borough, read, press } = await scene();
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE staff_members SET left_on = '2026-07-01' WHERE borough_code = ${borough.code}`,
  );
  await expect(press((await read()).mark)).rejects.toThrow("Nobody is on the list yet");
});

test("nobody else confirms it: no other role, business or borough", async () => {
  const { borough, business, place, read, last } = await scene();
  const { mark: seen } = await read();
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(confirmRoll, viewer, { seen }, place)).rejects.toThrow(Forbidden);
  }
  const other = await mintBusiness(borough);
  await expect(runCommand(confirmRoll, other.manager, { seen }, place)).rejects.toThrow(Conflict);
  const elsewhere = await mintBorough();
  await expect(
    runCommand(confirmRoll, business.manager, { seen }, { boroughCode: elsewhere.code }),
  ).rejects.toThrow(Forbidden);
  expect(await last()).toBeNull();
});
