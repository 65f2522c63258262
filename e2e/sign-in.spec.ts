import type { Browser, Page } from "@playwright/test";
import { accountOf } from "./support/accounts";
import { findLink } from "./support/mail";
import { acceptInvitation, inventEmail, inventName, PASSWORD } from "./support/people";
import { expect, signIn, test } from "./support/test";

const BOROUGH = "E09000020";

const visit = async (browser: Browser, baseURL: string | undefined) =>
  (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();

/** A colleague of their own, so that ending their sessions ends nobody else's. */
async function makeColleague(officer: Page, page: Page): Promise<string> {
  const email = inventEmail("colleague");
  await officer.goto("/E09000033/team");
  await officer.getByLabel("Their work e-mail address").fill(email);
  await officer.getByRole("button", { name: "Send the invitation" }).click();
  await expect(officer.getByRole("status")).toContainText("The invitation is on its way");
  await page.goto(await findLink(page, email, /Join the Operation Make Safe team/));
  await acceptInvitation(page, inventName("Noor"));
  return email;
}

test("a wrong password and an unknown address get the same answer, and what was typed stays", async ({
  page,
}) => {
  const says: string[] = [];
  for (const email of [accountOf("borough_admin").email ?? "", inventEmail("nobody")]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not-the-password");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(alert).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    says.push(await alert.innerText());
  }
  expect(says[0]).toBe(says[1]);
});

test("signing in leads back to the page that was asked for, and never to another site", async ({
  page,
}) => {
  const { email = "", password = "" } = accountOf("borough_officer");
  await page.goto(`/${BOROUGH}/training`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/${BOROUGH}/training$`));
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toContainText("You have signed out");
  await page.goto("/sign-in?next=https://example.org/");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/places$/);
});

test("a mailed link survives being looked at, sets a password once, and ends other sessions", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const elsewhere = await visit(browser, baseURL);
  const email = await makeColleague(await pageAs("borough_admin"), elsewhere);
  const page = await visit(browser, baseURL);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I have forgotten my password" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choose a new password");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("status")).toContainText("Look in your mailbox");
  const link = await findLink(page, email, /Choose a new password/);

  for (const method of ["GET", "HEAD", "GET", "HEAD"]) {
    expect((await fetch(link, { method })).status).toBe(200);
  }
  await page.goto(link);
  await page.getByLabel("New password").fill("password");
  await page.getByRole("button", { name: "Save the password and sign in" }).click();
  await expect(page.getByRole("alert").first()).toContainText("There is a problem");
  const chosen = `${PASSWORD}-new`;
  await page.getByLabel("New password").fill(chosen);
  await page.getByRole("button", { name: "Save the password and sign in" }).click();
  await expect(page).toHaveURL(/\/E09000033$/);

  await elsewhere.goto("/E09000033/training");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(
    "This link does not work any more",
  );
  await signIn(elsewhere, email, chosen);
});

test("signing out here refuses this browser's kept cookie; everywhere refuses every browser", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const first = await visit(browser, baseURL);
  const email = await makeColleague(await pageAs("borough_admin"), first);
  const second = await visit(browser, baseURL);
  const third = await visit(browser, baseURL);
  await signIn(second, email, PASSWORD);
  await signIn(third, email, PASSWORD);

  const kept = await third.context().cookies();
  await third.getByRole("button", { name: "Sign out" }).click();
  await expect(third.getByRole("status")).toContainText("You have signed out");
  await third.context().addCookies(kept);
  await third.goto("/E09000033");
  await expect(third).toHaveURL(/\/sign-in/);
  await second.goto("/E09000033");
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Westminster");

  await first.goto("/places");
  await first.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(first.getByRole("status")).toContainText("You have signed out on every device");
  await second.getByRole("link", { name: "Training" }).click();
  await expect(second).toHaveURL(/\/sign-in/);
});

test("somebody who works in several places switches between them", async ({ pageAs }) => {
  const page = await pageAs("borough_officer");
  await page.goto("/places");
  await page.getByRole("link", { name: "Kensington and Chelsea" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kensington and Chelsea");
  await page.getByRole("link", { name: "change borough" }).click();
  await page.getByRole("link", { name: "Westminster" }).click();
  await expect(page).toHaveURL(/\/E09000033$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Westminster");
});
