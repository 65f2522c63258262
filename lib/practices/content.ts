import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import { checked, day, fault, parseYaml, readContent, slug, text } from "@/lib/content-files";
import type { IsoDate } from "@/lib/dates";
import {
  LEVELS,
  type Level,
  NOT_APPLICABLE_REASONS,
  type NotApplicableReason,
  PRACTICE_AIMS,
  type PracticeAim,
} from "./model";

const checklistFile = z.strictObject({
  sector: z.string().regex(/^[a-z]+(_[a-z]+)*$/, "must be the code of a sector"),
  version: z.int().min(1),
  published_on: day,
  items: z.array(z.unknown()).min(1),
});

const itemFile = z.strictObject({
  code: slug,
  aim: z.enum(PRACTICE_AIMS),
  level: z.enum(LEVELS),
  title: text.max(80).refine((title) => !title.endsWith("."), "ends without a full stop"),
  help: text.max(400).refine(hasFewSentences, "must be 1 to 3 sentences, each with its full stop"),
  seen_on_visit: z.boolean(),
  may_not_apply: z.boolean(),
  not_applicable_reasons: z.array(z.enum(NOT_APPLICABLE_REASONS)).default([]),
  source: z.strictObject({ title: text, url: z.url().optional() }),
  review_on: day,
});

export interface PracticeItem {
  /** Stays the same from version to version: a declaration is kept under it. */
  code: string;
  aim: PracticeAim;
  level: Level;
  title: string;
  help: string;
  /** An officer has to see it at the premises before it counts as confirmed. */
  seenOnVisit: boolean;
  mayNotApply: boolean;
  notApplicableReasons: NotApplicableReason[];
  source: { title: string; url: string | null };
  reviewOn: IsoDate;
}

export interface PracticeChecklist {
  sector: string;
  version: number;
  publishedOn: IsoDate;
  items: PracticeItem[];
}

/** Where the shipped checklists lie. */
export const PRACTICES_FOLDER = join(process.cwd(), "content/practices");

/** Every checklist of a folder, checked; throws one sentence that names the file, the item and the fault. */
export function readChecklists(folder = PRACTICES_FOLDER): PracticeChecklist[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readChecklist(join(folder, name)));
}

function readChecklist(file: string): PracticeChecklist {
  const list = checked(checklistFile, file, parseYaml(file, readContent(file)));
  const name = basename(file, ".yaml");
  if (list.sector !== name) fault(file, `sector is ${list.sector} but the file is ${name}.yaml`);
  const items = list.items.map((raw, index) => readItem(file, raw, index, list.published_on));
  refuseTwice(file, "code", items);
  refuseTwice(file, "title", items);
  return { sector: list.sector, version: list.version, publishedOn: list.published_on, items };
}

function readItem(file: string, raw: unknown, index: number, publishedOn: IsoDate): PracticeItem {
  const named = z.object({ code: slug }).safeParse(raw);
  const place = named.success ? named.data.code : `item ${index + 1}`;
  const item = checked(itemFile, file, raw, place);
  const reasons = item.not_applicable_reasons;
  if (item.may_not_apply !== reasons.length > 0) {
    fault(file, `${place}: give reasons when may_not_apply is true, and only then`);
  }
  if (new Set(reasons).size < reasons.length) fault(file, `${place}: gives a reason twice`);
  if (item.review_on <= publishedOn) {
    fault(file, `${place}: review_on should be after published_on`);
  }
  return {
    code: item.code,
    aim: item.aim,
    level: item.level,
    title: item.title,
    help: item.help,
    seenOnVisit: item.seen_on_visit,
    mayNotApply: item.may_not_apply,
    notApplicableReasons: reasons,
    source: { title: item.source.title, url: item.source.url ?? null },
    reviewOn: item.review_on,
  };
}

function refuseTwice(file: string, field: "code" | "title", items: PracticeItem[]): void {
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item[field])) fault(file, `${item.code}: uses its ${field} a second time`);
    seen.add(item[field]);
  }
}

function hasFewSentences(help: string): boolean {
  return /[.]$/.test(help) && help.split(/[.?!]\s+/).length <= 3;
}
