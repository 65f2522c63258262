import type { Page } from "@playwright/test";
import { findLink } from "./mail";
import { acceptInvitation, inventEmail, inventName } from "./people";

/**
 * Sets up the `place`th London borough that is not in use, and has `visitor` accept the invitation as
 * its first admin. Answers the borough's code; no other journey looks at its figures.
 */
export async function setUpOwnBorough(
  programme: Page,
  visitor: Page,
  place: number,
): Promise<string> {
  await programme.goto("/programme");
  const unused = programme.getByRole("row").filter({ hasText: "Not set up" }).getByRole("link");
  await unused.nth(place).click();
  await programme.getByRole("button", { name: /^Set up/ }).click();
  await programme.waitForURL(/done=set-up/);
  const email = inventEmail("newcomer");
  await programme.getByLabel("Their work e-mail address").fill(email);
  await programme.getByRole("button", { name: "Send the invitation" }).click();
  await programme.waitForURL(/done=invited/);
  await visitor.goto(await findLink(visitor, email, /Join the Operation Make Safe team/));
  await acceptInvitation(visitor, inventName("Rosa"));
  return new URL(visitor.url()).pathname.slice(1);
}
