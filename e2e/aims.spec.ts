import { accountOf } from "./support/accounts";
import { expect, signIn, test } from "./support/test";

const BOROUGH = "E09000033";

test("an administrator plans a meeting, records who came, and sees Prepare say until when", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_admin");
  await page.goto(`/${BOROUGH}/aims`);
  await page.getByRole("link", { name: "Plan an action" }).click();
  await page.waitForURL(/\/aims\/plan$/);
  await page.getByRole("link", { name: "Partnership meeting" }).click();
  await page.getByLabel("Due by").fill("2020-01-31");
  await page.getByRole("button", { name: "Plan this action" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(alert).toContainText("Enter a date from today on");
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("Due by").fill(today);
  await page.getByRole("button", { name: "Plan this action" }).click();
  await expect(page.getByRole("status")).toContainText("The action is planned");

  await page.getByLabel("Where is the evidence kept?").fill("Minutes 2026/19");
  await page.getByRole("button", { name: "Record it as done" }).click();
  await expect(alert).toContainText("at least one organisation");
  await page.getByLabel("Police", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Record it as done" }).click();
  await expect(page.getByRole("status")).toContainText("recorded as done");
  const row = page.getByRole("row", { name: /The partnership meets/ });
  await expect(row).toContainText("Met until");
  await expect(row).toContainText("Minutes 2026/19");
});

test("an administrator adds a council team without JavaScript; it is no business", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  const { email = "", password = "" } = accountOf("borough_admin");
  await signIn(page, email, password);
  await page.goto(`/${BOROUGH}/aims/teams/add`);
  await page.getByLabel("Name of the team").fill("Parks and open spaces");
  await page.getByLabel("Where it works").fill("4 Quayside Row");
  await page.getByLabel("Postcode").fill("w1 0xx");
  await page.getByRole("button", { name: "Add this team" }).click();
  await expect(page.getByRole("alert").first()).toContainText("how many people work there");
  await expect(page.getByLabel("Name of the team")).toHaveValue("Parks and open spaces");
  await page.getByLabel("How many people work in it?").fill("6");
  await page.getByRole("button", { name: "Add this team" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Parks and open spaces");
  await page.goto(`/${BOROUGH}/businesses?search=Parks+and+open`);
  await expect(
    page.getByRole("heading", { name: "No business matches these filters" }),
  ).toBeVisible();
  await context.close();
});

test("an administrator sets a target from a month on; an officer reads it and can change nothing", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_admin");
  await page.goto(`/${BOROUGH}/settings/targets`);
  await page.getByLabel("Target for").selectOption("practices");
  await page.getByLabel("Share in per cent").fill("45");
  await page.getByRole("button", { name: "Set this target" }).click();
  await expect(page.getByRole("status")).toContainText("The target is saved");
  const officer = await pageAs("borough_officer");
  await officer.goto(`/${BOROUGH}/settings/targets`);
  const row = officer.getByRole("row", { name: /Working practices/ }).first();
  await expect(row).toContainText("45%");
  await expect(row).toContainText("Holds now");
  await expect(officer.getByRole("button", { name: "Set this target" })).toHaveCount(0);
});
