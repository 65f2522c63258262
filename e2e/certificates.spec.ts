import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { takeCourse } from "./support/learning";
import { readPdf } from "./support/pdf";
import { inventName, joinAsNew } from "./support/people";
import { expect, test } from "./support/test";

const WESTMINSTER = "E09000033";

/** What a person gets who presses the link: read by a reader that did not write it. */
async function download(page: Page, link: RegExp) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), ...(await readPdf(await readFile(await file.path()))) };
}

async function checkByCode(page: Page, address: string, code: string, button: string) {
  await page.goto(address);
  await page.getByLabel("Code of the certificate").fill(code);
  await page.getByRole("button", { name: button }).click();
}

test("a certificate is taken as PDF, checked by its typed code, and withdrawn by an officer", async ({
  browser,
  baseURL,
  pageAs,
}) => {
  test.setTimeout(180_000);
  const [row] = await inDatabase(
    [],
    (tx) => tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`,
  );
  const name = inventName("Samira");
  const context = { baseURL: baseURL ?? "", viewport: { width: 375, height: 740 } };
  const phone = await (await browser.newContext(context)).newPage();
  const stranger = await (await browser.newContext(context)).newPage();
  let code = "";

  await test.step("whoever passes downloads a tagged certificate that can be read aloud", async () => {
    await joinAsNew(phone, row?.value, name, "518264");
    await takeCourse(phone, phone.url(), /reporting/i);
    await phone.getByRole("link", { name: "See your certificate" }).click();
    const pdf = await download(phone, /Download the certificate/);
    expect(pdf).toMatchObject({ language: "en-GB", tagged: true, ua: "1", untagged: "" });
    expect(pdf.name).toMatch(/\.pdf$/);
    expect(pdf.name).not.toContain("Samira");
    expect(pdf.parts.find(({ role }) => role === "H1")?.text).toBe("Certificate of training");
    expect(pdf.parts.map(({ text }) => text)).toContain(name);
    expect(pdf.parts.find(({ role }) => role === "Figure")?.alt).toContain("/verify/");
    code = pdf.parts.find(({ role }) => role === "Link")?.text.replace(/\s/g, "") ?? "";
    expect(code).toMatch(/^E09000033-/);
  });

  await test.step("the passport holds the same code, as page and as PDF", async () => {
    await phone.goto(phone.url().replace(/\/certificates\/.*$/, "/passport"));
    await expect(phone.getByText(code)).toBeVisible();
    const pdf = await download(phone, /Download the passport/);
    const read = pdf.parts.map(({ text }) => text.replace(/\s/g, ""));
    expect(read).toContainEqual(expect.stringContaining(code));
  });

  await test.step("a new employer types the code, in capitals and with spaces", async () => {
    await checkByCode(
      stranger,
      "/verify",
      code.toUpperCase().replaceAll("-", " "),
      "Check the certificate",
    );
    await expect(stranger.getByRole("status")).toContainText("This certificate counts today");
    await expect(stranger.getByText("has not chosen to show a name")).toBeVisible();
  });

  await test.step("a code that nobody printed gets a sentence, and keeps what was typed", async () => {
    const nobody = await stranger.context().newPage();
    await checkByCode(nobody, "/verify", "not a code", "Check the certificate");
    await expect(nobody.getByRole("alert").first()).toContainText("code");
    await expect(nobody.getByLabel("Code of the certificate")).toHaveValue("not a code");
    await nobody.close();
  });

  await test.step("an officer finds it, must say why, and withdraws it: its public page says so at once", async () => {
    const officer = await pageAs("borough_officer");
    await checkByCode(officer, `/${WESTMINSTER}/certificates`, code, "Find it");
    await officer.waitForURL(/\/certificates\/[0-9a-f-]{36}$/);
    await expect(officer.getByText(name)).toHaveCount(0);
    await officer.getByRole("button", { name: "Withdraw this certificate" }).click();
    await expect(officer.getByRole("alert").first()).toContainText(/why|reason/i);
    await tick(officer.getByLabel("Somebody else answered the questions"));
    await officer.getByRole("button", { name: "Withdraw this certificate" }).click();
    await expect(officer.getByText("Withdrawn on")).toBeVisible();
    await stranger.reload();
    await expect(stranger.getByText("This certificate was withdrawn")).toBeVisible();
  });

  await test.step("its holder reads so, and can begin the course again", async () => {
    await phone.goto(phone.url().replace(/\/passport.*$/, ""));
    await expect(phone.getByRole("listitem").getByText(/withdrawn/i)).toBeVisible();
    await phone
      .getByRole("link", { name: "Reporting: 101, 999 and evidence", exact: true })
      .click();
    await expect(phone.getByRole("button", { name: "Start the course" })).toBeVisible();
  });
});
