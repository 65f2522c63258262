import { countByHand, readAim, readPolice } from "./support/figures";
import { tick } from "./support/forms";
import { takeCourse } from "./support/learning";
import { findLink } from "./support/mail";
import {
  acceptInvitation,
  inventEmail,
  inventName,
  joinAsNew,
  readJoinLink,
} from "./support/people";
import { openRegister, uploadRegister } from "./support/registers";
import { expect, test } from "./support/test";

const BOROUGH = "E09000033";
const register = openRegister("westminster");

test("a real register becomes a covered business: import, enrol, invite, accept, join, train, certificate", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const visitor = async (options = {}) =>
    (await browser.newContext({ baseURL: baseURL ?? "", ...options })).newPage();
  const officer = await pageAs("borough_officer");
  const police = await pageAs("police_officer");
  const readFigures = async () => {
    await officer.goto(`/${BOROUGH}`);
    return {
      prevent: await readAim(officer, "Prevent"),
      pursue: await readAim(officer, "Pursue"),
      policePrevent: await readPolice(police, "prevent", "Westminster"),
      policePursue: await readPolice(police, "pursue", "Westminster"),
    };
  };
  const before = await test.step("the figures before, as counted by hand", async () => {
    const figures = await readFigures();
    const { prevent, pursue } = await countByHand(BOROUGH);
    expect(figures).toEqual({ prevent, pursue, policePrevent: prevent, policePursue: pursue });
    return figures;
  });

  await test.step("the officer imports the register", async () => {
    expect(register).toMatchObject({ read: 91, closed: 13, trading: 78 });
    await uploadRegister(officer, BOROUGH, register.path);
    await expect(officer.getByText("Preview: nothing is written yet")).toBeVisible();
    await expect(officer.getByText(/^91 rows read on/)).toBeVisible();
    await expect(
      officer.getByText(
        "91 rows new: 78 businesses will come into scope, 13 closed in the register will be kept on record only.",
      ),
    ).toBeVisible();
    await officer.getByRole("button", { name: "Confirm and import" }).click();
    await expect(officer.getByRole("status")).toContainText("The register is imported");
    await officer.goto(`/${BOROUGH}`);
    const imported = await readAim(officer, "Prevent");
    expect(imported).toEqual({ met: before.prevent.met, of: before.prevent.of + 78 });
  });

  const pub = register.unique[0] ?? "";
  const email = inventEmail("landlord");
  await test.step("the officer invites the manager of one pub by e-mail", async () => {
    await officer.goto(`/${BOROUGH}/businesses`);
    await officer.getByLabel("Name or postcode").fill(pub);
    await officer.getByLabel("Stage").selectOption("in_scope");
    await officer.getByRole("button", { name: "Apply filters" }).click();
    await officer.getByRole("table").getByRole("link", { name: pub, exact: true }).first().click();
    await officer.getByRole("link", { name: "Invite", exact: true }).click();
    await tick(officer.getByLabel("By e-mail"));
    await officer.getByLabel("E-mail address of the manager").fill(email);
    await officer.getByRole("button", { name: "Continue" }).click();
    await expect(officer.getByRole("heading", { name: "Check before you send" })).toBeVisible();
    await officer.getByRole("button", { name: "Send the invitation" }).click();
    await expect(officer.getByRole("status")).toContainText("The invitation is on its way");
  });
  const business = new URL(officer.url()).pathname.split("/").at(-1) ?? "";

  const manager = await visitor();
  await test.step("the manager accepts, and says how many people work there", async () => {
    await manager.goto(await findLink(manager, email, /is invited to join/));
    await expect(manager.getByRole("heading", { level: 1 })).toContainText(pub);
    await acceptInvitation(manager, inventName("Ines"));
    await expect(manager.getByRole("heading", { level: 1 })).toHaveText(pub);
    await manager.getByRole("link", { name: "Say how many people work here" }).click();
    await manager.getByLabel("Number of people").fill("2");
    await manager.getByRole("button", { name: "Save the number" }).click();
    await expect(manager.getByRole("status")).toContainText("The number of people is saved");
  });

  const staff = await visitor({ viewport: { width: 375, height: 740 } });
  const name = inventName("Tomas");
  await test.step("somebody of the staff joins on a phone with a name and a PIN", async () => {
    await manager.getByRole("link", { name: "Show your staff the code to join" }).click();
    await joinAsNew(staff, await readJoinLink(manager), name, "507294");
    await expect(staff.getByText("Your manager has not confirmed you yet")).toBeVisible();
    await expect(staff.getByText("No course is asked of you yet")).toBeVisible();
  });

  await test.step("the manager confirms them", async () => {
    await manager.goto(`/business/${business}/staff/confirm`);
    await tick(manager.getByLabel(name));
    await manager.getByRole("button", { name: "They work here: confirm" }).click();
    await expect(manager.getByRole("status").first()).toContainText("Confirmed");
  });

  await test.step("the officer asks the pub for both courses", async () => {
    for (const course of [/Spot the signs/, /Reporting/]) {
      await officer.goto(`/${BOROUGH}/training/assign?business=${business}`);
      await tick(officer.getByLabel(course));
      await officer.getByRole("button", { name: "Assign to 1 business" }).click();
      await expect(officer.getByRole("status")).toContainText("The training is assigned");
    }
  });

  await test.step("both take both courses", async () => {
    for (const course of [/Spot the signs/, /Reporting/]) {
      for (const person of [manager, staff]) {
        await takeCourse(person, `/learn/${business}`, course);
      }
    }
  });

  await test.step("the officer sees posters, the log and CCTV on a visit", async () => {
    await officer.goto(`/${BOROUGH}/visits/plan?business=${business}`);
    await officer.getByLabel("On which day?").fill(new Date().toISOString().slice(0, 10));
    await officer.getByRole("button", { name: "Plan 1 visit" }).click();
    await officer.getByRole("link", { name: "Start the visit" }).click();
    await tick(officer.getByLabel("Somebody in charge showed the officer round"));
    await officer.getByLabel("How many people work there?").fill("2");
    for (const item of [/materials are on display/, /incident and refusals log/, /CCTV works/]) {
      const group = officer.getByRole("group", { name: item });
      await tick(group.getByLabel("In place", { exact: true }));
    }
    await officer.getByRole("button", { name: "Record the visit" }).click();
    await officer.waitForURL(/done=recorded/);
  });

  await test.step("anyone can check the certificate", async () => {
    await staff.getByRole("link", { name: "See your certificate" }).click();
    const link = staff.getByRole("link", { name: /\/verify\// });
    const stranger = await visitor();
    await stranger.goto((await link.getAttribute("href")) ?? "");
    await expect(stranger.getByRole("status")).toContainText("This certificate counts today");
    await expect(stranger.getByText(name)).toHaveCount(0);
  });

  await test.step("the borough's and the police's figures went up by one each", async () => {
    const more = (share: { met: number; of: number }) => ({
      met: share.met + 1,
      of: share.of + 78,
    });
    const after = await readFigures();
    expect(after).toEqual({
      prevent: more(before.prevent),
      pursue: more(before.pursue),
      policePrevent: more(before.policePrevent),
      policePursue: more(before.policePursue),
    });
    const { prevent, pursue } = await countByHand(BOROUGH);
    expect({ prevent, pursue }).toEqual({ prevent: after.prevent, pursue: after.pursue });
  });
});
