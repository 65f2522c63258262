import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { findPublicBusinessCertificate } from "@/lib/auth/public-lookups";
import { linkSecret } from "@/lib/auth/secrets";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { listAudit, mintBusiness } from "@/lib/db/test/staffed";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { issueBusinessCertificate } from "./issue-command";
import { businessCertificateState } from "./model";
import { getOfficersCertificate, listBusinessCertificates } from "./queries";
import { revokeBusinessCertificate } from "./revoke-commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  /** Makes it stand so from November 2026: each of these met, until a month or as far as is known. */
  const stand = (met: Record<string, string | null>) =>
    asOwner([borough.code], async (tx) => {
      await tx`INSERT INTO standings (borough_code, business_id, sector, ward)
        VALUES (${borough.code}, ${business.id}, 'hotel', '')
        ON CONFLICT DO NOTHING`;
      await tx`DELETE FROM standing_periods WHERE borough_code = ${borough.code} AND business_id = ${business.id}`;
      for (const [measure, until] of Object.entries(met)) {
        await tx`INSERT INTO standing_periods (borough_code, business_id, measure, met_from, met_until)
          VALUES (${borough.code}, ${business.id}, ${measure}, '2026-03-01', ${until})`;
      }
    });
  const press = (today = TODAY, key?: string) =>
    runCommand(
      issueBusinessCertificate,
      business.manager,
      {},
      { boroughCode: borough.code, today, ...(key ? { idempotencyKey: key } : {}) },
    ).then(({ certificateId }) => certificateId);
  const revoke = (certificateId: string, today = TODAY) =>
    runCommand(
      revokeBusinessCertificate,
      borough.officer,
      { certificateId, reason: "mistake" },
      { boroughCode: borough.code, today },
    );
  const list = () =>
    asViewer(business.manager, (ctx) => listBusinessCertificates(ctx, business.id), {
      today: TODAY,
    });
  const stateOn = async (id: string, day: string) => {
    const code = linkSecret("business_certificate", borough.code, id);
    const seen = await findPublicBusinessCertificate(borough.code, code, day);
    return seen && businessCertificateState(day, seen);
  };
  return { borough, business, stand, press, revoke, list, stateOn };
}

const ALL = { prevent: null, protect: null, pursue: null };

test("fifty presses at once make one certificate, and give the same to each", async () => {
  const { borough, stand, press, list } = await scene();
  await stand(ALL);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => press(TODAY, i % 2 ? key : undefined)),
  );
  expect(new Set(answers).size).toBe(1);
  expect(await press("2026-11-29")).toBe(answers[0]);
  expect(await list()).toEqual([
    {
      id: answers[0],
      issuedOn: TODAY,
      expiresOn: "2027-11-30",
      revokedOn: null,
      newerUntil: null,
      meetsNow: true,
    },
  ]);
  const audit = await listAudit(borough, "business_certificate.issue");
  expect(audit.filter(({ fields }) => fields.length > 0)).toHaveLength(1);
});

test("it says what is missing until every aim is met", async () => {
  const { business, borough, stand, press, list } = await scene();
  await stand({ enrolled: null, trained: null, materials: null, prevent: null, pursue: null });
  await expect(press()).rejects.toThrow(
    "Not everything is met yet. Missing: safeguarding lead, working practices, ready to report, records seen",
  );
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE businesses SET opens_late = true WHERE id = ${business.id}`,
  );
  await expect(press()).rejects.toThrow(/Missing: night cover, safeguarding lead/);
  expect(await list()).toEqual([]);
});

test("it lapses at the end of the month in which the first aim would", async () => {
  const { stand, press, list, stateOn } = await scene();
  await stand({ ...ALL, protect: "2027-03-01", pursue: "2027-05-01", materials: "2027-01-01" });
  const id = await press();
  expect((await list())[0]?.expiresOn).toBe("2027-02-28");
  await stand(ALL);
  expect(await stateOn(id, "2027-02-28")).toBe("valid");
  expect(await stateOn(id, "2027-03-01")).toBe("lapsed");
});

test("better facts make a new certificate, which takes the place of the old one", async () => {
  const { stand, press, list, stateOn } = await scene();
  await stand({ ...ALL, protect: "2027-03-01" });
  const old = await press();
  await stand({ ...ALL, protect: "2027-09-01" });
  const newer = await press();
  expect(newer).not.toBe(old);
  expect(await stateOn(old, TODAY)).toBe("superseded");
  expect(await stateOn(newer, TODAY)).toBe("valid");
  expect((await list()).map(({ id }) => id)).toEqual([newer, old]);
});

test("it counts only while everything is met, and the business is enrolled", async () => {
  const { borough, business, stand, press, stateOn } = await scene();
  await stand(ALL);
  const id = await press();
  await stand({ ...ALL, protect: "2026-12-01" });
  expect(await stateOn(id, "2026-11-30")).toBe("valid");
  expect(await stateOn(id, "2026-12-01")).toBe("not_met");
  await stand(ALL);
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE businesses SET stage = 'invited' WHERE id = ${business.id}`,
  );
  expect(await stateOn(id, TODAY)).toBe("not_met");
});

test("an officer withdraws it: the page says so, and there is no other one this month", async () => {
  const { borough, stand, press, revoke, stateOn } = await scene();
  await stand(ALL);
  const id = await press();
  await revoke(id);
  expect(await stateOn(id, TODAY)).toBe("revoked");
  const read = await asViewer(borough.officer, (ctx) => getOfficersCertificate(ctx, id));
  expect(read).toMatchObject({ kind: "business", course: null, holder: null, revokedOn: TODAY });
  await expect(press()).rejects.toThrow(/withdrew your certificate this month/);
  const next = await press("2026-12-01");
  expect(next).not.toBe(id);
  expect(await stateOn(id, "2026-12-01")).toBe("revoked");
  expect(await listAudit(borough, "business_certificate.revoke")).toMatchObject([
    { subjectId: id, details: { reason: "mistake" }, personal: [] },
  ]);
});

test("only a manager asks for one, only of their own business, and nobody elsewhere sees it", async () => {
  const { borough, business, stand, press, revoke } = await scene();
  await stand(ALL);
  const id = await press();
  const place = { boroughCode: borough.code, today: TODAY };
  for (const viewer of [borough.admin, borough.officer, borough.police]) {
    await expect(runCommand(issueBusinessCertificate, viewer, {}, place)).rejects.toThrow(
      Forbidden,
    );
  }
  const other = await mintBusiness(borough);
  await expect(runCommand(issueBusinessCertificate, other.manager, {}, place)).rejects.toThrow(
    RuleBroken,
  );
  expect(
    await asViewer(other.manager, (ctx) => listBusinessCertificates(ctx, business.id)),
  ).toEqual([]);
  const elsewhere = await mintBorough();
  await expect(
    asViewer(elsewhere.officer, (ctx) => getOfficersCertificate(ctx, id)),
  ).rejects.toThrow(NotFound);
  await expect(
    runCommand(
      revokeBusinessCertificate,
      elsewhere.officer,
      { certificateId: id, reason: "asked" },
      { boroughCode: elsewhere.code },
    ),
  ).rejects.toThrow(NotFound);
  await revoke(id);
  const code = linkSecret("business_certificate", borough.code, id);
  expect(await findPublicBusinessCertificate(elsewhere.code, code, TODAY)).toBeNull();
  expect(await findPublicBusinessCertificate(borough.code, "0".repeat(26), TODAY)).toBeNull();
});
