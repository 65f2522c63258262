import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { expect, test } from "./support/test";
import { WESTMINSTER } from "./support/world";

const PATH = `/${WESTMINSTER}`;

/** The borough's list as it is, but one postcode put into a ward of its own. */
async function listWithNewWard(ward: string) {
  return inDatabase([WESTMINSTER], async (tx) => {
    const rows = await tx`SELECT postcode, ward FROM ward_postcodes
      WHERE borough_code = ${WESTMINSTER} ORDER BY postcode`;
    const [chosen] =
      await tx`SELECT b.name, replace(b.postcode, ' ', '') AS postcode FROM businesses b
      JOIN ward_postcodes w ON w.borough_code = b.borough_code AND w.postcode = replace(b.postcode, ' ', '')
      WHERE b.borough_code = ${WESTMINSTER} AND b.stage = 'enrolled'
        AND (SELECT count(*) FROM businesses c WHERE c.borough_code = b.borough_code AND c.postcode = b.postcode) = 1
      ORDER BY b.name LIMIT 1`;
    const lines = rows.map((row) =>
      [row.postcode, row.postcode === chosen?.postcode ? ward : row.ward].join(","),
    );
    return {
      text: ["pcds,WD23NM", ...lines, "W1,Nowhere"].join("\r\n"),
      postcodes: rows.length,
      name: chosen?.name as string,
    };
  });
}

test("an administrator uploads a ward list, sees what it means, and finds the business in its ward", async ({
  pageAs,
}) => {
  const ward = `Quayside ${Date.now() % 100_000}`;
  const list = await listWithNewWard(ward);
  const page = await pageAs("borough_admin");
  await page.goto(`${PATH}/settings`);
  await page.getByRole("link", { name: "See wards" }).click();
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "Choose the CSV file of your wards.",
  );
  await page.getByLabel("Your postcodes and wards, as a CSV file").setInputFiles({
    name: "wards.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(list.text),
  });
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await page.waitForURL(/\/wards\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("wards.csv");
  await expect(page.getByText("1 business will change ward.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: list.name })).toContainText(ward);
  await page.getByRole("link", { name: "Refused rows (1)" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Nowhere" })).toContainText(
    "“W1” is not a full postcode",
  );
  await page.getByRole("button", { name: "Confirm this list" }).click();
  await expect(page.getByText("This list is in force")).toBeVisible();
  await expect(page.getByText("1 business changed ward.")).toBeVisible();

  await page.getByRole("link", { name: "All wards" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Ward not known" })).toBeVisible();
  await page.getByRole("link", { name: ward }).click();
  await expect(page.getByText("Showing 1 of 1 business, by name")).toBeVisible();
  await expect(page.getByRole("link", { name: list.name })).toBeVisible();
});

test("an administrator looks back by ward and signs a month off, and it says what changed since", async ({
  pageAs,
}) => {
  const page = await pageAs("borough_admin");
  await page.goto(`${PATH}/history`);
  await page.getByLabel("What is counted").selectOption("trained");
  await page.getByLabel("Ward", { exact: true }).selectOption("not-known");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: /Remove filter\s+Ward not known/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /by sector/ })).toBeVisible();

  await page
    .getByRole("link", { name: /^As at / })
    .last()
    .click();
  await expect(page.getByRole("heading", { name: "What has changed since" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Figures that differ" })).toContainText("+1");

  await page.goto(`${PATH}/history`);
  await page.getByRole("link", { name: /^Sign off / }).click();
  const button = page.getByRole("button", { name: /^Sign off / });
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "Tick the box when you have checked the figures",
  );
  await tick(page.getByLabel("I have checked these figures"));
  await button.click();
  await expect(page.getByText("The month is signed off")).toBeVisible();
  await expect(page.getByText(`Signed off by ${accountOf("borough_admin").name}`)).toBeVisible();
});

test("an officer reads wards and history, and may neither upload nor sign", async ({ pageAs }) => {
  const page = await pageAs("borough_officer");
  await page.goto(`${PATH}/wards`);
  await expect(page.getByText("An administrator of the borough uploads it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Upload and preview" })).toHaveCount(0);
  await page.goto(`${PATH}/history/sign`);
  await expect(page.getByText("An administrator of the borough signs months off.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign off/ })).toHaveCount(0);
});
