import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { listDigests, mintOfficer, type TestReader } from "@/lib/db/test/readers";
import { NotFound } from "@/lib/errors";
import { queueDigests } from "@/lib/jobs/digests";
import {
  chooseDigest,
  findMobile,
  findStopLink,
  keepMobile,
  listDigestChoices,
  stopByLink,
} from "./digest-choice";
import { mobileInput } from "./schema";
import { linkSecret } from "./secrets";
import type { SessionHolder } from "./session";

let borough: TestBorough;
let neighbour: TestBorough;
let officer: TestReader;

beforeAll(async () => {
  neighbour = await mintBorough();
});
beforeEach(async () => {
  borough = await mintBorough();
  officer = await mintOfficer(borough);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const holder = (): SessionHolder => ({
  idHash: "",
  kind: "user",
  name: "Test Reader",
  userId: officer.userId,
  memberships: [
    {
      boroughCode: borough.code,
      boroughName: `Test borough ${borough.code}`,
      role: "borough_officer",
      businessId: null,
      staffId: null,
    },
  ],
  policeAreas: [],
  programme: false,
  boroughCodes: [],
  staff: null,
});

const choices = async () => (await listDigestChoices(holder())).map((choice) => choice.emails);
const events = () =>
  asOwner([borough.code], async (tx) => [
    ...(await tx<{ event: string }[]>`
      SELECT event FROM auth_events WHERE user_id = ${officer.userId} ORDER BY at`),
  ]);
/** The secret in the link of the letter the officer gets in the week of this day. */
async function secretOf(day: string): Promise<string> {
  await queueDigests([borough.code], new Date(`${day}T10:00:00Z`));
  const digests = await listDigests(borough);
  return linkSecret("digest", borough.code, digests.at(-1)?.id ?? "");
}

test("everybody gets the e-mail until they turn it off, and may have it again", async () => {
  expect(await choices()).toEqual([true]);
  await chooseDigest(holder(), borough.code, false);
  expect(await choices()).toEqual([false]);
  expect(await queueDigests([borough.code], new Date("2027-03-01T10:00:00Z"))).toBe(0);
  expect((await listDigests(borough)).map((digest) => digest.state)).toEqual(["turned_off"]);
  await chooseDigest(holder(), borough.code, true);
  expect(await queueDigests([borough.code], new Date("2027-03-08T10:00:00Z"))).toBe(1);
  expect((await events()).map((row) => row.event)).toEqual([
    "weekly_email.turn_off",
    "weekly_email.turn_on",
  ]);
});

test("nobody chooses for a borough they have no place in, nor without an account", async () => {
  await expect(chooseDigest(holder(), neighbour.code, false)).rejects.toBeInstanceOf(NotFound);
  const staff = { ...holder(), userId: null };
  await expect(chooseDigest(staff, borough.code, false)).rejects.toBeInstanceOf(NotFound);
  expect(await listDigestChoices(staff)).toEqual([]);
});

test("a letter's link stops them once it is pressed; looking at it stops nothing", async () => {
  const secret = await secretOf("2027-03-01");
  const link = { boroughName: `Test borough ${borough.code}`, emails: true };
  expect(await findStopLink(borough.code, secret)).toEqual(link);
  expect(await choices()).toEqual([true]);
  await stopByLink(borough.code, secret);
  await stopByLink(borough.code, secret);
  expect(await choices()).toEqual([false]);
  expect(await findStopLink(borough.code, secret)).toEqual({ ...link, emails: false });
  expect(await events()).toHaveLength(1);
});

test("a manager gives a number, and takes it away; nobody else is asked for one", async () => {
  const manager = (): SessionHolder => ({
    ...holder(),
    memberships: holder().memberships.map((m) => ({ ...m, businessId: randomUUID() })),
  });
  expect(await findMobile(manager())).toBeNull();
  await keepMobile(manager(), "+447700900123");
  expect(await findMobile(manager())).toBe("+447700900123");
  await keepMobile(manager(), "");
  expect(await findMobile(manager())).toBeNull();
  expect((await events()).map((row) => row.event)).toEqual(["mobile.give", "mobile.take_away"]);
  await expect(keepMobile(holder(), "+447700900123")).rejects.toBeInstanceOf(NotFound);
  await expect(keepMobile(manager(), "020 7946 0123")).rejects.toThrow();
});

test.each([
  ["07700 900123", "+447700900123"],
  ["+44 (7700) 900-123", "+447700900123"],
  ["0044 7700900123", "+447700900123"],
  ["", ""],
  ["020 7946 0123", null],
  ["07700 90012", null],
  ["soon", null],
])("the number %j is read as %j", (typed, kept) => {
  const read = mobileInput.safeParse({ mobile: typed });
  expect(read.success ? read.data.mobile : null).toBe(kept);
});

test("another secret, or another borough, opens nothing", async () => {
  const secret = await secretOf("2027-03-01");
  const wrong = linkSecret("digest", borough.code, randomUUID());
  for (const [code, tried] of [
    [borough.code, wrong],
    [neighbour.code, secret],
    [borough.code, "short"],
    ["nowhere", secret],
  ] as const) {
    expect(await findStopLink(code, tried)).toBeNull();
    await expect(stopByLink(code, tried)).rejects.toBeInstanceOf(NotFound);
  }
});
