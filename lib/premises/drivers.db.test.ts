import { afterAll, beforeAll, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { fieldOf } from "@/lib/db/test/learning";
import { addPremises, enrolPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound } from "@/lib/errors";
import { attestDrivers } from "./driver-command";
import { findAttestation, sumAttested } from "./driver-queries";

const today = londonDate(new Date());
let borough: TestBorough;
let base: string;

beforeAll(async () => {
  borough = await mintBorough();
  base = await addPremises(borough, "Kestrel Cars", "taxi");
  await enrolPremises(borough, base, 4);
  await enrolPremises(borough, await addPremises(borough, "Linnet Cars", "taxi"), 2);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const attest = (said: Record<string, unknown>, businessId = base) =>
  runCommand(
    attestDrivers,
    managerOf(borough, businessId),
    { drivers: "40", trained: "32", evidence: "own_records", ...said },
    { boroughCode: borough.code },
  );
const sum = (day = today) => asViewer(borough.officer, sumAttested, { today: day });
const standing = () =>
  asOwner(
    [borough.code],
    (tx) => tx`SELECT measure, met_from, met_until FROM standing_periods
      WHERE business_id = ${base} ORDER BY 1, 2`,
  );

it("is shown to the borough apart, by the newest word of each operator, for a year", async () => {
  expect(await sum()).toEqual({ asked: 2, operators: 0, drivers: 0, trained: 0 });
  const before = await standing();
  await attest({ trained: "12" });
  await attest({ drivers: "1,040" });
  expect(await sum()).toEqual({ asked: 2, operators: 1, drivers: 1040, trained: 32 });
  expect(await sum(addDays(today, 366))).toMatchObject({ operators: 0, drivers: 0 });
  expect(await standing()).toEqual(before);
  expect(await asViewer(managerOf(borough, base), (ctx) => findAttestation(ctx, base))).toEqual({
    ...{ drivers: 1040, trained: 32 },
    ...{ evidence: "own_records", attestedOn: today },
  });
  expect(await newestAudit(borough.code, base)).toMatchObject({
    action: "drivers.attest",
    details: { drivers: 1040, trained: 32, evidence: "own_records" },
  });
});

it("refuses more trained than there are, none at all, no evidence, another sector and an officer", async () => {
  expect(await fieldOf(attest({ trained: "41" }))).toBe("trained");
  expect(await fieldOf(attest({ drivers: "0", trained: "0" }))).toBe("drivers");
  expect(await fieldOf(attest({ drivers: "many" }))).toBe("drivers");
  expect(await fieldOf(attest({ evidence: "hearsay" }))).toBe("evidence");
  const hotel = await addPremises(borough, "The Linnet Hotel", "hotel");
  await enrolPremises(borough, hotel, 4);
  expect(await fieldOf(attest({}, hotel))).toBe("drivers");
  await expect(
    runCommand(
      attestDrivers,
      borough.officer,
      { drivers: "4", trained: "4", evidence: "own_records" },
      { boroughCode: borough.code },
    ),
  ).rejects.toThrow(Forbidden);
});

it("is seen in its own borough alone, and said of no business of another", async () => {
  const other = await mintBorough();
  expect(await asViewer(other.officer, sumAttested)).toMatchObject({ asked: 0, drivers: 0 });
  await expect(
    runCommand(
      attestDrivers,
      managerOf(other, base),
      { drivers: "4", trained: "4", evidence: "own_records" },
      { boroughCode: other.code },
    ),
  ).rejects.toThrow(NotFound);
});
