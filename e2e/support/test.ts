import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { accountOf, type RoleName } from "./accounts";
import { inDatabase } from "./database";
import { tick } from "./forms";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface Fixtures {
  /** A page signed in as a role of the demonstration; each call a browser context of its own. */
  pageAs: (role: RoleName, options?: Parameters<Browser["newContext"]>[0]) => Promise<Page>;
}
interface WorkerFixtures {
  stateOf: (role: RoleName) => Promise<StorageState>;
}

/** Signs in with e-mail and password as a person would. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function signInAs(page: Page, role: RoleName): Promise<void> {
  const account = accountOf(role);
  if (account.email && account.password) return signIn(page, account.email, account.password);
  const [row] = await inDatabase(
    [],
    (tx) => tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`,
  );
  await page.goto(row?.value);
  await joinAs(page, "No: I have a PIN", account.name, account.pin ?? "");
}

/** The staff link's form: name and PIN. */
export async function joinAs(page: Page, visit: string, name: string, pin: string): Promise<void> {
  await tick(page.getByLabel(visit));
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("PIN of 6 digits").fill(pin);
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/learn\//);
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  stateOf: [
    async ({ browser }, use, worker) => {
      const states = new Map<RoleName, Promise<StorageState>>();
      const make = async (role: RoleName) => {
        const context = await browser.newContext({ baseURL: worker.project.use.baseURL ?? "" });
        await signInAs(await context.newPage(), role);
        const state = await context.storageState();
        await context.close();
        return state;
      };
      await use((role) => {
        const state = states.get(role) ?? make(role);
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  pageAs: async ({ browser, stateOf, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, options = {}) => {
      const storageState = await stateOf(role);
      const context = await browser.newContext({
        baseURL: baseURL ?? "",
        storageState,
        ...options,
      });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Every axe rule of WCAG 2.2 A and AA, and the best practices, on the page as it stands. */
export async function axeFaults(page: Page): Promise<string[]> {
  const present = await page.evaluate(() => "axe" in window);
  if (!present) await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}): ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
}

export { expect };
