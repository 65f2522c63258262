import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelAction, planAction, recordAction } from "@/lib/aims/commands";
import { runCommand } from "@/lib/command";
import { addDays, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { mintColleague } from "@/lib/db/test/colleague";
import { listJobs, listMails } from "@/lib/db/test/mail";
import { type MailSink, startMailSink } from "@/lib/db/test/mail-sink";
import { closeTransport } from "@/lib/mail/transport";
import { sendOutboxMail } from "./mail";
import { remindBoroughs } from "./reminders";

let sink: MailSink;
const today = londonDate(new Date());
const dueOn = addDays(today, 30);
/** Letters of these tests go out by day, whenever they run. */
const morning = new Date(`${today}T10:00:00Z`);
/** Mid-morning so many days before or after the action is due. */
const daysFromDue = (days: number) => new Date(`${addDays(dueOn, days)}T09:00:00Z`);

beforeAll(async () => {
  sink = await startMailSink();
  process.env.SMTP_URL = sink.url;
});
afterAll(async () => {
  closeTransport();
  await sink.stop();
  await closeDatabase();
  await closeOwner();
});

async function planned() {
  const borough = await mintBorough();
  const colleague = await mintColleague(borough);
  const options = { boroughCode: borough.code };
  const { actionId } = await runCommand(
    planAction,
    borough.admin,
    { kind: "register", sector: "taxi", ownerId: colleague.userId, dueOn },
    options,
  );
  const remind = (days: number) => remindBoroughs([borough.code], daysFromDue(days));
  const sendAll = async () => {
    for (const job of await listJobs(borough.code)) await sendOutboxMail(job.data, morning);
    return sink.letters.filter((letter) => JSON.stringify(letter.to).includes(colleague.email));
  };
  return { borough, colleague, options, actionId, remind, sendAll };
}

test("an owner is reminded once in the fortnight before, then every week it is overdue", async () => {
  const { remind } = await planned();
  expect(await remind(-15)).toBe(0);
  expect(await remind(-14)).toBe(1);
  for (const days of [-14, -13, -1, 0]) expect(await remind(days)).toBe(0);
  expect(await remind(1)).toBe(1);
  for (const days of [1, 2, 7]) expect(await remind(days)).toBe(0);
  expect(await remind(8)).toBe(1);
});

test("two workers at once remind once", async () => {
  const { remind } = await planned();
  const sent = await Promise.all([remind(-5), remind(-5), remind(-5)]);
  expect(sent.sort()).toEqual([0, 0, 1]);
});

test("the letter says what is due and when, and leads to the action", async () => {
  const { borough, actionId, remind, sendAll } = await planned();
  await remind(-3);
  const [letter] = await sendAll();
  expect(letter?.subject).toContain(
    "Register reconciled by hand: Taxi and private hire: is due on",
  );
  expect(letter?.text).toContain(`/${borough.code}/aims/${actionId}`);
  expect(letter?.text).toContain("call 101 and quote Operation Make Safe");
  expect((await listMails(borough.code)).map((mail) => mail.state)).toEqual(["sent"]);
});

test("nobody is written to about what was done or taken back since, nor who has left", async () => {
  const { borough, colleague, options, actionId, remind, sendAll } = await planned();
  await remind(-3);
  await runCommand(
    recordAction,
    borough.admin,
    { actionId, kind: "register", doneOn: today, evidence: "Minute 4" },
    options,
  );
  expect(await sendAll()).toEqual([]);
  expect(await remind(20)).toBe(0);

  const gone = await planned();
  await gone.remind(-3);
  await runCommand(cancelAction, gone.borough.admin, { actionId: gone.actionId }, gone.options);
  expect(await gone.sendAll()).toEqual([]);

  const left = await planned();
  await left.remind(-3);
  await asOwner(
    [left.borough.code],
    (tx) => tx`UPDATE memberships SET ended_at = now() WHERE user_id = ${left.colleague.userId}`,
  );
  expect(await left.sendAll()).toEqual([]);
  expect((await listMails(left.borough.code)).map((mail) => mail.state)).toEqual(["failed"]);
  expect(colleague.email).not.toBe(left.colleague.email);
});
