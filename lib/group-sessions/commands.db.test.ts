import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { answerAll, fieldOf, options, TODAY } from "@/lib/db/test/learning";
import { ownSlug, publishCopy } from "@/lib/db/test/own-course";
import { listAudit } from "@/lib/db/test/staffed";
import { mintClass, type TestClass } from "@/lib/db/test/training";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { completeTraining } from "@/lib/training/attempt-commands";
import { findAttempt } from "@/lib/training/attempt-queries";
import { startTraining } from "@/lib/training/commands";
import { getMyRecord } from "@/lib/training/record-queries";
import { attendSession } from "./attend-command";
import { callOffSession, endSession, planSession } from "./commands";
import { getSession, listMySessions, listRegister } from "./queries";
import { viewRegister } from "./register-command";
import { enterResults } from "./results-command";
import { resultField } from "./schema";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const managerOf = (group: TestClass): Viewer => ({
  role: "business_manager",
  userId: randomUUID(),
  name: "Orla Fennick",
  boroughCode: group.borough.code,
  businessId: group.businessId,
  staffId: group.learner.staffId,
});

async function plan(group: TestClass, heldOn = TODAY, courseSlug = "reporting") {
  const input = { businessId: group.businessId, courseSlug, heldOn };
  const { sessionId } = await runCommand(planSession, managerOf(group), input, place(group));
  return sessionId;
}

const place = (group: TestClass, today = TODAY) => ({ boroughCode: group.borough.code, today });

const enter = (group: TestClass, sessionId: string, right: Record<string, number>, by?: Viewer) =>
  runCommand(
    enterResults,
    by ?? managerOf(group),
    {
      businessId: group.businessId,
      sessionId,
      ...Object.fromEntries(Object.entries(right).map(([id, n]) => [resultField(id), String(n)])),
    },
    place(group),
  );

async function counts(group: TestClass) {
  const [row] = await asOwner(
    [group.borough.code],
    (tx) => tx`
      SELECT (SELECT count(*)::int FROM certificates WHERE borough_code = ${group.borough.code}) AS certificates,
        (SELECT count(*)::int FROM attempts WHERE borough_code = ${group.borough.code}) AS attempts,
        (SELECT coalesce(sum(delta), 0)::int FROM coverage_cells WHERE borough_code = ${group.borough.code}
          AND measure = 'reporting_route' AND month <= '2026-11-01') AS met`,
  );
  return row;
}

it("is learned together: who says on a phone that they are there answers a short check, and is certified", async () => {
  const group = await mintClass();
  const sessionId = await plan(group);
  const offered = await asViewer(group.colleague, listMySessions, { today: TODAY });
  expect(offered.map((session) => session.id)).toEqual([sessionId]);

  const attend = () =>
    runCommand(attendSession, group.colleague, { sessionId }, options(group.colleague));
  const { recordId } = await attend();
  expect(await attend()).toEqual({ recordId });
  expect(await asViewer(group.colleague, listMySessions, { today: TODAY })).toEqual([]);

  const attemptId = await answerAll(group.colleague, recordId);
  const { attempt, record } = await asViewer(group.colleague, async (ctx) => ({
    attempt: await findAttempt(ctx, recordId, "open"),
    record: await getMyRecord(ctx, recordId),
  }));
  expect(record.questionsPerAttempt).toBe(6);
  expect(attempt?.questionIds).toHaveLength(6);
  const done = await runCommand(
    completeTraining,
    group.colleague,
    { attemptId },
    options(group.colleague),
  );
  expect(done.passed).toBe(true);
  const session = await asViewer(
    managerOf(group),
    (ctx) => getSession(ctx, group.businessId, sessionId),
    { today: TODAY },
  );
  expect(session).toMatchObject({ attended: 1, passed: 1, state: "today" });
});

it("leads who had begun an older version alone to the end of that one", async () => {
  const group = await mintClass();
  const [slug, { learner, borough, businessId }] = [ownSlug(), group];
  await publishCopy(slug);
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
      VALUES (${borough.code}, ${randomUUID()}, ${businessId}, ${slug}, '2026-12-31')`,
  );
  const begun = await runCommand(startTraining, learner, { courseSlug: slug }, options(learner));
  await publishCopy(slug, { number: 2, lessons: 2 });
  const sessionId = await plan(group, TODAY, slug);
  const { recordId } = await runCommand(attendSession, learner, { sessionId }, options(learner));
  expect(recordId).toBe(begun.recordId);
  const record = await asViewer(learner, (ctx) => getMyRecord(ctx, recordId));
  expect(record.lessons).toBeGreaterThan(2);
  expect(record.reachedLesson).toBe(record.lessons);
  expect(record.replaced).toBe(true);
});

it("takes a register with the right answers of each printed check, and the figures change at once", async () => {
  const group = await mintClass();
  const sessionId = await plan(group);
  const { learner, colleague } = group;
  expect(await counts(group)).toEqual({ certificates: 0, attempts: 0, met: 0 });
  const first = await enter(group, sessionId, { [learner.staffId]: 6, [colleague.staffId]: 4 });
  expect(first).toEqual({ people: 2, passed: 1 });
  expect(await counts(group)).toEqual({ certificates: 1, attempts: 2, met: 0 });

  const again = await enter(group, sessionId, { [colleague.staffId]: 5 });
  expect(again).toEqual({ people: 1, passed: 1 });
  expect(await counts(group)).toEqual({ certificates: 2, attempts: 3, met: 1 });

  const register = await asViewer(managerOf(group), (ctx) =>
    listRegister(ctx, group.businessId, { id: sessionId, courseSlug: "reporting", heldOn: TODAY }),
  );
  expect(register.map((row) => [row.attended, row.holds])).toEqual([
    [true, true],
    [true, true],
  ]);
  const audit = await listAudit(group.borough, "group_session.enter_results");
  expect(audit.map((entry) => entry.details)).toEqual([
    { people: 2, passed: 1 },
    { people: 1, passed: 1 },
  ]);
});

it("refuses what no register can hold, at the person's own field, and writes nothing then", async () => {
  const group = await mintClass();
  const sessionId = await plan(group);
  const { learner } = group;
  const stranger = randomUUID();
  const refusal = (right: Record<string, number>) => fieldOf(enter(group, sessionId, right));
  expect(await refusal({ [learner.staffId]: 7 })).toBe(resultField(learner.staffId));
  expect(await refusal({ [learner.staffId]: 6, [stranger]: 6 })).toBe(resultField(stranger));
  expect(await refusal({})).toBe("form");
  expect(await counts(group)).toEqual({ certificates: 0, attempts: 0, met: 0 });
  await enter(group, sessionId, { [learner.staffId]: 6 });
  expect(await refusal({ [learner.staffId]: 6 })).toBe(resultField(learner.staffId));
  expect(await counts(group)).toMatchObject({ certificates: 1 });
});

it("enters one register twice at once and certifies each person once", async () => {
  const group = await mintClass();
  const sessionId = await plan(group);
  const right = { [group.learner.staffId]: 6, [group.colleague.staffId]: 6 };
  const answers = await Promise.allSettled([
    enter(group, sessionId, right),
    enter(group, sessionId, right),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await counts(group)).toEqual({ certificates: 2, attempts: 2, met: 1 });
});

it("is on for phones on its day alone, and for nobody once it has ended or was called off", async () => {
  const group = await mintClass();
  const { colleague } = group;
  const tomorrow = await plan(group, "2026-11-24");
  const attend = (sessionId: string) =>
    fieldOf(runCommand(attendSession, colleague, { sessionId }, options(colleague)));
  expect(await attend(tomorrow)).toBe("session");
  expect(await fieldOf(enter(group, tomorrow, { [colleague.staffId]: 6 }))).toBe("form");

  const settle = (order: typeof endSession, sessionId: string, today = TODAY) =>
    runCommand(
      order,
      managerOf(group),
      { businessId: group.businessId, sessionId },
      place(group, today),
    );
  expect(await fieldOf(settle(endSession, tomorrow))).toBe("form");
  await settle(callOffSession, tomorrow);
  const today = await plan(group);
  await settle(endSession, today);
  expect(await attend(today)).toBe("session");
  expect(await fieldOf(enter(group, today, { [colleague.staffId]: 6 }))).toBeInstanceOf(Conflict);
  expect(await fieldOf(settle(callOffSession, tomorrow))).toBeInstanceOf(Conflict);
});

it("is planned for a course that is asked, on a day that can be, at one's own business or borough", async () => {
  const group = await mintClass();
  expect(await fieldOf(plan(group, "2027-12-01"))).toBe("heldOn");
  expect(await fieldOf(plan(group, TODAY, "in-the-car"))).toBe("courseSlug");
  const other = await mintClass();
  const input = { businessId: other.businessId, courseSlug: "reporting", heldOn: TODAY };
  const order = (viewer: Viewer, boroughCode: string) =>
    fieldOf(runCommand(planSession, viewer, input, { boroughCode, today: TODAY }));
  expect(await order(managerOf(group), group.borough.code)).toBeInstanceOf(NotFound);
  expect(await order(managerOf(group), other.borough.code)).toBeInstanceOf(Forbidden);
  expect(await order(group.borough.police, group.borough.code)).toBeInstanceOf(Forbidden);
  const { officer } = await mintBorough();
  expect(await order(officer, other.borough.code)).toBeInstanceOf(Forbidden);
});

it("is led by an officer too, whose look at the names is recorded", async () => {
  const group = await mintClass();
  const { officer, code } = group.borough;
  const sessionId = await plan(group);
  const rows = await runCommand(
    viewRegister,
    officer,
    { businessId: group.businessId, sessionId },
    { boroughCode: code, today: TODAY },
  );
  expect(rows.map((row) => row.name)).toEqual(["Orla Fennick", "Tobias Quill"]);
  expect(await listAudit(group.borough, "group_session.view_register")).toMatchObject([
    { details: { names: 2 }, personal: [] },
  ]);
  const done = await enter(group, sessionId, { [group.colleague.staffId]: 5 }, officer);
  expect(done).toEqual({ people: 1, passed: 1 });
});
