import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { closeBusiness } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
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
import { inviteByLetter, inviteManager, withdrawInvitation } from "./invitation-commands";
import { getLetters, listInvitations, listTeamInvitations } from "./invitation-queries";
import { inviteColleague } from "./team-commands";

let borough: TestBorough;
let other: TestBorough;
const here = () => ({ boroughCode: borough.code });

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const email = "manager@example.org";
const invitationsOf = (businessId: string) =>
  asViewer(borough.officer, (ctx) => listInvitations(ctx, businessId));

describe("inviting a manager", () => {
  it("by e-mail marks the business invited, keeps only the code's hash and queues one mail", async () => {
    const businessId = await addPremises(borough, "The Tall Clock");
    const { invitationId } = await runCommand(
      inviteManager,
      borough.officer,
      { businessId, channel: "email", email: " Manager@Example.org " },
      here(),
    );
    expect(await businessRow(borough.code, businessId)).toMatchObject({ stage: "invited" });
    const kept = await asOwner([borough.code], async (tx) => ({
      invitation: (
        await tx`SELECT token_hash, email, expires_on::text FROM invitations WHERE borough_code = ${borough.code} AND id = ${invitationId}`
      )[0],
      mails:
        await tx`SELECT id FROM outbox_mails WHERE borough_code = ${borough.code} AND subject_id = ${invitationId}`,
    }));
    expect(kept.mails).toHaveLength(1);
    expect(kept.invitation).toMatchObject({
      email,
      expires_on: addDays(londonDate(new Date()), 60),
      token_hash: hashSecret(linkSecret("invitation", borough.code, invitationId)),
    });
    const audit = await newestAudit(borough.code, businessId);
    expect(audit?.action).toBe("business.invite");
    expect(JSON.stringify(audit)).not.toContain("example.org");
  });

  it("leaves one open invitation, and an enrolled business enrolled", async () => {
    const businessId = await addPremises(borough, "The Short Clock");
    await enrolPremises(borough, businessId);
    await runCommand(inviteManager, borough.officer, { businessId, channel: "letter" }, here());
    await runCommand(
      inviteManager,
      borough.officer,
      { businessId, channel: "email", email },
      here(),
    );
    const states = (await invitationsOf(businessId)).map((row) => row.state);
    expect(states).toEqual(["open", "withdrawn"]);
    expect(await businessRow(borough.code, businessId)).toMatchObject({ stage: "enrolled" });
  });

  it("refuses a closed business, a wrong address, its manager and another borough's", async () => {
    const businessId = await addPremises(borough, "The Still Clock");
    const letter = { businessId, channel: "letter" };
    const mail = { businessId, channel: "email", email: "manager at example" };
    await expect(runCommand(inviteManager, borough.officer, mail, here())).rejects.toThrow(
      RuleBroken,
    );
    await expect(
      runCommand(inviteManager, managerOf(borough, businessId), letter, here()),
    ).rejects.toThrow(Forbidden);
    await runCommand(closeBusiness, borough.officer, { businessId }, here());
    await expect(runCommand(inviteManager, borough.officer, letter, here())).rejects.toThrow(
      RuleBroken,
    );
    const foreign = { businessId: await addPremises(other), channel: "letter" };
    await expect(runCommand(inviteManager, borough.officer, foreign, here())).rejects.toThrow(
      NotFound,
    );
  });

  it("has one effect when the same form is sent twice", async () => {
    const businessId = await addPremises(borough, "The Double Clock");
    const order = () =>
      runCommand(
        inviteManager,
        borough.officer,
        { businessId, channel: "letter" },
        { ...here(), idempotencyKey: "11111111-1111-4111-8111-111111111111" },
      );
    expect(await order()).toEqual(await order());
    expect(await invitationsOf(businessId)).toHaveLength(1);
  });
});

describe("letters for many", () => {
  it("makes one for each, marks them invited, and finds the whole batch from one letter", async () => {
    const ids = [
      await addPremises(borough, "Zebra Cars", "taxi"),
      await addPremises(borough, "Acorn Cars", "taxi"),
    ];
    const { invitationId, letters } = await runCommand(
      inviteByLetter,
      borough.officer,
      { businessIds: ids },
      here(),
    );
    expect(letters).toBe(2);
    for (const id of ids) {
      expect(await businessRow(borough.code, id)).toMatchObject({ stage: "invited" });
    }
    const batch = await asViewer(borough.officer, (ctx) =>
      getLetters(ctx, invitationId, { batch: true }),
    );
    expect(batch.map((letter) => letter.name)).toEqual(["Acorn Cars", "Zebra Cars"]);
    const one = await asViewer(borough.officer, (ctx) =>
      getLetters(ctx, invitationId, { batch: false }),
    );
    expect(one).toHaveLength(1);
    await expect(
      asViewer(other.officer, (ctx) => getLetters(ctx, invitationId, { batch: true })),
    ).rejects.toThrow(NotFound);
  });

  it("writes to nobody when one of them is another borough's or closed", async () => {
    const mine = await addPremises(borough, "Maple Cars", "taxi");
    const foreign = await addPremises(other, "Foreign Cars", "taxi");
    const order = (businessIds: string[]) =>
      runCommand(inviteByLetter, borough.officer, { businessIds }, here());
    await expect(order([mine, foreign])).rejects.toThrow(NotFound);
    const closed = await addPremises(borough, "Closed Cars", "taxi");
    await runCommand(closeBusiness, borough.officer, { businessId: closed }, here());
    await expect(order([mine, closed])).rejects.toThrow(RuleBroken);
    expect(await invitationsOf(mine)).toEqual([]);
  });
});

describe("withdrawing and inviting colleagues", () => {
  it("takes an open invitation back once, and the business is to be invited again", async () => {
    const businessId = await addPremises(borough, "The Open Book");
    const { invitationId } = await runCommand(
      inviteManager,
      borough.officer,
      { businessId, channel: "letter" },
      here(),
    );
    const order = () => runCommand(withdrawInvitation, borough.officer, { invitationId }, here());
    await order();
    expect((await invitationsOf(businessId))[0]?.state).toBe("withdrawn");
    expect(await businessRow(borough.code, businessId)).toMatchObject({ stage: "in_scope" });
    await expect(order()).rejects.toThrow(RuleBroken);
    expect((await newestAudit(borough.code, businessId))?.action).toBe("invitation.withdraw");
  });

  it("lets an administrator invite a colleague, and only an administrator take that back", async () => {
    const input = { email: "colleague@example.org", role: "borough_officer" };
    await expect(runCommand(inviteColleague, borough.officer, input, here())).rejects.toThrow(
      Forbidden,
    );
    await runCommand(inviteColleague, borough.admin, input, here());
    const { invitationId } = await runCommand(inviteColleague, borough.admin, input, here());
    const open = await asViewer(borough.admin, listTeamInvitations);
    expect(open.map((row) => row.id)).toEqual([invitationId]);
    await expect(
      runCommand(withdrawInvitation, borough.officer, { invitationId }, here()),
    ).rejects.toThrow(Forbidden);
    await runCommand(withdrawInvitation, borough.admin, { invitationId }, here());
    expect(await asViewer(borough.admin, listTeamInvitations)).toEqual([]);
  });
});
