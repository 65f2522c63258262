import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { newestAudit } from "@/lib/db/test/premises";
import { Forbidden, RuleBroken } from "@/lib/errors";
import { confirmContact } from "./settings-commands";
import { findContact } from "./settings-queries";

let borough: TestBorough;
beforeAll(async () => {
  borough = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const contact = {
  teamName: "Front door",
  email: "frontdoor@example.org",
  phone: "020 7946 0123",
  outOfHoursPhone: "",
  checked: "yes",
};
const confirm = (change: object) =>
  runCommand(
    confirmContact,
    borough.admin,
    { ...contact, ...change },
    { boroughCode: borough.code },
  );

describe("confirming the front door", () => {
  it("says who confirmed it and when, and may be done again", async () => {
    await confirm({});
    await confirm({ outOfHoursPhone: "020 7946 0124" });
    expect(await asViewer(borough.officer, findContact)).toMatchObject({
      phone: "020 7946 0123",
      outOfHoursPhone: "020 7946 0124",
      confirmedBy: borough.admin.name,
      confirmedOn: londonDate(new Date()),
    });
    expect((await newestAudit(borough.code))?.action).toBe("borough.confirm_contact");
  });

  it("refuses an officer, and what has not been checked or is no number", async () => {
    await expect(
      runCommand(confirmContact, borough.officer, contact, { boroughCode: borough.code }),
    ).rejects.toThrow(Forbidden);
    await expect(confirm({ checked: undefined })).rejects.toThrow(RuleBroken);
    await expect(confirm({ phone: "call us" })).rejects.toThrow(RuleBroken);
  });
});
