import { afterAll, expect, test } from "vitest";
import { revokeCertificate } from "@/lib/certificates/revoke-commands";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { snapshotFigures } from "@/lib/db/test/coverage-oracle";
import {
  findStaff,
  listAudit,
  mintBusiness,
  mintCertificate,
  mintStaff,
} from "@/lib/db/test/staffed";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { recordLeaving } from "./commands";
import { bringBack } from "./return-commands";
import { addStaff } from "./roll-commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A business of two, both trained since February; Ada's last day was in June. */
async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const { code } = borough;
  const ada = await mintStaff(borough, business, {
    name: "Ada Example",
    confirmedOn: "2026-02-03",
  });
  for (const staffId of [ada, business.manager.staffId ?? ""]) {
    await mintCertificate(borough, business, {
      staffId,
      courseSlug: "spot-the-signs",
      issuedOn: "2026-02-10",
      expiresOn: "2027-02-28",
    });
  }
  await asOwner(
    [code],
    (tx) => tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
      VALUES (${code}, ${business.id}, gen_random_uuid(), 2, '2026-01-05')`,
  );
  const place = { boroughCode: code, today: TODAY };
  await runCommand(recordLeaving, business.manager, { staffId: ada, leftOn: "2026-06-15" }, place);
  const bring = (input: Record<string, unknown>, viewer = business.manager) =>
    runCommand(bringBack, viewer, { staffId: ada, backOn: "", ...input }, place);
  return { borough, business, ada, place, bring };
}

/** Since when and until when the business is trained; the sums are checked against the facts besides. */
async function trained(code: string) {
  const { told, computed } = await snapshotFigures(code, "2026-01-01", "2027-12-31");
  expect(told).toEqual(computed);
  return asOwner([code], async (tx) => [
    ...(await tx<{ from: string; until: string | null }[]>`
      SELECT met_from::text AS from, met_until::text AS until FROM standing_periods
      WHERE borough_code = ${code} AND measure = 'trained' ORDER BY met_from`),
  ]);
}

const peopleNamed = (code: string, key: string) =>
  asOwner([code], async (tx) => [
    ...(await tx<{ id: string; joinedOn: string; confirmedOn: string; leftOn: string | null }[]>`
      SELECT id, joined_on::text AS "joinedOn", confirmed_on::text AS "confirmedOn", left_on::text AS "leftOn"
      FROM staff_members WHERE borough_code = ${code} AND name_key = ${key} ORDER BY joined_on`),
  ]);

test("a leaving recorded by mistake never was: every month counts as before it", async () => {
  const { borough, ada, bring } = await scene();
  expect(await trained(borough.code)).toEqual([{ from: "2026-02-01", until: "2026-06-01" }]);
  await bring({ how: "mistake" });
  expect(await findStaff(borough, ada)).toEqual({ confirmedOn: "2026-02-03", leftOn: null });
  expect(await trained(borough.code)).toEqual([{ from: "2026-02-01", until: "2027-03-01" }]);
  const [entry] = await listAudit(borough, "staff.bring_back");
  expect(entry).toMatchObject({
    subjectId: ada,
    fields: ["left_on"],
    details: { how: "mistake", leftOn: "2026-06-15" },
  });
  expect(JSON.stringify(entry)).not.toContain("Example");
});

test("somebody who comes back counts from that day, with what is still valid and a code for a PIN", async () => {
  const { borough, ada, bring } = await scene();
  const { code } = borough;
  const { staffId, hasCode } = await bring({ how: "back", backOn: "2026-09-10" });
  expect(await peopleNamed(code, "ada example")).toEqual([
    { id: ada, joinedOn: "2026-02-02", confirmedOn: "2026-02-03", leftOn: "2026-06-15" },
    { id: staffId, joinedOn: "2026-09-10", confirmedOn: "2026-09-10", leftOn: null },
  ]);
  expect(hasCode).toBe(true);
  expect(await trained(code)).toEqual([
    { from: "2026-02-01", until: "2026-06-01" },
    { from: "2026-09-01", until: "2027-03-01" },
  ]);
});

test("whoever comes back twice holds the same earned certificate, never a copy of a copy", async () => {
  const { borough, business, place, bring } = await scene();
  const first = await bring({ how: "back", backOn: "2026-08-01" });
  const left = { staffId: first.staffId, leftOn: "2026-09-01" };
  await runCommand(recordLeaving, business.manager, left, place);
  const second = await bring({ staffId: first.staffId, how: "back", backOn: "2026-10-01" });
  const rows = await asOwner([borough.code], async (tx) => [
    ...(await tx`SELECT k.copied_from = o.id AS earned, k.issued_on::text, k.copied_from_borough = ${borough.code} AS here
      FROM certificates k JOIN certificates o ON o.record_id IS NOT NULL AND o.id = k.copied_from
      WHERE k.borough_code = ${borough.code} AND k.staff_id = ${second.staffId}`),
  ]);
  expect(rows).toEqual([{ earned: true, issued_on: "2026-02-10", here: true }]);
  await trained(borough.code);
});

test("an officer who withdraws what was earned withdraws its copies with it", async () => {
  const { borough, ada, place, bring } = await scene();
  const { staffId } = await bring({ how: "back", backOn: "2026-08-01" });
  const read = () =>
    asOwner([borough.code], async (tx) => [
      ...(await tx<{ id: string; staffId: string; on: string | null; why: string | null }[]>`
        SELECT id, staff_id AS "staffId", revoked_on::text AS on, revoked_reason AS why FROM certificates
        WHERE borough_code = ${borough.code} AND staff_id IN (${ada}, ${staffId}) ORDER BY record_id NULLS LAST`),
    ]);
  const [earned] = await read();
  const order = { certificateId: earned?.id, reason: "not_the_holder" };
  await runCommand(revokeCertificate, borough.officer, order, place);
  expect(await read()).toMatchObject([
    { staffId: ada, on: TODAY, why: "not_the_holder" },
    { staffId, on: TODAY, why: "not_the_holder" },
  ]);
  const [entry] = await listAudit(borough, "certificate.revoke");
  expect(entry?.details).toEqual({ reason: "not_the_holder", copies: 1 });
  expect(await trained(borough.code)).toEqual([
    { from: "2026-02-01", until: "2026-06-01" },
    { from: "2026-08-01", until: "2026-11-01" },
  ]);
});

test("a certificate that lapsed meanwhile or was withdrawn does not come back", async () => {
  const { borough, business, ada, bring } = await scene();
  await mintCertificate(borough, business, {
    staffId: ada,
    courseSlug: "reporting",
    issuedOn: "2025-09-10",
    expiresOn: "2026-08-31",
  });
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE certificates SET revoked_on = '2026-07-01', revoked_reason = 'mistake'
      WHERE borough_code = ${borough.code} AND staff_id = ${ada} AND course_slug = 'spot-the-signs'`,
  );
  const { staffId } = await bring({ how: "back", backOn: "2026-09-01" });
  const kept = await asOwner(
    [borough.code],
    (tx) =>
      tx`SELECT 1 FROM certificates WHERE borough_code = ${borough.code} AND staff_id = ${staffId}`,
  );
  expect(kept).toHaveLength(0);
});

test("the day must lie between their last day and today, and why must be said", async () => {
  const { bring } = await scene();
  await expect(bring({ how: "back", backOn: "2026-06-15" })).rejects.toThrow(
    "after their last day",
  );
  await expect(bring({ how: "back", backOn: "2026-11-24" })).rejects.toThrow("not in the future");
  await expect(bring({ how: "back" })).rejects.toThrow("Enter the day they came back");
  await expect(bring({ how: "" })).rejects.toThrow("Say why");
});

test("nobody stands on the list twice, and a later entry is the one to bring back", async () => {
  const { business, place, bring } = await scene();
  await runCommand(addStaff, business.manager, { names: "Ada Example" }, place);
  for (const how of ["mistake", "back"]) {
    await expect(bring({ how, backOn: TODAY })).rejects.toThrow("on the staff list already");
  }
  const other = await scene();
  const later = await other.bring({ how: "back", backOn: "2026-08-01" });
  const left = { staffId: later.staffId, leftOn: "2026-09-01" };
  await runCommand(recordLeaving, other.business.manager, left, other.place);
  await expect(other.bring({ how: "mistake" })).rejects.toThrow("later entry");
});

test("a stranger who was removed, a manager, and somebody who has not left are refused", async () => {
  const { borough, business, bring } = await scene();
  const odd = await mintStaff(borough, business, { name: "Odd Example" });
  const chief = business.manager.staffId ?? "";
  await expect(bring({ staffId: odd, how: "mistake" })).rejects.toThrow(Conflict);
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE staff_members SET left_on = '2026-07-01'
      WHERE borough_code = ${borough.code} AND id IN (${odd}, ${chief})`,
  );
  await expect(bring({ staffId: odd, how: "mistake" })).rejects.toThrow("join again with the code");
  await expect(bring({ staffId: chief, how: "mistake" })).rejects.toThrow(RuleBroken);
});

test("another role, business or borough brings nobody back", async () => {
  const { borough, ada, place, bring } = await scene();
  const order = { staffId: ada, how: "mistake", backOn: "" };
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(bringBack, viewer, order, place)).rejects.toThrow(Forbidden);
  }
  const other = await mintBusiness(borough);
  await expect(bring({ how: "mistake" }, other.manager)).rejects.toThrow(NotFound);
  const elsewhere = await scene();
  await expect(
    runCommand(bringBack, elsewhere.business.manager, order, elsewhere.place),
  ).rejects.toThrow(NotFound);
  expect((await findStaff(borough, ada))?.leftOn).toBe("2026-06-15");
});
