import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { idsOf } from "./support/routes";
import { expect, test } from "./support/test";

const BOROUGH = "E09000020";

/** How many businesses open at night, or all, the cells of this month count for a measure. */
async function figure(measure: string): Promise<number> {
  const [row] = await inDatabase(
    [BOROUGH],
    (tx) => tx`SELECT coalesce(sum(delta), 0)::int AS met FROM coverage_cells
      WHERE borough_code = ${BOROUGH} AND measure = ${measure} AND month <= now()::date`,
  );
  return row?.met;
}

test("a manager declares the hours, a shift, who works it and who leads, and both measures count it", async ({
  pageAs,
}) => {
  const { business } = await idsOf(BOROUGH, accountOf("business_manager").email);
  const home = `/business/${business}`;
  const before = { cover: await figure("night_cover"), lead: await figure("safeguarding_lead") };
  const page = await pageAs("business_manager");
  await page.goto(`${home}/nights`);
  await page.getByRole("link", { name: "Say whether you are open" }).click();
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose whether you are open");
  await tick(page.getByLabel("Yes"));
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByRole("status")).toContainText("Your hours are saved");

  await page.getByRole("link", { name: "Declare a night shift" }).click();
  await tick(page.getByLabel("Every night"));
  await page.getByLabel("Starts at").fill("09:00");
  await page.getByLabel("Ends at").fill("17:00");
  await page.getByRole("button", { name: "Declare the shift" }).click();
  await expect(page.getByRole("alert").first()).toContainText("worked after 11pm");
  await page.getByLabel("Starts at").fill("22:00");
  await page.getByLabel("Ends at").fill("06:00");
  await page.getByRole("button", { name: "Declare the shift" }).click();
  await expect(page.getByRole("status")).toContainText("say now who works it");
  expect(await figure("night_cover")).toBe(before.cover);
  await tick(page.getByRole("checkbox", { description: /^Trained, until/ }).first());
  await page.getByRole("button", { name: "Save who works it" }).click();
  await expect(page.getByText("Covered", { exact: true })).toBeVisible();
  expect(await figure("night_cover")).toBe(before.cover + 1);

  await page.goto(`${home}/lead`);
  const person = page.getByLabel("Who leads on safeguarding");
  const trained = await person
    .getByRole("option", { name: /\(trained\)/ })
    .first()
    .innerText();
  await person.selectOption({ label: trained });
  await page.getByRole("button", { name: "Name this person" }).click();
  await expect(page.getByRole("status")).toContainText("Your safeguarding lead is named");
  expect(await figure("safeguarding_lead")).toBe(before.lead + 1);

  await page.goto(home);
  const protect = page.getByRole("article").filter({ hasText: "Safeguarding lead" });
  await expect(protect.getByText(/^Named, and trained until/)).toBeVisible();
  await expect(page.getByText(/\d+ of \d+ done/)).toBeVisible();
  const peers = page.getByRole("region", { name: "Businesses like yours" });
  await expect(peers.getByText(/\d+ of \d+/).first()).toBeVisible();
});
