import { afterAll, expect, test } from "vitest";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { editContact } from "@/lib/businesses/contact-command";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { findStaff, listAudit, mintBusiness, mintStaff } from "@/lib/db/test/staffed";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { confirmStaff, recordLeaving, refuseStaff, renewJoinCode } from "./commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A borough with one business and two people who wait. */
async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const ada = await mintStaff(borough, business, { name: "Ada Example" });
  const ben = await mintStaff(borough, business, { name: "Ben Example" });
  return { borough, business, ada, ben, place: { boroughCode: borough.code, today: TODAY } };
}

test("confirming several people at once sets the day and leaves an audit entry without names", async () => {
  const { borough, business, ada, ben, place } = await scene();
  await runCommand(confirmStaff, business.manager, { staffIds: [ada, ben] }, place);
  expect(await findStaff(borough, ada)).toEqual({ confirmedOn: TODAY, leftOn: null });
  expect(await findStaff(borough, ben)).toEqual({ confirmedOn: TODAY, leftOn: null });
  const [entry] = await listAudit(borough, "staff.confirm");
  expect(entry).toMatchObject({
    subjectType: "business",
    subjectId: business.id,
    businessId: business.id,
    details: { people: 2 },
  });
  expect(JSON.stringify(entry)).not.toContain("Example");
});

test("refused people never count and are gone from the list", async () => {
  const { borough, business, ada, ben, place } = await scene();
  await runCommand(refuseStaff, business.manager, { staffIds: [ada] }, place);
  expect(await findStaff(borough, ada)).toEqual({ confirmedOn: null, leftOn: TODAY });
  expect(await findStaff(borough, ben)).toEqual({ confirmedOn: null, leftOn: null });
  expect(await listAudit(borough, "staff.refuse")).toHaveLength(1);
});

test("nobody is decided about twice, and one stale tick stops the whole list", async () => {
  const { borough, business, ada, ben, place } = await scene();
  await runCommand(confirmStaff, business.manager, { staffIds: [ada] }, place);
  const again = runCommand(refuseStaff, business.manager, { staffIds: [ada, ben] }, place);
  await expect(again).rejects.toThrow(Conflict);
  expect(await findStaff(borough, ben)).toEqual({ confirmedOn: null, leftOn: null });
});

test("nobody ticked, or something that is not an id, is refused in words", async () => {
  const { business, place } = await scene();
  await expect(runCommand(confirmStaff, business.manager, { staffIds: [] }, place)).rejects.toThrow(
    "Choose at least one person",
  );
  await expect(
    runCommand(confirmStaff, business.manager, { staffIds: ["x"] }, place),
  ).rejects.toThrow(RuleBroken);
});

test("people of another business of the same borough are not found", async () => {
  const { borough, ada, place } = await scene();
  const other = await mintBusiness(borough);
  await expect(runCommand(confirmStaff, other.manager, { staffIds: [ada] }, place)).rejects.toThrow(
    NotFound,
  );
  await expect(runCommand(refuseStaff, other.manager, { staffIds: [ada] }, place)).rejects.toThrow(
    NotFound,
  );
  await expect(
    runCommand(recordLeaving, other.manager, { staffId: ada, leftOn: TODAY }, place),
  ).rejects.toThrow(NotFound);
  expect(await findStaff(borough, ada)).toEqual({ confirmedOn: null, leftOn: null });
});

test("people of another borough are not found, and another borough takes no orders", async () => {
  const { ada } = await scene();
  const { borough, business, place } = await scene();
  await expect(
    runCommand(confirmStaff, business.manager, { staffIds: [ada] }, place),
  ).rejects.toThrow(NotFound);
  const elsewhere = await mintBorough();
  const order = runCommand(renewJoinCode, business.manager, {}, { boroughCode: elsewhere.code });
  await expect(order).rejects.toThrow(Forbidden);
  expect(await listAudit(borough, "staff.confirm")).toEqual([]);
});

test("an officer, the police and the programme team may not give a manager's orders", async () => {
  const { borough, ada, place } = await scene();
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(confirmStaff, viewer, { staffIds: [ada] }, place)).rejects.toThrow(
      Forbidden,
    );
    await expect(
      runCommand(recordLeaving, viewer, { staffId: ada, leftOn: TODAY }, place),
    ).rejects.toThrow(Forbidden);
    await expect(runCommand(renewJoinCode, viewer, {}, place)).rejects.toThrow(Forbidden);
  }
});

test("a leaving is recorded once, not in the future and not before the person joined", async () => {
  const { borough, business, place } = await scene();
  const cat = await mintStaff(borough, business, {
    name: "Cat Example",
    joinedOn: "2026-06-01",
    confirmedOn: "2026-06-02",
  });
  const leave = (leftOn: string) =>
    runCommand(recordLeaving, business.manager, { staffId: cat, leftOn }, place);
  await expect(leave("2026-11-24")).rejects.toThrow("not in the future");
  await expect(leave("2026-05-31")).rejects.toThrow("on or after the day they joined");
  await expect(leave("2026-02-30")).rejects.toThrow("Enter the last day");
  await leave("2026-11-20");
  expect(await findStaff(borough, cat)).toEqual({
    confirmedOn: "2026-06-02",
    leftOn: "2026-11-20",
  });
  await expect(leave("2026-11-21")).rejects.toThrow(Conflict);
  expect(await listAudit(borough, "staff.record_leaving")).toMatchObject([
    {
      subjectType: "staff_member",
      subjectId: cat,
      fields: ["left_on"],
      details: { leftOn: "2026-11-20" },
    },
  ]);
});

test("a manager's own leaving is for the borough: it would leave their sign-in behind", async () => {
  const { business, place } = await scene();
  const staffId = business.manager.staffId ?? "";
  const order = runCommand(recordLeaving, business.manager, { staffId, leftOn: TODAY }, place);
  await expect(order).rejects.toThrow("licensing team");
});

test("the first code keeps its generation, the next one replaces it", async () => {
  const { borough, business, place } = await scene();
  const kept = () =>
    asOwner(
      [borough.code],
      async (tx) =>
        (
          await tx<{ generation: number; hash: string }[]>`
      SELECT join_generation AS generation, join_code_hash AS hash FROM businesses
      WHERE borough_code = ${borough.code} AND id = ${business.id}`
        )[0],
    );
  const hashOf = (generation: number) =>
    hashSecret(linkSecret("join", borough.code, business.id, generation));
  await runCommand(renewJoinCode, business.manager, {}, place);
  expect(await kept()).toEqual({ generation: 1, hash: hashOf(1) });
  await runCommand(renewJoinCode, business.manager, {}, place);
  expect(await kept()).toEqual({ generation: 2, hash: hashOf(2) });
  const entries = await listAudit(borough, "staff.renew_join_code");
  expect(entries.map((entry) => entry.details)).toEqual([
    { joinGeneration: 1 },
    { joinGeneration: 2 },
  ]);
});

test("a business that is closed gives out no code", async () => {
  const { borough, business, place } = await scene();
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code} AND id = ${business.id}`,
  );
  await expect(runCommand(renewJoinCode, business.manager, {}, place)).rejects.toThrow(
    "enrolled and open",
  );
});

test("contact details are changed, emptied, and kept apart in the audit trail", async () => {
  const { borough, business, place } = await scene();
  const edit = (contactEmail: string, contactPhone: string) =>
    runCommand(editContact, business.manager, { contactEmail, contactPhone }, place);
  await expect(edit("not an address", "")).rejects.toThrow("like name@example.org");
  await expect(edit("", "call me")).rejects.toThrow("like 020 7946 0123");
  await edit(" Desk@Example.org ", "020  7946 0123");
  await edit("desk@example.org", "");
  const entries = await listAudit(borough, "business.edit_contact");
  expect(entries.map((entry) => [entry.fields, entry.personal])).toEqual([
    [
      ["contact_email", "contact_phone"],
      ["contact_email:>desk@example.org", "contact_phone:>020 7946 0123"],
    ],
    [["contact_phone"], ["contact_phone:020 7946 0123>"]],
  ]);
  expect(JSON.stringify(entries.map((entry) => entry.details))).not.toContain("@");
});
