import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { mintJoinCode } from "@/lib/db/test/people";
import { addPremises, newestAudit } from "@/lib/db/test/premises";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { listPinSlips } from "@/lib/people/queries";
import { addStaff, renewPin } from "@/lib/people/roll-commands";
import { choosePin } from "./choose-pin";
import { joinBusiness } from "./join";
import { pinCode } from "./secrets";
import { findSessionHolder } from "./session";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function openPlace() {
  const borough = await mintBorough();
  const businessId = await addPremises(borough);
  const secret = await mintJoinCode(borough, businessId);
  const manager: Viewer = {
    role: "business_manager",
    userId: randomUUID(),
    name: "Orla Fennick",
    boroughCode: borough.code,
    businessId,
  };
  const place = { boroughCode: borough.code };
  const add = (names: string) => runCommand(addStaff, manager, { names }, place);
  const renew = (staffId: string) => runCommand(renewPin, manager, { staffId }, place);
  const slips = () => asViewer(manager, (ctx) => listPinSlips(ctx, businessId));
  const codeOf = async (name: string) => {
    const slip = (await slips()).find((each) => each.name === name);
    return { staffId: slip?.staffId ?? "", code: codeFor(slip) };
  };
  const codeFor = (slip: { staffId: string; generation: number } | undefined) =>
    slip ? pinCode(borough.code, slip.staffId, slip.generation) : "";
  const source = randomUUID();
  const choose = (name: string, code: string, pin = "284917") =>
    choosePin({ boroughCode: borough.code, secret, name, code, pin, source: randomUUID() });
  const back = (name: string, pin: string) =>
    joinBusiness({ boroughCode: borough.code, secret, visit: "back", name, pin, source });
  return { borough, businessId, manager, add, renew, slips, codeOf, choose, back };
}

const fieldOf = (work: Promise<unknown>) =>
  work.then(
    () => "let in",
    (error: unknown) => (error instanceof RuleBroken ? error.field : error),
  );

it("adds people from a list, who count at once and choose a PIN with their slip", async () => {
  const { borough, businessId, add, slips, codeOf, choose, back } = await openPlace();
  expect(await add("Name;Born\nAna López;1.2.1999\nKwame Nowak;3.4.2001")).toEqual({ people: 2 });
  expect((await slips()).map((slip) => slip.name)).toEqual(["Ana López", "Kwame Nowak"]);
  const audit = await newestAudit(borough.code, businessId);
  expect(audit).toMatchObject({ action: "staff.add" });
  expect(JSON.stringify(audit)).not.toMatch(/Ana|1999/);

  const { code } = await codeOf("Ana López");
  const { token, href } = await choose("ana lopez", code.toUpperCase());
  expect(href).toBe(`/learn/${businessId}`);
  expect(await findSessionHolder(token)).toMatchObject({ name: "Ana López", kind: "staff" });
  expect((await slips()).map((slip) => slip.name)).toEqual(["Kwame Nowak"]);
  expect(await fieldOf(back("Ana López", "284917"))).toBe("let in");
  const [row] = await asOwner(
    [borough.code],
    (tx) =>
      tx`SELECT count(*)::int AS confirmed FROM staff_members WHERE borough_code = ${borough.code} AND confirmed_on IS NOT NULL`,
  );
  expect(row?.confirmed).toBe(2);
});

it("adds nobody when one line is wrong or somebody is on the list already", async () => {
  const { add, slips } = await openPlace();
  await add("Ana López");
  const refusal = await add("Ben Adeyemi\nANA LOPEZ").catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    field: "names",
    message: "Line 2: ANA LOPEZ is on the staff list already",
  });
  expect(await fieldOf(add("Ben Adeyemi\nX"))).toBe("names");
  expect((await slips()).map((slip) => slip.name)).toEqual(["Ana López"]);
});

it("lets one of a hundred in when the same code is sent a hundred times at once", async () => {
  const { borough, add, codeOf, choose } = await openPlace();
  await add("Ana López");
  const { code } = await codeOf("Ana López");
  // Ten tries of a name in five minutes: the throttle lets ten of them as far as the code.
  const said = await Promise.all(
    Array.from({ length: 100 }, () => fieldOf(choose("Ana López", code))),
  );
  expect(said.filter((each) => each === "let in")).toHaveLength(1);
  expect(new Set(said)).toEqual(new Set(["let in", "code", "form"]));
  const [row] = await asOwner(
    [borough.code],
    (tx) => tx`SELECT count(*)::int AS pins FROM staff_pins WHERE borough_code = ${borough.code}`,
  );
  expect(row?.pins).toBe(1);
}, 60_000);

it("ends the old PIN and every session when the manager makes a code for a new one", async () => {
  const { borough, add, renew, codeOf, choose, back } = await openPlace();
  await add("Ana López");
  const first = await codeOf("Ana López");
  const { token } = await choose("Ana López", first.code, "284917");
  await renew(first.staffId);
  expect(await findSessionHolder(token)).toBeNull();
  expect(await fieldOf(back("Ana López", "284917"))).toBe("pin");
  expect(await fieldOf(choose("Ana López", first.code))).toBe("code");

  const second = await codeOf("Ana López");
  expect(second.code).not.toBe(first.code);
  await choose("Ana López", second.code, "640182");
  expect(await fieldOf(back("Ana López", "640182"))).toBe("let in");
  expect(await fieldOf(back("Ana López", "284917"))).toBe("pin");

  await renew(first.staffId);
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE pin_codes SET expires_on = '2026-01-01' WHERE borough_code = ${borough.code}`,
  );
  const third = pinCode(borough.code, first.staffId, 3);
  expect(await fieldOf(choose("Ana López", third))).toBe("code");
});

it("says the same for a wrong name as for a wrong code, and refuses a weak PIN", async () => {
  const { add, codeOf, choose } = await openPlace();
  await add("Ana López\nKwame Nowak");
  const { code } = await codeOf("Ana López");
  const said = (work: Promise<unknown>) => work.catch((error: Error) => error.message);
  const wrongName = await said(choose("Kwame Nowak", code));
  expect(await said(choose("Nobody Here", code))).toBe(wrongName);
  expect(await said(choose("Ana López", "aaaaa-aaaaa"))).toBe(wrongName);
  expect(await fieldOf(choose("Ana López", code, "123456"))).toBe("pin");
});

it("is for the manager's own people alone", async () => {
  const [here, there] = [await openPlace(), await openPlace()];
  await there.add("Ana López");
  const { staffId } = await there.codeOf("Ana López");
  await expect(here.renew(staffId)).rejects.toBeInstanceOf(NotFound);
  await asOwner(
    [there.borough.code],
    (tx) => tx`UPDATE staff_members SET left_on = current_date WHERE id = ${staffId}`,
  );
  await expect(there.renew(staffId)).rejects.toBeInstanceOf(Conflict);
});
