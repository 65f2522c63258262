import { accountOf } from "./support/accounts";
import { tick } from "./support/forms";
import { findLink } from "./support/mail";
import { acceptInvitation, inventEmail, inventName } from "./support/people";
import { idsOf } from "./support/routes";
import { axeFaults, expect, test } from "./support/test";

const WESTMINSTER = "E09000033";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  // Each with a training of its own: both run on one borough.
  const provider = javaScriptEnabled
    ? "Barnardo’s Nightwatch"
    : "Another licensing authority’s course";
  const number = javaScriptEnabled ? "bn-2026/7741" : "la-2026/7742";
  test(`a borough accepts training elsewhere, a manager records it, an officer withdraws it${how}`, async ({
    pageAs,
  }) => {
    const admin = await pageAs("borough_admin", { javaScriptEnabled });
    await admin.goto(`/${WESTMINSTER}/equivalents`);
    await admin.getByRole("link", { name: "Accept another training" }).click();
    await admin.getByRole("button", { name: "Accept it" }).click();
    await expect(admin.getByRole("alert").first()).toContainText(
      "Choose whose training you accept",
    );
    await tick(admin.getByLabel(provider));
    await tick(admin.getByLabel(/Spot the signs and act/));
    await admin.getByRole("button", { name: "Accept it" }).click();
    await expect(admin.getByRole("status").first()).toContainText("Accepted from today");

    const { business, staff } = await idsOf(WESTMINSTER, accountOf("business_manager").email);
    const manager = await pageAs("business_manager", {
      javaScriptEnabled,
      viewport: { width: 375, height: 740 },
    });
    await manager.goto(`/business/${business}/staff/${staff}/elsewhere`);
    await tick(manager.getByLabel(new RegExp(provider)));
    const taken = manager.getByLabel("When did they take it?");
    await taken.fill(new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10));
    await manager.getByLabel("Number on their certificate").fill("my own name");
    await manager.getByRole("button", { name: "Record it" }).click();
    await expect(manager.getByRole("alert").first()).toContainText("Enter the number");
    await manager.getByLabel("Number on their certificate").fill(number);
    await manager.getByRole("button", { name: "Record it" }).click();
    await expect(manager.getByRole("status").first()).toContainText("Recorded: it counts");

    const officer = await pageAs("borough_officer", { javaScriptEnabled });
    await officer.goto(`/${WESTMINSTER}/equivalents`);
    await officer.getByRole("link", { name: number.toUpperCase() }).click();
    await expect(officer.getByRole("heading", { level: 1 })).toContainText(
      "Spot the signs and act",
    );
    await tick(officer.getByLabel(/mistake/i));
    await officer.getByRole("button", { name: /Withdraw/ }).click();
    await expect(officer.getByRole("status").first()).toContainText("withdrawn");

    await admin.goto(`/${WESTMINSTER}/equivalents`);
    const row = admin.getByRole("row").filter({ hasText: provider }).first();
    await row.getByRole("link", { name: "Accept no more" }).click();
    await admin.getByRole("button", { name: "Accept no more" }).click();
    await expect(admin.getByRole("status").first()).toContainText("Nothing further is accepted");
  });
}

test("an operator says how many of its drivers TfL has trained, and the borough sees it apart", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const officer = await pageAs("borough_officer");
  const name = inventName("Kestrel");
  await officer.goto(`/${WESTMINSTER}/businesses/add`);
  await officer.getByLabel("Name of the business").fill(name);
  await officer.getByLabel("Address", { exact: true }).fill("4 Quayside Row");
  await officer.getByLabel("Postcode").fill("w1j 7rw");
  await officer.getByLabel("Sector", { exact: true }).selectOption("taxi");
  await officer.getByRole("button", { name: "Add business" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(name);
  const path = new URL(officer.url()).pathname;
  const email = inventEmail("base");
  await officer.getByRole("link", { name: "Invite", exact: true }).click();
  await tick(officer.getByLabel("By e-mail"));
  await officer.getByLabel("E-mail address of the manager").fill(email);
  await officer.getByRole("button", { name: "Continue" }).click();
  await officer.getByRole("button", { name: "Send the invitation" }).click();
  await expect(officer.getByRole("status")).toContainText("The invitation is on its way");

  const context = await browser.newContext({
    baseURL: baseURL ?? "",
    viewport: { width: 375, height: 740 },
  });
  const manager = await context.newPage();
  await manager.goto(await findLink(manager, email, /is invited to join/));
  await acceptInvitation(manager, inventName("Robin"));
  await manager.getByRole("link", { name: "Say how many of your drivers TfL has trained" }).click();
  expect(await axeFaults(manager)).toEqual([]);
  await manager.getByLabel("How many drivers take your bookings?").fill("14");
  await manager.getByLabel(/How many of them have had/).fill("15");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByRole("alert").first()).toContainText("Choose what you rely on");
  await tick(manager.getByLabel("Our own records of each driver"));
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByRole("alert").first()).toContainText("Enter a number up to 14");
  await manager.getByLabel(/How many of them have had/).fill("11");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByRole("status").first()).toContainText("Your drivers are recorded");
  await context.close();

  await officer.goto(path);
  await expect(officer.getByRole("main")).toContainText("11 of 14, as the operator said");
});
