import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/command";
import { addDays, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import {
  addPremises,
  businessRow,
  enrolPremises,
  managerOf,
  newestAudit,
} from "@/lib/db/test/premises";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { inviteManager } from "@/lib/people/invitation-commands";
import { closeBusiness, enrolOnPaper, excludeBusiness, reopenBusiness } from "./stage-commands";

let borough: TestBorough;
let other: TestBorough;
const today = londonDate(new Date());
const here = () => ({ boroughCode: borough.code });

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const exclusion = (businessId: string, days = 90) => ({
  businessId,
  reason: "seasonal",
  reviewOn: addDays(today, days),
});

async function inScope(code: string): Promise<number> {
  const [row] = await asOwner(
    [code],
    (tx) =>
      tx`SELECT coalesce(sum(delta), 0)::int AS n FROM coverage_cells
      WHERE borough_code = ${code} AND measure = 'in_scope' AND month <= ${today}`,
  );
  return row?.n as number;
}

async function openInvitations(code: string, businessId: string): Promise<number> {
  const [row] = await asOwner(
    [code],
    (tx) =>
      tx`SELECT count(*)::int AS n FROM invitations WHERE borough_code = ${code}
      AND business_id = ${businessId} AND withdrawn_at IS NULL`,
  );
  return row?.n as number;
}

describe("leaving a business out", () => {
  it("takes it out of the figures with its reason, and withdraws its invitation", async () => {
    const businessId = await addPremises(borough, "The Late Ferry");
    await runCommand(inviteManager, borough.officer, { businessId, channel: "letter" }, here());
    const before = await inScope(borough.code);
    await runCommand(excludeBusiness, borough.officer, exclusion(businessId), here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({
      stage: "excluded",
      exclusion_reason: "seasonal",
    });
    expect(await inScope(borough.code)).toBe(before - 1);
    expect(await openInvitations(borough.code, businessId)).toBe(0);
    expect(await newestAudit(borough.code, businessId)).toMatchObject({
      action: "business.exclude",
      details: { reason: "seasonal" },
    });
  });

  it.each([0, -1, 400])("refuses to look again in %i days", async (days) => {
    const businessId = await addPremises(borough, `The Ferry ${days}`);
    const order = runCommand(excludeBusiness, borough.officer, exclusion(businessId, days), here());
    await expect(order).rejects.toThrow(RuleBroken);
  });

  it("refuses declining as a reason", async () => {
    const businessId = await addPremises(borough, "The Quiet Ferry");
    const input = { ...exclusion(businessId), reason: "declined" };
    await expect(runCommand(excludeBusiness, borough.officer, input, here())).rejects.toThrow(
      RuleBroken,
    );
  });

  it("does not find a business of another borough", async () => {
    const businessId = await addPremises(other);
    const order = runCommand(excludeBusiness, borough.officer, exclusion(businessId), here());
    await expect(order).rejects.toThrow(NotFound);
  });
});

describe("closing and reopening", () => {
  it("brings an enrolled business back as enrolled, and the figures with it", async () => {
    const businessId = await addPremises(borough, "The Round Door");
    await enrolPremises(borough, businessId, 4);
    const before = await inScope(borough.code);
    await runCommand(closeBusiness, borough.officer, { businessId }, here());
    expect(await inScope(borough.code)).toBe(before - 1);
    await runCommand(reopenBusiness, borough.officer, { businessId }, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({ stage: "enrolled" });
    expect(await inScope(borough.code)).toBe(before);
  });

  it("brings an invited business back as not invited: its invitation was withdrawn", async () => {
    const businessId = await addPremises(borough, "The Square Door");
    await runCommand(inviteManager, borough.officer, { businessId, channel: "letter" }, here());
    await runCommand(closeBusiness, borough.officer, { businessId }, here());
    await runCommand(reopenBusiness, borough.officer, { businessId }, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({ stage: "in_scope" });
  });

  it("refuses to close twice, to reopen what is open, and a manager", async () => {
    const businessId = await addPremises(borough, "The Oval Door");
    const order = { businessId };
    await expect(runCommand(reopenBusiness, borough.officer, order, here())).rejects.toThrow(
      RuleBroken,
    );
    await expect(
      runCommand(closeBusiness, managerOf(borough, businessId), order, here()),
    ).rejects.toThrow(Forbidden);
    await runCommand(closeBusiness, borough.officer, order, here());
    await expect(runCommand(closeBusiness, borough.officer, order, here())).rejects.toThrow(
      RuleBroken,
    );
  });
});

describe("enrolling on paper", () => {
  it("enrols, and says in the trail that it was on paper", async () => {
    const businessId = await addPremises(borough, "The Paper Lamp");
    await runCommand(enrolOnPaper, borough.officer, { businessId, agreed: "yes" }, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({ stage: "enrolled" });
    expect(await newestAudit(borough.code, businessId)).toMatchObject({
      details: { how: "paper" },
    });
  });

  it("refuses without the agreement, twice, and for a closed business", async () => {
    const businessId = await addPremises(borough, "The Paper Moon");
    const agreed = { businessId, agreed: "yes" };
    await expect(runCommand(enrolOnPaper, borough.officer, { businessId }, here())).rejects.toThrow(
      RuleBroken,
    );
    await runCommand(enrolOnPaper, borough.officer, agreed, here());
    await expect(runCommand(enrolOnPaper, borough.officer, agreed, here())).rejects.toThrow(
      RuleBroken,
    );
    await runCommand(closeBusiness, borough.officer, { businessId }, here());
    await expect(runCommand(enrolOnPaper, borough.officer, agreed, here())).rejects.toThrow(
      RuleBroken,
    );
  });
});
