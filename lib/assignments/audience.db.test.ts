import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { declareHeadcount } from "@/lib/businesses/commands";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, monthEnd } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { answerAll, fieldOf, options, readAll, TODAY } from "@/lib/db/test/learning";
import { mintClass, type TestClass } from "@/lib/db/test/training";
import { completeTraining } from "@/lib/training/attempt-commands";
import { type Learner, listMyCourses } from "@/lib/training/queries";
import { assignTraining } from "./commands";
import type { Audience } from "./model";
import { listBusinessAssignments } from "./queries";
import { addRule } from "./rule-commands";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const COURSE = "safe-premises";
const DUE = "2026-12-20";

const assign = (group: TestClass, audience: Audience, courseSlug = COURSE) =>
  runCommand(
    assignTraining,
    group.borough.officer,
    { businessIds: [group.businessId], courseSlug, audience, dueOn: DUE },
    { boroughCode: group.borough.code, today: TODAY },
  );

const isAsked = async (learner: Learner, courseSlug = COURSE) =>
  (await asViewer(learner, listMyCourses, { today: TODAY })).some(
    (course) => course.slug === courseSlug && course.dueOn === DUE,
  );

const rowOf = async (group: TestClass, today = TODAY) =>
  (
    await asViewer(group.borough.officer, (ctx) => listBusinessAssignments(ctx, group.businessId), {
      today,
    })
  ).find((row) => row.courseSlug === COURSE);

const overdueFrom = async ({ borough: { code } }: TestClass) => {
  const [row] = await asOwner(
    [code],
    (tx) =>
      tx`SELECT from_on::text FROM follow_ups WHERE borough_code = ${code} AND kind = 'overdue'`,
  );
  return row?.from_on;
};

it("asks managers for their own course, and is met once each of them holds it", async () => {
  const group = await mintClass("2027-06-30");
  expect(await fieldOf(assign(group, "all_staff"))).toBe("audience");
  await assign(group, "managers");
  expect(await isAsked(group.learner)).toBe(true);
  expect(await isAsked(group.colleague)).toBe(false);
  expect(await rowOf(group)).toMatchObject({ listed: 1, completed: 0, state: "open" });
  expect(await rowOf(group, "2026-12-21")).toMatchObject({ state: "overdue" });
  expect(await overdueFrom(group)).toBe("2026-12-21");

  const recordId = await readAll(group.learner, COURSE);
  const attemptId = await answerAll(group.learner, recordId);
  await runCommand(completeTraining, group.learner, { attemptId }, options(group.learner));
  expect(await rowOf(group, "2026-12-21")).toMatchObject({ completed: 1, state: "met" });
  // The next to be late is another course: what was overdue has gone with the certificate, at once.
  expect(await overdueFrom(group)).toBe("2027-07-01");
});

it("asks the safeguarding lead together with the managers, as long as they lead", async () => {
  const group = await mintClass();
  const { code } = group.borough;
  await assign(group, "managers");
  const lead = (staffId: string, from: string) =>
    asOwner(
      [code],
      (tx) => tx`INSERT INTO safeguarding_leads (borough_code, id, business_id, staff_id, from_on)
        VALUES (${code}, ${randomUUID()}, ${group.businessId}, ${staffId}, ${from})`,
    );
  await lead(group.colleague.staffId, "2026-02-01");
  expect(await isAsked(group.colleague)).toBe(true);
  expect(await rowOf(group)).toMatchObject({ listed: 2 });
  await lead(group.learner.staffId, "2026-03-01");
  expect(await isAsked(group.colleague)).toBe(false);
});

it("asks those who work a night shift now, and nobody else", async () => {
  const group = await mintClass();
  const { code } = group.borough;
  await assign(group, "night_staff", "at-the-desk");
  expect(await isAsked(group.colleague, "at-the-desk")).toBe(false);
  const shift = randomUUID();
  await asOwner([code], async (tx) => {
    await tx`INSERT INTO night_shifts (borough_code, id, business_id, nights, starts_at, ends_at, from_on)
      VALUES (${code}, ${shift}, ${group.businessId}, 'every_night', '22:00', '06:00', '2026-02-01')`;
    await tx`INSERT INTO night_shift_staff (borough_code, shift_id, business_id, staff_id, from_on)
      VALUES (${code}, ${shift}, ${group.businessId}, ${group.colleague.staffId}, '2026-02-01')`;
  });
  expect(await isAsked(group.colleague, "at-the-desk")).toBe(true);
  expect(await isAsked(group.learner, "at-the-desk")).toBe(false);
  await asOwner(
    [code],
    (tx) => tx`UPDATE night_shift_staff SET until_on = ${TODAY} WHERE shift_id = ${shift}`,
  );
  expect(await isAsked(group.colleague, "at-the-desk")).toBe(false);
});

describe("a rule with a share and a shorter certificate", () => {
  const rule = (group: TestClass, terms: Record<string, unknown>) =>
    runCommand(
      addRule,
      group.borough.officer,
      { courseSlug: "at-the-desk", days: 26, previewed: 1, ...terms },
      { boroughCode: group.borough.code, today: TODAY },
    );
  const deskRow = async (group: TestClass, today: string) =>
    (
      await asViewer(
        group.borough.officer,
        (ctx) => listBusinessAssignments(ctx, group.businessId),
        { today },
      )
    ).find((row) => row.courseSlug === "at-the-desk");
  const pass = async (learner: Learner) => {
    const recordId = await readAll(learner, "at-the-desk");
    const attemptId = await answerAll(learner, recordId);
    await runCommand(completeTraining, learner, { attemptId }, options(learner));
  };
  const declare = (group: TestClass, headcount: number) =>
    runCommand(
      declareHeadcount,
      group.borough.officer,
      { businessId: group.businessId, headcount },
      { boroughCode: group.borough.code, today: TODAY },
    );

  it("is met, and late, by that share of the headcount, from the commit on", async () => {
    const group = await mintClass("2027-06-30");
    await declare(group, 2);
    await rule(group, { share: 50, monthsValid: 3 });
    const late = addDays(TODAY, 27);
    expect(await deskRow(group, late)).toMatchObject({ state: "overdue", share: 50 });
    expect(await overdueFrom(group)).toBe(late);
    await pass(group.colleague);
    expect(await deskRow(group, late)).toMatchObject({ completed: 1, state: "met" });
    const [held] = await asOwner(
      [group.borough.code],
      (tx) => tx<{ expires: string }[]>`SELECT expires_on::text AS expires FROM certificates
        WHERE staff_id = ${group.colleague.staffId} AND course_slug = 'at-the-desk'`,
    );
    expect(held?.expires).toBe(monthEnd(TODAY, 3));
    expect(await overdueFrom(group)).toBe(addDays(monthEnd(TODAY, 3), 1));
    await declare(group, 3);
    expect(await deskRow(group, late)).toMatchObject({ state: "overdue" });
    expect(await overdueFrom(group)).toBe(late);
  });

  it("never lengthens what the course says", async () => {
    const group = await mintClass("2027-06-30");
    await rule(group, { monthsValid: 60 });
    await pass(group.colleague);
    const [held] = await asOwner(
      [group.borough.code],
      (tx) => tx<{ months: number; expires: string }[]>`
        SELECT v.months_valid AS months, c.expires_on::text AS expires FROM certificates c
        JOIN course_versions v ON v.id = c.version_id WHERE c.staff_id = ${group.colleague.staffId}
          AND c.course_slug = 'at-the-desk'`,
    );
    expect(held?.months).toBeLessThan(60);
    expect(held?.expires).toBe(monthEnd(TODAY, held?.months));
  });
});
