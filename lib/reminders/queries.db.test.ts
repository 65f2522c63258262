import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTraining } from "@/lib/assignments/commands";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { ownSlug, publishCopy } from "@/lib/db/test/own-course";
import { mintManaged } from "@/lib/db/test/readers";
import { mintCertificate, mintStaff, type TestBusiness } from "@/lib/db/test/staffed";
import { env } from "@/lib/env";
import { mergeStaff } from "@/lib/people/merge-command";
import { publishPractices } from "@/lib/practices/publish";
import { publishCourses } from "@/lib/training/publish";
import { hasRunThisWeek, listReminderLog } from "./log-queries";
import { listBusinessFacts } from "./queries";

const TODAY = "2027-03-01";
const SLUG = "spot-the-signs";
let borough: TestBorough;
let heron: TestBusiness;
let gull: TestBusiness;
let finch: TestBusiness;

beforeAll(async () => {
  const owner = env().DATABASE_OWNER_URL ?? "";
  await publishCourses(owner);
  await publishPractices(owner);
  borough = await mintBorough();
  const managed = await mintManaged(borough, "The Painted Heron");
  heron = managed.business;
  gull = (await mintManaged(borough, "The Grey Gull", managed.reader)).business;
  finch = (await mintManaged(borough, "The Amber Finch", managed.reader)).business;
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const factsOf = (viewer: Viewer, today = TODAY) =>
  asViewer(viewer, (ctx) => listBusinessFacts(ctx, borough.code), { today });
const factOf = async (business: TestBusiness, today = TODAY) =>
  (await factsOf(business.manager, today))[0];

const hold = (staffId: string, expiresOn: string) =>
  mintCertificate(borough, heron, {
    staffId,
    courseSlug: SLUG,
    issuedOn: "2026-03-10",
    expiresOn,
  });

test("a course is due in the fortnight before, then overdue, until the business meets it", async () => {
  await runCommand(
    assignTraining,
    borough.admin,
    { businessIds: [gull.id], courseSlug: "reporting", audience: "managers", dueOn: "2027-03-15" },
    { boroughCode: borough.code, today: "2027-02-01" },
  );
  expect(await factOf(gull, "2027-02-28")).toBeUndefined();
  expect(await factOf(gull)).toMatchObject({ due: 1, firstDueOn: "2027-03-15", people: 1 });
  expect(await factOf(gull, "2027-03-15")).toMatchObject({ due: 1, overdue: 0 });
  expect(await factOf(gull, "2027-03-16")).toMatchObject({ due: 0, overdue: 1, people: 1 });
  await mintCertificate(borough, gull, {
    staffId: gull.manager.staffId ?? "",
    courseSlug: "reporting",
    issuedOn: "2027-03-16",
    expiresOn: "2028-03-31",
  });
  expect(await factOf(gull, "2027-03-17")).toBeUndefined();
});

test("a certificate counts in its last 60 days, unless a newer one takes its place or its holder left", async () => {
  const [stays, renews, leaves] = await Promise.all(
    ["Orla Fennick", "Tobias Quill", "Ines Marlow"].map((name) =>
      mintStaff(borough, heron, { name, confirmedOn: "2026-02-03" }),
    ),
  );
  await hold(stays ?? "", "2027-04-30");
  await hold(renews ?? "", "2027-04-30");
  await hold(renews ?? "", "2028-02-29");
  await hold(leaves ?? "", "2027-04-30");
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE staff_members SET left_on = '2027-02-01' WHERE borough_code = ${borough.code} AND id = ${leaves ?? ""}`,
  );
  expect(await factOf(heron, "2027-02-28")).toBeUndefined();
  expect(await factOf(heron)).toMatchObject({ lapsing: 1, firstLapseOn: "2027-04-30" });
  expect(await factOf(heron, "2027-05-01")).toBeUndefined();
});

test("a confirmed practice counts in its last 60 days, until it is declared again", async () => {
  const change = (what: string, fromOn: string, lapsesOn: string) =>
    asOwner(
      [borough.code],
      (
        tx,
      ) => tx`INSERT INTO practice_changes (borough_code, business_id, id, item_code, change, from_on, lapses_on)
        SELECT ${borough.code}, ${heron.id}, ${randomUUID()}, code, ${what}, ${fromOn}, ${lapsesOn}
        FROM practice_items WHERE sector = 'hotel' AND until_on IS NULL ORDER BY position LIMIT 1`,
    );
  await change("confirmed", "2026-03-05", "2027-03-31");
  expect(await factOf(heron)).toMatchObject({ practices: 1, firstPracticeOn: "2027-03-31" });
  await change("declared_in_place", "2027-03-02", "2027-09-30");
  expect(await factOf(heron, "2027-03-02")).toMatchObject({ practices: 0 });
});

test("a material change is told of until its holders have read it, once it is one person's twice over too", async () => {
  const slug = ownSlug();
  await publishCopy(slug);
  const mint = () => mintStaff(borough, finch, { name: "Tobias Quill", confirmedOn: "2026-02-03" });
  const [staffId, twin] = [await mint(), await mint()];
  const dates = { issuedOn: "2026-03-10", expiresOn: "2027-12-31" };
  await mintCertificate(borough, finch, { staffId, courseSlug: slug, ...dates });
  const version = await publishCopy(slug, { number: 2, material: true });
  const about = async () =>
    (await factsOf(borough.officer)).find(({ businessId }) => businessId === finch.id);
  expect(await about()).toMatchObject({ changed: 1, readers: 1 });
  expect(await factOf(finch)).toEqual(await about());
  await asOwner(
    [borough.code],
    (
      tx,
    ) => tx`INSERT INTO change_readings (borough_code, business_id, staff_id, version_id, read_on)
      VALUES (${borough.code}, ${finch.id}, ${staffId}, ${version}, ${TODAY})`,
  );
  expect(await about()).toBeUndefined();
  const merge = { stayId: twin, goneId: staffId };
  await runCommand(mergeStaff, finch.manager, merge, {
    boroughCode: borough.code,
    today: TODAY,
  });
  expect(await about()).toBeUndefined();
});

test("the borough's preview and the manager's e-mail say the same, and a neighbour's says nothing", async () => {
  await mintStaff(borough, heron, { name: "Wren Ashby" });
  await mintStaff(borough, gull, { name: "Pia Lorne" });
  const all = await factsOf(borough.officer);
  expect(all.map((one) => one.name)).toEqual(["The Grey Gull", "The Painted Heron"]);
  expect(all).toEqual([await factOf(gull), await factOf(heron)]);
  const { officer } = await mintBorough();
  expect(await factsOf(officer)).toEqual([]);
});

test("a business that is closed, or left out, is not written about", async () => {
  const stage = (to: string) =>
    asOwner(
      [borough.code],
      (tx) =>
        tx`UPDATE businesses SET stage = ${to} WHERE borough_code = ${borough.code} AND id = ${heron.id}`,
    );
  for (const gone of ["closed", "excluded"]) {
    await stage(gone);
    expect(await factOf(heron)).toBeUndefined();
  }
  await stage("enrolled");
});

test("the log counts letters by week and outcome, and the borough cannot read whose they are", async () => {
  const own = await mintBorough();
  await asOwner([own.code], async (tx) => {
    const digest = (weekOn: string, state: string) =>
      tx`INSERT INTO weekly_digests (borough_code, id, user_id, week_on, state, stop_hash)
        VALUES (${own.code}, ${randomUUID()}, ${randomUUID()}, ${weekOn}, ${state}, ${randomUUID()})`;
    for (const state of ["sent", "sent", "failed", "turned_off"]) await digest("2027-02-22", state);
    await tx`UPDATE weekly_digests SET text_state = 'failed' WHERE borough_code = ${own.code} AND state = 'turned_off'`;
    await digest("2027-03-01", "waiting");
    await digest("2026-11-30", "sent");
    await tx`INSERT INTO outbox_mails (borough_code, id, template, subject_id, state, created_at)
      VALUES (${own.code}, ${randomUUID()}, 'action_reminder', ${randomUUID()}, 'sent', '2027-02-28T23:30:00Z')`;
  });
  const read = (today: string) =>
    asViewer(
      own.officer,
      async (ctx) => ({
        log: await listReminderLog(ctx, own.code),
        ran: await hasRunThisWeek(ctx, own.code),
      }),
      { today },
    );
  expect(await read("2027-03-03")).toEqual({
    ran: true,
    log: [
      { weekOn: "2027-03-01", what: "digest", counts: { waiting: 1 } },
      { weekOn: "2027-02-22", what: "action", counts: { sent: 1 } },
      { weekOn: "2027-02-22", what: "digest", counts: { failed: 1, sent: 2, turned_off: 1 } },
      { weekOn: "2027-02-22", what: "text", counts: { failed: 1 } },
    ],
  });
  expect((await read("2027-03-08")).ran).toBe(false);
  const whose = asViewer(own.officer, (ctx) =>
    ctx.tx.execute("SELECT user_id FROM weekly_digests"),
  );
  await expect(whose).rejects.toMatchObject({ cause: { code: "42501" } });
});
