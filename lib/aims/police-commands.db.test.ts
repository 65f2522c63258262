import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate, monthEnd } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { newestAudit } from "@/lib/db/test/premises";
import { Forbidden, RuleBroken } from "@/lib/errors";
import { pastQuarters, quarterStart } from "./call-model";
import { confirmCallHandlers, enterCalls } from "./police-commands";
import { listCallHandlerConfirmations, listCalls } from "./police-queries";

let borough: TestBorough;
let neighbour: TestBorough;
const today = londonDate(new Date());
const [quarter = "", earlier = ""] = pastQuarters(today, 2);

beforeAll(async () => {
  borough = await mintBorough();
  neighbour = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const enter = (calls: unknown, change: object = {}, key?: string) =>
  runCommand(
    enterCalls,
    borough.police,
    { borough: borough.code, quarter, calls, ...change },
    { boroughCode: borough.code, ...(key ? { idempotencyKey: key } : {}) },
  );

const kept = () =>
  asOwner(
    [borough.code],
    (tx) => tx`SELECT quarter::text, calls, entered_by FROM call_counts ORDER BY quarter DESC`,
  );

const shown = async (places: TestBorough[] = [borough]) => {
  const viewer = { ...borough.police, boroughs: places.map(({ code }) => code) };
  const areas = places.map(({ code }) => ({ code, policeArea: "Test area" }));
  const [newest] = await asViewer(viewer, (ctx) => listCalls(ctx, areas, [quarter]));
  return newest;
};

describe("entering 101 calls", () => {
  it("keeps one figure a quarter, which may be corrected, and records who without the number", async () => {
    await enter("7");
    await enter("1,204");
    await enter(3, { quarter: earlier });
    expect(await kept()).toEqual([
      { quarter, calls: 1204, entered_by: borough.police.userId },
      { quarter: earlier, calls: 3, entered_by: borough.police.userId },
    ]);
    const audit = await newestAudit(borough.code);
    expect(audit).toMatchObject({ action: "police.enter_calls", actor_role: "police_officer" });
    expect(JSON.stringify(audit?.details)).not.toContain("3");
  });

  it("has one effect when the same form is sent twice", async () => {
    const key = randomUUID();
    await enter(21, {}, key);
    await enter(22);
    await enter(21, {}, key);
    expect((await kept())[0]?.calls).toBe(22);
  });

  it("shows what may be shown, and nothing of a borough out of scope", async () => {
    await enter(40);
    expect(await shown()).toMatchObject({ cells: [40], total: 40 });
    await runCommand(
      enterCalls,
      neighbour.police,
      { borough: neighbour.code, quarter, calls: 2 },
      { boroughCode: neighbour.code },
    );
    expect(await shown([borough, neighbour])).toMatchObject({
      cells: [40, "few"],
      total: "withheld",
    });
    const alone = await asViewer(borough.police, (ctx) =>
      listCalls(ctx, [{ code: neighbour.code, policeArea: "Another" }], [quarter]),
    );
    expect(alone[0]?.cells).toEqual(["none"]);
  });

  it.each([
    ["a quarter that is not over", () => enter(9, { quarter: quarterStart(today) })],
    ["a quarter of long ago", () => enter(9, { quarter: quarterStart(today, -9) })],
    ["a day within a quarter", () => enter(9, { quarter: addDays(quarter, 31) })],
    ["no number", () => enter("many")],
    ["part of a call", () => enter("2.5")],
    ["fewer than none", () => enter(-1)],
    ["a borough named in the form alone", () => enter(9, { borough: neighbour.code })],
  ])("refuses %s", async (_what, order) => {
    await expect(order()).rejects.toThrow(RuleBroken);
  });

  it("is refused to an officer of the borough, and to police of another area", async () => {
    const input = { borough: borough.code, quarter, calls: 9 };
    const options = { boroughCode: borough.code };
    await expect(runCommand(enterCalls, borough.officer, input, options)).rejects.toThrow(
      Forbidden,
    );
    await expect(runCommand(enterCalls, neighbour.police, input, options)).rejects.toThrow(
      Forbidden,
    );
  });
});

const confirm = (change: object = {}) =>
  runCommand(
    confirmCallHandlers,
    borough.police,
    { confirmedOn: today, evidence: "LD/2026/0147", ...change },
    { boroughCode: borough.code },
  );

describe("confirming the call handlers' training", () => {
  it("holds to the end of the month, 12 months on, and is told to the borough", async () => {
    await confirm();
    const rows = await asViewer(borough.police, (ctx) =>
      listCallHandlerConfirmations(ctx, borough.code),
    );
    expect(rows).toMatchObject([{ confirmedOn: today, holdsUntil: monthEnd(today, 12) }]);
    const audit = await newestAudit(borough.code);
    expect(audit).toMatchObject({
      action: "police.confirm_call_handlers",
      details: { kind: "call_handlers", confirmedOn: today },
    });
    expect(JSON.stringify(audit)).not.toContain("LD/2026");
  });

  it.each([
    ["a day to come", { confirmedOn: addDays(today, 1) }],
    ["what has lapsed already", { confirmedOn: addDays(today, -430) }],
    ["no day", { confirmedOn: "soon" }],
    ["no reference", { evidence: " " }],
    ["a sentence instead of a reference", { evidence: "the whole control room was told so" }],
  ])("refuses %s", async (_what, change) => {
    await expect(confirm(change)).rejects.toThrow(RuleBroken);
  });

  it("is refused to the borough's own admin, and to police of another area", async () => {
    const input = { confirmedOn: today, evidence: "LD/1" };
    const options = { boroughCode: borough.code };
    for (const viewer of [borough.admin, neighbour.police]) {
      await expect(runCommand(confirmCallHandlers, viewer, input, options)).rejects.toThrow(
        Forbidden,
      );
    }
  });

  it("shows police nothing of another borough's", async () => {
    const rows = await asViewer(neighbour.police, (ctx) =>
      listCallHandlerConfirmations(ctx, borough.code),
    );
    expect(rows).toEqual([]);
  });
});
