import { strFromU8, unzipSync } from "fflate";
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

/** What a response says; a workbook's parts are unpacked first. */
async function readText(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("spreadsheetml")) return response.text();
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const texts = Object.values(parts).map((part) => strFromU8(part));
  expect(texts.join("")).toContain("<sheetData>");
  return texts.join("\n");
}

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
    "/api/exports/police/coverage?measure=trained&area=AW&format=csv",
    "/api/exports/police/coverage?measure=trained&format=xlsx",
    ...AREA.flatMap((code) =>
      ["csv", "xlsx"].map(
        (format) => `/api/exports/police/businesses?borough=${code}&format=${format}`,
      ),
    ),
    "/police?measure=lead&area=AW&sort=since&dir=desc",
    "/police/map.svg?measure=trained&sector=hotel",
    "/police/boroughs/E09000033/trend.svg?measure=trained",
    "/police/calls",
    "/police/calls?done=entered",
    "/police/nowhere",
    "/police/boroughs/E09000007",
    ...AREA.flatMap((code) => [
      `/police/boroughs/${code}/call-handlers`,
      `/police/boroughs/${code}?measure=call_handlers&done=confirmed`,
      `/police/boroughs/${code}?measure=protect&ward=not-known&list=all`,
    ]),
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
      const told = [await readText(response), ...response.headers.values(), response.url]
        .join("\n")
        .toLowerCase();
      const found = people.filter((name) => told.includes(name.toLowerCase()));
      expect(found, address).toEqual([]);
    }
  }
});

test("police take away the businesses of their own boroughs, and of no other", async ({
  pageAs,
}) => {
  const page = await pageAs("police_officer");
  const ask = (query: string) => page.request.get(`/api/exports/police/businesses?${query}`);
  const own = await ask(`borough=${AREA[2]}&measure=trained&format=csv`);
  expect(own.headers()["content-disposition"]).toMatch(
    /^attachment; filename="businesses-westminster-\d{4}-\d\d-\d\d\.csv"$/,
  );
  await page.goto(`/police/boroughs/${AREA[2]}?measure=trained`);
  const said = await page.getByRole("link", { name: /^Do not meet it/ }).innerText();
  const lines = (await own.text()).trim().split("\r\n");
  expect(lines.length - 1).toBe(Number(/\(([\d,]+)\)/.exec(said)?.[1]?.replace(",", "")));
  for (const query of ["borough=E09000007", "borough=nowhere", ""]) {
    expect((await ask(query)).status(), query).toBe(404);
  }
});
