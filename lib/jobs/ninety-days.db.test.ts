import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planAction, recordAction } from "@/lib/aims/commands";
import { assignTraining } from "@/lib/assignments/commands";
import { stopByLink } from "@/lib/auth/digest-choice";
import { declareHeadcount } from "@/lib/businesses/commands";
import { runCommand } from "@/lib/command";
import { addDays, londonMoment } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { answerAll, readAll } from "@/lib/db/test/learning";
import { type MailSink, startMailSink } from "@/lib/db/test/mail-sink";
import { giveStaffAccount, listDigests, mintManaged, mintOfficer } from "@/lib/db/test/readers";
import { mintCertificate, mintStaff } from "@/lib/db/test/staffed";
import { env } from "@/lib/env";
import { closeTransport } from "@/lib/mail/transport";
import { completeTraining } from "@/lib/training/attempt-commands";
import { publishCourses } from "@/lib/training/publish";
import { queueDigests, sendDigest } from "./digests";
import { sendOutboxMail } from "./mail";
import { remindBoroughs } from "./reminders";

const FIRST_DAY = "2027-01-11";
const DAYS = 90;
/** The worker is down all that Monday: its e-mails go on Tuesday. */
const WORKER_DOWN = "2027-02-15";
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  process.env.SMTP_URL = sink.url;
  await publishCourses(env().DATABASE_OWNER_URL ?? "");
});
afterAll(async () => {
  closeTransport();
  await sink.stop();
  await closeDatabase();
  await closeOwner();
});

/** A hotel of three people: its manager, a learner with an address and one without; and an officer. */
async function mintWorld() {
  const borough = await mintBorough();
  const officer = await mintOfficer(borough);
  const { business, reader: manager } = await mintManaged(borough, "The Painted Heron");
  const [withMail, without] = [
    await mintStaff(borough, business, { name: "Orla Fennick", confirmedOn: "2026-02-03" }),
    await mintStaff(borough, business, { name: "Tobias Quill", confirmedOn: "2026-02-03" }),
  ];
  const learner = await giveStaffAccount(borough, withMail);
  const reporting = { staffId: withMail, courseSlug: "reporting" };
  await mintCertificate(borough, business, {
    ...reporting,
    issuedOn: "2026-03-10",
    expiresOn: "2027-03-31",
  });
  await asOwner(
    [borough.code],
    (
      tx,
    ) => tx`INSERT INTO visits (borough_code, id, business_id, state, planned_on, visited_on, outcome, next_visit_on)
      VALUES (${borough.code}, ${randomUUID()}, ${business.id}, 'done', '2026-09-15', '2026-09-15', 'seen', '2027-03-15')`,
  );
  const on = (today: string) => ({ boroughCode: borough.code, today });
  const pass = async (staffId: string, today: string) => {
    const place = { boroughCode: borough.code, businessId: business.id };
    const who = { role: "staff" as const, name: "", ...place, staffId };
    const attemptId = await answerAll(who, await readAll(who, "spot-the-signs", today));
    await runCommand(completeTraining, who, { attemptId }, on(today));
  };
  const count = (today: string) =>
    runCommand(
      declareHeadcount,
      business.manager,
      { businessId: business.id, headcount: 3 },
      on(today),
    );
  let actionId = "";
  /** What people do, on which day, after that day's letters. */
  const story: Record<string, () => Promise<unknown>> = {
    "2027-01-12": async () => {
      const course = { courseSlug: "spot-the-signs", audience: "all_staff", dueOn: "2027-02-10" };
      await runCommand(
        assignTraining,
        borough.admin,
        { businessIds: [business.id], ...course },
        on("2027-01-12"),
      );
      await count("2027-01-12");
      const action = {
        kind: "register",
        sector: "taxi",
        ownerId: officer.userId,
        dueOn: "2027-03-20",
      };
      ({ actionId } = await runCommand(planAction, borough.admin, action, on("2027-01-12")));
    },
    "2027-02-03": () => pass(withMail, "2027-02-03"),
    "2027-02-24": async () => {
      await pass(business.manager.staffId ?? "", "2027-02-24");
      await pass(without, "2027-02-24");
    },
    "2027-03-10": () =>
      mintCertificate(borough, business, {
        ...reporting,
        issuedOn: "2027-03-10",
        expiresOn: "2028-03-31",
      }),
    "2027-03-16": async () => {
      await mintStaff(borough, business, { name: "Ines Marlow", joinedOn: "2027-03-16" });
      await count("2027-03-16");
    },
    "2027-03-24": async () => {
      const text = sink.letters.findLast((one) =>
        JSON.stringify(one.to).includes(manager.email),
      )?.text;
      await stopByLink(borough.code, /weekly-email\/\w+\/(\w{26})/.exec(text ?? "")?.[1] ?? "");
    },
    "2027-03-30": () => {
      const done = { actionId, kind: "register", doneOn: "2027-03-30", evidence: "Minute 4" };
      return runCommand(recordAction, borough.admin, done, on("2027-03-30"));
    },
  };
  return { borough, story, officer, manager, learner };
}

/** Does what the queue holds for the borough and is due at this moment, as the worker would. */
async function work({ code }: TestBorough, now: Date): Promise<void> {
  const jobs = await asOwner(
    [code],
    (tx) => tx<{ name: string; data: Record<string, string> }[]>`
    DELETE FROM pgboss.job WHERE data->>'boroughCode' = ${code} AND start_after <= ${now} RETURNING name, data`,
  );
  for (const { name, data } of jobs) {
    await (name === "digest.send" ? sendDigest(data, now) : sendOutboxMail(data, now));
  }
}

const JOBS = { "07:30": remindBoroughs, "08:00": null, "10:00": queueDigests, "22:00": null };

test("ninety days leave exactly these letters", async () => {
  const { borough, story, ...people } = await mintWorld();
  const whose = new Map(Object.entries(people).map(([who, { email }]) => [email, who]));
  const table: string[] = [];
  for (let day = FIRST_DAY; day < addDays(FIRST_DAY, DAYS); day = addDays(day, 1)) {
    for (const [clock, job] of Object.entries(JOBS)) {
      if (day === WORKER_DOWN) continue;
      const [hour = 0, minutes = 0] = clock.split(":").map(Number);
      const now = new Date(londonMoment(day, hour).getTime() + minutes * 60_000);
      const before = sink.letters.length;
      await job?.([borough.code], now);
      await work(borough, now);
      const came = sink.letters.slice(before).map(({ to, subject }) => {
        const [address = ""] = [to ?? []].flat().map((each) => each.text);
        return `${day} ${clock} ${whose.get(address)}: ${subject?.replace(PREFIX, "")}`;
      });
      table.push(...came.sort());
    }
    await story[day]?.();
  }
  expect(table).toEqual(EXPECTED.trim().split("\n"));
  const states = (await listDigests(borough)).map((digest) => digest.state);
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  // 13 weeks of three people: whoever got no letter had nothing to do, but for two the manager stopped.
  expect([count("sent"), count("nothing_to_say"), count("turned_off")]).toEqual([25, 12, 2]);
}, 120_000);

const PREFIX = /^Operation Make Safe in Test borough E\d{8}: /;

const EXPECTED = `
2027-01-18 10:00 learner: 1 course for you to take
2027-01-18 10:00 manager: 1 course for you to take
2027-01-25 10:00 learner: 1 course for you to take
2027-01-25 10:00 manager: 1 course for you to take
2027-02-01 10:00 learner: 1 course for you to take, 1 certificate lapsing
2027-02-01 10:00 manager: 1 course for you to take, 1 certificate lapsing
2027-02-08 10:00 learner: 1 certificate lapsing
2027-02-08 10:00 manager: 1 course for you to take, 1 certificate lapsing
2027-02-08 10:00 officer: 1 thing to see to
2027-02-16 10:00 learner: 1 certificate lapsing
2027-02-16 10:00 manager: 1 course overdue, 1 course for you to take
2027-02-16 10:00 officer: 1 thing to see to
2027-02-22 10:00 learner: 1 certificate lapsing
2027-02-22 10:00 manager: 1 course overdue, 1 course for you to take
2027-02-22 10:00 officer: 1 thing to see to
2027-03-01 10:00 learner: 1 certificate lapsing
2027-03-01 10:00 manager: 1 certificate lapsing
2027-03-06 08:00 officer: Register reconciled by hand: Taxi and private hire: is due on 20 March 2027
2027-03-08 10:00 learner: 1 certificate lapsing
2027-03-08 10:00 manager: 1 certificate lapsing
2027-03-08 10:00 officer: 1 thing to see to
2027-03-15 10:00 officer: 2 things to see to
2027-03-21 08:00 officer: Register reconciled by hand: Taxi and private hire: was due on 20 March 2027
2027-03-22 10:00 manager: 1 person to confirm
2027-03-22 10:00 officer: 3 things to see to
2027-03-28 08:00 officer: Register reconciled by hand: Taxi and private hire: was due on 20 March 2027
2027-03-29 10:00 officer: 3 things to see to
2027-04-05 10:00 officer: 2 things to see to
`;
