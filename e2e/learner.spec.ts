import type { Page } from "@playwright/test";
import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick, untick } from "./support/forms";
import { answerAll, optionsOf, readLessons } from "./support/learning";
import { inventName, joinAsNew } from "./support/people";
import { idsOf } from "./support/routes";
import { expect, joinAs, signIn, test } from "./support/test";

const PIN = "518264";

async function staffLink(): Promise<string> {
  const [row] = await inDatabase(
    [],
    (tx) => tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`,
  );
  return row?.value;
}

async function answerPractice(page: Page, how: "right" | "wrong"): Promise<void> {
  const options = await optionsOf(page);
  const right = options.filter((option) => option.correct);
  const chosen = how === "right" ? right : options.filter((option) => !option.correct).slice(0, 1);
  const group = page.getByRole("group");
  for (const { text } of options) {
    const box = group.getByLabel(text, { exact: true });
    if ((await box.getAttribute("type")) === "checkbox") await untick(box);
  }
  for (const { text } of chosen) await tick(group.getByLabel(text, { exact: true }));
  await page.getByRole("button", { name: "Check my answer" }).click();
}

test("somebody on a phone learns, stops, comes back by PIN, fails once, passes and shows it", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const phone = { baseURL: baseURL ?? "", viewport: { width: 375, height: 740 } };
  const link = await staffLink();
  const name = inventName("Amara");
  const page = await (await browser.newContext(phone)).newPage();
  await joinAsNew(page, link, name, PIN);

  await test.step("begins, and a practice question says what each answer means", async () => {
    await page.getByRole("link", { name: /spot the signs/i }).click();
    await expect(page.getByRole("heading", { name: "Before you start" })).toBeVisible();
    await page.getByRole("button", { name: "Start the course" }).click();
    await page.waitForURL(/\/lessons\/1$/);
    const steps = page.getByRole("navigation", { name: "Lessons" });
    while ((await page.getByRole("button", { name: "Check my answer" }).count()) === 0) {
      const before = page.url();
      await steps.getByRole("button", { name: "Next lesson" }).click();
      await page.waitForURL((url) => url.href !== before);
    }
    await answerPractice(page, "wrong");
    await expect(page.getByRole("heading", { name: "Have another look" })).toBeVisible();
    await answerPractice(page, "right");
    await expect(page.getByRole("heading", { name: "You have it" })).toBeVisible();
  });

  await test.step("plays a scenario: a wrong turn is said kindly, and can be put right", async () => {
    while ((await page.getByText("What would you do?").count()) === 0) {
      const before = page.url();
      await page.getByRole("navigation", { name: "Lessons" }).getByRole("button").click();
      await page.waitForURL((url) => url.href !== before);
    }
    await page.getByRole("complementary").getByRole("link").first().click();
    await page.waitForURL(/\/scenarios\//);
    const choose = async (choice: RegExp) => {
      await tick(page.getByRole("radio", { name: choice }));
      await page.getByRole("button", { name: "See what happens" }).click();
    };
    await page.getByRole("button", { name: "See what happens" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Choose an answer");
    await choose(/Give him the room/);
    await expect(page.getByRole("heading", { name: "That made it harder" })).toBeVisible();
    await choose(/call 999/);
    await expect(page.getByText("Put right")).toBeVisible();
    await page.getByRole("link", { name: "Try another way" }).click();
    await expect(page.getByText("nobody sees what you choose")).toBeVisible();
    await page.getByRole("link", { name: "Back to the lesson" }).click();
    await page.waitForURL(/\/lessons\/\d+/);
  });

  await test.step("pauses, and comes back to the same place on another phone", async () => {
    const place = /lessons\/(\d+)/.exec(page.url())?.[1];
    await page.getByRole("link", { name: "Pause here" }).click();
    await expect(page.getByRole("status").first()).toContainText("Your place is kept");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    const next = await (await browser.newContext(phone)).newPage();
    await next.goto(link);
    await joinAs(next, "No: I have a PIN", name, PIN);
    await next.getByRole("link", { name: /spot the signs/i }).click();
    await expect(next.getByRole("link", { name: new RegExp(`lesson ${place} of`) })).toBeVisible();
    await next.context().close();
  });

  await test.step("does not pass at first, and is told which lessons to read again", async () => {
    await page.goto(link);
    await joinAs(page, "No: I have a PIN", name, PIN);
    await page.getByRole("link", { name: /spot the signs/i }).click();
    await page.getByRole("link", { name: /Continue with lesson/ }).click();
    await readLessons(page);
    await page.getByRole("button", { name: "Start the questions" }).click();
    await answerAll(page, "wrong");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nearly there");
    await expect(page.getByRole("heading", { name: "Worth another look" })).toBeVisible();
    expect(await page.locator(".prose li a").count()).toBeGreaterThan(0);
  });

  await test.step("passes at the second try, and shows the certificate without a name", async () => {
    await page.getByRole("button", { name: "Try again with new questions" }).click();
    await answerAll(page, "right");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have passed");
    await page.getByRole("link", { name: "See your certificate" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const address = await page.getByRole("link", { name: /\/verify\// }).getAttribute("href");
    const stranger = await (await browser.newContext(phone)).newPage();
    await stranger.goto(address ?? "");
    await expect(stranger.getByText("The holder has not chosen to show a name")).toBeVisible();
    await tick(page.getByLabel("Show my initial and family name on the public page"));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").first()).toContainText("Saved");
    await stranger.reload();
    await expect(stranger.getByText(`A. ${name.split(" ")[1]}`)).toBeVisible();
  });
});

test("a wrong PIN, an unknown name and a weak PIN are refused without telling who works there", async ({
  page,
}) => {
  const link = await staffLink();
  const says: string[] = [];
  for (const [visit, name, pin] of [
    ["No: I have a PIN", "Kwame Nowak", "730518"],
    ["No: I have a PIN", inventName("Nobody"), "730518"],
  ] as const) {
    await page.goto(link);
    await tick(page.getByLabel(visit));
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("PIN of 6 digits").fill(pin);
    await page.getByRole("button", { name: "Start" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(alert).toBeVisible();
    says.push(await alert.innerText());
  }
  expect(says[0]).toBe(says[1]);
  await page.goto(link);
  await tick(page.getByLabel("Yes: I choose a PIN now"));
  await page.getByLabel("Your name").fill(inventName("Weak"));
  await page.getByLabel("PIN of 6 digits").fill("123456");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose another PIN");
});

test("an answer given without a network is kept on the phone, and sent when there is one", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const phone = { baseURL: baseURL ?? "", viewport: { width: 375, height: 740 } };
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await joinAsNew(page, await staffLink(), inventName("Idris"), PIN);
  await page.getByRole("link", { name: /spot the signs/i }).click();
  await page.getByRole("button", { name: "Start the course" }).click();
  await readLessons(page);
  await page.getByRole("button", { name: "Start the questions" }).click();
  await page.waitForURL(/\/questions\/1$/);
  const right = (await optionsOf(page)).filter((option) => option.correct);

  await test.step("the network is gone: the answer is kept, and the page says so", async () => {
    await context.setOffline(true);
    for (const { text } of right) await tick(page.getByLabel(text, { exact: true }));
    await page.getByRole("button", { name: "Check my answer" }).click();
    await expect(page.getByText("Your answer is kept on this device")).toBeVisible();
    for (const { text } of right) {
      await expect(page.getByLabel(text, { exact: true })).toBeChecked();
    }
  });

  await test.step("it is back: the answer is sent by itself, and counts", async () => {
    await context.setOffline(false);
    await expect(page.getByRole("heading", { name: "You have it" })).toBeVisible();
  });

  await test.step("a tab that was closed meanwhile sends it when the question is opened again", async () => {
    await page.getByRole("link", { name: "Next question" }).click();
    await page.waitForURL(/\/questions\/2$/);
    const next = (await optionsOf(page)).filter((option) => option.correct);
    const address = page.url();
    await page.route("**/questions/2*", (route) =>
      route.request().method() === "POST" ? route.abort("connectionreset") : route.continue(),
    );
    for (const { text } of next) await tick(page.getByLabel(text, { exact: true }));
    await page.getByRole("button", { name: "Check my answer" }).click();
    await expect(page.getByText("Your answer is kept on this device")).toBeVisible();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await expect(again.getByRole("heading", { name: "You have it" })).toBeVisible();
    expect(await again.evaluate(() => Object.keys(window.localStorage))).toEqual([]);
  });
  await context.close();
});

test("an answer that comes after the sign-in has ended is kept, and counts after the next one", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  const [link, name] = [await staffLink(), inventName("Noor")];
  await joinAsNew(page, link, name, PIN);
  await page.getByRole("link", { name: /spot the signs/i }).click();
  await page.getByRole("button", { name: "Start the course" }).click();
  await readLessons(page);
  await page.getByRole("button", { name: "Start the questions" }).click();
  await page.waitForURL(/\/questions\/1$/);
  const address = page.url();
  const right = (await optionsOf(page)).filter((option) => option.correct);
  await context.setOffline(true);
  for (const { text } of right) await tick(page.getByLabel(text, { exact: true }));
  await page.getByRole("button", { name: "Check my answer" }).click();
  await expect(page.getByText("Your answer is kept on this device")).toBeVisible();

  // What time does to a sign-in, done at once.
  const borough = /E\d{8}/.exec(link)?.[0] ?? "";
  await inDatabase([borough], async (tx) => {
    const ended = await tx`UPDATE sessions SET ended_at = now() WHERE staff_id =
      (SELECT id FROM staff_members WHERE borough_code = ${borough} AND name = ${name}) RETURNING 1`;
    expect(ended).toHaveLength(1);
  });
  await context.setOffline(false);
  await page.waitForURL(/\/sign-in/);
  await page.goto(link);
  await joinAs(page, "No: I have a PIN", name, PIN);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "You have it" })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(window.localStorage))).toEqual([]);
  await context.close();
});

test("on a shared tablet one person learns after another, while a third is on a phone", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const size = { baseURL: baseURL ?? "", viewport: { width: 820, height: 1100 } };
  const [first, second, third] = [inventName("Noor"), inventName("Jude"), inventName("Elif")];
  const link = await staffLink();
  const phone = await (await browser.newContext(size)).newPage();
  await joinAsNew(phone, link, third, PIN);
  const tablet = await browser.newContext(size);
  const page = await tablet.newPage();

  await test.step("the manager opens the tablet, and is signed out of it", async () => {
    const { email, password } = accountOf("business_manager");
    await signIn(page, email ?? "", password ?? "");
    const { business } = await idsOf("E09000033", email);
    await page.goto(`/business/${business}/tablet`);
    await page.getByRole("button", { name: "Open this device for staff" }).click();
    await page.waitForURL(/\/tablet$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Start your training");
    await page.goto(`/business/${business}`);
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/tablet");
  });

  await test.step("the first person begins, and leaves an answer half given", async () => {
    await joinAs(page, "Yes: I choose a PIN now", first, PIN);
    await page.getByRole("link", { name: /spot the signs/i }).click();
    await page.getByRole("button", { name: "Start the course" }).click();
    await page.waitForURL(/\/lessons\/1$/);
    await page.evaluate(() => window.localStorage.setItem("left-behind", "an answer"));
    const lesson = page.url();
    await page.goto("/learn");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/tablet$/);
    expect(await page.evaluate(() => window.localStorage.length)).toBe(0);
    expect((await tablet.cookies()).map((cookie) => cookie.name)).toEqual(["oms-device"]);
    await page.goBack();
    await expect(page.getByText(first)).toHaveCount(0);
    await page.goto(lesson);
    await page.waitForURL(/\/tablet$/);
  });

  await test.step("whoever walks away is signed out after five minutes without a touch", async () => {
    const forgetful = await tablet.newPage();
    await forgetful.clock.install();
    await forgetful.goto("/tablet");
    const watch = forgetful.waitForEvent("requestfinished", (request) =>
      request.url().endsWith("/idle-return.js"),
    );
    await joinAs(forgetful, "No: I have a PIN", first, PIN);
    await watch;
    await forgetful.clock.runFor("04:50");
    await expect(forgetful.getByText(first)).toBeVisible();
    await forgetful.clock.runFor("00:30");
    await forgetful.waitForURL(/\/tablet$/);
    await forgetful.close();
  });

  await test.step("the second finds nothing of the first, and the phone goes on meanwhile", async () => {
    await joinAs(page, "Yes: I choose a PIN now", second, PIN);
    await expect(page.getByText(second)).toBeVisible();
    await expect(page.getByText("Lesson 1 of")).toHaveCount(0);
    await phone.reload();
    await expect(phone.getByText(third)).toBeVisible();
    await page.goto("/tablet");
    await page.goto("/learn");
    await expect(page).toHaveURL(/\/tablet$/);
  });
  await tablet.close();
  await phone.context().close();
});
