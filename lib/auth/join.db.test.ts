import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { mintJoinCode } from "@/lib/db/test/people";
import { addPremises, newestAudit } from "@/lib/db/test/premises";
import { NotFound, RuleBroken } from "@/lib/errors";
import { joinBusiness } from "./join";
import { findSessionHolder } from "./session";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function openPlace() {
  const borough = await mintBorough();
  const businessId = await addPremises(borough);
  const secret = await mintJoinCode(borough, businessId);
  const visit = (kind: "new" | "back", name: string, pin: string) =>
    joinBusiness({
      boroughCode: borough.code,
      secret,
      visit: kind,
      name,
      pin,
      source: randomUUID(),
    });
  return { borough, businessId, secret, visit };
}

const people = (borough: TestBorough) =>
  asOwner(
    [borough.code],
    (tx) => tx<{ name: string; confirmed_on: string | null }[]>`
    SELECT name, confirmed_on FROM staff_members WHERE borough_code = ${borough.code} ORDER BY name`,
  );

const saidTo = (work: Promise<unknown>) =>
  work.then(
    () => "let in",
    (error: unknown) =>
      error instanceof RuleBroken ? `${error.field}: ${error.message}` : String(error),
  );

describe("joining a business by name and PIN", () => {
  it("writes a newcomer down, unconfirmed, and signs them in as staff", async () => {
    const { borough, businessId, visit } = await openPlace();
    const { token, href } = await visit("new", "Ana López", "284917");
    expect(href).toBe(`/learn/${businessId}`);
    expect(await findSessionHolder(token)).toMatchObject({
      kind: "staff",
      name: "Ana López",
      staff: { businessId, boroughCode: borough.code },
    });
    expect(await people(borough)).toMatchObject([{ name: "Ana López", confirmed_on: null }]);
    expect(await newestAudit(borough.code, businessId)).toMatchObject({ action: "staff.join" });
  });

  it("lets the same person back in however the name is typed, whichever box they tick", async () => {
    const { borough, visit } = await openPlace();
    const first = await visit("new", "Ana López", "284917");
    const back = await visit("back", "  ana   LOPEZ", "284917");
    const again = await visit("new", "Ana Lopez", "284917");
    const ids = [first, back, again].map(({ token }) => ("staffId" in token ? token.staffId : ""));
    expect(new Set(ids).size).toBe(1);
    expect(await people(borough)).toHaveLength(1);
  });

  it("says the same whether or not the name is known", async () => {
    const { visit } = await openPlace();
    await visit("new", "Ana López", "284917");
    const known = await saidTo(visit("back", "Ana López", "739164"));
    const unknown = await saidTo(visit("back", "Nobody Here", "739164"));
    expect(known).toBe(unknown);
    expect(known).toMatch(/^pin: /);
  });

  it("makes a second person of the same name with another PIN, and stops at five", async () => {
    const { borough, visit } = await openPlace();
    for (const pin of ["284917", "739164", "508263", "618350", "472906"]) {
      await visit("new", "Ana López", pin);
    }
    const sixth = await saidTo(visit("new", "Ana López", "905837"));
    expect(sixth).toBe(await saidTo(visit("back", "Nobody Here", "905837")));
    expect(await people(borough)).toHaveLength(5);
  });

  it.each(["123456", "000000", "121212", "311299"])("refuses to let %s be chosen", async (pin) => {
    const { borough, visit } = await openPlace();
    expect(await saidTo(visit("new", "Ana López", pin))).toMatch(/^pin: Choose another PIN/);
    expect(await people(borough)).toHaveLength(0);
  });

  it("makes one person of a form that was sent ten times at once", async () => {
    const { borough, visit } = await openPlace();
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => visit("new", "Ana López", "284917")),
    );
    expect(tries).toHaveLength(10);
    expect(await people(borough)).toHaveLength(1);
  });

  it("lets ten tries of a name through in five minutes, from however many phones", async () => {
    const { visit } = await openPlace();
    const said = await Promise.all(
      Array.from({ length: 14 }, () => saidTo(visit("back", "Ana López", "739164"))),
    );
    expect(said.filter((text) => text.startsWith("form: Too many tries"))).toHaveLength(4);
  });

  it("opens nothing with a replaced or foreign code, nor at a closed business", async () => {
    const { borough, businessId, secret, visit } = await openPlace();
    const other = await mintBorough();
    const given = { visit: "new" as const, name: "Ana López", pin: "284917", source: "x" };
    await expect(
      joinBusiness({ ...given, boroughCode: other.code, secret }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      joinBusiness({ ...given, boroughCode: borough.code, secret: "0".repeat(26) }),
    ).rejects.toBeInstanceOf(NotFound);
    await asOwner(
      [borough.code],
      (tx) => tx`
      UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code} AND id = ${businessId}`,
    );
    await expect(visit("new", "Ana López", "284917")).rejects.toBeInstanceOf(NotFound);
  });

  it("ends with the person leaving", async () => {
    const { borough, visit } = await openPlace();
    const { token } = await visit("new", "Ana López", "284917");
    await asOwner(
      [borough.code],
      (tx) => tx`
      UPDATE staff_members SET left_on = current_date WHERE borough_code = ${borough.code}`,
    );
    expect(await findSessionHolder(token)).toBeNull();
    expect(await saidTo(visit("back", "Ana López", "284917"))).toMatch(/^pin: /);
  });
});
