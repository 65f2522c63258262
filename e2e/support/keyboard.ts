import { expect, type Locator, type Page } from "@playwright/test";

const MOST_TABS = 80;

/** Whether the element, or one of a group of radio buttons, has the focus now. */
const hasFocus = (target: Locator) =>
  target.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** Goes to an element with the Tab key alone, from wherever the focus is. Fails when Tab never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // A page that is still arriving has not all its stops yet.
  await expect(target.first()).toBeAttached();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not get to ${target}.`);
}

/** Follows a link or presses a button with the keyboard alone; what has the focus must be visible. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await expect(target).toBeInViewport();
  await page.keyboard.press("Enter");
}

/** Ticks options of the question on the page with the keyboard alone: boxes by Space, radios by the arrows. */
export async function chooseByKeyboard(page: Page, texts: readonly string[]): Promise<void> {
  const radios = page.getByRole("main").getByRole("radio");
  for (const text of texts) {
    const option = page.getByRole("main").getByLabel(text, { exact: true });
    if ((await radios.count()) === 0) {
      await tabTo(page, option);
      await page.keyboard.press("Space");
      continue;
    }
    await tabTo(page, radios);
    await page.keyboard.press("Space");
    for (let n = await radios.count(); n > 0 && !(await option.isChecked()); n -= 1) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(option).toBeChecked();
  }
}
