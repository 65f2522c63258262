import type { Page } from "@playwright/test";
import { accountOf } from "./support/accounts";
import { tick } from "./support/forms";
import { inventName, joinAsNew, readJoinLink } from "./support/people";
import { idsOf } from "./support/routes";
import { expect, test } from "./support/test";

/** Leaves the list as it was for the journeys that count who is on it. */
async function recordLeaving(page: Page, home: string, name: string): Promise<void> {
  await page.goto(`${home}/staff`);
  await page.getByRole("link", { name: `Record leaving of ${name}` }).click();
  await page.getByRole("button", { name: "Record that they left" }).click();
  await expect(page.getByRole("status").first()).toContainText("Their leaving is recorded");
}

test("a manager adds somebody, records that they left, brings them back and confirms the list", async ({
  pageAs,
}) => {
  const { business } = await idsOf("E09000033", accountOf("business_manager").email);
  const home = `/business/${business}`;
  const page = await pageAs("business_manager");
  const name = inventName("Maud");

  await page.goto(`${home}/staff/add`);
  await page.getByLabel("Names").fill(name);
  await page.getByRole("button", { name: "Add these people" }).click();
  await expect(page.getByRole("status").first()).toContainText("They are on the list");

  await recordLeaving(page, home, name);
  await page.goto(`${home}/staff?show=left`);
  await page.getByRole("link", { name: `Bring back ${name}` }).click();
  await page.getByRole("button", { name: "Put them on the list again" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Say why they are on the list again");
  await tick(page.getByLabel("They have come back to work here"));
  await page.getByRole("button", { name: "Put them on the list again" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter a day after their last day");
  await tick(page.getByLabel("It was a mistake: they never left"));
  await page.getByRole("button", { name: "Put them on the list again" }).click();
  await expect(page.getByRole("status").first()).toContainText("The leaving is taken back");
  await expect(page.getByRole("rowheader", { name })).toBeVisible();

  await page.goto(home);
  await page.getByRole("link", { name: "Confirm that your staff list is right" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is this list right?");
  await expect(page.getByRole("rowheader", { name })).toBeVisible();
  // Another journey may change the list meanwhile: then it is refused, and looked at again.
  await expect(async () => {
    await page.goto(`${home}/staff/roll`);
    await page.getByRole("button", { name: /people work here today$/ }).click();
    const said = page.getByRole("status").first();
    await expect(said).toContainText("The staff list is confirmed", { timeout: 5000 });
  }).toPass();
  const task = page
    .getByRole("region", { name: "What to do" })
    .getByRole("listitem")
    .filter({ hasText: "Confirm that your staff list is right" });
  await expect(task).toContainText("Done");
  await recordLeaving(page, home, name);
});

test("a manager sees one person, says an agency employs them, and adds a certificate they show", async ({
  pageAs,
}) => {
  const { email } = accountOf("business_manager");
  const home = `/business/${(await idsOf("E09000020", email)).business}`;
  const page = await pageAs("business_manager");
  // The manager's own certificate of the first hotel stands for one that somebody shows.
  await page.goto(`/learn/${(await idsOf("E09000033", email)).business}/passport`);
  await page.locator("a[href*='/certificates/']").first().click();
  const shown = await page.getByRole("link", { name: /\/verify\// }).getAttribute("href");
  const name = inventName("Agnes");

  await page.goto(`${home}/staff/add`);
  await page.getByLabel("Names").fill(name);
  await page.getByRole("button", { name: "Add these people" }).click();
  await expect(page.getByRole("status").first()).toContainText("They are on the list");
  await page.goto(`${home}/staff`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByRole("button", { name: "An agency employs them" }).click();
  await expect(page.getByRole("status").first()).toContainText("an agency employs them");

  await page.getByRole("link", { name: "Add a certificate from elsewhere" }).click();
  await page.getByLabel("Code of the certificate").fill("E09000033-none");
  await tick(page.getByLabel(/I have seen the certificate/));
  await page.getByRole("button", { name: "Add the certificate" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter the whole code");
  await page.getByLabel("Code of the certificate").fill(shown ?? "");
  await tick(page.getByLabel(/I have seen the certificate/));
  await page.getByRole("button", { name: "Add the certificate" }).click();
  await expect(page.getByRole("status").first()).toContainText("The certificate is added");
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Agency");
  await expect(row).toContainText("counts until");
  await row.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("rowheader", { name: /shown from elsewhere/ })).toBeVisible();
});

test("somebody who joined a second time is made one with their first entry", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const home = `/business/${(await idsOf("E09000033", accountOf("business_manager").email)).business}`;
  const page = await pageAs("business_manager");
  const name = inventName("Edith");
  await page.goto(`${home}/staff/add`);
  await page.getByLabel("Names").fill(name);
  await page.getByRole("button", { name: "Add these people" }).click();
  await expect(page.getByRole("status").first()).toContainText("They are on the list");
  await page.goto(`${home}/join`);
  const link = await readJoinLink(page);
  const phone = await browser.newContext({ baseURL: baseURL ?? "" });
  await joinAsNew(await phone.newPage(), link, name, "640182");
  await phone.close();

  await page.goto(`${home}/staff?show=waiting`);
  await page.getByRole("link", { name: `Twice on the list? ${name}` }).click();
  await page.getByRole("button", { name: "They are the same person" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose the entry that goes");
  await tick(page.getByRole("radio", { name: new RegExp(`^${name}, joined on`) }));
  await page.getByRole("button", { name: "They are the same person" }).click();
  await expect(page.getByRole("status").first()).toContainText("The two entries are one now");
  await page.goto(`${home}/staff`);
  await expect(page.getByRole("rowheader", { name })).toHaveCount(1);
  await page.goto(`${home}/staff?show=left`);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText(
    "The same person as another entry",
  );
  await recordLeaving(page, home, name);
});
