import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PRACTICES_FOLDER, type PracticeItem, readChecklists } from "./content";
import { NOT_APPLICABLE_REASONS } from "./model";

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

/** The shipped checklists in a folder of their own, with the hotels' one changed. */
function withFault(change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), "practices-"));
  copies.push(copy);
  cpSync(PRACTICES_FOLDER, copy, { recursive: true });
  const path = join(copy, "hotel.yaml");
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return copy;
}

const checklists = readChecklists();
const wordsOf = (items: PracticeItem[]) =>
  items.map((item) => `${item.title}. ${item.help}`).join("\n");

it("ships one checklist for each sector of the programme", () => {
  expect(checklists.map((list) => list.sector)).toEqual(["hotel", "licensed_premises", "taxi"]);
});

describe.each(checklists)("the checklist for $sector", ({ items, publishedOn }) => {
  const withCode = (code: string) => items.find((item) => item.code === code);

  it("has 9 to 13 practices, of which 6 to 9 are essential", () => {
    expect(items.length).toBeGreaterThanOrEqual(9);
    expect(items.length).toBeLessThanOrEqual(13);
    const essential = items.filter((item) => item.level === "essential").length;
    expect(essential).toBeGreaterThanOrEqual(6);
    expect(essential).toBeLessThanOrEqual(9);
  });

  it("says each practice in a short, different title and explains it", () => {
    expect(new Set(items.map((item) => item.title)).size).toBe(items.length);
    for (const { code, title, help } of items) {
      expect(title.length, code).toBeGreaterThan(15);
      expect(title.length, code).toBeLessThanOrEqual(80);
      expect(help.length, code).toBeGreaterThan(80);
      expect(help.length, code).toBeLessThanOrEqual(400);
      expect(help, code).toMatch(/visiting officer|officer will/);
    }
  });

  it("is reviewed within a year of being published", () => {
    for (const { code, reviewOn } of items) {
      expect(reviewOn > publishedOn, code).toBe(true);
      expect(Date.parse(reviewOn) - Date.parse(publishedOn), code).toBeLessThan(366 * 86_400_000);
    }
  });

  it("puts the log and CCTV under Pursue, to be seen on a visit", () => {
    for (const code of ["incident-and-refusals-log", "cctv-retention"]) {
      expect(withCode(code), code).toMatchObject({
        aim: "pursue",
        level: "essential",
        seenOnVisit: true,
      });
    }
    expect(withCode("cctv-retention")?.notApplicableReasons).toEqual(["no_cctv"]);
    expect(withCode("materials-on-display")).toMatchObject({ aim: "prevent", seenOnVisit: true });
  });

  it("asks every business for a lead and for the way to report, with no exception", () => {
    const always = { level: "essential", mayNotApply: false };
    expect(withCode("safeguarding-lead")).toMatchObject({ ...always, aim: "protect" });
    expect(withCode("who-calls-the-police")).toMatchObject({ ...always, aim: "protect" });
    expect(withCode("who-calls-the-police")?.help).toMatch(
      /call 101 and quote Operation Make Safe .* 999 in an emergency/,
    );
  });

  it("claims no legal duty, profiles nobody and never asks for a record to be sent", () => {
    expect(wordsOf(items)).not.toMatch(
      /legally|legal duty|by law|offence|section 11[678]|70%|confidential/i,
    );
    expect(wordsOf(items)).not.toMatch(
      /suspicio|ethnic|nationality|faith|religio|disab|\bdress|make-up|foreign|girl|prostitut/i,
    );
    expect(wordsOf(items)).not.toMatch(/upload|send (us|the) /i);
  });
});

it("uses every reason for which a practice may not apply", () => {
  const used = checklists.flatMap(({ items }) =>
    items.flatMap((item) => item.notApplicableReasons),
  );
  expect([...new Set(used)].sort()).toEqual([...NOT_APPLICABLE_REASONS].sort());
});

describe("a checklist with a fault is refused in one sentence that names the file and the item", () => {
  it.each<[string, (text: string) => string, RegExp]>([
    [
      "no title",
      (t) => t.replace(/^ {4}title: .*$/m, ""),
      /hotel\.yaml: safeguarding-lead: title: /,
    ],
    [
      "no code",
      (t) => t.replace("- code: night-visitors", "- name: night-visitors"),
      /hotel\.yaml: item 4: code: /,
    ],
    [
      "an unknown aim",
      (t) => t.replace("aim: protect", "aim: prepare"),
      /safeguarding-lead: aim: /,
    ],
    [
      "an unknown reason",
      (t) => t.replace("[no_cctv]", "[too_busy]"),
      /cctv-retention: not_applicable_reasons\.0: /,
    ],
    [
      "a reason where it always applies",
      (t) =>
        t.replace(
          "may_not_apply: false",
          "not_applicable_reasons: [no_cctv]\n    may_not_apply: false",
        ),
      /safeguarding-lead: give reasons when may_not_apply is true, and only then/,
    ],
    [
      "no reason where it may not apply",
      (t) => t.replace("not_applicable_reasons: [no_cctv]", ""),
      /cctv-retention: give reasons/,
    ],
    [
      "a reason given twice",
      (t) => t.replace("[no_cctv]", "[no_cctv, no_cctv]"),
      /cctv-retention: gives a reason twice/,
    ],
    [
      "one code for two practices",
      (t) => t.replace("code: walk-rounds", "code: night-visitors"),
      /night-visitors: uses its code a second time/,
    ],
    [
      "one title for two practices",
      (t) =>
        t.replace(/title: Staff know who calls.*/, "title: A named person leads on safeguarding"),
      /who-calls-the-police: uses its title a second time/,
    ],
    [
      "a title that is a sentence",
      (t) => t.replace("leads on safeguarding", "leads on safeguarding."),
      /title: ends without a full stop/,
    ],
    [
      "four sentences of help",
      (t) => t.replace("help: One person", "help: Read this. One person"),
      /safeguarding-lead: help: must be 1 to 3 sentences/,
    ],
    [
      "a review in the past",
      (t) => t.replace("review_on: 2027-05-31", "review_on: 2026-05-31"),
      /safeguarding-lead: review_on should be after published_on/,
    ],
    [
      "a day that does not exist",
      (t) => t.replace("2027-05-31", "2027-02-31"),
      /review_on: must be a day/,
    ],
    [
      "another sector",
      (t) => t.replace("sector: hotel", "sector: taxi"),
      /sector is taxi but the file is hotel\.yaml/,
    ],
    ["broken YAML", (t) => `${t}\n: [`, /hotel\.yaml: /],
  ])("%s", (_, change, sentence) => {
    expect(() => readChecklists(withFault(change))).toThrow(sentence);
  });
});
