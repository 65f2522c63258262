import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linkSecret } from "@/lib/auth/secrets";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, ownerClient } from "@/lib/db/test/borough";
import { inviteForTest, listJobs, listMails } from "@/lib/db/test/mail";
import { type MailSink, startMailSink } from "@/lib/db/test/mail-sink";
import { env } from "@/lib/env";
import { sendOutboxMail, sendPasswordLink, setAsideMail } from "@/lib/jobs/mail";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { closeTransport } from "./transport";

const REFUSED = "nobody@example.org";
let sink: MailSink;
let worker: Worker | undefined;

beforeAll(async () => {
  sink = await startMailSink({ refuses: [REFUSED] });
  process.env.SMTP_URL = sink.url;
});

afterAll(async () => {
  await worker?.stop();
  closeTransport();
  await sink.stop();
  await closeDatabase();
  await closeOwner();
});

const lettersTo = (email: string) =>
  sink.letters.filter((letter) => JSON.stringify(letter.to).includes(email));

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not happen within 10 seconds.");
}

/** Invites as the borough's admin; answers the invitation and its mail's job. */
async function invite(email: string) {
  const borough = await mintBorough();
  const id = await runCommand(
    inviteForTest("team.invite"),
    borough.admin,
    { email },
    { boroughCode: borough.code },
  );
  const [job] = await listJobs(borough.code);
  if (!job) throw new Error("No job was queued.");
  return { borough, id, job };
}

test("an order of the borough and of the programme team leaves one job with ids only", async () => {
  const borough = await mintBorough();
  const { code, admin, programme } = borough;
  await runCommand(
    inviteForTest("team.invite"),
    admin,
    { email: "a@example.org" },
    { boroughCode: code },
  );
  await runCommand(
    inviteForTest("borough.invite_admin"),
    programme,
    { email: "b@example.org" },
    { boroughCode: code },
  );
  const jobs = await listJobs(code);
  expect(jobs.map((job) => [job.name, job.state])).toEqual([
    ["mail.send", "created"],
    ["mail.send", "created"],
  ]);
  const mails = await listMails(code);
  expect(jobs.map((job) => job.data.mailId).sort()).toEqual(mails.map((mail) => mail.id).sort());
  expect(Object.keys(jobs[0]?.data ?? {}).sort()).toEqual(["boroughCode", "mailId"]);
});

test("an order that is rolled back leaves neither mail nor job", async () => {
  const { code, admin } = await mintBorough();
  const order = runCommand(
    inviteForTest("team.invite"),
    admin,
    { email: "a@example.org", fails: true },
    { boroughCode: code },
  );
  await expect(order).rejects.toThrow("Rolled back");
  expect(await listJobs(code)).toEqual([]);
  expect(await listMails(code)).toEqual([]);
});

test("the letter carries the link, the borough and the mail's own message id", async () => {
  const email = `${randomUUID()}@example.org`;
  const { borough, id, job } = await invite(email);
  await sendOutboxMail(job.data);
  const [letter] = lettersTo(email);
  expect(letter?.messageId).toBe(`<${job.data.mailId}@localhost>`);
  expect(letter?.text).toContain(
    `/invitations/${borough.code}/${linkSecret("invitation", borough.code, id)}`,
  );
  expect(letter?.text).toContain(`Test borough ${borough.code}`);
  expect(letter?.text).toContain("call 101 and quote Operation Make Safe");
  expect(letter?.headers.get("auto-submitted")).toBe("auto-generated");
  expect((await listMails(borough.code)).map((mail) => mail.state)).toEqual(["sent"]);
});

test("a mail that was sent is not sent again", async () => {
  const email = `${randomUUID()}@example.org`;
  const { job } = await invite(email);
  await sendOutboxMail(job.data);
  await sendOutboxMail(job.data);
  expect(lettersTo(email)).toHaveLength(1);
});

test("killed between sending and noting it, a mail goes once more with the same message id", async () => {
  const email = `${randomUUID()}@example.org`;
  const { borough, job } = await invite(email);
  await sendOutboxMail(job.data);
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE outbox_mails SET state = 'waiting' WHERE borough_code = ${borough.code}`,
  );
  await sendOutboxMail(job.data);
  const ids = lettersTo(email).map((letter) => letter.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test.each(["withdrawn_at = now()", "accepted_at = now()", "expires_on = '2020-01-31'"])(
  "an invitation with %s is not mailed any more",
  async (change) => {
    const email = `${randomUUID()}@example.org`;
    const { borough, job } = await invite(email);
    await asOwner([borough.code], (tx) =>
      tx.unsafe(`UPDATE invitations SET ${change} WHERE borough_code = '${borough.code}'`),
    );
    await sendOutboxMail(job.data);
    expect(lettersTo(email)).toEqual([]);
    expect((await listMails(borough.code)).map((mail) => mail.state)).toEqual(["failed"]);
  },
);

test("an address its server refuses marks the mail failed and is not tried again", async () => {
  const { borough, job } = await invite(REFUSED);
  await sendOutboxMail(job.data);
  expect((await listMails(borough.code)).map((mail) => mail.state)).toEqual(["failed"]);
});

test("a mail given up after every try is marked failed", async () => {
  const { borough, job } = await invite("a@example.org");
  await setAsideMail(job.data);
  expect((await listMails(borough.code)).map((mail) => mail.state)).toEqual(["failed"]);
});

test("a job that names another borough's mail sends nothing", async () => {
  const email = `${randomUUID()}@example.org`;
  const { job } = await invite(email);
  const other = await mintBorough();
  await sendOutboxMail({ ...job.data, boroughCode: other.code });
  expect(lettersTo(email)).toEqual([]);
});

test("a password link goes to its owner, and to nobody when it has no owner or was used", async () => {
  const email = `${randomUUID()}@example.org`;
  const [user, owned, ownerless, used] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const sql = ownerClient();
  await sql`INSERT INTO users (id, email, name) VALUES (${user}, ${email}, 'Test Person')`;
  await sql`INSERT INTO password_links (id, user_id, token_hash, reason, expires_at, used_at) VALUES
    (${owned}, ${user}, ${owned}, 'reset', now() + interval '1 hour', NULL),
    (${ownerless}, NULL, ${ownerless}, 'reset', now() + interval '1 hour', NULL),
    (${used}, ${user}, ${used}, 'reset', now() + interval '1 hour', now())`;
  const before = sink.letters.length;
  for (const linkId of [owned, ownerless, used]) await sendPasswordLink({ linkId });
  expect(sink.letters.length - before).toBe(1);
  const [letter] = lettersTo(email);
  expect(letter?.text).toContain(`/password/${linkSecret("password", owned)}`);
  expect(letter?.messageId).toBe(`<${owned}@localhost>`);
});

test("the worker takes a committed job by itself, as portal_worker, and finishes it", async () => {
  worker = await startWorker(env().DATABASE_URL);
  const email = `${randomUUID()}@example.org`;
  const { borough } = await invite(email);
  await until(() => lettersTo(email).length === 1);
  await until(async () => (await listJobs(borough.code))[0]?.state === "completed");
  const [login] = await ownerClient()<{ granted: boolean }[]>`
    SELECT has_table_privilege('portal_login', 'pgboss.job', 'SELECT') AS granted`;
  expect(login?.granted).toBe(false);
}, 20_000);
