import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inDatabase } from "./support/database";
import { findLink } from "./support/mail";
import { acceptInvitation, inventEmail, inventName, PASSWORD } from "./support/people";
import { expect, test } from "./support/test";

test("the programme sets a borough up, and its first admin accepts and finds where to begin", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const page = await pageAs("programme");
  await page.goto("/programme");
  const table = page.getByRole("table", { name: "The London authorities" });
  await expect(table.locator("tbody").getByRole("row")).toHaveCount(33);
  const unused = table.getByRole("row").filter({ hasText: "Not set up" }).last();
  const borough = await unused.getByRole("link").innerText();
  await unused.getByRole("link").click();
  await page.getByRole("button", { name: `Set up ${borough}` }).click();
  await expect(page.getByRole("status")).toContainText(`${borough} is set up`);

  const email = inventEmail("admin");
  await page.getByLabel("Their work e-mail address").fill("nobody");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("alert").first()).toContainText("like name@example.org");
  await page.getByLabel("Their work e-mail address").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("status")).toContainText("The invitation is on its way");

  const admin = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await admin.goto(await findLink(admin, email, /Join the Operation Make Safe team/));
  await expect(admin.getByText(`${borough}: Operation Make Safe`)).toBeVisible();
  await acceptInvitation(admin, inventName("Rosa"));
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText(borough);
  await expect(admin.getByRole("heading", { name: "No businesses yet" })).toBeVisible();
  await admin.getByRole("link", { name: "Import a register" }).click();
  await expect(admin.getByRole("heading", { name: "No register imported yet" })).toBeVisible();
});

test("the programme gives a police officer access by a link they choose a password with", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const page = await pageAs("programme");
  await page.goto("/programme/people");
  await page.getByRole("button", { name: "Give access and send a link" }).click();
  await expect(page.getByRole("alert").first()).toContainText("There is a problem");
  const email = inventEmail("police");
  await page.getByLabel("Their name").fill(inventName("Dana"));
  await page.getByLabel("Their work e-mail address").fill(email);
  await page.getByLabel("Police area").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Give access and send a link" }).click();
  await expect(page.getByRole("status")).toContainText("They have been sent a link");

  const officer = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await officer.goto(await findLink(officer, email, /Choose your password/));
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Welcome: choose a password");
  await officer.getByLabel("New password").fill(PASSWORD);
  await officer.getByRole("button", { name: "Save the password and sign in" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Coverage");
});

test("the programme sees which courses are published", async ({ pageAs }) => {
  const page = await pageAs("programme");
  await page.goto("/programme/library");
  const rows = page.getByRole("table").locator("tbody").getByRole("row");
  const shipped = readdirSync(fileURLToPath(new URL("../content/courses", import.meta.url)));
  // Other journeys publish courses of their own beside these.
  for (const slug of shipped) {
    const row = rows.filter({ has: page.locator(`a[href="/programme/library/${slug}"]`) });
    await expect(row).toContainText("published");
  }
  await page.getByRole("link", { name: "Statements to review" }).click();
  let sum: { statements: number; first: string } | undefined;
  await expect(async () => {
    [sum] = await inDatabase(
      [],
      (tx) => tx<{ statements: number; first: string }[]>`
        SELECT count(*)::int AS statements, min(s ->> 'reviewOn') AS first
        FROM (SELECT DISTINCT ON (course_slug) id FROM course_versions ORDER BY course_slug, number DESC) v
        JOIN lessons l ON l.version_id = v.id CROSS JOIN LATERAL jsonb_array_elements(l.sources) AS s`,
    );
    await page.goto("/programme/library/statements");
    await page.getByRole("link", { name: /^All/ }).click();
    await page.waitForURL(/show=all/);
    await expect(rows).toHaveCount(sum?.statements ?? 0, { timeout: 2_000 });
  }).toPass();
  const first = new Date(`${sum?.first}T12:00:00Z`).getUTCFullYear();
  await expect(rows.first()).toContainText(String(first));
});
