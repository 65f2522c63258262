import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate, monthEnd, monthStart } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { mintColleague } from "@/lib/db/test/colleague";
import { newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { cancelAction, planAction, recordAction } from "./commands";
import { listAttendance, listMetNow } from "./queries";

let borough: TestBorough;
let ownerId: string;
const today = londonDate(new Date());

beforeAll(async () => {
  borough = await mintBorough();
  ({ userId: ownerId } = await mintColleague(borough));
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const here = () => ({ boroughCode: borough.code });
const plan = async (change: object) => {
  const input = { kind: "lead", ownerId, dueOn: addDays(today, 20), ...change };
  return (await runCommand(planAction, borough.admin, input, here())).actionId;
};
const record = (actionId: string, change: object) =>
  runCommand(
    recordAction,
    borough.admin,
    { actionId, kind: "lead", doneOn: today, evidence: "Minute 4", ...change },
    here(),
  );
const lead = { leadName: "Ada Example", leadPost: "Director of children’s services" };
const met = () => asViewer(borough.officer, listMetNow);

describe("planning an action", () => {
  it("is recorded, and changes no figure", async () => {
    const id = await plan({});
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "action.plan",
      actor_role: "borough_admin",
      details: { kind: "lead", due_on: addDays(today, 20), sector: null },
    });
    expect(id).toMatch(/-/);
    expect(await met()).toEqual({});
  });

  it.each([
    ["a past date", { dueOn: addDays(today, -1) }, "today"],
    ["somebody who does not work for the borough", { ownerId: randomUUID() }, "works for"],
    ["a register of no sector", { kind: "register", sector: "circus" }, "sector"],
    [
      "the council’s own teams as a register",
      { kind: "register", sector: "council_team" },
      "sector",
    ],
    ["another action without words", { kind: "other", title: " " }, "few words"],
  ])("refuses %s", async (_what, change, words) => {
    await expect(plan(change)).rejects.toThrow(words);
  });
});

describe("recording an action", () => {
  it("meets its measure at once, until a month’s end, and keeps the lead’s name apart", async () => {
    const id = await plan({});
    await record(id, lead);
    const until = addDays(monthEnd(today, 12), 1);
    expect(await met()).toMatchObject({ lead: { metUntil: until } });
    const [kept] = await asOwner(
      [borough.code],
      (tx) => tx`SELECT e.details::text AS details, v.after FROM audit_entries e
        JOIN audit_values v ON v.borough_code = e.borough_code AND v.audit_id = e.id
        WHERE e.borough_code = ${borough.code} AND e.subject_id = ${id}`,
    );
    expect(kept?.after).toBe("Ada Example");
    expect(kept?.details).not.toContain("Ada");
    await expect(record(id, lead)).rejects.toThrow("already");
  });

  it("keeps who came to a meeting, and asks for somebody", async () => {
    const id = await plan({ kind: "meeting" });
    await expect(record(id, { kind: "meeting" })).rejects.toThrow("at least one");
    await expect(record(id, { kind: "meeting", people_police: "100" })).rejects.toThrow("1 to 99");
    await record(id, { kind: "meeting", people_police: "2", people_health: " 1 " });
    expect(await asViewer(borough.officer, (ctx) => listAttendance(ctx, id))).toEqual([
      { organisation: "health", people: 1 },
      { organisation: "police", people: 2 },
    ]);
    expect(await met()).toHaveProperty("meeting");
  });

  it("counts an agreement to the end of the month in which it ends", async () => {
    const id = await plan({ kind: "agreement" });
    const agreement = { kind: "agreement", doneOn: addDays(today, -40) };
    await expect(record(id, { ...agreement, agreedUntil: addDays(today, -60) })).rejects.toThrow(
      "after",
    );
    await record(id, { ...agreement, agreedUntil: monthStart(today, 2) });
    expect(await met()).toMatchObject({ agreement: { metUntil: monthStart(today, 3) } });
  });

  it("meets the register once every sector is reconciled", async () => {
    for (const sector of ["hotel", "taxi", "licensed_premises"]) {
      expect(await met()).not.toHaveProperty("register");
      await record(await plan({ kind: "register", sector }), { kind: "register" });
    }
    expect(await met()).toHaveProperty("register");
  });

  it("refuses a day to come, a form of another kind, and what is not there", async () => {
    const id = await plan({});
    await expect(record(id, { ...lead, doneOn: addDays(today, 1) })).rejects.toThrow("future");
    await expect(record(id, { kind: "other" })).rejects.toThrow(NotFound);
    await expect(record(id, { leadPost: "x" })).rejects.toThrow(RuleBroken);
    await expect(record(randomUUID(), lead)).rejects.toThrow(NotFound);
    const other = await mintBorough();
    await expect(
      runCommand(
        recordAction,
        other.admin,
        { actionId: id, kind: "lead", doneOn: today, evidence: "x", ...lead },
        { boroughCode: other.code },
      ),
    ).rejects.toThrow(NotFound);
  });
});

describe("taking an action back", () => {
  it("takes its figure back, of the past too, and can be done once", async () => {
    const own = await mintBorough();
    const { userId } = await mintColleague(own);
    const options = { boroughCode: own.code };
    const input = { kind: "lead", ownerId: userId, dueOn: today };
    const { actionId } = await runCommand(planAction, own.admin, input, options);
    const done = { actionId, kind: "lead", doneOn: addDays(today, -90), evidence: "x", ...lead };
    await runCommand(recordAction, own.admin, done, options);
    expect(await asViewer(own.officer, listMetNow)).toHaveProperty("lead");
    await expect(runCommand(cancelAction, own.officer, { actionId }, options)).rejects.toThrow(
      Forbidden,
    );
    await runCommand(cancelAction, own.admin, { actionId }, options);
    expect(await newestAudit(own.code)).toMatchObject({
      action: "action.cancel",
      details: { kind: "lead", was_done: true },
    });
    const left = await asOwner(
      [own.code],
      (tx) => tx`SELECT 1 FROM borough_periods WHERE borough_code = ${own.code}`,
    );
    expect(left).toHaveLength(0);
    await expect(runCommand(cancelAction, own.admin, { actionId }, options)).rejects.toThrow(
      "already",
    );
  });
});
