import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TYPESCRIPT } from "@/bin/lib/children.mjs";
import { type OwnDatabase, ownDatabase } from "@/drizzle/seed/test-database";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { inviteForTest, listMails } from "@/lib/db/test/mail";
import { type MailSink, startMailSink } from "@/lib/db/test/mail-sink";

/** Safety row 22: 50 kills in the long run, fewer in the short one. */
const KILLS = process.env.OMS_LONG ? 50 : 3;
const LETTERS_A_KILL = 4;
const RESCUED_SECONDS = 60;
const PUT_OFF = "never@example.org";

let database: OwnDatabase;
let sink: MailSink;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  database = await ownDatabase("killed");
  sink = await startMailSink({ holds: 150, putsOff: [PUT_OFF] });
  process.env.SMTP_URL = sink.url;
}, 60_000);

afterAll(async () => {
  await kill();
  await sink.stop();
  await closeDatabase();
  await closeOwner();
  await database.drop();
}, 60_000);

function startAnother(): void {
  worker = spawn(process.execPath, [...TYPESCRIPT, "bin/worker.ts"], {
    env: process.env,
    stdio: "ignore",
  });
}

async function kill(): Promise<void> {
  if (!worker || worker.exitCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
  worker = undefined;
}

async function until(seconds: number, happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < seconds * 20; i += 1) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not happen within ${seconds} seconds.`);
}

/** Letters by address, each with the ids it was delivered under. */
function deliveries(): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  for (const letter of sink.letters) {
    const to = Array.isArray(letter.to) ? letter.to[0] : letter.to;
    const address = to?.value[0]?.address ?? "";
    seen.set(address, [...(seen.get(address) ?? []), letter.messageId ?? ""]);
  }
  return seen;
}

const invite = ({ code, admin }: TestBorough, email: string) =>
  runCommand(inviteForTest("team.invite"), admin, { email }, { boroughCode: code });

it(
  `loses no letter to ${KILLS} kills in the middle of a job, and sends one again at most once a kill`,
  async () => {
    const borough = await mintBorough();
    const queuedBefore = new Map<string, number>();
    startAnother();
    for (let killed = 0; killed < KILLS; killed += 1) {
      const addresses = Array.from(
        { length: LETTERS_A_KILL },
        (_, i) => `k${killed}-${i}@example.org`,
      );
      for (const email of addresses) {
        await invite(borough, email);
        queuedBefore.set(email, killed);
      }
      // A letter of this round has been taken and not been answered: the job is under way.
      await until(60, () => addresses.some((email) => deliveries().has(email)));
      await kill();
      startAnother();
    }
    await until(RESCUED_SECONDS, async () =>
      (await listMails(borough.code)).every((mail) => mail.state === "sent"),
    );

    const seen = deliveries();
    expect([...seen.keys()].sort()).toEqual([...queuedBefore.keys()].sort());
    for (const [email, ids] of seen) {
      expect(new Set(ids).size).toBe(1);
      expect(ids.length - 1).toBeLessThanOrEqual(KILLS - (queuedBefore.get(email) ?? 0));
    }
    expect([...seen.values()].some((ids) => ids.length > 1)).toBe(true);
  },
  KILLS * 15_000 + 120_000,
);

it("sets a letter aside that never goes out, where its officer sees it, and goes on with the others", async () => {
  const borough = await mintBorough();
  const { code } = borough;
  const stateOf = async (email: string) => {
    const [row] = await asOwner(
      [code],
      (tx) => tx<{ state: string }[]>`
        SELECT o.state FROM outbox_mails o JOIN invitations i ON i.borough_code = o.borough_code
          AND i.id = o.subject_id WHERE i.borough_code = ${code} AND i.email = ${email}`,
    );
    return row?.state;
  };
  if (!worker) startAnother();
  await invite(borough, PUT_OFF);
  const retried = () =>
    asOwner(
      [code],
      (tx) => tx<{ tries: number }[]>`SELECT retry_count AS tries FROM pgboss.job
        WHERE name = 'mail.send' AND state = 'retry' AND data->>'boroughCode' = ${code}`,
    );
  await until(60, async () => (await retried()).length === 1);
  expect(await stateOf(PUT_OFF)).toBe("waiting");
  await invite(borough, "other@example.org");
  await until(30, async () => (await stateOf("other@example.org")) === "sent");

  // Twelve tries take a day: the last of them comes now.
  await asOwner(
    [code],
    (tx) => tx`UPDATE pgboss.job SET retry_count = retry_limit, start_after = now()
      WHERE name = 'mail.send' AND state = 'retry' AND data->>'boroughCode' = ${code}`,
  );
  await until(60, async () => (await stateOf(PUT_OFF)) === "failed");
  expect(deliveries().has(PUT_OFF)).toBe(false);
}, 180_000);
