import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { inventName } from "./support/people";
import { expect, test } from "./support/test";

const BOROUGH = "E09000020";

async function addBusiness(page: Page, name: string): Promise<void> {
  await page.goto(`/${BOROUGH}/businesses`);
  await page.getByRole("link", { name: "Add a business" }).click();
  await page.getByLabel("Name of the business").fill(name);
  await page.getByLabel("Address", { exact: true }).fill("4 Quayside Row");
  await page.getByLabel("Postcode").fill("w8 4px");
  await page.getByLabel("Sector", { exact: true }).selectOption("hotel");
  await page.getByRole("button", { name: "Add business" }).click();
  await expect(page.getByRole("status")).toContainText("The business is added");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

test("an officer finds a business by its name, and narrows the list by sector and stage", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  await page.goto(`/${BOROUGH}/businesses`);
  await expect(page.getByText(/^Showing 50 of/)).toBeVisible();
  await page.getByLabel("Name or postcode").fill("tamarisk court");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page.getByText("Showing 1 of 1 business, by name")).toBeVisible();
  await expect(page.getByRole("link", { name: "The Tamarisk Court Hotel" })).toBeVisible();

  await page.getByLabel("Sector", { exact: true }).selectOption("taxi");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(
    page.getByRole("heading", { name: "No business matches these filters" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Clear the filters" }).click();
  await expect(page.getByText(/^Showing 50 of/)).toBeVisible();
  await expect(page.getByLabel("Name or postcode")).toHaveValue("");

  await page.getByLabel("Stage").selectOption("excluded");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/stage=excluded/);
  const rows = page.getByRole("table").locator("tbody").getByRole("row");
  await expect(rows.first()).toContainText("Excluded");
  expect(await rows.filter({ hasText: "Excluded" }).count()).toBe(await rows.count());
});

test("an officer pages through the list and back", async ({ pageAs }) => {
  const page = await pageAs("borough_officer");
  await page.goto(`/${BOROUGH}/businesses`);
  const first = page.getByRole("table").getByRole("rowheader").first();
  const name = await first.innerText();
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(first).not.toHaveText(name);
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(page).toHaveURL(/before=/);
  await expect(first).toContainText(name.split("\n")[0] ?? "");
});

test("an officer adds a business, corrects it, records its headcount, leaves it out and brings it back", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  const name = inventName("Larkspur");
  await addBusiness(page, name);
  const address = page.url().split("?")[0] ?? "";

  await page.getByRole("link", { name: "Change the details" }).click();
  await page.getByLabel("Postcode").fill("nowhere");
  await page.getByRole("button", { name: "Save changes" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(alert).toContainText("Enter a postcode, like W1J 7RW");
  await expect(alert).toBeFocused();
  await page.getByLabel("Postcode").fill("SW7 2EE");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status")).toContainText("The details are saved");
  await expect(page.getByText("4 Quayside Row, SW7 2EE")).toBeVisible();

  await page.goto(`${address}/headcount`);
  await page.getByLabel("Number of people").fill("14");
  await page.getByRole("button", { name: "Save number" }).click();
  await expect(page.getByRole("status")).toContainText("The number of people is saved");

  await page.getByRole("link", { name: "Leave it out of the figures" }).click();
  await tick(page.getByLabel("It is on the register twice"));
  const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("When will you look at this again?").fill(soon);
  await page.getByRole("button", { name: "Leave this business out" }).click();
  await expect(page.getByRole("status")).toContainText("left out of every figure");
  await expect(page.getByText(/It is on the register twice\. To be looked at again/)).toBeVisible();

  await page.getByRole("link", { name: "Bring it back", exact: true }).click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("status")).toContainText("The business is back in scope");
});

test("an officer prints a letter whose code opens the invitation, and withdraws it", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const page = await pageAs("borough_officer");
  const name = inventName("Foxglove");
  await addBusiness(page, name);
  const address = page.url().split("?")[0] ?? "";
  await page.getByRole("link", { name: "Invite", exact: true }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose how to invite the manager");
  await tick(page.getByLabel("By letter"));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Make the letter" }).click();
  await page.waitForURL(/\/businesses\/letters\//);
  const letter = page.getByRole("article");
  await expect(letter.getByRole("img", { name: /Code that opens the invitation/ })).toBeVisible();
  const code = /type this code:\s+(\S[^\n]+)/.exec(await letter.innerText())?.[1] ?? "";

  const manager = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await manager.goto(`/invitations/${BOROUGH}`);
  await manager.getByLabel("Code").fill(code);
  await manager.getByRole("button", { name: "Open my invitation" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(name);

  await page.goto(address);
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByRole("status")).toContainText("The invitation is withdrawn");
  await manager.reload();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(
    "This invitation was withdrawn",
  );
});

test("an officer ticks businesses, asks them for a course, and ends one of the requests", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  const names = [inventName("Willow"), inventName("Willow")];
  for (const name of names) await addBusiness(page, name);
  await page.goto(`/${BOROUGH}/businesses?search=Willow`);
  for (const name of names) await tick(page.getByLabel(`Tick ${name}`));
  await page.getByRole("button", { name: "Assign training", exact: true }).click();
  for (const name of names) await expect(page.getByRole("link", { name })).toBeVisible();
  await page.getByRole("button", { name: "Assign to 2 businesses" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose");
  await tick(page.getByLabel(/Reporting/));
  await page.getByRole("button", { name: "Assign to 2 businesses" }).click();
  await expect(page.getByRole("status")).toContainText("The training is assigned");

  await page.goto(`/${BOROUGH}/businesses?search=${names[0]?.split(" ")[1]}`);
  await page.getByRole("link", { name: names[0] ?? "" }).click();
  await page.getByRole("link", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "Stop asking" }).click();
  await expect(page.getByRole("status")).toContainText("no longer asked");
  await expect(page.getByText("No training is assigned")).toBeVisible();
});

test("an officer sees names of staff only after saying so, and the look is recorded", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  await page.goto(`/${BOROUGH}/businesses?search=Tamarisk+Court`);
  await page.getByRole("link", { name: "The Tamarisk Court Hotel" }).click();
  await page.getByRole("link", { name: "Counts and names" }).click();
  await expect(page.getByText("Samina Okafor")).toHaveCount(0);
  await page.getByRole("button", { name: "Show names (this is recorded)" }).click();
  await expect(page.getByRole("rowheader", { name: "Samina Okafor" })).toBeVisible();
});

test("an officer takes the filtered list away, row for row, as CSV and for Excel", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  await page.goto(`/${BOROUGH}/businesses?sector=taxi`);
  const said = await page.getByText(/^Showing \d+ of/).innerText();
  const count = Number(/of ([\d,]+)/.exec(said)?.[1]?.replace(",", ""));
  expect(count).toBeGreaterThan(1);
  const save = async (name: string) => {
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(
      /^businesses-kensington-and-chelsea-[\d-]+\.(csv|xlsx)$/,
    );
    return readFileSync(await file.path());
  };
  const rows = parse(await save("Download CSV"), { bom: true, columns: true }) as {
    Sector: string;
  }[];
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map((row) => row.Sector))).toEqual(new Set(["Taxi and private hire"]));
  const sheet = unzipSync(await save("Download Excel"))["xl/worksheets/sheet1.xml"];
  expect(strFromU8(sheet ?? new Uint8Array()).match(/<row>/g)).toHaveLength(count + 1);
  const recorded = await inDatabase(
    [BOROUGH],
    (tx) => tx`SELECT details FROM audit_entries WHERE borough_code = ${BOROUGH}
      AND action = 'export.download' AND details->>'rows' = ${String(count)} ORDER BY at DESC LIMIT 2`,
  );
  // Others take other lists away at the same time: those have other numbers of rows.
  expect(recorded.map((row) => row.details)).toEqual([
    { format: "xlsx", rows: count },
    { format: "csv", rows: count },
  ]);
});

test("a long list is made in the background, with JavaScript off too, and stays in its borough", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer", { javaScriptEnabled: false });
  await page.goto(`/${BOROUGH}/exports/new?table=businesses&format=csv&sector=hotel`);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Make the file" }).click();
  // The page loads itself anew until the file is there.
  const link = page.getByRole("link", { name: "Download the CSV file" });
  await link.waitFor({ timeout: 30_000 });
  const saving = page.waitForEvent("download");
  await link.click();
  const rows = parse(readFileSync(await (await saving).path()), { bom: true, columns: true });
  expect(rows).toHaveLength(Number(/of ([\d,]+) rows/.exec(title)?.[1]?.replace(",", "")));
  const file = (await link.getAttribute("href")) ?? "";
  expect((await page.request.get(file.replace(BOROUGH, "E09000013"))).status()).toBe(404);
});
