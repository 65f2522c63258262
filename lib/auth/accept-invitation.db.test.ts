import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { mintInvitation, mintUser, TEST_PASSWORD } from "@/lib/db/test/people";
import { addPremises, businessRow, newestAudit } from "@/lib/db/test/premises";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { accept } from "./accept-invitation";
import { findInvitation } from "./lookups";
import { findSessionHolder } from "./session";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const answers = (borough: TestBorough, secret: string) => ({
  boroughCode: borough.code,
  secret,
  name: "Ana  López",
  email: `${randomUUID()}@example.org`,
  password: "Larkspur-9-lanterns",
  source: randomUUID(),
});

const count = async (code: string, table: "memberships" | "staff_members" | "stage_changes") => {
  const [row] = await asOwner(
    [code],
    (tx) =>
      tx<{ n: number }[]>`SELECT count(*)::int AS n FROM ${tx(table)} WHERE borough_code = ${code}`,
  );
  return row?.n;
};

describe("accepting an invitation", () => {
  it("enrols the business and makes its manager, session and audit row at once", async () => {
    const borough = await mintBorough();
    const businessId = await addPremises(borough);
    const { secret } = await mintInvitation(borough, { businessId });
    const { token, href } = await accept(answers(borough, secret));
    expect(href).toBe(`/business/${businessId}`);
    const holder = await findSessionHolder(token);
    expect(holder?.memberships).toMatchObject([{ role: "business_manager", businessId }]);
    expect((await businessRow(borough.code, businessId))?.stage).toBe("enrolled");
    const audit = await newestAudit(borough.code, businessId);
    expect(audit).toMatchObject({ action: "invitation.accept", actor_role: "business_manager" });
    const [staff] = await asOwner(
      [borough.code],
      (tx) => tx`
      SELECT name, name_key, is_manager, confirmed_on IS NOT NULL AS confirmed, user_id
      FROM staff_members WHERE borough_code = ${borough.code}`,
    );
    expect(staff).toMatchObject({
      name: "Ana López",
      name_key: "ana lopez",
      is_manager: true,
      confirmed: true,
      user_id: holder?.userId,
    });
    const [cell] = await asOwner(
      [borough.code],
      (tx) => tx`
      SELECT sum(delta)::int AS enrolled FROM coverage_cells
      WHERE borough_code = ${borough.code} AND measure = 'enrolled'`,
    );
    expect(cell?.enrolled).toBe(1);
  });

  it("is not used up by looking, and is used once by 100 at the same moment", async () => {
    const borough = await mintBorough();
    const businessId = await addPremises(borough);
    const { secret } = await mintInvitation(borough, { businessId });
    const looks = await Promise.all(
      Array.from({ length: 22 }, () => findInvitation(borough.code, secret)),
    );
    expect(looks.every((look) => look?.state === "open")).toBe(true);
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, () => accept(answers(borough, secret))),
    );
    expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
    for (const tried of tries) {
      if (tried.status === "rejected") expect(tried.reason).toBeInstanceOf(Conflict);
    }
    expect(await count(borough.code, "memberships")).toBe(1);
    expect(await count(borough.code, "staff_members")).toBe(1);
    expect((await findInvitation(borough.code, secret))?.state).toBe("used");
  });

  it("belongs to the address it was mailed to, whatever the form says", async () => {
    const borough = await mintBorough();
    const user = await mintUser();
    const businessId = await addPremises(borough);
    const { secret } = await mintInvitation(borough, { businessId, email: user.email });
    const given = { ...answers(borough, secret), password: TEST_PASSWORD };
    const { token } = await accept(given);
    expect((await findSessionHolder(token))?.userId).toBe(user.id);
  });

  it("asks for the password of an account that exists, and is still open after a wrong one", async () => {
    const borough = await mintBorough();
    const user = await mintUser();
    const businessId = await addPremises(borough);
    const { secret } = await mintInvitation(borough, { businessId });
    const wrong = { ...answers(borough, secret), email: user.email, password: "something else" };
    await expect(accept(wrong)).rejects.toBeInstanceOf(RuleBroken);
    expect((await findInvitation(borough.code, secret))?.state).toBe("open");
  });

  it("gives a borough's team its membership and no staff row", async () => {
    const borough = await mintBorough();
    const email = `${randomUUID()}@example.org`;
    const { secret } = await mintInvitation(borough, { role: "borough_officer", email });
    const { token, href } = await accept(answers(borough, secret));
    expect(href).toBe(`/${borough.code}`);
    expect((await findSessionHolder(token))?.memberships).toMatchObject([
      { role: "borough_officer" },
    ]);
    expect(await count(borough.code, "staff_members")).toBe(0);
  });

  it("adds a second site to the same person, and revives nothing twice", async () => {
    const borough = await mintBorough();
    const user = await mintUser();
    const own = { email: user.email, password: TEST_PASSWORD };
    const businessId = await addPremises(borough);
    for (let i = 0; i < 2; i += 1) {
      const { secret } = await mintInvitation(borough, { businessId });
      await accept({ ...answers(borough, secret), ...own });
    }
    expect(await count(borough.code, "memberships")).toBe(1);
    expect(await count(borough.code, "staff_members")).toBe(1);
    const second = await addPremises(borough, "The Second Heron");
    const { secret } = await mintInvitation(borough, { businessId: second });
    const { token } = await accept({ ...answers(borough, secret), ...own });
    expect((await findSessionHolder(token))?.memberships).toHaveLength(2);
  });

  it("refuses an expired, a withdrawn and an unknown link, and one of another borough", async () => {
    const [borough, other] = [await mintBorough(), await mintBorough()];
    const businessId = await addPremises(borough);
    const old = await mintInvitation(borough, { businessId, expiresOn: "2026-01-01" });
    await expect(accept(answers(borough, old.secret))).rejects.toBeInstanceOf(Conflict);
    const open = await mintInvitation(borough, { businessId });
    await expect(accept(answers(other, open.secret))).rejects.toBeInstanceOf(NotFound);
    await asOwner(
      [borough.code],
      (tx) => tx`
      UPDATE invitations SET withdrawn_at = now() WHERE borough_code = ${borough.code}`,
    );
    await expect(accept(answers(borough, open.secret))).rejects.toBeInstanceOf(Conflict);
    await expect(accept(answers(borough, "0".repeat(26)))).rejects.toBeInstanceOf(NotFound);
    expect(await count(borough.code, "memberships")).toBe(0);
  });

  it("writes nothing by halves when the business has closed since", async () => {
    const borough = await mintBorough();
    const businessId = await addPremises(borough);
    const { secret } = await mintInvitation(borough, { businessId });
    await asOwner(
      [borough.code],
      (tx) => tx`
      UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code}`,
    );
    const given = answers(borough, secret);
    await expect(accept(given)).rejects.toBeInstanceOf(RuleBroken);
    expect((await findInvitation(borough.code, secret))?.state).toBe("open");
    const [user] = await asOwner([], (tx) => tx`SELECT 1 FROM users WHERE email = ${given.email}`);
    expect(user).toBeUndefined();
  });
});
