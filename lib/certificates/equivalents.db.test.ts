import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, monthEnd } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { fieldOf, TODAY } from "@/lib/db/test/learning";
import { newestAudit } from "@/lib/db/test/premises";
import { mintClass, type TestClass } from "@/lib/db/test/training";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { listStaff } from "@/lib/people/queries";
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
    await expect(record({ equivalentId, staffId: group.learner.staffId })).rejects.toThrow(
      Conflict,
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
