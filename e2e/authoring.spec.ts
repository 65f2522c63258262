import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { optionsOf } from "./support/learning";
import { certifyOnFirst, copyCourse } from "./support/library";
import { inventName, joinAsNew } from "./support/people";
import { expect, test } from "./support/test";

const WESTMINSTER = "E09000033";

for (const javaScriptEnabled of [true, false]) {
  test(`the programme team changes a course and publishes it, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    pageAs,
  }) => {
    const { slug, title } = await copyCourse(inventName("A course to edit"));
    const page = await pageAs("programme", { javaScriptEnabled });
    await page.goto("/programme/library");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("button", { name: "Start a draft" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

    // A lesson: too short is kept in the draft, said to be so, and cannot be published.
    await page.getByRole("link", { name: /^Lesson 1:/ }).click();
    const body = page.getByLabel("Text");
    const whole = await body.inputValue();
    await page.getByLabel("Minutes").fill("soon");
    await page.getByRole("button", { name: "Save and see it" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "as a whole number",
    );
    await expect(body).toHaveValue(whole);
    await page.getByLabel("Minutes").fill("4");
    await body.fill("## A new heading\n\nFar too **short**.");
    await page.getByRole("button", { name: "Save and see it" }).click();
    await expect(page.getByText("Saved in the draft")).toBeVisible();
    const preview = page.locator("#preview");
    await expect(preview.getByRole("heading", { name: "A new heading" })).toBeVisible();
    await expect(preview.locator("strong")).toHaveText("short");
    await expect(page.getByText(/has 6 words; a lesson has 150 to 350/)).toBeVisible();
    await page.goto(`/programme/library/${slug}/draft/publish`);
    await expect(page.getByText("Before this can be published")).toBeVisible();
    await expect(page.getByRole("button", { name: "Publish this version" })).toHaveCount(0);
    await page.getByRole("link", { name: /has 6 words/ }).click();
    await page.getByLabel("Text").fill(`${whole}\n\nOne sentence more.`);
    await page.getByLabel("Source", { exact: true }).first().fill("");
    await page.getByRole("button", { name: "Save and see it" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Statement 1: say where it comes from",
    );
    await expect(page.getByLabel("Text")).toHaveValue(`${whole}\n\nOne sentence more.`);
    await page.getByLabel("Source", { exact: true }).first().fill("Invented source");
    await page.getByRole("button", { name: "Save and see it" }).click();
    await expect(preview.getByText("One sentence more.")).toBeVisible();

    // A question of its own, refused once, for one lesson.
    await page.goto(`/programme/library/${slug}/draft/questions/new`);
    await page.getByLabel("Question", { exact: true }).fill("Whom do you ring first at night?");
    await page.getByLabel("Lesson it is about").selectOption({ index: 2 });
    for (const [n, words] of ["The night team", "Nobody at all", "A friend here"].entries()) {
      await page.getByLabel("What it says").nth(n).fill(words);
      await page.getByLabel("What is said to whoever chooses it").nth(n).fill(`About ${words}.`);
    }
    await page.getByRole("button", { name: "Save and see it" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Tick the answer that is right",
    );
    await expect(page.getByLabel("Lesson it is about")).not.toHaveValue("");
    await tick(page.getByLabel("This is right").first());
    await page.getByRole("button", { name: "Save and see it" }).click();
    await expect(preview).toContainText("Whom do you ring first at night?");

    // What differs, and the publishing of it.
    await page.goto(`/programme/library/${slug}/draft`);
    await page.getByRole("link", { name: "Compare with version 2" }).click();
    await expect(page.locator("ins").filter({ hasText: "One sentence more." })).toBeVisible();
    await expect(page.getByRole("heading", { name: /Whom do you ring first/ })).toBeVisible();
    await page.getByRole("link", { name: "Publish…" }).click();
    await page.getByLabel("What changed").fill("The night team is rung first.");
    await page.getByRole("button", { name: "Publish this version" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Choose whether people must be told",
    );
    await expect(page.getByLabel("What changed")).toHaveValue("The night team is rung first.");
    await tick(page.getByLabel(/^Yes: what they would do/));
    const asked = page.getByLabel("First question");
    await asked.selectOption({ label: "Changed: Whom do you ring first at night?" });
    const value = await asked.inputValue();
    await page.getByLabel("Second question").selectOption(value);
    await page.getByRole("button", { name: "Publish this version" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Choose another question as the second",
    );
    await expect(page.getByLabel("First question")).toHaveValue(value);
    await page.getByLabel("Second question").selectOption({ index: 3 });
    await page.getByRole("button", { name: "Publish this version" }).click();
    await expect(page.getByText("Version 3 is published")).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: "Version 3" });
    await expect(row).toContainText("The night team is rung first.");
    await expect(row).toContainText("Asked to read what changed");
    await expect(page.getByRole("button", { name: "Start a draft" })).toBeVisible();
  });

  test(`somebody certified on an older version reads what changed, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
    baseURL,
  }) => {
    const { slug, title } = await copyCourse(inventName("A course that changed"));
    const [row] = await inDatabase(
      [WESTMINSTER],
      (tx) => tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`,
    );
    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      javaScriptEnabled,
      viewport: { width: 375, height: 740 },
    });
    const page = await context.newPage();
    const name = inventName("Reader");
    await joinAsNew(page, row?.value as string, name, "482617");
    await expect(page.getByText("What changed in")).toHaveCount(0);
    const business = new URL(page.url()).pathname.split("/")[2] ?? "";
    await certifyOnFirst(slug, { business, name });

    await page.reload();
    await page.getByRole("link", { name: `What changed in “${title}”` }).click();
    await expect(page.getByText("Whom you ring after midnight")).toBeVisible();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Choose an answer",
    );
    const fields = page.locator("fieldset");
    const choose = async (n: number, right: boolean) => {
      const field = fields.nth(n);
      const [option] = (await optionsOf(field)).filter((one) => one.correct === right);
      await tick(field.getByLabel(option?.text ?? "", { exact: true }));
    };
    await choose(0, true);
    await choose(1, false);
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Have another look",
    );
    await expect(page.getByRole("heading", { name: "You have it" })).toBeVisible();
    await choose(1, true);
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByText("You have read what changed.")).toBeVisible();
    await expect(page.getByText("What changed in")).toHaveCount(0);
    await context.close();
  });
}

test("two people who change the same lesson do not write over each other", async ({ pageAs }) => {
  const { slug } = await copyCourse(inventName("A course for two"));
  const page = await pageAs("programme");
  await page.goto(`/programme/library/${slug}`);
  await page.getByRole("button", { name: "Start a draft" }).click();
  await page.getByRole("link", { name: /^Lesson 1:/ }).click();
  await page.waitForURL(/\/lessons\//);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Title").fill("Theirs");
  await other.getByRole("button", { name: "Save and see it" }).click();
  await expect(other.getByText("Saved in the draft")).toBeVisible();
  await page.getByLabel("Title").fill("Mine");
  await page.getByRole("button", { name: "Save and see it" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Somebody has changed this since",
  );
  await expect(page.getByLabel("Title")).toHaveValue("Mine");
  await page.goto(`/programme/library/${slug}/draft/discard`);
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByText("The draft is thrown away")).toBeVisible();
});
