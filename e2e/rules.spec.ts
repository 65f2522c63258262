import type { Page } from "@playwright/test";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { inventName } from "./support/people";
import { expect, test } from "./support/test";

const BOROUGH = "E09000020";

/** A club enrolled on paper, through the pages an officer uses. */
async function enrol(page: Page, name: string, licence: string): Promise<void> {
  await page.goto(`/${BOROUGH}/businesses/add`);
  await page.getByLabel("Name of the business").fill(name);
  await page.getByLabel("Address", { exact: true }).fill("4 Quayside Row");
  await page.getByLabel("Postcode").fill("w8 4px");
  await page.getByLabel("Sector", { exact: true }).selectOption("licensed_premises");
  await page.getByLabel("Licence it trades under").selectOption({ label: licence });
  await page.getByRole("button", { name: "Add business" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goto(`${new URL(page.url()).pathname}/enrol`);
  await tick(page.getByRole("checkbox"));
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("status")).toContainText("The business is enrolled");
}

const forget = (licence: string) =>
  inDatabase(
    [BOROUGH],
    (tx) => tx`UPDATE businesses SET licence_type = NULL
      WHERE borough_code = ${BOROUGH} AND licence_type = ${licence}`,
  );

for (const { javaScriptEnabled, code, licence } of [
  { javaScriptEnabled: true, code: "club_certificate", licence: "Club premises certificate" },
  {
    javaScriptEnabled: false,
    code: "premises_late_refreshment",
    licence: "Premises licence for late night refreshment only",
  },
]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`an officer previews a rule, saves it, and it asks who enrols later${how}`, async ({
    pageAs,
  }) => {
    await forget(code);
    const page = await pageAs("borough_officer", { javaScriptEnabled });
    const [first, second] = [inventName("Lock"), inventName("Weir")];
    await enrol(page, first, licence);

    await page.goto(`/${BOROUGH}/training`);
    await page.getByRole("link", { name: "Rules", exact: true }).first().click();
    await page.getByRole("link", { name: "Add a rule" }).click();
    await page.getByRole("button", { name: "Show what this would ask" }).click();
    const problem = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(problem).toContainText("Choose a course");
    await page.getByLabel("With which licence?").selectOption({ label: licence });
    await tick(page.getByLabel(/Reporting/));
    await page.getByLabel("How many days does a business have?").fill("3");
    await page.getByRole("button", { name: "Show what this would ask" }).click();
    await expect(problem).toContainText("Enter a whole number of days from 7 to 366");
    await expect(page.getByLabel("With which licence?")).toHaveValue(code);
    await page.getByLabel("How many days does a business have?").fill("30");
    await page.getByRole("button", { name: "Show what this would ask" }).click();

    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
      "This will assign 1 business",
    );
    await expect(page.getByRole("main").getByRole("link", { name: first })).toBeVisible();
    await page.getByRole("button", { name: "Save the rule and assign 1 business" }).click();
    await expect(page.getByRole("status")).toContainText("The rule is in force");
    const row = page.getByRole("row").filter({ hasText: new RegExp(licence, "i") });
    await expect(row.first()).toContainText("Everybody, within 30 days");

    await enrol(page, second, licence);
    await expect(page.getByRole("main")).toContainText("Reporting: 101, 999 and evidence");

    await page.goto(`/${BOROUGH}/training/rules`);
    await row.first().getByRole("link", { name: "End this rule" }).click();
    await expect(page.getByText(/The 2 businesses it has asked stay asked/)).toBeVisible();
    await page.getByRole("button", { name: "End the rule" }).click();
    await expect(page.getByRole("status")).toContainText("The rule has ended");
  });
}
