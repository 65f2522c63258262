import sharp from "sharp";
import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { idsOf } from "./support/routes";
import { expect, test } from "./support/test";

const WESTMINSTER = "E09000033";
let business: string;

test.beforeAll(async () => {
  business = (await idsOf(WESTMINSTER, accountOf("business_manager").email)).business ?? "";
});

/** What was said last about a practice of the manager's hotel. */
const lastWord = (code: string) =>
  inDatabase([WESTMINSTER], async (tx) => {
    const [row] = await tx`SELECT change, reason FROM practice_changes
      WHERE borough_code = ${WESTMINSTER} AND business_id = ${business} AND item_code = ${code}
      ORDER BY from_on DESC, recorded_at DESC LIMIT 1`;
    return row;
  });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`a manager answers and an officer settles it${how}`, async ({ pageAs }) => {
    const page = await pageAs("business_manager", {
      javaScriptEnabled,
      viewport: { width: 375, height: 740 },
    });
    const list = `/business/${business}/practices`;
    await page.goto(`${list}/new-starters`);
    await tick(page.getByLabel("In place"));
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page.getByRole("status").first()).toContainText("Your answer is saved");
    await page.goto(`${list}/cctv-retention`);
    await tick(page.getByLabel(/Does not apply: there is no CCTV/));
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page.getByRole("status").first()).toContainText("Your answer is saved");
    expect(await lastWord("cctv-retention")).toEqual({
      change: "declared_not_applicable",
      reason: "no_cctv",
    });

    const desk = await pageAs("borough_officer", { javaScriptEnabled });
    await desk.goto(`/${WESTMINSTER}/businesses/${business}/practices`);
    await expect(desk.getByRole("checkbox", { name: /CCTV/ })).toHaveCount(0);
    const starters = desk.getByRole("checkbox", { name: /New starters/ });
    await desk.getByRole("button", { name: "Confirm those ticked" }).click();
    await expect(desk.getByRole("alert").first()).toContainText("Choose at least one practice");
    await tick(starters);
    await desk.getByRole("button", { name: "Give back those ticked" }).click();
    await expect(desk.getByRole("alert").first()).toContainText("Choose why you give it back");
    await expect(starters).toBeChecked();
    await desk.getByLabel("Or give them back, because").selectOption("not_described");
    await desk.getByRole("button", { name: "Give back those ticked" }).click();
    await expect(desk.getByRole("status").first()).toContainText("Given back");

    await page.goto(`${list}/new-starters`);
    await expect(page.getByText(/The person on duty could not say/)).toBeVisible();
    await tick(page.getByLabel("In place"));
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page.getByRole("status").first()).toContainText("Your answer is saved");
    await desk.goto(`/${WESTMINSTER}/businesses/${business}/practices`);
    await tick(desk.getByRole("checkbox", { name: /New starters/ }));
    await desk.getByRole("button", { name: "Confirm those ticked" }).click();
    await expect(desk.getByRole("status").first()).toContainText("they count from now on");
    expect((await lastWord("new-starters"))?.change).toBe("confirmed");
  });
}

test("a picture of a poster is kept without its place, shown to the borough, and removed", async ({
  pageAs,
}) => {
  const photo = await sharp({
    create: { width: 1800, height: 900, channels: 3, background: "teal" },
  })
    .withExifMerge({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();
  const page = await pageAs("business_manager");
  const pictures = `/business/${business}/practices/pictures`;
  const send = async (name: string, buffer: Buffer) => {
    await page.goto(pictures);
    await page
      .getByLabel("A picture of a poster on display")
      .setInputFiles({ name, mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Send the picture" }).click();
  };
  await send("poster.jpg", Buffer.from("<!doctype html><script>alert(1)</script>"));
  await expect(page.getByRole("alert").first()).toContainText("not a JPEG, PNG or WebP picture");
  await send("poster.jpg", Buffer.alloc(9 * 1024 * 1024, "x"));
  await expect(page.getByRole("alert").first()).toContainText("larger than 8 MB");
  await send("poster.jpg", photo);
  await expect(page.getByRole("status").first()).toContainText("The picture is kept");
  await expect(page.getByRole("img", { name: /^Poster on display/ })).toBeVisible();

  const officer = await pageAs("borough_officer");
  await officer.goto(`/${WESTMINSTER}/businesses/${business}/practices`);
  const href = await officer.getByRole("link", { name: /^Save a copy/ }).getAttribute("href");
  const answer = await officer.request.get(href ?? "");
  expect(answer.status()).toBe(200);
  const headers = answer.headers();
  expect(headers["content-type"]).toBe("image/jpeg");
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="poster-/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  const kept = await sharp(await answer.body()).metadata();
  expect([kept.width, kept.height, kept.exif]).toEqual([1600, 800, undefined]);

  for (const role of ["police_officer", "staff", "programme"] as const) {
    const other = await pageAs(role);
    expect((await other.request.get(href ?? "")).status(), role).toBe(404);
  }
  const foreign = (href ?? "").replace(WESTMINSTER, "E09000013");
  expect((await officer.request.get(foreign)).status()).toBe(404);

  await page.goto(pictures);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("status").first()).toContainText("The picture is removed");
  expect((await officer.request.get(href ?? "")).status()).toBe(404);
});

test("an administrator asks hotels for one practice more, and ends it", async ({ pageAs }) => {
  const page = await pageAs("borough_admin");
  await page.goto(`/${WESTMINSTER}/practices/items?sector=hotel`);
  await page.getByRole("link", { name: "Add a practice" }).click();
  const title = `Night staff carry a card ${Date.now()}`;
  await page.getByLabel("What does the business do?").fill(title);
  await page.getByRole("button", { name: "Add the practice" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter how a business does it");
  await page
    .getByLabel("How does it do it?")
    .fill("Each person on the night shift carries a card that says when to call 101 and 999.");
  await tick(page.getByLabel("Protect"));
  await tick(page.getByLabel("Good to have"));
  await tick(page.getByLabel("From the desk, or on a visit"));
  await page.getByRole("button", { name: "Add the practice" }).click();
  await expect(page.getByRole("status").first()).toContainText("The practice is on the list");
  const manager = await pageAs("business_manager");
  await manager.goto(`/business/${business}/practices`);
  await expect(manager.getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("link", { name: `End “${title}”` }).click();
  await page.getByRole("button", { name: "Stop asking" }).click();
  await expect(page.getByRole("status").first()).toContainText("asked of nobody any more");
  await manager.goto(`/business/${business}/practices`);
  await expect(manager.getByRole("link", { name: title })).toHaveCount(0);
});
