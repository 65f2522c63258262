import { afterAll, expect, test } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner, mintBorough } from "@/lib/db/test/borough";
import { listAudit, mintBusiness, mintCertificate, mintStaff } from "@/lib/db/test/staffed";
import { Forbidden, NotFound } from "@/lib/errors";
import { setAgency } from "./agency-command";
import { recordLeaving } from "./commands";
import { getPerson, listCertificatesOf } from "./person-queries";
import { listStaff } from "./queries";
import { bringBack } from "./return-commands";
import { addStaff } from "./roll-commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const ada = await mintStaff(borough, business, {
    name: "Ada Example",
    confirmedOn: "2026-02-03",
  });
  const place = { boroughCode: borough.code, today: TODAY };
  const say = (agency: string, staffId = ada, viewer = business.manager) =>
    runCommand(setAgency, viewer, { staffId, agency }, place);
  const read = (staffId = ada) =>
    asViewer(business.manager, (ctx) => getPerson(ctx, business.id, staffId));
  return { borough, business, ada, place, say, read };
}

test("who is employed by an agency is said and taken back, and shown on the list", async () => {
  const { borough, business, ada, say, read } = await scene();
  expect(await read()).toEqual({
    id: ada,
    name: "Ada Example",
    isManager: false,
    employedByAgency: false,
    joinedOn: "2026-02-02",
    confirmedOn: "2026-02-03",
    hasMail: false,
  });
  await say("yes");
  expect((await read()).employedByAgency).toBe(true);
  const { rows } = await asViewer(business.manager, (ctx) =>
    listStaff(ctx, business.id, "working", null),
  );
  expect(rows.map((row) => [row.name, row.employedByAgency])).toEqual([
    ["Ada Example", true],
    ["Test Manager", false],
  ]);
  await say("no");
  expect((await read()).employedByAgency).toBe(false);
  const entries = await listAudit(borough, "staff.set_agency");
  expect(entries).toMatchObject([
    { subjectId: ada, fields: ["employed_by_agency"], details: { agency: "yes" } },
    { subjectId: ada, details: { agency: "no" } },
  ]);
});

test("a whole list may be of an agency, and whoever comes back is still employed by it", async () => {
  const { business, place, read } = await scene();
  const order = { names: "Ben Example\nCat Example", agency: "yes" };
  await runCommand(addStaff, business.manager, order, place);
  const { rows } = await asViewer(business.manager, (ctx) =>
    listStaff(ctx, business.id, "working", null),
  );
  const ben = rows.find((row) => row.name === "Ben Example");
  expect(rows.filter((row) => row.employedByAgency)).toHaveLength(2);
  const later = { ...place, today: "2026-12-10" };
  const left = { staffId: ben?.id, leftOn: "2026-12-01" };
  await runCommand(recordLeaving, business.manager, left, later);
  const back = { staffId: ben?.id, how: "back", backOn: "2026-12-09" };
  const { staffId } = await runCommand(bringBack, business.manager, back, later);
  expect((await read(staffId)).employedByAgency).toBe(true);
});

test("a person's page says what they passed, and who has left has none", async () => {
  const { borough, business, ada, place, say, read } = await scene();
  const pass = { courseSlug: "reporting", issuedOn: "2026-02-10", expiresOn: "2027-02-28" };
  await mintCertificate(borough, business, { staffId: ada, ...pass });
  const held = await asViewer(business.manager, (ctx) => listCertificatesOf(ctx, business.id, ada));
  expect(held).toMatchObject([{ issuedOn: "2026-02-10", expiresOn: "2027-02-28", copied: false }]);
  await runCommand(recordLeaving, business.manager, { staffId: ada, leftOn: TODAY }, place);
  await expect(read()).rejects.toThrow(NotFound);
  await expect(say("yes")).rejects.toThrow(NotFound);
});

test("nobody else says it: no other role, business or borough", async () => {
  const { borough, ada, place, say, read } = await scene();
  const order = { staffId: ada, agency: "yes" };
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(setAgency, viewer, order, place)).rejects.toThrow(Forbidden);
  }
  const other = await mintBusiness(borough);
  await expect(say("yes", ada, other.manager)).rejects.toThrow(NotFound);
  const elsewhere = await scene();
  await expect(
    runCommand(setAgency, elsewhere.business.manager, order, elsewhere.place),
  ).rejects.toThrow(NotFound);
  await expect(say("perhaps")).rejects.toThrow("Say whether an agency employs them");
  expect((await read()).employedByAgency).toBe(false);
});
