import { afterAll, expect, test } from "vitest";
import { findPublicStanding } from "@/lib/auth/public-lookups";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { listAudit, mintBusiness, mintCertificate } from "@/lib/db/test/staffed";
import { Conflict, Forbidden } from "@/lib/errors";
import { nameLead } from "./lead-command";
import { findShare } from "./queries";
import { shareStanding, stopSharing } from "./share-commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const place = { boroughCode: borough.code, today: TODAY };
  const share = () => runCommand(shareStanding, business.manager, {}, place);
  const stop = () => runCommand(stopSharing, business.manager, {}, place);
  const secret = (generation: number) =>
    linkSecret("standing", borough.code, business.id, generation);
  const look = (code: string, boroughCode = borough.code) =>
    findPublicStanding(boroughCode, code, TODAY);
  return { borough, business, place, share, stop, secret, look };
}

test("a shared link shows the name, the borough and the aims, and no person", async () => {
  const { borough, business, place, share, secret, look } = await scene();
  const staffId = business.manager.staffId ?? "";
  await mintCertificate(borough, business, {
    staffId,
    courseSlug: "reporting",
    issuedOn: "2026-05-05",
    expiresOn: "2027-05-31",
  });
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
      VALUES (${borough.code}, ${business.id}, gen_random_uuid(), 1, '2026-03-02')`,
  );
  await runCommand(nameLead, business.manager, { staffId }, place);
  await share();
  const [kept] = await asOwner(
    [borough.code],
    (tx) => tx<{ measure: string; met_from: string }[]>`
      SELECT measure, met_from::text FROM standing_periods
      WHERE borough_code = ${borough.code} AND measure = 'pursue'`,
  );
  const seen = await look(secret(1));
  expect(seen).toMatchObject({ enrolled: true, sharedOn: TODAY });
  expect(seen?.business).toContain("Test hotel");
  expect(seen?.metFrom).toEqual({
    prevent: null,
    protect: null,
    pursue: kept?.met_from ?? null,
  });
  expect(JSON.stringify(seen)).not.toContain("Test Manager");
});

test("a guessed link, or the right one in another borough, shows nothing", async () => {
  const { share, secret, look } = await scene();
  await share();
  const elsewhere = await mintBorough();
  expect(await look(secret(1))).not.toBeNull();
  expect(await look(secret(2))).toBeNull();
  expect(await look("worthless")).toBeNull();
  expect(await look(secret(1), elsewhere.code)).toBeNull();
  expect(await look(secret(1), "nowhere")).toBeNull();
});

test("what is switched off stays off, and sharing again makes another link", async () => {
  const { borough, business, share, stop, secret, look } = await scene();
  await expect(stop()).rejects.toThrow(Conflict);
  await share();
  await expect(share()).rejects.toThrow(Conflict);
  await stop();
  expect(await look(secret(1))).toBeNull();
  await share();
  expect(await look(secret(1))).toBeNull();
  expect(await look(secret(2))).not.toBeNull();
  const kept = await asViewer(business.manager, (ctx) => findShare(ctx, business.id));
  expect(kept).toEqual({ generation: 2, codeHash: hashSecret(secret(2)), sharedOn: TODAY });
  const other = await mintBusiness(borough);
  expect(await asViewer(other.manager, (ctx) => findShare(ctx, business.id))).toBeNull();
  expect((await listAudit(borough, "business.share_standing")).map((each) => each.details)).toEqual(
    [{ generation: 1 }, { generation: 2 }],
  );
  expect(await listAudit(borough, "business.stop_sharing")).toHaveLength(1);
});

test("only a manager shares, and only of an enrolled business", async () => {
  const { borough, business, place, share } = await scene();
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(shareStanding, viewer, {}, place)).rejects.toThrow(Forbidden);
    await expect(runCommand(stopSharing, viewer, {}, place)).rejects.toThrow(Forbidden);
  }
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE businesses SET stage = 'invited' WHERE borough_code = ${borough.code} AND id = ${business.id}`,
  );
  await expect(share()).rejects.toThrow("once the business is enrolled");
});
