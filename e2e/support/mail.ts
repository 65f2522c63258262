import { expect, type Page } from "@playwright/test";

/** Waits for the newest letter to an address, reads it in the mailbox, and answers its link. */
export async function findLink(page: Page, to: string, subject: RegExp): Promise<string> {
  const letter = page.getByRole("row").filter({ hasText: to }).filter({ hasText: subject });
  await expect(async () => {
    await page.goto("/demonstration/mail");
    await expect(letter.first()).toBeVisible({ timeout: 1_000 });
  }, "the worker sends the letter").toPass({ timeout: 30_000 });
  await letter.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
  const link = page.getByRole("main").locator('a[href*="://"]').first();
  return (await link.getAttribute("href")) ?? "";
}
