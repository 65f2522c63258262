import type { Page } from "@playwright/test";
import { accountOf } from "./support/accounts";
import { tick } from "./support/forms";
import { answerAll } from "./support/learning";
import { inventName, joinAsNew, readJoinLink } from "./support/people";
import { idsOf } from "./support/routes";
import { expect, test } from "./support/test";

const WESTMINSTER = "E09000033";
const COURSE = /at the desk/i;

const factOf = (page: Page, label: string) =>
  page.locator("dl > div").filter({ hasText: label }).locator("dd");

test("a manager leads a session: one answers on a phone, one on paper, an officer ends it", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const phone = { baseURL: baseURL ?? "", viewport: { width: 375, height: 740 } };
  const { business } = await idsOf(WESTMINSTER, accountOf("business_manager").email);
  const home = `/business/${business}`;
  const manager = await pageAs("business_manager");
  const withPhone = inventName("Hana");
  const onPaper = inventName("Milo");

  const learner = await test.step("two people have joined and are confirmed", async () => {
    await manager.goto(`${home}/join`);
    const link = await readJoinLink(manager);
    const pages: Page[] = [];
    for (const name of [withPhone, onPaper]) {
      const page = await (await browser.newContext(phone)).newPage();
      await joinAsNew(page, link, name, "640182");
      pages.push(page);
    }
    await manager.goto(`${home}/staff/confirm`);
    for (const name of [withPhone, onPaper]) await tick(manager.getByLabel(name));
    await manager.getByRole("button", { name: "They work here: confirm" }).click();
    await expect(manager.getByRole("status").first()).toContainText("Confirmed");
    await pages[1]?.context().close();
    return pages[0] as Page;
  });

  const path = await test.step("the manager plans it for today and prints the check", async () => {
    await manager.goto(`${home}/sessions`);
    await manager.getByRole("link", { name: "Plan a session" }).click();
    await manager.waitForURL(/\/plan$/);
    await tick(manager.getByLabel(COURSE));
    await manager.getByRole("button", { name: "Plan the session" }).click();
    await expect(manager.getByRole("status").first()).toContainText("The session is planned");
    const { pathname } = new URL(manager.url());
    await manager.getByRole("link", { name: "Print the short check" }).click();
    await expect(manager.getByRole("heading", { name: "Answers" })).toBeVisible();
    expect(await manager.getByRole("article").count()).toBe(2);
    return pathname;
  });

  await test.step("a phone joins: no lesson to open, a short check of their own", async () => {
    await learner.reload();
    const card = learner.getByRole("region").or(learner.locator("section"));
    await card
      .filter({ hasText: "Group session today" })
      .filter({ hasText: COURSE })
      .getByRole("button", { name: "I am in the session" })
      .click();
    await learner.waitForURL(/\/questions$/);
    await learner.getByRole("button", { name: "Start the questions" }).click();
    await answerAll(learner, "right");
    await expect(learner.getByRole("heading", { level: 1 })).toHaveText("You have passed");
  });

  await test.step("the register names a wrong entry, and certifies who passed on paper", async () => {
    await manager.goto(`${path}/register`);
    const right = manager.getByLabel(onPaper);
    await manager.getByRole("button", { name: "Enter the register" }).click();
    await expect(manager.getByRole("alert").first()).toContainText("at least one person");
    await right.fill("99");
    await manager.getByRole("button", { name: "Enter the register" }).click();
    await expect(manager.getByRole("alert").first()).toContainText(/The check has \d+ questions/);
    await expect(right).toHaveValue("99");
    await expect(manager.getByText(/hold a current certificate/)).toContainText(withPhone);
    const asked = /Right answers of (\d+)/.exec(await manager.getByRole("main").innerText())?.[1];
    await right.fill(asked ?? "");
    await manager.getByRole("button", { name: "Enter the register" }).click();
    await expect(manager.getByRole("status").first()).toContainText("The register is entered");
    await expect(factOf(manager, "Were there")).toHaveText("2 people");
    await expect(factOf(manager, "Passed")).toHaveText("2 of 2");
  });

  await test.step("an officer of the borough ends it: nothing is entered any more", async () => {
    const officer = await pageAs("borough_officer");
    const id = path.split("/").at(-1);
    await officer.goto(`/${WESTMINSTER}/businesses/${business}/sessions/${id}`);
    await officer.getByRole("button", { name: /End the session/ }).click();
    await expect(officer.getByRole("status").first()).toContainText("The session has ended");
    await expect(officer.getByRole("link", { name: "Enter the register" })).toHaveCount(0);
  });
  await learner.context().close();
});
