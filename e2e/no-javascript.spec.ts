import type { Page } from "@playwright/test";
import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { answer, optionsOf, readLessons } from "./support/learning";
import { findLink } from "./support/mail";
import { acceptInvitation, inventEmail, inventName, joinAsNew } from "./support/people";
import { openRegister, uploadRegister } from "./support/registers";
import { expect, signIn, test } from "./support/test";

test.use({ javaScriptEnabled: false });

const BOROUGH = "E09000013";
const SCRIPTLESS = { javaScriptEnabled: false };
const problems = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "There is a problem" }).getByRole("listitem");

test("signing in works without JavaScript, and so do its errors and the switcher", async ({
  page,
}) => {
  const { email = "", password = "" } = accountOf("borough_officer");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problems(page)).toHaveText([/they do not match an account here/]);
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  await signIn(page, email, password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where are you working?");
  await page.getByRole("link", { name: "Hammersmith and Fulham" }).click();
  await page.getByRole("link", { name: "change borough" }).click();
  await page.getByRole("link", { name: "Kensington and Chelsea" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kensington and Chelsea");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toContainText("You have signed out");
});

test("a register is uploaded, refused with the reason, previewed and confirmed without JavaScript", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer", SCRIPTLESS);
  const register = openRegister("hammersmith-and-fulham");
  await page.goto(`/${BOROUGH}/register`);
  await page.getByLabel("The register, as a CSV file").setInputFiles(register.path);
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await expect(problems(page)).toHaveText([/Choose which businesses the file lists/]);
  await page.getByLabel("Which businesses does the file list?").selectOption("licensed_premises");
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await expect(problems(page)).toHaveText(["Choose the CSV file of your register."]);

  await uploadRegister(page, BOROUGH, register.path);
  const { read, trading, closed } = register;
  await expect(page.getByText(new RegExp(`^${read} rows read on`))).toBeVisible();
  await expect(
    page.getByText(`${read} rows new: ${trading} businesses will come into scope`),
  ).toContainText(`${closed} closed in the register`);
  await page.getByRole("button", { name: "Confirm and import" }).click();
  await expect(page.getByRole("status")).toContainText("The register is imported");
  await expect(page.getByRole("status")).toContainText(`${trading} businesses came into scope`);
});

test("a manager is invited and accepts without JavaScript", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const officer = await pageAs("borough_officer", SCRIPTLESS);
  await officer.goto(`/${BOROUGH}/businesses?stage=in_scope`);
  await officer.getByRole("table").getByRole("rowheader").getByRole("link").last().click();
  const business = await officer.getByRole("heading", { level: 1 }).innerText();
  const email = inventEmail("keeper");
  await officer.getByRole("link", { name: "Invite", exact: true }).click();
  await tick(officer.getByLabel("By e-mail"));
  await officer.getByRole("button", { name: "Continue" }).click();
  await expect(problems(officer)).toHaveText([/like name@example\.org/]);
  await officer.getByLabel("E-mail address of the manager").fill(email);
  await officer.getByRole("button", { name: "Continue" }).click();
  await officer.getByRole("button", { name: "Send the invitation" }).click();
  await expect(officer.getByRole("status")).toContainText("The invitation is on its way");

  const context = await browser.newContext({ baseURL: baseURL ?? "", ...SCRIPTLESS });
  const manager = await context.newPage();
  await manager.goto(await findLink(manager, email, /is invited to join/));
  await manager.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(problems(manager)).toHaveCount(2);
  await acceptInvitation(manager, inventName("Maeve"));
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(business);
  await manager.getByRole("link", { name: "Say how many people work here" }).click();
  await manager.getByLabel("Number of people").fill("6");
  await manager.getByRole("button", { name: "Save the number" }).click();
  await expect(manager.getByRole("status")).toContainText("The number of people is saved");
});

test("a lesson, a practice question and a final question work without JavaScript", async ({
  page,
}) => {
  const [row] = await inDatabase(
    [],
    (tx) => tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`,
  );
  await joinAsNew(page, row?.value, inventName("Idris"), "906314");
  await page.getByRole("link", { name: /spot the signs/i }).click();
  await page.getByRole("button", { name: "Start the course" }).click();
  const ask = page.getByRole("button", { name: "Check my answer" });
  while ((await ask.count()) === 0) {
    await page.getByRole("button", { name: "Next lesson" }).click();
  }
  const right = (await optionsOf(page)).filter((option) => option.correct);
  for (const { text } of right) await tick(page.getByLabel(text, { exact: true }));
  await ask.click();
  await expect(page.getByRole("heading", { name: "You have it" })).toBeVisible();
  await readLessons(page);
  const questions = page.url();
  await page.goto(questions.replace(/questions$/, "scenarios/one-room-past-midnight"));
  await tick(page.getByRole("radio").first());
  await page.getByRole("button", { name: "See what happens" }).click();
  await expect(page.getByRole("heading", { name: "That helps" })).toBeVisible();
  await page.goto(questions);
  await page.getByRole("button", { name: "Start the questions" }).click();
  await ask.click();
  await expect(problems(page)).toHaveText(["Choose an answer"]);
  await answer(page, "right");
  await page.getByRole("link", { name: "Next question" }).click();
  await expect(page).toHaveURL(/\/questions\/2$/);
});

test("errors say the same words with and without JavaScript", async ({ pageAs }) => {
  const says: string[][] = [];
  for (const javaScriptEnabled of [true, false]) {
    const page = await pageAs("borough_officer", { javaScriptEnabled });
    await page.goto(`/${BOROUGH}/businesses/add`);
    await page.getByRole("button", { name: "Add business" }).click();
    await expect(problems(page).first()).toBeVisible();
    says.push(await problems(page).allInnerTexts());
  }
  expect(says[0]).toEqual(says[1]);
  expect(says[0]?.length).toBeGreaterThan(3);
});

test("an address that leads nowhere says so without JavaScript", async ({ page, pageAs }) => {
  await page.goto("/sign-in/not-a-page");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  const officer = await pageAs("borough_officer", SCRIPTLESS);
  await officer.goto(`/${BOROUGH}/register/none`);
  const said = await officer.evaluate(() => getComputedStyle(document.body, "::before").content);
  expect(said).toContain("Page not found");
  await page.goto(`/verify/${BOROUGH}/worthless`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "We do not know this certificate",
  );
});
