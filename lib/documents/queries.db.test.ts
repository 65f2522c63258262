import { afterAll, expect, test } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { mintBusiness } from "@/lib/db/test/staffed";
import { NotFound } from "@/lib/errors";
import { renewJoinCode } from "@/lib/people/commands";
import { getHandout } from "./queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

test("papers carry the words of the trade and, once there is one, the business's own code", async () => {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const read = () => asViewer(business.manager, (ctx) => getHandout(ctx, business.id));
  const before = await read();
  expect([before.leaflet.sector, before.join]).toEqual(["hotel", null]);
  await runCommand(renewJoinCode, business.manager, {}, { boroughCode: borough.code });
  const { join } = await read();
  expect(join?.href).toMatch(new RegExp(`/join/${borough.code}/[0-9a-z]{26}$`));
  expect(join?.href).toContain(join?.code.replaceAll("-", ""));
  const officer = await asViewer(borough.officer, (ctx) => getHandout(ctx, business.id));
  expect(officer.join).toEqual(join);
});

test("papers name the contact of the borough, and when it was confirmed", async () => {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO borough_contacts (borough_code, team_name, phone, source)
      VALUES (${borough.code}, 'The front door', '020 7946 0100', 'a test')
      ON CONFLICT (borough_code) DO UPDATE SET team_name = excluded.team_name, confirmed_on = NULL`,
  );
  const { door } = await asViewer(business.manager, (ctx) => getHandout(ctx, business.id));
  expect(door).toMatchObject({ teamName: "The front door", confirmedOn: null });
});

test("papers of another business, or another borough's, are not found", async () => {
  const borough = await mintBorough();
  const [one, other] = [await mintBusiness(borough), await mintBusiness(borough)];
  const elsewhere = await mintBorough();
  for (const viewer of [one.manager, elsewhere.officer]) {
    await expect(asViewer(viewer, (ctx) => getHandout(ctx, other.id))).rejects.toThrow(NotFound);
  }
});
