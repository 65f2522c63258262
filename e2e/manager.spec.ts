import { accountOf } from "./support/accounts";
import { inDatabase } from "./support/database";
import { tick } from "./support/forms";
import { inventName, joinAsNew, readJoinLink } from "./support/people";
import { idsOf } from "./support/routes";
import { expect, test } from "./support/test";

const MANAGER = accountOf("business_manager").email;
let home: string;
let secondHome: string;

test.beforeAll(async () => {
  home = `/business/${(await idsOf("E09000033", MANAGER)).business}`;
  secondHome = `/business/${(await idsOf("E09000020", MANAGER)).business}`;
});

test("a manager sees what to do, in order, and each task leads to its page", async ({ pageAs }) => {
  const page = await pageAs("business_manager");
  await page.goto(home);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Tamarisk House Hotel");
  const tasks = page.getByRole("region", { name: "What to do" }).getByRole("listitem");
  expect(await tasks.count()).toBeGreaterThan(7);
  for (const [task, path] of [
    ["Say how many people work here", "headcount"],
    ["Show your staff the code to join", "join"],
    ["Confirm who has joined", "staff/confirm"],
    ["Say whether you are open after 11pm", "nights"],
    ["Name a safeguarding lead", "lead"],
  ] as const) {
    await page.goto(home);
    await page.getByRole("link", { name: task }).click();
    await expect(page).toHaveURL(new RegExp(`${home}/${path}$`));
  }
});

test("a manager's number of people must be a number, and is kept once it is", async ({
  pageAs,
}) => {
  const page = await pageAs("business_manager");
  await page.goto(`${home}/headcount`);
  for (const [typed, message] of [
    ["", "Enter how many people work there, like 12"],
    ["0", "Enter 1 or more: the manager counts too"],
    ["many", "Enter how many people work there, like 12"],
  ] as const) {
    await page.getByLabel("Number of people").fill(typed);
    await page.getByRole("button", { name: "Save the number" }).click();
    await expect(page.getByRole("alert").first()).toContainText(message);
  }
  await page.getByLabel("Number of people").fill(" 12 ");
  await page.getByRole("button", { name: "Save the number" }).click();
  await expect(page.getByRole("status")).toContainText("The number of people is saved");
});

test("a manager confirms who joined, removes a stranger, and records who leaves", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  const page = await pageAs("business_manager");
  await page.goto(`${home}/join`);
  const link = await readJoinLink(page);
  const ours = inventName("Petra");
  const stranger = inventName("Odd");
  for (const name of [ours, stranger]) {
    const phone = await browser.newContext({
      baseURL: baseURL ?? "",
      viewport: { width: 375, height: 740 },
    });
    await joinAsNew(await phone.newPage(), link, name, "640182");
    await phone.close();
  }
  await page.goto(`${home}/staff/confirm`);
  await page.getByRole("button", { name: "They work here: confirm" }).click();
  await expect(page.getByRole("alert").first()).toContainText("There is a problem");
  await tick(page.getByLabel(ours));
  await page.getByRole("button", { name: "They work here: confirm" }).click();
  await expect(page.getByRole("status").first()).toContainText("Confirmed");
  await expect(page.getByRole("rowheader", { name: ours })).toBeVisible();

  await page.goto(`${home}/staff/confirm`);
  await tick(page.getByLabel(stranger));
  await page.getByRole("button", { name: "Not one of ours: remove" }).click();
  await expect(page.getByRole("status").first()).toContainText("Removed");

  await page.getByRole("link", { name: `Record leaving of ${ours}` }).click();
  await page.getByRole("button", { name: "Record that they left" }).click();
  await expect(page.getByRole("status").first()).toContainText("Their leaving is recorded");
  await page.goto(`${home}/staff?show=left`);
  await expect(page.getByRole("rowheader", { name: ours })).toBeVisible();
});

test("a changed code shuts out who has the old one", async ({ pageAs, browser, baseURL }) => {
  const page = await pageAs("business_manager");
  await page.goto(`${secondHome}/join`);
  const old = await readJoinLink(page);
  await page.getByText("Change the code").first().click();
  await page.getByRole("button", { name: "Change the code" }).click();
  await expect(page.getByRole("status").first()).toContainText("The code is ready");
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await visitor.goto(old);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(
    "This code does not work any more",
  );
  await visitor.goto(await readJoinLink(page));
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Start your training");
});

test("a manager says how to reach the business", async ({ pageAs }) => {
  const page = await pageAs("business_manager");
  await page.goto(`${home}/contact`);
  await page.getByLabel("Telephone number").fill("020 7946 0321");
  await page.getByRole("button", { name: "Save contact details" }).click();
  await expect(page.getByRole("status")).toContainText("Your contact details are saved");
  const id = home.split("/")[2] ?? "";
  const [row] = await inDatabase(
    ["E09000033"],
    (tx) => tx`SELECT contact_phone FROM businesses WHERE id = ${id}`,
  );
  expect(row?.contact_phone).toBe("020 7946 0321");
});

test("somebody from a pasted list chooses a PIN with a slip, forgets it, and gets a new one", async ({
  pageAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const manager = await pageAs("business_manager");
  const [ana, kwame] = [inventName("Ana"), inventName("Kwame")];
  const slipOf = (name: string) => manager.getByRole("listitem").filter({ hasText: name });
  const codeOf = async (name: string) =>
    /\b[0-9a-z]{5}-[0-9a-z]{5}\b/.exec(await slipOf(name).innerText())?.[0] ?? "";
  await manager.goto(`${home}/join`);
  const link = await readJoinLink(manager);

  await test.step("a line that is wrong adds nobody, and keeps what was pasted", async () => {
    await manager.goto(`${home}/staff`);
    await manager.getByRole("link", { name: "Add people" }).click();
    const names = manager.getByLabel("Names");
    await names.fill(`Name\tDate of birth\n${ana}\t1.2.1999\nX\t3.4.2001`);
    await manager.getByRole("button", { name: "Add these people" }).click();
    await expect(manager.getByRole("alert").first()).toContainText("Line 3: the name is missing");
    await names.fill(`Name\tDate of birth\n${ana}\t1.2.1999\n${kwame}\t3.4.2001`);
    await manager.getByRole("button", { name: "Add these people" }).click();
    await expect(manager.getByRole("status").first()).toContainText("They are on the list");
    await expect(slipOf(kwame)).toBeVisible();
    await expect(manager.getByText("1999")).toHaveCount(0);
  });

  const phone = await browser.newContext({
    baseURL: baseURL ?? "",
    viewport: { width: 375, height: 740 },
  });
  const page = await phone.newPage();
  const choose = async (code: string, pin: string) => {
    await page.goto(link);
    await page.getByRole("link", { name: "I have a code from my manager" }).click();
    await page.waitForURL(/\/new-pin$/);
    await page.getByLabel("Your name").fill(ana);
    await page.getByLabel("The code from your manager").fill(code);
    await page.getByLabel("Choose a PIN of 6 digits").fill(pin);
    await page.getByRole("button", { name: "Save my PIN and start" }).click();
  };

  await test.step("the slip opens once: a wrong code says what to do", async () => {
    const code = await codeOf(ana);
    await choose("aaaaa-aaaaa", "640182");
    await expect(page.getByRole("alert").first()).toContainText("your manager can make a new one");
    await expect(page.getByLabel("Your name")).toHaveValue(ana);
    await choose(code, "640182");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your training");
    await manager.reload();
    await expect(slipOf(ana)).toHaveCount(0);
  });

  await test.step("a new PIN signs the old one out at once", async () => {
    await manager.goto(`${home}/staff`);
    await manager.getByRole("link", { name: `New PIN for ${ana}` }).click();
    await manager.getByRole("button", { name: "Make a code for a new PIN" }).click();
    await expect(manager.getByRole("status").first()).toContainText("The code is ready");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Your training");
    await choose(await codeOf(ana), "735291");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your training");
  });
  await phone.close();
});
