import type { Locator, Page } from "@playwright/test";
import { inDatabase } from "./database";
import { tick } from "./forms";
import { expect } from "./test";

interface Option {
  text: string;
  correct: boolean;
}

/** The options of every question, by what is asked: two courses may ask the same and offer others. */
async function listQuestions(): Promise<Map<string, Option[][]>> {
  const rows = await inDatabase([], (tx) => tx`SELECT prompt, options FROM questions`);
  const questions = new Map<string, Option[][]>();
  for (const { prompt, options } of rows) {
    questions.set(prompt, [...(questions.get(prompt) ?? []), options]);
  }
  return questions;
}

let known: Promise<Map<string, Option[][]>> | undefined;

/** The options of the question on a page, or in a part of it. */
export async function optionsOf(part: Page | Locator): Promise<Option[]> {
  known ??= listQuestions();
  const prompt = (await part.locator("legend").innerText()).trim();
  const offered = await part.locator("label").allInnerTexts();
  const options = (await known)
    .get(prompt)
    ?.find((all) => all.every(({ text }) => offered.includes(text)));
  if (!options) throw new Error(`Nobody wrote this question: ${prompt}`);
  return options;
}

async function send(page: Page, options: Option[]): Promise<void> {
  for (const { text } of options) await tick(page.getByLabel(text, { exact: true }));
  await page.getByRole("button", { name: "Check my answer" }).click();
}

/** Answers the question on the page as it is written, or with one wrong option. */
export async function answer(page: Page, how: "right" | "wrong"): Promise<void> {
  const options = await optionsOf(page);
  const right = options.filter((option) => option.correct);
  const wrong = options.filter((option) => !option.correct).slice(0, 1);
  await send(page, how === "right" ? right : wrong);
  const heading = how === "right" ? "You have it" : /Good to know|Have another look/;
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
}

/** Opens every lesson from the one on the page to the last, and goes on to the questions. */
export async function readLessons(page: Page): Promise<void> {
  await page.waitForURL(/\/lessons\/\d+/);
  let lesson = Number(/lessons\/(\d+)/.exec(page.url())?.[1]);
  const said = await page.getByRole("main").innerText();
  const last = Number(/lesson \d+ of (\d+)/.exec(said)?.[1]);
  expect(last).toBeGreaterThan(3);
  const steps = page.getByRole("navigation", { name: "Lessons" });
  for (; lesson < last; lesson += 1) {
    const name = "Next lesson";
    await steps.getByRole("button", { name }).or(steps.getByRole("link", { name })).click();
    await page.waitForURL(new RegExp(`/lessons/${lesson + 1}(#|$)`));
  }
  await steps.getByRole("link", { name: "Go to the questions" }).click();
  await page.waitForURL(/\/questions$/);
}

/** Answers the questions that were drawn, all in one way, and opens the result. */
export async function answerAll(page: Page, how: "right" | "wrong"): Promise<void> {
  await page.waitForURL(/\/questions\/1$/);
  const said = await page.getByRole("main").innerText();
  const last = Number(/question \d+ of (\d+)/i.exec(said)?.[1]);
  expect(last).toBeGreaterThan(3);
  for (let question = 1; question <= last; question += 1) {
    await answer(page, how);
    if (question === last) break;
    await page.getByRole("link", { name: "Next question" }).click();
    await page.waitForURL(new RegExp(`/questions/${question + 1}$`));
  }
  await page.getByRole("button", { name: "See my result" }).click();
  // Without JavaScript the browser carries the place on the page along.
  await page.waitForURL(/\/result(#|$)/);
}

/** Takes a course from the learner's task list to the pass. */
export async function takeCourse(page: Page, home: string, course: RegExp): Promise<void> {
  await page.goto(home);
  await page.getByRole("listitem").getByRole("link", { name: course }).first().click();
  await page.getByRole("button", { name: "Start the course" }).click();
  await readLessons(page);
  await page.getByRole("button", { name: "Start the questions" }).click();
  await answerAll(page, "right");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have passed");
}
