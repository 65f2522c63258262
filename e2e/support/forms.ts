import { expect, type Locator } from "@playwright/test";

/** Ticks a radio button or a box with the keyboard: its words lie over it and take the pointer. */
export async function tick(box: Locator): Promise<void> {
  if (!(await box.isChecked())) await box.press("Space");
  await expect(box).toBeChecked();
}

/** Takes a tick away. */
export async function untick(box: Locator): Promise<void> {
  if (await box.isChecked()) await box.press("Space");
  await expect(box).not.toBeChecked();
}
