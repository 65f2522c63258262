import { inDatabase } from "./support/database";
import { expect, test } from "./support/test";

const AREA = ["E09000013", "E09000020", "E09000033"];

/** Every name of a person the demonstration knows: staff, managers, officers, team. */
async function listPeople(): Promise<string[]> {
  const rows = await inDatabase(
    AREA,
    (tx) => tx`
    SELECT name FROM staff_members UNION SELECT name FROM users
    WHERE email <> 'police.central-west@example.org'`,
  );
  return rows.map((row) => row.name as string);
}

test("a police officer finds the thinnest coverage and opens it down to a business", async ({
  pageAs,
}) => {
  const page = await pageAs("police_officer");
  await page.goto("/police");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coverage");
  await page.getByLabel("Sector", { exact: true }).selectOption("hotel");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/sector=hotel/);
  await page
    .getByRole("table", { name: /Your boroughs/ })
    .getByRole("link")
    .first()
    .click();
  await expect(
    page.getByRole("heading", { name: "Businesses that do not meet it yet" }),
  ).toBeVisible();
  await page.getByRole("table").last().getByRole("link").first().click();
  await expect(page.getByText("Hold the awareness certificate")).toBeVisible();
});

test("no response to the police holds a name of a person", async ({ pageAs, baseURL }) => {
  const people = await listPeople();
  expect(people.length).toBeGreaterThan(200);
  const page = await pageAs("police_officer");
  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const businesses = await inDatabase(
    AREA,
    (tx) => tx`SELECT borough_code, id FROM businesses ORDER BY id LIMIT 40`,
  );
  const addresses = [
    "/police",
    "/police?measure=pursue&sector=taxi",
    "/api/exports/police-coverage?measure=trained",
    "/police/nowhere",
    `/police/businesses/${AREA[0]}/11111111-1111-4111-8111-111111111111`,
    ...AREA.flatMap((code) =>
      ["prevent", "trained", "reporting_route"].map((m) => `/police/boroughs/${code}?measure=${m}`),
    ),
    ...businesses.map((row) => `/police/businesses/${row.borough_code}/${row.id}`),
  ];
  for (const address of addresses) {
    // The page itself, and the payload a navigation inside the browser fetches.
    for (const headers of [{ cookie }, { cookie, rsc: "1" }]) {
      const response = await fetch(new URL(address, baseURL), { headers });
      const told = [await response.text(), ...response.headers.values(), response.url]
        .join("\n")
        .toLowerCase();
      const found = people.filter((name) => told.includes(name.toLowerCase()));
      expect(found, address).toEqual([]);
    }
  }
});
