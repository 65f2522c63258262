import { expect, type Page } from "@playwright/test";
import type { RoleName } from "./accounts";
import type { World } from "./world";

/**
 * "newcomer" is the admin of a borough that has just been set up: everything is empty there. "pupil"
 * has read every lesson and answered the first question; "graduate" passed a course that has changed since.
 */
export type Reader = RoleName | "nobody" | "newcomer" | "pupil" | "graduate";

export interface State {
  name: "normal" | "empty" | "many" | "error" | "refused" | "expired";
  as: Reader;
  /** Its address, or how to work it out. */
  at: string | ((world: World) => string);
  /** What a person does there before it is in this state. */
  act?: (page: Page) => Promise<void>;
  /** Words that prove it is in this state. */
  says?: RegExp;
}

/** Presses a button that the form refuses, and waits for what is said. */
export const press = (button: string) => async (page: Page) => {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
};

/** The same for a button whose words hold a month. */
export const pressFirst = (button: RegExp) => async (page: Page) => {
  await page.getByRole("button", { name: button }).first().click();
  await expect(page.getByText("There is a problem")).toBeVisible();
};

/** Opens what is folded away. */
export const unfold = (summary: string) => async (page: Page) => {
  await page.getByText(summary).first().click();
};

export const state = (
  name: State["name"],
  as: Reader,
  at: State["at"],
  more: Pick<State, "act" | "says"> = {},
): State => ({ name, as, at, ...more });

const NOWHERE = "11111111-1111-4111-8111-111111111111";

/** The same page of something that does not exist, or is another's. */
export const refused = (as: Reader, at: (id: string) => string): State =>
  state("refused", as, at(NOWHERE), { says: /Page not found/ });
