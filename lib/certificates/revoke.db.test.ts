import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { findPublicCertificate } from "@/lib/auth/public-lookups";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { listAudit, mintBusiness, mintCertificate, type TestBusiness } from "@/lib/db/test/staffed";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { certificateState } from "@/lib/training/model";
import { findCertificateByCode, getOfficersCertificate } from "./queries";
import { revokeCertificate } from "./revoke-commands";

const TODAY = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A certificate of the manager, with the code a learner's would have. */
async function certify(
  borough: TestBorough,
  business: TestBusiness,
  days: { issuedOn?: string; expiresOn?: string } = {},
) {
  const { issuedOn = "2026-05-05", expiresOn = "2027-05-31" } = days;
  await mintCertificate(borough, business, {
    staffId: business.manager.staffId ?? "",
    courseSlug: "reporting",
    issuedOn,
    expiresOn,
  });
  return asOwner([borough.code], async (tx) => {
    const [row] = await tx<{ id: string }[]>`SELECT id FROM certificates
      WHERE borough_code = ${borough.code} AND business_id = ${business.id} AND issued_on = ${issuedOn}`;
    const id = row?.id ?? "";
    const code = linkSecret("certificate", borough.code, id);
    await tx`UPDATE certificates SET code_hash = ${hashSecret(code)} WHERE borough_code = ${borough.code} AND id = ${id}`;
    return { id, code };
  });
}

async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
      VALUES (${borough.code}, ${business.id}, ${randomUUID()}, 1, '2026-03-02')`,
  );
  const place = { boroughCode: borough.code, today: TODAY };
  const revoke = (certificateId: string, reason: unknown = "mistake", viewer = borough.officer) =>
    runCommand(revokeCertificate, viewer, { certificateId, reason }, place);
  return { borough, business, place, revoke };
}

const meets = (borough: TestBorough, business: TestBusiness) =>
  asOwner(
    [borough.code],
    (tx) => tx<{ measure: string }[]>`SELECT measure FROM standing_periods
      WHERE borough_code = ${borough.code} AND business_id = ${business.id} AND measure = 'reporting_route'
        AND met_from <= '2026-11-01' AND (met_until IS NULL OR met_until > '2026-11-01')`,
  );

test("an officer finds a certificate by its code, and sees a name only when the holder agreed", async () => {
  const { borough, business } = await scene();
  const { id, code } = await certify(borough, business);
  const find = (typed: string, viewer = borough.officer) =>
    asViewer(viewer, (ctx) => findCertificateByCode(ctx, typed));
  expect(await find(code)).toBe(id);
  expect(await find("0".repeat(26))).toBeNull();
  expect(await find(code, (await mintBorough()).officer)).toBeNull();
  const read = () => asViewer(borough.officer, (ctx) => getOfficersCertificate(ctx, id));
  expect(await read()).toMatchObject({ kind: "person", holder: null, revokedOn: null });
  expect(JSON.stringify(await read())).not.toContain("Manager");
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE certificates SET shows_name = true WHERE id = ${id}`,
  );
  expect((await read()).holder).toBe("T. Manager");
  const elsewhere = await mintBorough();
  await expect(
    asViewer(elsewhere.officer, (ctx) => getOfficersCertificate(ctx, id)),
  ).rejects.toThrow(NotFound);
});

test("what is withdrawn stops counting in the same order, and its public page says so", async () => {
  const { borough, business, revoke } = await scene();
  const first = await certify(borough, business);
  // Any order that touches the business works out how it stands: here, one on another certificate.
  const other = await certify(borough, business, {
    issuedOn: "2025-01-10",
    expiresOn: "2026-01-31",
  });
  await revoke(other.id, "twice");
  expect(await meets(borough, business)).toHaveLength(1);
  await revoke(first.id, "not_the_holder");
  expect(await meets(borough, business)).toHaveLength(0);
  const seen = await findPublicCertificate(borough.code, first.code);
  expect(seen && certificateState(TODAY, seen)).toBe("revoked");
  expect(seen?.revokedOn).toBe(TODAY);
  const read = await asViewer(borough.officer, (ctx) => getOfficersCertificate(ctx, first.id));
  expect([read.revokedOn, read.revokedReason]).toEqual([TODAY, "not_the_holder"]);
  const audit = await listAudit(borough, "certificate.revoke");
  expect(audit).toHaveLength(2);
  expect(audit[1]).toMatchObject({
    subjectType: "certificate",
    subjectId: first.id,
    businessId: business.id,
    fields: ["revoked_on", "revoked_reason"],
    details: { reason: "not_the_holder" },
    personal: [],
  });
});

test("the public page says valid to the month's end, lapsed after it, and superseded by a newer one", async () => {
  const { borough, business } = await scene();
  const old = await certify(borough, business, { issuedOn: "2025-11-10", expiresOn: "2026-11-30" });
  const stateOn = async (day: string, code = old.code) => {
    const seen = await findPublicCertificate(borough.code, code);
    return seen && certificateState(day, seen);
  };
  expect(await stateOn("2026-11-30")).toBe("valid");
  expect(await stateOn("2026-12-01")).toBe("lapsed");
  const newer = await certify(borough, business, {
    issuedOn: "2026-11-12",
    expiresOn: "2027-11-30",
  });
  expect(await stateOn("2026-11-30")).toBe("superseded");
  expect(await stateOn("2027-11-30", newer.code)).toBe("valid");
  expect(await stateOn("2027-12-01")).toBe("lapsed");
});

test("is withdrawn once, for a reason of the list, by an officer of its borough", async () => {
  const { borough, business, place, revoke } = await scene();
  const { id } = await certify(borough, business);
  for (const reason of ["", "not_met", "because"]) {
    await expect(revoke(id, reason)).rejects.toThrow(RuleBroken);
  }
  const input = { certificateId: id, reason: "asked" };
  for (const viewer of [business.manager, borough.police, borough.programme]) {
    await expect(runCommand(revokeCertificate, viewer, input, place)).rejects.toThrow(Forbidden);
  }
  const elsewhere = await mintBorough();
  await expect(
    runCommand(revokeCertificate, elsewhere.officer, input, { boroughCode: elsewhere.code }),
  ).rejects.toThrow(NotFound);
  await expect(revoke(randomUUID())).rejects.toThrow(NotFound);
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => revoke(id, "asked")));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === "rejected") expect(answer.reason).toBeInstanceOf(Conflict);
  }
});
