import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assignTraining } from "@/lib/assignments/commands";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { listJobs } from "@/lib/db/test/mail";
import { type NotifySink, startNotifySink } from "@/lib/db/test/notify-sink";
import { listDigestJobs, mintManaged, type TestReader } from "@/lib/db/test/readers";
import type { TestBusiness } from "@/lib/db/test/staffed";
import { env } from "@/lib/env";
import { publishCourses } from "@/lib/training/publish";
import { sendDigestText } from "./digest-texts";
import { queueDigests, sendDigest } from "./digests";
import { setAsideMail } from "./mail";

const MONDAY = new Date("2027-03-01T10:00:00Z");
const MOBILE = "+447700900123";
let sink: NotifySink;
let borough: TestBorough;
let business: TestBusiness;
let reader: TestReader;

beforeAll(async () => {
  const [serviceId, secret] = [randomUUID(), randomUUID()];
  sink = await startNotifySink(serviceId, secret);
  Object.assign(process.env, {
    NOTIFY_URL: sink.url,
    NOTIFY_API_KEY: `ours-${serviceId}-${secret}`,
    NOTIFY_TEMPLATE_EMAIL: randomUUID(),
    NOTIFY_TEMPLATE_SMS: randomUUID(),
  });
  await publishCourses(env().DATABASE_OWNER_URL ?? "");
});
beforeEach(async () => {
  sink.messages.length = 0;
  borough = await mintBorough();
  ({ business, reader } = await mintManaged(borough, "The Painted Heron"));
});
afterAll(async () => {
  await sink.stop();
  await closeDatabase();
  await closeOwner();
});

const setMobile = (mobile: string | null) =>
  asOwner(
    [borough.code],
    (tx) => tx`UPDATE users SET mobile = ${mobile} WHERE id = ${reader.userId}`,
  );
const ask = (dueOn: string) =>
  runCommand(
    assignTraining,
    borough.admin,
    { businessIds: [business.id], courseSlug: "spot-the-signs", audience: "all_staff", dueOn },
    { boroughCode: borough.code, today: "2027-02-01" },
  );
async function sendEmail(now = MONDAY) {
  await queueDigests([borough.code], now);
  for (const job of await listDigestJobs(borough)) await sendDigest(job.data, now);
}
const textJobs = async () =>
  (await listJobs(borough.code)).filter((job) => job.name === "digest.text");
const textState = async () => {
  const [row] = await asOwner(
    [borough.code],
    (tx) => tx<{ state: string; text: string | null }[]>`
      SELECT state, text_state AS text FROM weekly_digests WHERE borough_code = ${borough.code}`,
  );
  return [row?.state, row?.text];
};
async function sendTexts(now = MONDAY) {
  for (const job of await textJobs()) await sendDigestText(job.data, now);
  return sink.messages.filter((message) => message.phone_number !== undefined);
}

test("a manager who gave a number gets one text with the e-mail while a course is overdue", async () => {
  await setMobile(MOBILE);
  await ask("2027-02-20");
  await sendEmail();
  expect(await textState()).toEqual(["sent", "waiting"]);
  const [job] = await textJobs();
  expect(Object.keys(job?.data ?? {}).sort()).toEqual(["boroughCode", "textDigestId"]);
  const [text, ...more] = await sendTexts();
  expect(more).toEqual([]);
  expect(text?.phone_number).toBe(MOBILE);
  expect(text?.personalisation.body).toMatch(
    /^Operation Make Safe, Test borough \w+: 1 course is past the due date at The Painted Heron\. See http\S+\/business\/\S+ Stop these texts: http\S+\/places\/emails$/,
  );
  expect(await textState()).toEqual(["sent", "sent"]);
  await sendTexts();
  expect(sink.messages).toHaveLength(2);
});

test.each([
  ["without a number", null, "2027-02-20"],
  ["with nothing overdue", MOBILE, "2027-03-10"],
])("there is no text %s", async (_, mobile, dueOn) => {
  await setMobile(mobile);
  await ask(dueOn);
  await sendEmail();
  expect(await textJobs()).toEqual([]);
  expect(await textState()).toEqual(["sent", null]);
});

test("texts wait for nine in the morning, and an evening's for the next day", async () => {
  await setMobile(MOBILE);
  await ask("2027-02-20");
  await sendEmail(new Date("2027-03-01T20:30:00Z"));
  const [job] = await textJobs();
  expect(job?.startAfter.toISOString()).toBe("2027-03-02T09:00:00.000Z");
  await sendDigestText(job?.data ?? {}, new Date("2027-03-02T08:30:00Z"));
  expect(await textJobs()).toHaveLength(2);
  expect(await sendTexts(new Date("2027-03-02T09:00:00Z"))).toHaveLength(1);
});

test("a number that was taken away meanwhile, and a course that was ended, get no text", async () => {
  await setMobile(MOBILE);
  await ask("2027-02-20");
  await sendEmail();
  await setMobile(null);
  expect(await sendTexts()).toEqual([]);
  expect(await textState()).toEqual(["sent", "turned_off"]);
  await asOwner([borough.code], async (tx) => {
    await tx`UPDATE weekly_digests SET text_state = 'waiting' WHERE borough_code = ${borough.code}`;
    await tx`UPDATE assignments SET ended_on = '2027-03-01' WHERE borough_code = ${borough.code}`;
  });
  await setMobile(MOBILE);
  expect(await sendTexts()).toEqual([]);
  expect(await textState()).toEqual(["sent", "nothing_to_say"]);
});

test("a text that is refused, or given up, is a failure; one that is put off stays waiting", async () => {
  await setMobile(MOBILE);
  await ask("2027-02-20");
  await sendEmail();
  sink.answers.push(429);
  await expect(sendTexts()).rejects.toThrow("429");
  expect(await textState()).toEqual(["sent", "waiting"]);
  sink.answers.push(400);
  await sendTexts();
  expect(await textState()).toEqual(["sent", "failed"]);
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE weekly_digests SET text_state = 'waiting' WHERE borough_code = ${borough.code}`,
  );
  const [job] = await textJobs();
  await setAsideMail(job?.data ?? {});
  expect(await textState()).toEqual(["sent", "failed"]);
});
