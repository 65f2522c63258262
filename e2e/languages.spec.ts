import { inDatabase } from "./support/database";
import { inventName, joinAsNew } from "./support/people";
import { axeFaults, expect, test } from "./support/test";

const WORDS = {
  title: "الإبلاغ: ١٠١ و٩٩٩",
  lesson: "متى تتصل",
  body: "اتصل على الرقم ١٠١ واذكر اسم العملية. في حالة الطوارئ اتصل على ٩٩٩.",
  rest: "\n\n- اتصل\n- لا تواجه أحدا\n\n{{call-card}}",
};

/** A translation an invented college has reviewed: of the first lesson alone. */
async function translate(): Promise<void> {
  await inDatabase([], async (tx) => {
    const [version] = await tx`SELECT id FROM course_versions WHERE course_slug = 'reporting'
      ORDER BY number DESC LIMIT 1`;
    const row = { version_id: version?.id, language: "ar" };
    await tx`INSERT INTO course_translations ${tx({
      ...row,
      title: WORDS.title,
      summary: WORDS.body,
      content_note: WORDS.body,
      reviewed_by: "An invented college",
      reviewed_on: "2026-11-01",
    })} ON CONFLICT DO NOTHING`;
    await tx`INSERT INTO lesson_translations ${tx({
      ...row,
      position: 1,
      title: WORDS.lesson,
      body: WORDS.body + WORDS.rest,
    })} ON CONFLICT DO NOTHING`;
  });
}

test.afterAll(() =>
  inDatabase([], async (tx) => {
    await tx`DELETE FROM course_translations WHERE language = 'ar'`;
  }),
);

test("somebody reads in their own language, from right to left, and what is not ready in English", async ({
  browser,
  baseURL,
}) => {
  await translate();
  const [row] = await inDatabase(
    [],
    (tx) => tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`,
  );
  const context = await browser.newContext({
    baseURL: baseURL ?? "",
    viewport: { width: 375, height: 740 },
  });
  const page = await context.newPage();
  await joinAsNew(page, row?.value, inventName("Layla"), "518264");
  await page.getByLabel("Language of your lessons").selectOption({ label: "العربية" });
  await page.getByRole("button", { name: "Use this language" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved");
  await expect(page.getByLabel("Language of your lessons")).toHaveValue("ar");

  await page
    .getByRole("listitem")
    .getByRole("link", { name: /reporting/i })
    .first()
    .click();
  await expect(page.locator('[lang="ar"][dir="rtl"]').first()).toBeVisible();
  await page.getByRole("button", { name: "Start the course" }).click();
  await page.waitForURL(/\/lessons\/1$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(WORDS.lesson);
  await expect(page.locator('div[lang="ar"][dir="rtl"]').first()).toContainText(WORDS.body);
  await expect(page.locator('[lang="en-GB"][dir="ltr"]').first()).toContainText("Call 101");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole("navigation", { name: "Lessons" }).getByRole("button").click();
  await page.waitForURL(/\/lessons\/2$/);
  await expect(page.getByText("This lesson is not ready in Arabic yet")).toBeVisible();
  await expect(page.locator('[lang="ar"]')).toHaveCount(0);
  await context.close();
});
