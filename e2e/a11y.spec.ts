import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { RoleName } from "./support/accounts";
import { listPages } from "./support/routes";
import type { Reader, State } from "./support/state";
import { STATES } from "./support/states";
import { axeFaults, expect, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

// A trace of every look would take longer than the looks.
test.use({ trace: "off" });

const pages = listPages();
/** Looked at in the dark too. */
const MAIN = new Set([
  "/",
  "/sign-in",
  "/[borough]",
  "/[borough]/businesses",
  "/[borough]/businesses/[business]",
  "/[borough]/register/[importId]",
  "/[borough]/training",
  "/[borough]/visits/[visit]/record",
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
  expect(Object.keys(STATES).filter((page) => !pages.includes(page))).toEqual([]);
});

async function open(page: Page, { at, act, says }: State): Promise<void> {
  await page.goto(typeof at === "string" ? at : at(world));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await act?.(page);
  if (says) await expect(page.getByText(says).first()).toBeVisible();
}

type StateOf = (role: RoleName) => Promise<Awaited<ReturnType<BrowserContext["storageState"]>>>;

/** One browser context a reader, kept from page to page: files and fonts are loaded once. */
const readers = new Map<Reader, Page>();

async function pageOf(as: Reader, browser: Browser, stateOf: StateOf, baseURL: string) {
  const kept = readers.get(as);
  if (kept) return kept;
  const made = as === "newcomer" || as === "pupil" || as === "graduate" ? world[as] : undefined;
  const storageState = as === "nobody" ? undefined : (made ?? (await stateOf(as as RoleName)));
  const context = await browser.newContext({ baseURL, ...(storageState ? { storageState } : {}) });
  const page = await context.newPage();
  readers.set(as, page);
  return page;
}

for (const [route, states] of Object.entries(STATES)) {
  test(`axe finds no fault in ${route}, in each of its states`, async ({
    stateOf,
    browser,
    baseURL,
  }) => {
    const faults: string[] = [];
    for (const state of states) {
      const page = await pageOf(state.as, browser, stateOf, baseURL ?? "");
      const look = async (how: string) => {
        const found = await axeFaults(page);
        faults.push(...found.map((fault) => `${state.name} as ${state.as}, ${how}: ${fault}`));
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
    }
    expect(faults).toEqual([]);
  });
}
