import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { accountOf, type RoleName } from "./accounts";
import { inDatabase } from "./database";
import { answer, readLessons } from "./learning";
import { certifyOnFirst, copyCourse } from "./library";
import { findLink } from "./mail";
import { setUpOwnBorough } from "./own-borough";
import { inventName, joinAsNew } from "./people";
import { idsOf } from "./routes";
import { mintStopPath } from "./weekly-email";

export const WESTMINSTER = "E09000033";

/** The places of the demonstration that pages are looked at in, and links only a letter shows. */
export interface World {
  business: string;
  /** The manager's second hotel: nobody waits there and nobody has left. */
  covered: string;
  untouched: string;
  excluded: string;
  leaver: string;
  /** Somebody who has left already. */
  left: string;
  importId: string;
  /** A file that was made in the background, and one that waits. */
  exported: string;
  waiting: string;
  shift: string;
  assignment: string;
  rule: string;
  equivalent: string;
  /** A visit that is planned, and one that was made. */
  visit: string;
  doneVisit: string;
  invitation: string;
  action: string;
  team: string;
  /** A meeting that was held. */
  meeting: string;
  /** A group session that is held today. */
  session: string;
  /** An action that is still to be done. */
  openAction: string;
  ownRecord: string;
  doneRecord: string;
  ownCertificate: string;
  joinPath: string;
  sharePath: string;
  verifyPath: string;
  resetPath: string;
  /** The link at the foot of a weekly e-mail. */
  stopPath: string;
  letterPath: string;
  withdrawnPath: string;
  message: string;
  notSetUp: string;
  /** A borough that has just been set up. */
  empty: string;
  questionsPath: string;
  /** A course with a draft that differs in one lesson and one question, by their names. */
  drafted: string;
  draftedLesson: string;
  draftedQuestion: string;
  /** A course with a draft that differs in nothing. */
  untouchedDraft: string;
  newcomer: Awaited<ReturnType<BrowserContext["storageState"]>>;
  pupil: Awaited<ReturnType<BrowserContext["storageState"]>>;
  graduate: Awaited<ReturnType<BrowserContext["storageState"]>>;
  /** A signed report, and a ward list that waits to be confirmed. */
  report: string;
  wardUpload: string;
}

type PageAs = (role: RoleName, options: typeof SCRIPTLESS) => Promise<Page>;

/** Much of the work of a page is its script: a slow machine makes a world sooner without. */
const SCRIPTLESS = { javaScriptEnabled: false };

const pathOf = (address: string | null) => new URL(address ?? "", "http://localhost").pathname;

async function readRows(business: string) {
  return inDatabase([WESTMINSTER], async (tx) => {
    const at = (stage: string) =>
      tx`SELECT id FROM businesses b WHERE borough_code = ${WESTMINSTER} AND stage = ${stage}
        AND NOT EXISTS (SELECT FROM invitations i WHERE i.business_id = b.id)
        AND (stage = 'excluded' OR sector = 'hotel') ORDER BY name LIMIT 2`;
    const [untouched, another] = await at("in_scope");
    const [excluded] = await at("excluded");
    const [letter] = await tx`SELECT id FROM invitations WHERE borough_code = ${WESTMINSTER}
      AND channel = 'letter' AND accepted_at IS NULL AND withdrawn_at IS NULL
      AND expires_on > now() ORDER BY id LIMIT 1`;
    const [certificate] = await tx`SELECT c.id, c.record_id FROM certificates c
      JOIN staff_members s ON s.id = c.staff_id WHERE s.is_manager AND c.business_id = ${business}
      ORDER BY c.issued_on DESC LIMIT 1`;
    const [record] = await tx`SELECT r.id, s.id AS staff_id FROM training_records r
      JOIN staff_members s ON s.id = r.staff_id WHERE s.name = ${accountOf("staff").name}
      AND r.business_id = ${business} AND r.completed_on IS NULL LIMIT 1`;
    const former = inventName("Former");
    // Here for a day and gone the same day: no figure of any month knows of it.
    const [left] = await tx`INSERT INTO staff_members
        (borough_code, id, business_id, name, name_key, joined_on, confirmed_on, left_on)
      SELECT ${WESTMINSTER}, ${randomUUID()}, ${business}, ${former}, ${former.toLowerCase()}, day, day, day
      FROM (SELECT current_date - 1 AS day) d RETURNING id`;
    const [report] = await tx`SELECT id FROM coverage_reports WHERE borough_code = ${WESTMINSTER}
      ORDER BY as_at LIMIT 1`;
    const [upload] = await tx`SELECT id FROM ward_uploads WHERE borough_code = ${WESTMINSTER}
      AND state = 'previewed' ORDER BY created_at LIMIT 1`;
    const [meeting] = await tx`SELECT id FROM borough_actions WHERE borough_code = ${WESTMINSTER}
      AND kind = 'meeting' AND done_on IS NOT NULL ORDER BY done_on LIMIT 1`;
    const [open] = await tx`SELECT id FROM borough_actions WHERE borough_code = ${WESTMINSTER}
      AND kind = 'meeting' AND done_on IS NULL AND cancelled_on IS NULL ORDER BY due_on LIMIT 1`;
    const [done] = await tx`SELECT v.id FROM visits v JOIN visit_actions a ON a.visit_id = v.id
      WHERE v.borough_code = ${WESTMINSTER} AND v.business_id = ${business} ORDER BY v.id LIMIT 1`;
    const [session] = await tx`SELECT id FROM group_sessions WHERE borough_code = ${WESTMINSTER}
      AND business_id = ${business} ORDER BY held_on LIMIT 1`;
    const [path] = await tx`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`;
    return {
      untouched: untouched?.id as string,
      another: another?.id as string,
      excluded: excluded?.id as string,
      invitation: letter?.id as string,
      leaver: record?.staff_id as string,
      left: left?.id as string,
      meeting: meeting?.id as string,
      session: session?.id as string,
      openAction: open?.id as string,
      ownRecord: record?.id as string,
      doneRecord: certificate?.record_id as string,
      ownCertificate: certificate?.id as string,
      doneVisit: done?.id as string,
      joinPath: path?.value as string,
      report: report?.id as string,
      wardUpload: upload?.id as string,
    };
  });
}

/** The address a printed letter leads to. */
async function readLetter(page: Page): Promise<string> {
  const said = await page.getByRole("article").innerText();
  const code = /type this code:\s+(\S[^\n]+)/.exec(said)?.[1] ?? "";
  return `/invitations/${WESTMINSTER}/${code.replace(/[\s-]/g, "").toLowerCase()}`;
}

async function withdrawLetter(page: Page, business: string): Promise<string> {
  await page.goto(`/${WESTMINSTER}/businesses/letters?business=${business}`);
  await page.getByRole("button", { name: "Make 1 letter" }).click();
  await page.getByRole("article").waitFor();
  const path = await readLetter(page);
  await page.goto(`/${WESTMINSTER}/businesses/${business}`);
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.waitForURL(/done=withdrawn/);
  return path;
}

/** Has a list written to a file, and puts a second one in the queue that no worker takes. */
async function makeFile(page: Page) {
  await page.goto(`/${WESTMINSTER}/exports/new?table=businesses&format=xlsx`);
  await page.getByRole("button", { name: "Make the file" }).click();
  await page.getByRole("link", { name: "Download the Excel file" }).waitFor({ timeout: 30_000 });
  const exported = pathOf(page.url()).split("/").at(-1) ?? "";
  const waiting = randomUUID();
  await inDatabase(
    [WESTMINSTER],
    (tx) => tx`INSERT INTO export_jobs (borough_code, id, table_name, format, filters, asked_by,
        state, rows_total, rows_done)
      SELECT borough_code, ${waiting}, table_name, format, filters, asked_by, 'writing', 9000, 4000
      FROM export_jobs WHERE borough_code = ${WESTMINSTER} AND id = ${exported}`,
  );
  return { exported, waiting };
}

/** The public page of how a business stands, switched on by its manager. */
async function shareStanding(page: Page, business: string): Promise<string> {
  await page.goto(`/business/${business}/share`);
  const make = page.getByRole("button", { name: "Make a link" });
  // A second worker of Playwright makes its world after the first: the link is there then.
  if (await make.isVisible()) await make.click();
  const link = page.getByRole("link", { name: /\/standing\// });
  return pathOf(await link.getAttribute("href"));
}

/** A borough that has just been set up, and the code of one that is not. */
async function setUpBorough(programme: Page, visitor: Page) {
  const empty = await setUpOwnBorough(programme, visitor, 0);
  await programme.goto("/programme");
  const unused = programme.getByRole("row").filter({ hasText: "Not set up" }).getByRole("link");
  const path = await unused.first().getAttribute("href");
  return { empty, notSetUp: path?.split("/").at(-1) ?? "" };
}

async function learnToQuestions(page: Page, joinPath: string): Promise<string> {
  await joinAsNew(page, joinPath, inventName("Pupil"), "482617");
  await page.getByRole("link", { name: /spot the signs/i }).click();
  await page.getByRole("button", { name: "Start the course" }).click();
  await readLessons(page);
  const path = pathOf(page.url());
  await page.getByRole("button", { name: "Start the questions" }).click();
  await answer(page, "right");
  return path;
}

/** Opens a draft of a course as the programme team does; `change` puts another word into a lesson. */
async function openDraft(page: Page, slug: string, change: boolean) {
  await page.goto(`/programme/library/${slug}`);
  await page.getByRole("button", { name: "Start a draft" }).click();
  await page.waitForURL(/\/draft$/);
  const links = page.locator("main a");
  const lesson = pathOf(await links.filter({ hasText: "Lesson 1:" }).getAttribute("href"));
  await page.locator("summary").first().click();
  const first = links.and(page.locator('[href*="/questions/"]:not([href$="/new"])')).first();
  const question = pathOf(await first.getAttribute("href"));
  if (change) {
    await page.goto(lesson);
    await page.getByLabel("Title").fill("Another title for the looks");
    await page.getByRole("button", { name: "Save and see it" }).click();
    await page.waitForURL(/done=saved/);
    await page.goto(question);
    await page.getByLabel("Question", { exact: true }).fill("Another question for the looks?");
    await page.getByRole("button", { name: "Save and see it" }).click();
    await page.waitForURL(/done=saved/);
  }
  return { draftedLesson: lesson, draftedQuestion: question };
}

/** Two drafts of courses of their own, and somebody who holds a certificate of an older version. */
async function writeCourses(
  programme: Page,
  graduate: Page,
  place: { business: string; joinPath: string },
) {
  const { slug: drafted } = await copyCourse("A course for the looks");
  const { slug: untouchedDraft } = await copyCourse("Another course for the looks");
  const names = await openDraft(programme, drafted, true);
  await openDraft(programme, untouchedDraft, false);
  const name = inventName("Graduate");
  await joinAsNew(graduate, place.joinPath, name, "482617");
  await certifyOnFirst(drafted, { business: place.business, name });
  return { drafted, untouchedDraft, ...names };
}

/** Everything the pages of states.ts need, made as people make it. */
export async function makeWorld(pageAs: PageAs, browser: Browser, base: string): Promise<World> {
  const visitors = await Promise.all(
    [0, 1, 2, 3].map(() => browser.newContext({ baseURL: base, ...SCRIPTLESS })),
  );
  const [reader, newcomer, pupil, graduate] = await Promise.all(
    visitors.map((each) => each.newPage()),
  );
  if (!reader || !newcomer || !pupil || !graduate) throw new Error("There is no browser.");
  const email = accountOf("business_manager").email ?? "";
  const ids = await idsOf(WESTMINSTER, email);
  const covered = (await idsOf("E09000020", email)).business ?? "";
  const rows = await readRows(ids.business ?? "");

  const manager = await pageAs("business_manager", SCRIPTLESS);
  await manager.goto(`/learn/${ids.business}/certificates/${rows.ownCertificate}`);
  const verify = manager.getByRole("link", { name: /\/verify\// });
  const verifyPath = pathOf(await verify.getAttribute("href"));
  const sharePath = await shareStanding(manager, ids.business ?? "");
  const officer = await pageAs("borough_officer", SCRIPTLESS);
  await officer.goto(`/${WESTMINSTER}/businesses/letters/${rows.invitation}`);
  const letterPath = await readLetter(officer);
  const withdrawnPath = await withdrawLetter(officer, rows.another);

  const exported = await makeFile(officer);

  const police = accountOf("police_officer").email ?? "";
  await reader.goto("/sign-in/reset");
  await reader.getByLabel("E-mail address").fill(police);
  await reader.getByRole("button", { name: "Send me a link" }).click();
  await reader.waitForURL(/done=sent/);
  const resetPath = pathOf(await findLink(reader, police, /Choose a new password/));
  const message = reader.url().split("/").at(-1) ?? "";

  const made = await setUpBorough(await pageAs("programme", SCRIPTLESS), newcomer);
  const questionsPath = await learnToQuestions(pupil, rows.joinPath);
  const written = await writeCourses(await pageAs("programme", SCRIPTLESS), graduate, {
    business: ids.business ?? "",
    joinPath: rows.joinPath,
  });
  const world = {
    ...(ids as Pick<
      World,
      "business" | "importId" | "assignment" | "rule" | "equivalent" | "action" | "team"
    >),
    ...(ids as Pick<World, "visit" | "shift">),
    ...rows,
    ...made,
    ...exported,
    ...written,
    ...{
      covered,
      sharePath,
      verifyPath,
      letterPath,
      withdrawnPath,
      resetPath,
      stopPath: await mintStopPath(WESTMINSTER, police),
      message,
      questionsPath,
    },
    newcomer: await newcomer.context().storageState(),
    pupil: await pupil.context().storageState(),
    graduate: await graduate.context().storageState(),
  };
  await Promise.all(visitors.map((each) => each.close()));
  return world;
}
