import type { Page } from "@playwright/test";
import { tick } from "./forms";
import { expect } from "./test";

export const PASSWORD = "Pewter-kettle-42-moss";

let made = 0;

/** An address nobody used before, in this run or an earlier one. */
export function inventEmail(who: string): string {
  made += 1;
  return `${who}.${Date.now()}.${process.pid}.${made}@example.org`;
}

/** A person's name nobody used before, in letters alone. */
export function inventName(first: string): string {
  made += 1;
  const letters = `${Date.now()}${made}`.replace(/\d/g, (digit) =>
    "bcdfghklmn".charAt(Number(digit)),
  );
  return `${first} ${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

/** Accepts the invitation on the page: name, e-mail address where it is asked, and a password. */
export async function acceptInvitation(page: Page, name: string, email?: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  if (email) await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await page.waitForURL(/done=accepted/);
}

/** Joins a business as somebody new, at the link or code of its staff poster. */
export async function joinAsNew(
  page: Page,
  link: string,
  name: string,
  pin: string,
): Promise<void> {
  await page.goto(link);
  await tick(page.getByLabel("Yes: I choose a PIN now"));
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("PIN of 6 digits").fill(pin);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your training");
}

/** The address on the staff poster, put together as a person would type it. */
export async function readJoinLink(page: Page): Promise<string> {
  await page.waitForURL(/\/join(\?|$)/);
  const poster = page.getByRole("article");
  await expect(poster.getByRole("img")).toBeVisible();
  const typed = /(\S+\/join\/E\d{8}\/)\s+([\w -]+)/.exec(await poster.innerText());
  return `http://${typed?.[1] ?? ""}${(typed?.[2] ?? "").replace(/[\s-]/g, "").toLowerCase()}`;
}
