import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { findPublicCertificate } from "@/lib/auth/public-lookups";
import { certificateReference, hashSecret, linkSecret } from "@/lib/auth/secrets";
import { revokeCertificate } from "@/lib/certificates/revoke-commands";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { snapshotFigures } from "@/lib/db/test/coverage-oracle";
import {
  listAudit,
  mintBusiness,
  mintCertificate,
  mintStaff,
  type TestBusiness,
} from "@/lib/db/test/staffed";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { withdrawCopiesOf } from "@/lib/jobs/coverage";
import { addCertificate } from "./certificate-command";
import { recordLeaving } from "./commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** Somebody's certificate of "spot the signs", and what is printed on it. */
async function mintShown(
  borough: TestBorough,
  business: TestBusiness,
  staffId: string,
  issuedOn = "2026-02-10",
  expiresOn = "2027-02-28",
) {
  const pass = { staffId, courseSlug: "spot-the-signs", issuedOn, expiresOn };
  await mintCertificate(borough, business, pass);
  const { code } = borough;
  return asOwner([code], async (tx) => {
    const [row] = await tx<{ id: string }[]>`SELECT id FROM certificates
      WHERE borough_code = ${code} AND staff_id = ${staffId} AND issued_on = ${issuedOn}`;
    const id = row?.id ?? "";
    const secret = linkSecret("certificate", code, id);
    await tx`UPDATE certificates SET code_hash = ${hashSecret(secret)} WHERE borough_code = ${code} AND id = ${id}`;
    return { id, printed: certificateReference(code, secret) };
  });
}

/** A hotel of one person and its manager; Ada of another borough works here too since June. */
async function scene() {
  const [home, borough] = [await mintBorough(), await mintBorough()];
  const first = await mintBusiness(home);
  const earner = await mintStaff(home, first, { name: "Ada Example", confirmedOn: "2026-02-03" });
  const shown = await mintShown(home, first, earner);
  const business = await mintBusiness(borough);
  const ada = await mintStaff(borough, business, {
    name: "Ada Example",
    confirmedOn: "2026-06-03",
  });
  const chief = business.manager.staffId ?? "";
  await mintShown(borough, business, chief);
  const place = { boroughCode: borough.code, today: TODAY };
  const add = (code: string, staffId = ada, viewer = business.manager) =>
    runCommand(addCertificate, viewer, { staffId, code, seen: "yes" }, place);
  return { home, first, earner, shown, borough, business, ada, chief, place, add };
}

async function trained(code: string) {
  const { told, computed } = await snapshotFigures(code, "2026-01-01", "2027-12-31");
  expect(told).toEqual(computed);
  return asOwner([code], async (tx) => [
    ...(await tx<{ from: string; until: string | null }[]>`
      SELECT met_from::text AS from, met_until::text AS until FROM standing_periods
      WHERE borough_code = ${code} AND measure = 'trained' ORDER BY met_from`),
  ]);
}

const copyOf = (borough: TestBorough, staffId: string) =>
  asOwner([borough.code], async (tx) => {
    const [row] = await tx<Record<string, unknown>[]>`
      SELECT id, record_id, copied_from, copied_from_borough, course_slug, issued_on::text, expires_on::text,
        revoked_on::text, revoked_reason FROM certificates
      WHERE borough_code = ${borough.code} AND staff_id = ${staffId}`;
    return row;
  });

const declareTwo = (borough: TestBorough, business: TestBusiness) =>
  asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
      VALUES (${borough.code}, ${business.id}, ${randomUUID()}, 2, '2026-01-05')`,
  );

test("a certificate of another borough is kept as a copy of its facts, and counts at once", async () => {
  const { home, shown, borough, business, ada, add } = await scene();
  await declareTwo(borough, business);
  await add(` ${shown.printed.toUpperCase()} `);
  expect(await copyOf(borough, ada)).toMatchObject({
    record_id: null,
    copied_from: shown.id,
    copied_from_borough: home.code,
    course_slug: "spot-the-signs",
    issued_on: "2026-02-10",
    expires_on: "2027-02-28",
    revoked_on: null,
  });
  expect(await trained(borough.code)).toEqual([{ from: "2026-06-01", until: "2027-03-01" }]);
  const [entry] = await listAudit(borough, "staff.add_certificate");
  expect(entry).toMatchObject({
    subjectType: "staff_member",
    subjectId: ada,
    details: { course: "spot-the-signs", earnedIn: home.code },
  });
  expect(JSON.stringify(entry)).not.toContain(shown.printed.slice(-6));
});

test("a copy has a code of its own, with which the next employer copies what was earned", async () => {
  const { shown, borough, ada, add } = await scene();
  await add(shown.printed);
  const copy = await copyOf(borough, ada);
  const secret = linkSecret("certificate", borough.code, String(copy?.id));
  expect(await findPublicCertificate(borough.code, secret)).toMatchObject({
    issuedOn: "2026-02-10",
    revokedOn: null,
  });
  const next = await mintBusiness(borough);
  const again = await mintStaff(borough, next, { name: "Ada Example", confirmedOn: "2026-09-01" });
  await add(certificateReference(borough.code, secret), again, next.manager);
  expect(await copyOf(borough, again)).toMatchObject({ copied_from: shown.id });
});

test("withdrawn where it was earned, its public page says so at once, and it stops counting overnight", async () => {
  const { home, shown, borough, business, ada, add } = await scene();
  await declareTwo(borough, business);
  await add(shown.printed);
  const order = { certificateId: shown.id, reason: "not_the_holder" };
  const place = { boroughCode: home.code, today: "2026-11-20" };
  await runCommand(revokeCertificate, home.officer, order, place);
  const copy = await copyOf(borough, ada);
  const secret = linkSecret("certificate", borough.code, String(copy?.id));
  expect((await findPublicCertificate(borough.code, secret))?.revokedOn).toBe("2026-11-20");
  expect(await withdrawCopiesOf(borough.code)).toBe(1);
  expect(await withdrawCopiesOf(borough.code)).toBe(0);
  expect(await copyOf(borough, ada)).toMatchObject({
    revoked_on: "2026-11-20",
    revoked_reason: "not_the_holder",
  });
  expect(await trained(borough.code)).toEqual([{ from: "2026-06-01", until: "2026-11-01" }]);
});

test("a code that is wrong, lapsed, withdrawn or replaced is refused with its reason", async () => {
  const { home, first, earner, shown, add } = await scene();
  await expect(add("E09000033-short")).rejects.toThrow("Enter the whole code");
  const nobodys = certificateReference(home.code, linkSecret("certificate", home.code, "nothing"));
  await expect(add(nobodys)).rejects.toThrow("No certificate of a person has this code");
  const old = await mintShown(home, first, earner, "2025-02-10", "2026-02-28");
  await expect(add(old.printed)).rejects.toThrow("A newer certificate has replaced this one");
  const ben = await mintStaff(home, first, { name: "Ben Example", confirmedOn: "2025-02-03" });
  const lapsed = await mintShown(home, first, ben, "2025-02-10", "2026-02-28");
  await expect(add(lapsed.printed)).rejects.toThrow("lapsed on 28 February 2026");
  const order = { certificateId: shown.id, reason: "mistake" };
  await runCommand(revokeCertificate, home.officer, order, {
    boroughCode: home.code,
    today: TODAY,
  });
  await expect(add(shown.printed)).rejects.toThrow("was withdrawn");
});

test("one certificate stands for one person here; when they have left, it may be shown again", async () => {
  const { shown, borough, business, ada, chief, place, add } = await scene();
  await add(shown.printed);
  await expect(add(shown.printed)).rejects.toThrow("on your list for them already");
  const ben = await mintStaff(borough, business, {
    name: "Ben Example",
    confirmedOn: "2026-06-03",
  });
  await expect(add(shown.printed, ben)).rejects.toThrow("for somebody else");
  await expect(add(shown.printed, chief)).rejects.toThrow("for somebody else");
  await runCommand(recordLeaving, business.manager, { staffId: ada, leftOn: TODAY }, place);
  await expect(add(shown.printed, chief)).rejects.toThrow("this one adds nothing");
  await expect(add(shown.printed)).rejects.toThrow(Conflict);
  await add(shown.printed, ben);
});

test("without having seen it, or by another role, business or borough, nothing is added", async () => {
  const { home, first, shown, borough, business, ada, place, add } = await scene();
  const order = { staffId: ada, code: shown.printed, seen: "yes" };
  await expect(
    runCommand(addCertificate, business.manager, { ...order, seen: "" }, place),
  ).rejects.toThrow("Tick the box");
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    await expect(runCommand(addCertificate, viewer, order, place)).rejects.toThrow(Forbidden);
  }
  const other = await mintBusiness(borough);
  await expect(add(shown.printed, ada, other.manager)).rejects.toThrow(NotFound);
  await expect(
    runCommand(addCertificate, first.manager, order, { boroughCode: home.code, today: TODAY }),
  ).rejects.toThrow(NotFound);
  expect(await copyOf(borough, ada)).toBeUndefined();
});
