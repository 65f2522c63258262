import type { Page } from "@playwright/test";
import { pastQuarters, quarterLabel } from "../lib/aims/call-model";
import { londonDate } from "../lib/dates";
import { inDatabase } from "./support/database";
import { expect, test } from "./support/test";

const AREA = ["E09000013", "E09000020", "E09000033"];
const HAMMERSMITH = "E09000013";
const FLOORS = [0, 25, 45, 60, 75];

interface MonthShare {
  name: string;
  month: string;
  met: number;
  of: number;
}

/** Hotels trained month by month, counted from each business's own periods: no coverage cell is read. */
function countHotels(): Promise<MonthShare[]> {
  return inDatabase(AREA, async (tx) => {
    const rows = await tx<MonthShare[]>`
      WITH months AS (
        SELECT generate_series(min(met_from), date_trunc('month', now())::date, '1 month')::date AS month
        FROM standing_periods WHERE borough_code = ANY (${AREA}) AND measure = 'in_scope'
      )
      SELECT b.name, to_char(m.month, 'FMMonth YYYY') AS month,
        count(*) FILTER (WHERE p.measure = 'trained')::int AS met,
        count(*) FILTER (WHERE p.measure = 'in_scope')::int AS of
      FROM months m
      JOIN standing_periods p ON p.met_from <= m.month AND (p.met_until IS NULL OR p.met_until > m.month)
      JOIN standings s ON s.borough_code = p.borough_code AND s.business_id = p.business_id
      JOIN boroughs b ON b.code = p.borough_code
      WHERE p.borough_code = ANY (${AREA}) AND s.sector = 'hotel' AND p.measure IN ('trained', 'in_scope')
      GROUP BY b.name, m.month ORDER BY b.name, m.month`;
    return [...rows];
  });
}

const levelOf = ({ met, of }: MonthShare) =>
  FLOORS.findLastIndex((floor) => (met / of) * 100 >= floor);

/** The borough with the lowest share now, and the first month of the run at its level. */
function findThinnest(all: MonthShare[]) {
  const names = [...new Set(all.map((row) => row.name))];
  const series = names.map((name) => all.filter((row) => row.name === name));
  const share = (rows: MonthShare[]) => (rows.at(-1)?.met ?? 0) / (rows.at(-1)?.of ?? 1);
  const lowest = series.toSorted((a, b) => share(a) - share(b))[0] ?? [];
  const last = lowest.at(-1);
  if (!last) throw new Error("The demonstration has no hotels.");
  const other = lowest.findLastIndex((row) => levelOf(row) !== levelOf(last));
  return { ...last, since: lowest[other + 1]?.month ?? "" };
}

test("a new police officer finds where hotel coverage is thinnest in their area, and since when", async ({
  pageAs,
}) => {
  const expected = findThinnest(await countHotels());
  const page = await pageAs("police_officer");
  await page.goto("/police");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coverage");
  await page.getByLabel("What is counted").selectOption("trained");
  await page.getByLabel("Sector", { exact: true }).selectOption("hotel");
  await page.getByLabel("Police area", { exact: true }).selectOption("AW");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/sector=hotel.*area=AW/);
  const answer = page.getByRole("region", { name: "Where coverage is thinnest" });
  await expect(answer).toContainText(
    `In Central West${expected.name}: ${expected.met} of ${expected.of} hotels`,
  );
  await expect(answer).toContainText(`since ${expected.since}`);

  const rows = page.getByRole("table", { name: /^3 boroughs/ }).getByRole("row");
  await expect(rows.nth(1)).toContainText(expected.name);
  await page.getByRole("link", { name: "Borough", exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(rows.nth(1)).toContainText("Hammersmith and Fulham");

  await answer.getByRole("link", { name: expected.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(expected.name);
  const gap = expected.of - expected.met;
  await expect(page.getByRole("link", { name: `Do not meet it (${gap})` })).toBeVisible();
  await expect(page.getByText(new RegExp(`Showing \\d+ of ${gap} business`))).toBeVisible();
  await page.getByRole("table").last().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "What it meets" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Trained/ })).toContainText("Not met");
});

test("the map is a picture of its own with the page's figures, and holds no script", async ({
  pageAs,
}) => {
  const page = await pageAs("police_officer");
  await page.goto("/police?measure=trained&sector=hotel");
  const link = page.getByRole("link", { name: "Download the map" });
  const response = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(response.headers()["content-type"]).toContain("image/svg+xml");
  const file = await response.text();
  expect(file).not.toMatch(/<script|<style|href/);
  const tile = page.getByRole("link", { name: /^Westminster \d+%/ });
  const words = (await tile.getAttribute("aria-label")) ?? "nothing";
  expect(file).toContain(`<title>${words}</title>`);
});

async function enterCalls(page: Page, quarter: string, calls: string) {
  await page.getByLabel("Borough", { exact: true }).selectOption(HAMMERSMITH);
  await page.getByLabel("Quarter", { exact: true }).selectOption(quarter);
  await page.getByLabel("Calls that quoted Operation Make Safe").fill(calls);
  await page.getByRole("button", { name: "Save the number" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`police enter a quarter's calls ${javaScriptEnabled ? "" : "without JavaScript "}and small numbers stay hidden`, async ({
    pageAs,
  }) => {
    const [newest = ""] = pastQuarters(londonDate(new Date()), 1);
    const page = await pageAs("police_officer", { javaScriptEnabled });
    await page.goto("/police/calls");
    const row = page
      .getByRole("table", { name: /Central West/ })
      .getByRole("row", { name: quarterLabel(newest) });
    await enterCalls(page, newest, "some");
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expect(page.getByLabel("Calls that quoted Operation Make Safe")).toHaveValue("some");
    await enterCalls(page, newest, "3");
    await expect(page).toHaveURL(/done=entered/);
    await expect(row.getByRole("cell").first()).toHaveText("fewer than 5");
    await expect(row.getByRole("cell").last()).toHaveText("not shown");
    await enterCalls(page, newest, "41");
    await expect(row.getByRole("cell").first()).toHaveText("41");
    await expect(row.getByRole("cell").last()).toHaveText(/^\d+$/);
    await expect(page.getByText(/never a target/)).toBeVisible();
  });
}

test("police confirm the call handlers' training, and no sentence passes as a reference", async ({
  pageAs,
}) => {
  const today = londonDate(new Date());
  const page = await pageAs("police_officer");
  await page.goto("/police/boroughs/E09000020");
  await page.getByRole("link", { name: "Confirm call handlers’ training" }).click();
  await page.getByLabel("Day the training was completed").fill(today);
  const reference = page.getByLabel("Reference of the training record");
  await reference.fill("the night shift told us all about it");
  await page.getByRole("button", { name: "Confirm the training" }).click();
  await expect(page.getByText(/without names or sentences/).first()).toBeVisible();
  await reference.fill("LD/2026/0311");
  await page.getByRole("button", { name: "Confirm the training" }).click();
  await expect(page.getByRole("status")).toContainText("training is confirmed");
});
