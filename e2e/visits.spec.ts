import type { Page } from "@playwright/test";
import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { expect, signIn, test } from "./support/test";

const BOROUGH = "E09000013";
const POSTERS = /materials are on display/;

/** A hotel of the demonstration in a known ward, with no visit planned or made: nobody has seen its posters. */
async function findHotel(place = 0): Promise<{ id: string; name: string; ward: string }> {
  const rows = await inDatabase(
    [BOROUGH],
    (tx) => tx`SELECT b.id, b.name, b.ward FROM businesses b
      WHERE b.borough_code = ${BOROUGH} AND b.stage IN ('in_scope', 'invited', 'enrolled') AND b.sector = 'hotel'
        AND b.ward IS NOT NULL AND NOT EXISTS (SELECT FROM visits v WHERE v.business_id = b.id) ORDER BY b.id`,
  );
  const row = rows[place];
  if (!row) throw new Error("Every hotel has been visited.");
  return row as unknown as { id: string; name: string; ward: string };
}

const countFigure = async (ward: string): Promise<number> => {
  const [row] = await inDatabase(
    [BOROUGH],
    (tx) => tx`SELECT coalesce(sum(delta), 0)::int AS n FROM coverage_cells
      WHERE borough_code = ${BOROUGH} AND measure = 'materials' AND sector = 'hotel' AND ward = ${ward}
        AND month <= now()`,
  );
  return row?.n as number;
};

async function planVisit(page: Page, business: string): Promise<string> {
  await page.goto(`/${BOROUGH}/visits/plan?business=${business}`);
  await page.getByLabel("On which day?").fill(new Date().toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Plan 1 visit" }).click();
  await expect(page.getByRole("status")).toContainText("The visit is planned");
  await page.getByRole("link", { name: "Start the visit" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Record the visit");
  return new URL(page.url()).pathname;
}

const item = (page: Page, title: RegExp) => page.getByRole("group", { name: title });

/** Seen round, posters in place, 17 people, one action of the business. */
async function fillIn(page: Page): Promise<void> {
  await tick(page.getByLabel("Somebody in charge showed the officer round"));
  await page.getByLabel("How many people work there?").fill("17");
  await tick(item(page, POSTERS).getByLabel("In place", { exact: true }));
  await tick(page.getByLabel("Keep the incident and refusals log"));
}

test("a visit filled in without a network is kept, opens again, and is sent once when it is back", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  const hotel = await findHotel();
  const before = await countFigure(hotel.ward);
  const path = await planVisit(page, hotel.id);
  await expect(page.getByText("This page opens here again without a network.")).toBeVisible();

  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith(`${path}/send`)) sent += 1;
  });
  await page.context().setOffline(true);
  await fillIn(page);
  await expect(page.getByText("Kept on this phone, not sent yet.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Record the visit");
  await expect(page.getByLabel("How many people work there?")).toHaveValue("17");
  await expect(item(page, POSTERS).getByLabel("In place", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Record the visit" }).click();
  await expect(page.getByText(/It is sent by itself once there is a network/)).toBeVisible();
  expect(await countFigure(hotel.ward)).toBe(before);

  const tried = sent;
  await page.context().setOffline(false);
  await page.waitForURL(/done=recorded/);
  await expect(page.getByRole("status").first()).toContainText("Sent: the visit is recorded");
  expect(sent).toBe(tried + 1);
  expect(await countFigure(hotel.ward)).toBe(before + 1);
  const kept = await page.evaluate(async () => [
    Object.keys(localStorage).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0]);
  const [row] = await inDatabase(
    [BOROUGH],
    (tx) => tx`SELECT (SELECT count(*) FROM headcounts h WHERE h.business_id = ${hotel.id}
        AND h.confirmed_on_visit AND h.headcount = 17)::int AS headcounts,
      (SELECT count(*) FROM visit_actions a WHERE a.business_id = ${hotel.id})::int AS actions`,
  );
  expect(row).toEqual({ headcounts: 1, actions: 1 });
  await page.getByRole("button", { name: "Mark as done" }).click();
  await expect(page.getByRole("status").first()).toContainText("Marked as done");
});

test("when a colleague was first the answer says so, and nothing typed is lost", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer");
  const hotel = await findHotel(1);
  const path = await planVisit(page, hotel.id);
  await expect(page.getByText("This page opens here again without a network.")).toBeVisible();
  await page.context().setOffline(true);
  await fillIn(page);
  await page.getByRole("button", { name: "Record the visit" }).click();
  await expect(page.getByText(/It is sent by itself once there is a network/)).toBeVisible();

  const colleague = await pageAs("borough_officer", { javaScriptEnabled: false });
  await colleague.goto(path);
  await tick(colleague.getByLabel("Nobody in charge was there"));
  await colleague.getByRole("button", { name: "Record the visit" }).click();
  await expect(colleague.getByRole("status").first()).toContainText("the visit is recorded");

  await page.context().setOffline(false);
  const problem = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(problem).toContainText("has been recorded already");
  await expect(page.getByLabel("How many people work there?")).toHaveValue("17");
  await page.reload();
  await expect(page.getByText("This visit has been recorded")).toBeVisible();
  await expect(page.getByLabel("How many people work there?")).toHaveValue("17");
  await page.goto(`/${BOROUGH}/visits`);
  await expect(page.getByRole("status").filter({ hasText: hotel.name })).toContainText(
    "Kept on this phone, not sent yet",
  );
});

test("signing out takes what was kept off the phone", async ({ browser, baseURL }) => {
  const { email = "", password = "" } = accountOf("borough_officer");
  const page = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await signIn(page, email, password);
  await planVisit(page, (await findHotel(2)).id);
  await expect(page.getByText("This page opens here again without a network.")).toBeVisible();
  await fillIn(page);
  await expect(page.getByText("Kept on this phone, not sent yet.")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toContainText("You have signed out");
  await expect
    .poll(() =>
      page.evaluate(async () => [
        Object.keys(localStorage).length,
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    )
    .toEqual([0, 0, 0]);
});

test("an officer starts a visit from tonight's list, and errors stand at their fields without JavaScript", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_officer", { javaScriptEnabled: false });
  await page.goto(`/${BOROUGH}/visits/tonight`);
  await page.getByRole("button", { name: "Start the visit" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Record the visit");
  await tick(page.getByLabel("Somebody in charge showed the officer round"));
  await tick(item(page, POSTERS).getByLabel("Not in place", { exact: true }));
  await page.getByRole("button", { name: "Record the visit" }).click();
  const problem = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(problem).toContainText("Choose the reason");
  await page.getByLabel("What was missing?").first().selectOption("display_missing");
  await page.getByRole("button", { name: "Record the visit" }).click();
  await expect(page.getByRole("status").first()).toContainText("the visit is recorded");
  await expect(page.getByRole("table").first()).toContainText("The posters were not on display");
});

test("a manager sees what was agreed and marks it as done", async ({ pageAs }) => {
  const page = await pageAs("business_manager");
  await page.goto("/places");
  await page.getByRole("link", { name: "The Tamarisk House Hotel" }).click();
  await page.getByRole("link", { name: "Visits", exact: true }).click();
  const open = page.getByRole("button", { name: /^We have done it/ });
  await expect(open.first()).toBeVisible();
  const left = await open.count();
  await open.first().click();
  await expect(page.getByRole("status")).toContainText("Marked as done");
  await expect(open).toHaveCount(left - 1);
});
