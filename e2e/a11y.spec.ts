import type { Page } from "@playwright/test";
import { listRoutes } from "./support/routes";
import type { State } from "./support/state";
import { STATES } from "./support/states";
import { axeFaults, expect, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const routes = listRoutes();
const pages = routes.filter((route) => !/^\/(api|healthz|readyz)/.test(route));
/** Looked at in the dark too. */
const MAIN = new Set([
  "/",
  "/sign-in",
  "/[borough]",
  "/[borough]/businesses",
  "/[borough]/businesses/[business]",
  "/[borough]/register/[importId]",
  "/[borough]/training",
  "/business/[business]",
  "/learn/[business]/records/[record]/lessons/[lesson]",
  "/learn/[business]/records/[record]/questions/[question]",
  "/learn/[business]/certificates/[certificate]",
  "/police",
  "/programme",
]);

let world: World;

/** Addresses and states are made as people make them: that takes a while, once. */
test.beforeAll(async ({ pageAs, browser, baseURL }) => {
  test.setTimeout(180_000);
  world = await makeWorld(pageAs, browser, baseURL ?? "");
  for (const [name, value] of Object.entries(world)) expect(value, name).toBeTruthy();
});

test("every page says its states", () => {
  expect(pages.length).toBeGreaterThan(45);
  expect(pages.filter((page) => !STATES[page]?.length)).toEqual([]);
  expect(Object.keys(STATES).filter((page) => !routes.includes(page))).toEqual([]);
});

async function open(page: Page, { at, act, says }: State): Promise<void> {
  await page.goto(typeof at === "string" ? at : at(world));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await act?.(page);
  if (says) await expect(page.getByText(says).first()).toBeVisible();
}

for (const [route, states] of Object.entries(STATES)) {
  test(`axe finds no fault in ${route}, in each of its states`, async ({
    pageAs,
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const faults: string[] = [];
    for (const state of states) {
      const { as } = state;
      const own = as === "newcomer" || as === "pupil" ? { storageState: world[as] } : {};
      const visit = async () =>
        (await browser.newContext({ baseURL: baseURL ?? "", ...own })).newPage();
      const isRole = as !== "nobody" && as !== "newcomer" && as !== "pupil";
      const page = isRole ? await pageAs(as) : await visit();
      const look = async (how: string) => {
        const found = await axeFaults(page);
        faults.push(...found.map((fault) => `${state.name} as ${as}, ${how}: ${fault}`));
      };
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(page, state);
      await look("1280 px");
      if (MAIN.has(route)) {
        await page.emulateMedia({ colorScheme: "dark" });
        await look("1280 px, dark");
        await page.emulateMedia({ colorScheme: "light" });
      }
      if (state.name === "normal" || state.name === "many") {
        await page.setViewportSize({ width: 375, height: 740 });
        await look("375 px");
      }
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });
}
