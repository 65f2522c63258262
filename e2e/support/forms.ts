import type { Locator } from "@playwright/test";

/** Ticks a radio button or a box. Its words lie over it, so that all of its line can be pressed. */
export async function tick(box: Locator): Promise<void> {
  await box.check({ force: true });
}
