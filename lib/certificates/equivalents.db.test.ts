import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, monthEnd } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { fieldOf, TODAY } from "@/lib/db/test/learning";
import { newestAudit } from "@/lib/db/test/premises";
import { mintClass, type TestClass } from "@/lib/db/test/training";
import { Forbidden, NotFound } from "@/lib/errors";
import { recordLeaving } from "@/lib/people/commands";
import { mergeStaff } from "@/lib/people/merge-command";
import { listStaff } from "@/lib/people/queries";
import { bringBack } from "@/lib/people/return-commands";
import { listMyCertificates, listMyCourses } from "@/lib/training/queries";
import { acceptEquivalent, endEquivalent, recordEquivalent } from "./equivalent-commands";
import { listAccepted, listEquivalents } from "./equivalent-queries";
import { revokeCertificate } from "./revoke-commands";

let group: TestClass;
const manager = (): Viewer => ({
  role: "business_manager",
  userId: "11111111-1111-4111-8111-111111111111",
  name: "Test Manager",
  boroughCode: group.borough.code,
  businessId: group.businessId,
});
const at = (today = TODAY) => ({ boroughCode: group.borough.code, today });

const accept = (courseSlug: string, provider = "wave", months = 12) =>
  runCommand(acceptEquivalent, group.borough.admin, { courseSlug, provider, months }, at());
const record = (fields: Record<string, unknown>, today = TODAY) =>
  runCommand(
    recordEquivalent,
    manager(),
    { staffId: group.colleague.staffId, takenOn: TODAY, evidence: "WV-2026/0417", ...fields },
    at(today),
  );
const reportingHeld = async () => {
  const [row] = await asOwner(
    [group.borough.code],
    (tx) => tx<{ met: number }[]>`SELECT count(*)::int AS met FROM standing_periods
      WHERE business_id = ${group.businessId} AND measure = 'reporting_route'`,
  );
  return row?.met ?? 0;
};

beforeAll(async () => {
  group = await mintClass();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

describe("training elsewhere", () => {
  it("counts from the commit on, in the measure, for the learner and on the staff list", async () => {
    const { equivalentId } = await accept("reporting");
    const takenOn = addDays(TODAY, -40);
    expect(await reportingHeld()).toBe(0);
    await record({ equivalentId, takenOn });
    expect(await reportingHeld()).toBe(0);
    await record({
      ...{ equivalentId, takenOn, evidence: "wv-2026/0418" },
      staffId: group.learner.staffId,
    });
    expect(await reportingHeld()).toBe(1);

    const { rows } = await asViewer(
      manager(),
      (ctx) => listStaff(ctx, group.businessId, "working", null),
      { today: TODAY },
    );
    const expiresOn = monthEnd(takenOn, 12);
    expect(rows.flatMap((row) => row.held)).toEqual([
      { courseSlug: "reporting", issuedOn: TODAY, expiresOn, evidence: "WV-2026/0418" },
      { courseSlug: "reporting", issuedOn: TODAY, expiresOn, evidence: "WV-2026/0417" },
    ]);
    const mine = await asViewer(group.learner, listMyCertificates, { today: TODAY });
    expect(mine).toMatchObject([{ courseSlug: "reporting", fromElsewhere: true, expiresOn }]);
    const courses = await asViewer(group.learner, (ctx) => listMyCourses(ctx, "reporting"), {
      today: TODAY,
    });
    expect(courses).toMatchObject([{ mayRefresh: false, state: { kind: "passed" } }]);
    const audit = await newestAudit(group.borough.code, group.businessId);
    expect(audit).toMatchObject({
      action: "equivalent.record",
      details: { course: "reporting", takenOn, expiresOn },
    });
    expect(JSON.stringify(audit)).not.toContain("0418");
  });

  it("is shown to the borough by its number, without a name, and an officer withdraws it", async () => {
    const { borough, learner, colleague } = group;
    const accepted = () => asViewer(borough.officer, listAccepted, { today: TODAY });
    const { rows, total } = await accepted();
    expect(total).toBe(2);
    for (const { name } of [learner, colleague]) expect(JSON.stringify(rows)).not.toContain(name);
    const one = rows.find((row) => row.evidence === "WV-2026/0418");
    await runCommand(
      revokeCertificate,
      borough.officer,
      { certificateId: one?.certificateId, reason: "mistake" },
      at(),
    );
    expect((await accepted()).total).toBe(1);
    expect(await reportingHeld()).toBe(0);
  });
});

describe("is refused", () => {
  it("for a number recorded before, a wrong day, what lapsed, and what is not accepted", async () => {
    const { equivalentId } = await accept("at-the-desk", "tfl_safeguarding", 6);
    await record({ equivalentId });
    expect(await fieldOf(record({ equivalentId }))).toBe("evidence");
    expect(await fieldOf(record({ equivalentId, staffId: group.learner.staffId }))).toBe(
      "evidence",
    );
    const other = { equivalentId, evidence: "N-7", staffId: group.learner.staffId };
    expect(await fieldOf(record({ ...other, takenOn: addDays(TODAY, 1) }))).toBe("takenOn");
    expect(await fieldOf(record({ ...other, takenOn: addDays(TODAY, -260) }))).toBe("takenOn");
    for (const evidence of ["Orla Fennick", "orla", "12", "a b 1", ""]) {
      expect(await fieldOf(record({ ...other, evidence }))).toBe("evidence");
    }
    expect(await fieldOf(record({ equivalentId, evidence: "N-8" }))).toBe("equivalentId");
    await runCommand(endEquivalent, group.borough.admin, { equivalentId }, at());
    expect(await fieldOf(record(other))).toBe("equivalentId");
    await expect(
      runCommand(endEquivalent, group.borough.admin, { equivalentId }, at()),
    ).rejects.toThrow(NotFound);
  });

  it("for somebody of another business, from a learner, and a policy from an officer", async () => {
    const { equivalentId } = await accept("in-the-car");
    const foreign = await mintClass();
    await expect(record({ equivalentId, staffId: foreign.learner.staffId })).rejects.toThrow(
      NotFound,
    );
    const raw = { courseSlug: "in-the-car", provider: "wave", months: 12 };
    await expect(
      runCommand(recordEquivalent, group.learner, { equivalentId }, at()),
    ).rejects.toThrow(Forbidden);
    await expect(runCommand(acceptEquivalent, group.borough.officer, raw, at())).rejects.toThrow(
      Forbidden,
    );
    expect(await fieldOf(accept("in-the-car"))).toBe("provider");
    expect(await fieldOf(accept("no-such-course"))).toBe("courseSlug");
    expect(await fieldOf(accept("in-the-car", "nobody"))).toBe("provider");
    expect(await fieldOf(accept("in-the-car", "wave", 61))).toBe("months");
  });

  it("across boroughs: neither seen nor ended", async () => {
    const other = await mintBorough();
    const [policy] = await asViewer(group.borough.admin, (ctx) => listEquivalents(ctx));
    expect(policy).toBeDefined();
    expect(await asViewer(other.admin, (ctx) => listEquivalents(ctx))).toEqual([]);
    await expect(
      runCommand(
        endEquivalent,
        other.admin,
        { equivalentId: policy?.id },
        { boroughCode: other.code },
      ),
    ).rejects.toThrow(NotFound);
  });
});

describe("goes along with its holder", () => {
  const number = "WV-2026/9001";
  let one: TestClass;
  let equivalentId: string;
  const place = () => ({ boroughCode: one.borough.code, today: TODAY });
  const leader = (businessId = one.businessId): Viewer => ({
    role: "business_manager",
    userId: randomUUID(),
    name: "Test Manager",
    boroughCode: one.borough.code,
    businessId,
  });
  const note = (staffId: string, viewer = leader()) =>
    runCommand(
      recordEquivalent,
      viewer,
      { staffId, equivalentId, takenOn: TODAY, evidence: number },
      place(),
    );
  const entry = async (businessId: string, name: string) => {
    const id = randomUUID();
    await asOwner(
      [one.borough.code],
      (
        tx,
      ) => tx`INSERT INTO staff_members (borough_code, id, business_id, name, name_key, joined_on, confirmed_on)
        VALUES (${one.borough.code}, ${id}, ${businessId}, ${name}, ${name.toLowerCase()}, '2026-02-01', '2026-02-02')`,
    );
    return id;
  };
  const numbersOf = async (staffId: string) => {
    const rows = await asOwner(
      [one.borough.code],
      (tx) => tx<{ evidence: string }[]>`SELECT evidence FROM certificates
        WHERE borough_code = ${one.borough.code} AND staff_id = ${staffId}`,
    );
    return rows.map(({ evidence }) => evidence);
  };

  beforeAll(async () => {
    one = await mintClass();
    ({ equivalentId } = await runCommand(
      acceptEquivalent,
      one.borough.admin,
      { courseSlug: "reporting", provider: "wave", months: 12 },
      place(),
    ));
  });

  it("when they come back, and when two entries are made one", async () => {
    const staffId = await entry(one.businessId, "Una Marsh");
    await note(staffId);
    const left = { staffId, leftOn: addDays(TODAY, -10) };
    await runCommand(recordLeaving, leader(), left, place());
    const back = await runCommand(
      bringBack,
      leader(),
      { staffId, how: "back", backOn: addDays(TODAY, -1) },
      place(),
    );
    expect(await numbersOf(back.staffId)).toEqual([number]);

    const stayId = await entry(one.businessId, "Una Marsh");
    const merge = { stayId, goneId: back.staffId };
    await runCommand(mergeStaff, leader(), merge, place());
    expect(await numbersOf(stayId)).toEqual([number]);
    const { rows } = await asViewer(one.borough.officer, listAccepted, { today: TODAY });
    expect(rows.map(({ evidence }) => evidence)).toEqual([number]);
  });

  it("to another business, after they left and while they work at both", async () => {
    const elsewhere = randomUUID();
    await asOwner(
      [one.borough.code],
      (
        tx,
      ) => tx`INSERT INTO businesses (borough_code, id, sector, name, address, postcode, stage, stage_on)
        VALUES (${one.borough.code}, ${elsewhere}, 'hotel', 'The Second Heron', '2 Invented Street', 'W1J 7RW', 'enrolled', '2026-01-05')`,
    );
    const there = await entry(elsewhere, "Una Marsh");
    await note(there, leader(elsewhere));
    expect(await numbersOf(there)).toEqual([number]);
    const other = await entry(elsewhere, "Ola Marsh");
    expect(await fieldOf(note(other, leader(elsewhere)))).toBe("evidence");
  });
});
