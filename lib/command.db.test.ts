import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteAdmin, setUpBorough } from "@/lib/boroughs/commands";
import { runCommand } from "./command";
import { closeDatabase } from "./db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "./db/test/borough";
import { Conflict, Forbidden, RuleBroken } from "./errors";

let borough: TestBorough;
let neighbour: TestBorough;

beforeAll(async () => {
  borough = await mintBorough();
  neighbour = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const invitationsTo = (email: string) =>
  asOwner([borough.code], (tx) => tx`SELECT id FROM invitations WHERE email = ${email}`);

describe("a command", () => {
  it("sent 50 times at once with one key has one effect and one answer", async () => {
    const key = randomUUID();
    const email = `${key}@example.org`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        runCommand(
          inviteAdmin,
          borough.programme,
          { email },
          { boroughCode: borough.code, idempotencyKey: key },
        ),
      ),
    );
    expect(new Set(answers.map((answer) => answer.invitationId)).size).toBe(1);
    expect(await invitationsTo(email)).toHaveLength(1);
  });

  it("refuses the same key with another body", async () => {
    const key = randomUUID();
    const options = { boroughCode: borough.code, idempotencyKey: key };
    await runCommand(inviteAdmin, borough.programme, { email: `a-${key}@example.org` }, options);
    const second = runCommand(
      inviteAdmin,
      borough.programme,
      { email: `b-${key}@example.org` },
      options,
    );
    await expect(second).rejects.toBeInstanceOf(Conflict);
    expect(await invitationsTo(`b-${key}@example.org`)).toHaveLength(0);
  });

  it("keeps no outcome of a try that failed, so that the same form can be mended and sent", async () => {
    const key = randomUUID();
    const options = { boroughCode: borough.code, idempotencyKey: key };
    const first = runCommand(inviteAdmin, borough.programme, { email: "no address" }, options);
    await expect(first).rejects.toBeInstanceOf(RuleBroken);
    const email = `mended-${key}@example.org`;
    await runCommand(inviteAdmin, borough.programme, { email }, options);
    expect(await invitationsTo(email)).toHaveLength(1);
  });

  it("is refused to a role without the permission, and in a borough that is not the viewer's", async () => {
    const input = { email: "x@example.org" };
    await expect(
      runCommand(inviteAdmin, borough.admin, input, { boroughCode: borough.code }),
    ).rejects.toBeInstanceOf(Forbidden);
    await expect(
      runCommand(inviteAdmin, borough.programme, input, { boroughCode: neighbour.code }),
    ).rejects.toBeInstanceOf(Forbidden);
  });

  it("leaves an audit row with its actor and fields, and the e-mail only in the erasable values", async () => {
    const email = `${randomUUID()}@example.org`;
    const { invitationId } = await runCommand(
      inviteAdmin,
      borough.programme,
      { email },
      { boroughCode: borough.code },
    );
    const [entry] = await asOwner(
      [borough.code],
      (tx) => tx`
      SELECT e.*, v.after FROM audit_entries e JOIN audit_values v ON v.audit_id = e.id
      WHERE e.subject_id = ${invitationId}`,
    );
    expect(entry).toMatchObject({
      action: "borough.invite_admin",
      actor_id: borough.programme.userId,
      actor_role: "programme",
      after: email,
    });
    const { after: _, ...plain } = entry ?? {};
    expect(JSON.stringify(plain)).not.toContain(email);
  });

  it("that breaks a rule writes nothing at all", async () => {
    const again = runCommand(setUpBorough, borough.programme, {}, { boroughCode: borough.code });
    await expect(again).rejects.toBeInstanceOf(Conflict);
    const rows = await asOwner(
      [borough.code],
      (tx) => tx`
      SELECT 1 FROM audit_entries WHERE action = 'borough.set_up' AND borough_code = ${borough.code}`,
    );
    expect(rows).toHaveLength(1);
  });
});
