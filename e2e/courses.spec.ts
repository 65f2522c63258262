import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { chooseByKeyboard, pressByKeyboard } from "./support/keyboard";
import { optionsOf, takeCourse } from "./support/learning";
import { findLink } from "./support/mail";
import { setUpOwnBorough } from "./support/own-borough";
import {
  acceptInvitation,
  inventEmail,
  inventName,
  joinAsNew,
  readJoinLink,
} from "./support/people";
import { axeFaults, expect, test } from "./support/test";

const SLUGS = readdirSync(fileURLToPath(new URL("../content/courses", import.meta.url)));

/** Written for managers: a manager takes it. */
const FOR_MANAGERS = "safe-premises";

interface Hotel {
  joinLink: string;
  manager: Awaited<ReturnType<BrowserContext["storageState"]>>;
  home: string;
}

let titles: Map<string, string>;
const hotels: Hotel[] = [];

/** Two hotels in a borough of their own that are asked for every course; their staff join by a link. */
test.beforeAll(async ({ pageAs, browser, baseURL }) => {
  test.setTimeout(240_000);
  const visitor = async () => (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  const officer = await visitor();
  const borough = await setUpOwnBorough(await pageAs("programme"), officer, 8);
  const enrolled: { id: string; manager: Page }[] = [];
  for (const name of ["The Keyboard Hotel", "The Plain Page Hotel"]) {
    await officer.goto(`/${borough}/businesses/add`);
    await officer.getByLabel("Name of the business").fill(name);
    await officer.getByLabel("Address", { exact: true }).fill("4 Quayside Row");
    await officer.getByLabel("Postcode").fill("w8 4px");
    await officer.getByLabel("Sector", { exact: true }).selectOption("hotel");
    await officer.getByRole("button", { name: "Add business" }).click();
    await officer.waitForURL(/businesses\/[0-9a-f-]{36}/);
    const id = new URL(officer.url()).pathname.split("/").at(-1) ?? "";
    const email = inventEmail("keeper");
    await officer.goto(`/${borough}/businesses/${id}/invite`);
    await tick(officer.getByLabel("By e-mail"));
    await officer.getByLabel("E-mail address of the manager").fill(email);
    await officer.getByRole("button", { name: "Continue" }).click();
    await officer.getByRole("button", { name: "Send the invitation" }).click();
    await officer.waitForURL(/done=/);
    const manager = await visitor();
    await manager.goto(await findLink(manager, email, /is invited to join/));
    await acceptInvitation(manager, inventName("Ines"));
    enrolled.push({ id, manager });
  }
  const chosen = enrolled.map(({ id }) => `business=${id}`).join("&");
  for (const slug of SLUGS) {
    await officer.goto(`/${borough}/training/assign?${chosen}`);
    await tick(officer.locator(`input[name="courseSlug"][value="${slug}"]`));
    if (slug === FOR_MANAGERS) await tick(officer.getByLabel("Managers and the safeguarding lead"));
    await officer.getByRole("button", { name: "Assign to 2 businesses" }).click();
    await expect(officer.getByRole("status")).toContainText("The training is assigned");
  }
  for (const { id, manager } of enrolled) {
    await manager.goto(`/business/${id}/join`);
    const joinLink = await readJoinLink(manager);
    hotels.push({
      joinLink,
      manager: await manager.context().storageState(),
      home: `/learn/${id}`,
    });
    await manager.context().close();
  }
  await officer.context().close();
  const rows = await inDatabase([], (tx) => tx`SELECT slug, title FROM courses`);
  titles = new Map(rows.map((row) => [row.slug as string, row.title as string]));
});

/** The task list of somebody who has to take the course at the hotel: new staff, or its manager. */
async function openHome(browser: Browser, base: string, hotel: Hotel, slug: string, plain = false) {
  const isManager = slug === FOR_MANAGERS;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 375, height: 740 },
    javaScriptEnabled: !plain,
    ...(isManager ? { storageState: hotel.manager } : {}),
  });
  const page = await context.newPage();
  if (isManager) await page.goto(hotel.home);
  else await joinAsNew(page, hotel.joinLink, inventName("Pupil"), "482617");
  return page;
}

/** Takes a course with the keyboard alone, and has axe look at every lesson and kind of question. */
async function takeByKeyboard(page: Page, title: string): Promise<string[]> {
  const faults: string[] = [];
  const main = page.getByRole("main");
  const button = (name: string) => main.getByRole("button", { name, exact: true });
  const link = (name: string) => main.getByRole("link", { name, exact: true });
  const look = async (where: string) =>
    faults.push(...(await axeFaults(page)).map((fault) => `${where}: ${fault}`));
  await pressByKeyboard(page, link(title));
  await page.waitForURL(/\/courses\//);
  await pressByKeyboard(page, button("Start the course"));
  await page.waitForURL(/\/lessons\/1/);
  const last = Number(/lesson \d+ of (\d+)/.exec(await main.innerText())?.[1]);
  for (let lesson = 1; lesson <= last; lesson += 1) {
    await page.waitForURL(new RegExp(`/lessons/${lesson}(#|$)`));
    await look(`lesson ${lesson}`);
    await pressByKeyboard(
      page,
      lesson < last ? button("Next lesson") : link("Go to the questions"),
    );
  }
  await page.waitForURL(/\/questions$/);
  await pressByKeyboard(page, button("Start the questions"));
  await page.waitForURL(/\/questions\/1$/);
  const of = Number(/question \d+ of (\d+)/i.exec(await main.innerText())?.[1]);
  const kinds = new Set<string>();
  for (let question = 1; question <= of; question += 1) {
    await page.waitForURL(new RegExp(`/questions/${question}$`));
    const right = (await optionsOf(page)).filter((option) => option.correct);
    const kind = right.length > 1 ? "several" : "one";
    if (!kinds.has(kind)) await look(`a question of ${kind}`);
    await chooseByKeyboard(
      page,
      right.map((option) => option.text),
    );
    await pressByKeyboard(page, button("Check my answer"));
    await expect(page.getByRole("heading", { name: "You have it" })).toBeVisible();
    if (!kinds.has(kind)) await look(`what is said to a question of ${kind}`);
    kinds.add(kind);
    const next = question < of ? link("Next question") : button("See my result");
    await pressByKeyboard(page, next);
  }
  await page.waitForURL(/\/result$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have passed");
  await look("the result");
  return faults;
}

for (const slug of SLUGS) {
  test(`${slug} is taken on a phone with the keyboard alone, and axe finds no fault in it`, async ({
    browser,
    baseURL,
  }) => {
    const [hotel] = hotels;
    if (!hotel) throw new Error("There is no hotel.");
    const page = await openHome(browser, baseURL ?? "", hotel, slug);
    expect(await takeByKeyboard(page, titles.get(slug) ?? "")).toEqual([]);
    await page.context().close();
  });

  test(`${slug} is taken on a phone with JavaScript off`, async ({ browser, baseURL }) => {
    const hotel = hotels[1];
    if (!hotel) throw new Error("There is no second hotel.");
    const page = await openHome(browser, baseURL ?? "", hotel, slug, true);
    await takeCourse(page, hotel.home, new RegExp(`^${literal(titles.get(slug) ?? "")}$`));
    await page.context().close();
  });
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
