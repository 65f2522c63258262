import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
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
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { recordLeaving, refuseStaff } from "./commands";
import { mergeStaff } from "./merge-command";
import { listNamesakes } from "./person-queries";
import { bringBack } from "./return-commands";

const TODAY = "2026-11-23";
const SIGNS = { courseSlug: "spot-the-signs", issuedOn: "2026-03-10", expiresOn: "2027-03-31" };

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A hotel open late: Ada stands on the list since February, trained, on nights and as lead; and again since May. */
async function scene(again: { joinedOn?: string; confirmedOn?: string } = {}) {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const { code } = borough;
  const name = "Ada Example";
  const first = await mintStaff(borough, business, { name, confirmedOn: "2026-02-03" });
  const second = await mintStaff(borough, business, { name, joinedOn: "2026-05-04", ...again });
  await mintCertificate(borough, business, { staffId: first, ...SIGNS });
  await asOwner([code], async (tx) => {
    const shift = randomUUID();
    await tx`UPDATE businesses SET opens_late = true WHERE borough_code = ${code} AND id = ${business.id}`;
    await tx`INSERT INTO night_shifts (borough_code, id, business_id, nights, starts_at, ends_at, from_on)
      VALUES (${code}, ${shift}, ${business.id}, 'every_night', '22:00', '06:00', '2026-03-01')`;
    await tx`INSERT INTO night_shift_staff (borough_code, shift_id, business_id, staff_id, from_on)
      VALUES (${code}, ${shift}, ${business.id}, ${first}, '2026-03-02')`;
    await tx`INSERT INTO safeguarding_leads (borough_code, id, business_id, staff_id, from_on)
      VALUES (${code}, ${randomUUID()}, ${business.id}, ${first}, '2026-04-02')`;
  });
  const place = { boroughCode: code, today: TODAY };
  const merge = (stayId = second, goneId = first, viewer = business.manager) =>
    runCommand(mergeStaff, viewer, { stayId, goneId }, place);
  return { borough, business, first, second, place, merge };
}

/** Since when each measure is met; the sums are checked against the facts besides. */
async function met(code: string) {
  const { told, computed } = await snapshotFigures(code, "2026-01-01", "2027-12-31");
  expect(told).toEqual(computed);
  const rows = await asOwner([code], async (tx) => [
    ...(await tx<{ measure: string; from: string; until: string | null }[]>`
      SELECT measure, met_from::text AS from, met_until::text AS until FROM standing_periods
      WHERE borough_code = ${code} AND measure IN ('night_cover', 'safeguarding_lead') ORDER BY measure`),
  ]);
  return rows.map(({ measure, from, until }) => [measure, from, until]);
}

const AS_BEFORE = [
  ["night_cover", "2026-03-01", "2027-04-01"],
  ["safeguarding_lead", "2026-04-01", "2027-04-01"],
];

test("two entries on the list become one with the past of both: nights, lead and certificates", async () => {
  const { borough, first, second, merge } = await scene({ confirmedOn: "2026-05-05" });
  await merge();
  expect(await findStaff(borough, second)).toEqual({ confirmedOn: "2026-02-03", leftOn: null });
  expect(await findStaff(borough, first)).toEqual({
    confirmedOn: "2026-02-03",
    leftOn: "2026-02-03",
  });
  expect(await met(borough.code)).toEqual(AS_BEFORE);
  const [entry] = await listAudit(borough, "staff.merge");
  expect(entry).toMatchObject({ subjectId: second, details: { gone: first, hadLeft: false } });
  expect(JSON.stringify(entry)).not.toContain("Example");
});

test("somebody who joined a second time is confirmed with it, or their second entry goes", async () => {
  const waiting = await scene();
  await waiting.merge();
  expect(await findStaff(waiting.borough, waiting.second)).toEqual({
    confirmedOn: "2026-02-03",
    leftOn: null,
  });
  expect(await met(waiting.borough.code)).toEqual(AS_BEFORE);
  const other = await scene();
  await other.merge(other.first, other.second);
  expect(await findStaff(other.borough, other.second)).toEqual({
    confirmedOn: null,
    leftOn: TODAY,
  });
  expect(await met(other.borough.code)).toEqual(AS_BEFORE);
});

test("an entry of somebody who had left keeps its months, and what is valid goes to the new one", async () => {
  const { borough, business, first, second, place, merge } = await scene({
    joinedOn: "2026-09-01",
    confirmedOn: "2026-09-02",
  });
  const left = { staffId: first, leftOn: "2026-06-15" };
  await runCommand(recordLeaving, business.manager, left, place);
  await merge();
  expect((await findStaff(borough, first))?.leftOn).toBe("2026-06-15");
  expect((await findStaff(borough, second))?.confirmedOn).toBe("2026-09-02");
  expect(await met(borough.code)).toEqual([
    ["night_cover", "2026-03-01", "2026-06-01"],
    ["safeguarding_lead", "2026-04-01", "2026-06-01"],
  ]);
  const held = await asOwner(
    [borough.code],
    (tx) => tx`SELECT copied_from IS NOT NULL AS copied, issued_on::text FROM certificates
      WHERE borough_code = ${borough.code} AND staff_id = ${second}`,
  );
  expect([...held]).toEqual([{ copied: true, issued_on: "2026-03-10" }]);
  await expect(merge()).rejects.toThrow(Conflict);
  const back = { staffId: first, how: "mistake", backOn: "" };
  await expect(runCommand(bringBack, business.manager, back, place)).rejects.toThrow(
    "same person as another entry",
  );
});

test("namesakes are found, and nobody who may not be merged is offered or merged", async () => {
  const { borough, business, first, second, place, merge } = await scene();
  const names = (id: string) =>
    asViewer(business.manager, (ctx) => listNamesakes(ctx, business.id, id));
  expect(await names(second)).toMatchObject([{ id: first, passed: 1 }]);
  const ben = await mintStaff(borough, business, {
    name: "Ben Example",
    confirmedOn: "2026-02-03",
  });
  await expect(merge(ben, first)).rejects.toThrow("The two names differ");
  await expect(merge(first, first)).rejects.toThrow(NotFound);
  await runCommand(refuseStaff, business.manager, { staffIds: [second] }, place);
  await expect(merge(second, first)).rejects.toThrow(Conflict);
  await expect(merge(first, second)).rejects.toThrow("removed before anybody confirmed it");
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE staff_members SET name_key = 'ben example', is_manager = true
      WHERE borough_code = ${borough.code} AND id = ${first}`,
  );
  await expect(merge(ben, first)).rejects.toThrow("signs in with an e-mail address");
  expect(await names(ben)).toEqual([]);
});

test("nobody else merges: no other role, business or borough", async () => {
  const { borough, first, second, place, merge } = await scene();
  const order = { stayId: second, goneId: first };
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(mergeStaff, viewer, order, place)).rejects.toThrow(Forbidden);
  }
  const other = await mintBusiness(borough);
  await expect(merge(second, first, other.manager)).rejects.toThrow(NotFound);
  const elsewhere = await scene();
  await expect(
    runCommand(mergeStaff, elsewhere.business.manager, order, elsewhere.place),
  ).rejects.toThrow(NotFound);
  expect((await findStaff(borough, first))?.leftOn).toBeNull();
});
