import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTraining } from "@/lib/assignments/commands";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { type MailSink, startMailSink } from "@/lib/db/test/mail-sink";
import {
  giveStaffAccount,
  listDigestJobs,
  listDigests,
  mintManaged,
  mintOfficer,
} from "@/lib/db/test/readers";
import { mintCertificate, mintStaff } from "@/lib/db/test/staffed";
import { env } from "@/lib/env";
import { closeTransport } from "@/lib/mail/transport";
import { publishCourses } from "@/lib/training/publish";
import { queueDigests, sendDigest } from "./digests";
import { setAsideMail } from "./mail";

const MONDAY = new Date("2027-03-01T10:00:00Z");
const REFUSED = "refused@example.org";
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink({ refuses: [REFUSED] });
  process.env.SMTP_URL = sink.url;
  await publishCourses(env().DATABASE_OWNER_URL ?? "");
});
afterAll(async () => {
  closeTransport();
  await sink.stop();
  await closeDatabase();
  await closeOwner();
});

const lettersTo = (email: string) =>
  sink.letters.filter((letter) => JSON.stringify(letter.to).includes(email));

const ask = (borough: TestBorough, businessIds: string[], dueOn: string) =>
  runCommand(
    assignTraining,
    borough.admin,
    { businessIds, courseSlug: "spot-the-signs", audience: "all_staff", dueOn },
    { boroughCode: borough.code, today: "2027-02-01" },
  );

async function sendAll(borough: TestBorough, now = MONDAY) {
  for (const job of await listDigestJobs(borough)) await sendDigest(job.data, now);
  const states = (await listDigests(borough)).map((digest) => digest.state);
  return states.sort();
}

test("a week's e-mails are queued once, by whoever runs first, with ids only in their jobs", async () => {
  const borough = await mintBorough();
  await mintManaged(borough, "The Painted Heron");
  await mintOfficer(borough);
  const runs = await Promise.all([1, 2, 3].map(() => queueDigests([borough.code], MONDAY)));
  expect(runs.sort()).toEqual([0, 0, 2]);
  expect(await queueDigests([borough.code], new Date("2027-03-07T10:00:00Z"))).toBe(0);
  expect(await queueDigests([borough.code], new Date("2027-03-08T10:00:00Z"))).toBe(2);
  const jobs = await listDigestJobs(borough);
  expect(jobs).toHaveLength(4);
  expect(Object.keys(jobs[0]?.data ?? {}).sort()).toEqual(["boroughCode", "digestId"]);
});

test("a Monday that was missed is made up for later in the week", async () => {
  const borough = await mintBorough();
  await mintOfficer(borough);
  expect(await queueDigests([borough.code], new Date("2027-03-04T10:00:00Z"))).toBe(1);
  expect((await listDigests(borough)).map((digest) => digest.weekOn)).toEqual(["2027-03-01"]);
});

test("a manager of two businesses gets one e-mail with a section of each, and nobody is named", async () => {
  const borough = await mintBorough();
  const { business: heron, reader } = await mintManaged(borough, "The Painted Heron");
  const { business: gull } = await mintManaged(borough, "The Grey Gull", reader);
  await ask(borough, [heron.id], "2027-02-20");
  await ask(borough, [gull.id], "2027-03-12");
  await mintStaff(borough, gull, { name: "Tobias Quill" });
  const held = await mintStaff(borough, heron, { name: "Orla Fennick", confirmedOn: "2026-02-03" });
  await mintCertificate(borough, heron, {
    staffId: held,
    courseSlug: "spot-the-signs",
    issuedOn: "2026-04-10",
    expiresOn: "2027-04-30",
  });
  await queueDigests([borough.code], MONDAY);
  expect(await sendAll(borough)).toEqual(["sent"]);
  const [letter, ...more] = lettersTo(reader.email);
  expect(more).toEqual([]);
  expect(letter?.subject).toBe(
    `Operation Make Safe in Test borough ${borough.code}: 1 course overdue, 2 courses for you to take`,
  );
  const text = letter?.text ?? "";
  expect(text).toContain(
    "The Grey Gull\n\n- 1 course is due within 14 days, the first on 12 March 2027. 1 person has still to finish.\n- 1 person waits",
  );
  expect(text).toContain(
    "The Painted Heron\n\n- 1 course is past the due date. 1 person has still to finish.\n- 1 certificate of your staff lapses within 60 days, the first on 30 April 2027.",
  );
  expect(text).toContain(`/business/${gull.id}\n`);
  expect(text).toContain("call 101 and quote Operation Make Safe");
  expect(`${letter?.subject}${text}`).not.toMatch(/Quill|Fennick|Tobias|Orla/);
  expect(letter?.headers.get("list")).toHaveProperty("unsubscribe");
});

test("somebody with nothing to do gets no e-mail, and that is written down", async () => {
  const borough = await mintBorough();
  const { reader } = await mintManaged(borough, "The Painted Heron");
  await queueDigests([borough.code], MONDAY);
  expect(await sendAll(borough)).toEqual(["nothing_to_say"]);
  expect(lettersTo(reader.email)).toEqual([]);
});

test("an officer is told what is theirs and what is nobody's, not what a colleague has taken", async () => {
  const borough = await mintBorough();
  const officer = await mintOfficer(borough);
  const colleague = await mintOfficer(borough, "colleague");
  const { business } = await mintManaged(borough, "The Painted Heron");
  await mintStaff(borough, business, { name: "Tobias Quill" });
  await ask(borough, [business.id], "2027-02-20");
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO follow_up_owners (borough_code, business_id, kind, user_id, assigned_on)
      VALUES (${borough.code}, ${business.id}, 'overdue', ${colleague.userId}, '2027-02-22')`,
  );
  await queueDigests([borough.code], MONDAY);
  await sendAll(borough);
  const [own] = lettersTo(officer.email);
  const [theirs] = lettersTo(colleague.email);
  expect(own?.text).toContain("Staff waiting to be confirmed: 1 nobody’s yet");
  expect(own?.text).not.toContain("Training past its due date");
  expect(theirs?.text).toContain("Training past its due date: 1 yours");
  expect(own?.text).toContain(`/${borough.code}/week\n`);
});

test("a learner with an address is told what is theirs; one without is in the manager's counts", async () => {
  const borough = await mintBorough();
  const { business, reader } = await mintManaged(borough, "The Painted Heron");
  const withMail = await mintStaff(borough, business, {
    name: "Orla Fennick",
    confirmedOn: "2026-02-03",
  });
  await mintStaff(borough, business, { name: "Tobias Quill", confirmedOn: "2026-02-03" });
  const learner = await giveStaffAccount(borough, withMail);
  await ask(borough, [business.id], "2027-03-12");
  await queueDigests([borough.code], MONDAY);
  expect(await sendAll(borough)).toEqual(["sent", "sent"]);
  expect(lettersTo(learner.email)[0]?.text).toContain("please finish it by 12 March 2027.");
  expect(lettersTo(reader.email)[0]?.text).toContain("3 people have still to finish.");
});

test("who has left by then, or was shut out, is not written to", async () => {
  const borough = await mintBorough();
  const officer = await mintOfficer(borough);
  const { business } = await mintManaged(borough, "The Painted Heron");
  await ask(borough, [business.id], "2027-02-20");
  await queueDigests([borough.code], MONDAY);
  await asOwner([borough.code], async (tx) => {
    await tx`UPDATE users SET disabled_at = now() WHERE id = ${officer.userId}`;
    await tx`UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code} AND id = ${business.id}`;
  });
  expect(await sendAll(borough)).toEqual(["nothing_to_say", "nothing_to_say"]);
});

test("at night it waits for the morning", async () => {
  const borough = await mintBorough();
  const officer = await mintOfficer(borough);
  const { business } = await mintManaged(borough, "The Painted Heron");
  await ask(borough, [business.id], "2027-02-20");
  await queueDigests([borough.code], new Date("2027-03-01T22:15:00Z"));
  const jobs = await listDigestJobs(borough);
  expect(jobs.map((job) => job.startAfter.toISOString())).toEqual(
    Array(2).fill("2027-03-02T08:00:00.000Z"),
  );
  await sendDigest(jobs[0]?.data ?? {}, new Date("2027-03-01T23:00:00Z"));
  expect(lettersTo(officer.email)).toEqual([]);
  expect(await listDigestJobs(borough)).toHaveLength(3);
  expect(await sendAll(borough, new Date("2027-03-02T08:00:00Z"))).toEqual(["sent", "sent"]);
  expect(lettersTo(officer.email)).toHaveLength(1);
});

test("an address that is refused, and a letter given up, are failures that can be seen", async () => {
  const borough = await mintBorough();
  const officer = await mintOfficer(borough);
  const { business } = await mintManaged(borough, "The Painted Heron");
  await ask(borough, [business.id], "2027-02-20");
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE users SET email = ${REFUSED} WHERE id = ${officer.userId}`,
  );
  await queueDigests([borough.code], MONDAY);
  const digests = await listDigests(borough);
  const idOf = (own: boolean) =>
    digests.find((digest) => (digest.userId === officer.userId) === own)?.id ?? "";
  await sendDigest({ boroughCode: borough.code, digestId: idOf(true) }, MONDAY);
  await setAsideMail({ boroughCode: borough.code, digestId: idOf(false) });
  expect((await listDigests(borough)).map((digest) => digest.state)).toEqual(["failed", "failed"]);
});
