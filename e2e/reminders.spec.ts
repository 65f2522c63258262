import { accountOf } from "./support/accounts";
import { expect, test } from "./support/test";
import { mintStopPath } from "./support/weekly-email";
import { WESTMINSTER } from "./support/world";

test("an officer sees whom the next e-mails go to and reads a manager's before it is sent", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  await page.goto(`/${WESTMINSTER}/reminders`);
  await expect(page.getByText(/They go on .* at 10:00/)).toBeVisible();
  const managers = page.getByRole("row", { name: /Managers of businesses/ });
  await expect(managers.getByRole("cell").first()).not.toHaveText("0");
  const choice = page.getByLabel("Business", { exact: true });
  const name = (await choice.locator("option").last().innerText()).trim();
  await choice.selectOption({ label: name });
  await page.getByRole("button", { name: "Show the e-mail" }).click();
  const letter = page.getByRole("article");
  await expect(letter).toContainText(name);
  await expect(letter.getByRole("heading")).toContainText("Operation Make Safe in Westminster: ");
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`a link in the e-mail stops it, and its reader has it again${how}`, async ({
    pageAs,
    browser,
    baseURL,
  }) => {
    const path = await mintStopPath(WESTMINSTER, accountOf("borough_admin").email ?? "");
    const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled });
    const mail = await context.newPage();
    await mail.goto(path);
    await mail.goto(path);
    await mail.getByRole("button", { name: "Stop the weekly e-mail" }).click();
    await expect(mail.getByRole("heading", { level: 1 })).toHaveText(
      "The weekly e-mail is stopped",
    );
    await context.close();

    const page = await pageAs("borough_admin", { javaScriptEnabled });
    await page.goto("/places");
    await page.getByRole("link", { name: "Your weekly e-mails" }).click();
    const own = page.getByRole("listitem").filter({ hasText: "Westminster" });
    await expect(own).toContainText("You do not get its weekly e-mail");
    await own.getByRole("button", { name: /^Send it again.*of Westminster/ }).click();
    await expect(own).toContainText("You get its weekly e-mail");
  });
}
