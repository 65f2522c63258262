import { isIsoDate } from "@/lib/dates";
import type { DraftQuestion } from "@/lib/db/schema/drafts";
import type { LessonSource, QuestionOption } from "@/lib/db/schema/library";
import { RuleBroken } from "@/lib/errors";
import { OPTIONS } from "@/lib/training/course-rules";

const isAddress = (text: string) => URL.canParse(text) && /^https?:/.test(text);

/** The statements of a lesson's form, empty rows left out. Throws RuleBroken on a row that is half filled in. */
export function readSources(form: {
  statement: string[];
  source: string[];
  url: string[];
  owner: string[];
  reviewOn: string[];
}): LessonSource[] {
  return form.statement.flatMap((typed, index) => {
    const at = (list: string[]) => list[index]?.trim() ?? "";
    const statement = typed.trim();
    const [source, url, owner] = [at(form.source), at(form.url), at(form.owner)];
    const reviewOn = at(form.reviewOn);
    if (![statement, source, url, owner].some(Boolean)) return [];
    const broken = (field: string, says: string) =>
      new RuleBroken(`${field}-${index + 1}`, `Statement ${index + 1}: ${says}`);
    if (!statement) throw broken("statement", "type what is stated");
    if (!source) throw broken("source", "say where it comes from");
    if (url && !isAddress(url)) throw broken("url", "type the whole address, with https://");
    if (!owner) throw broken("owner", "say whose it is to look at again");
    if (!isIsoDate(reviewOn)) throw broken("reviewOn", "give the day it is looked at again");
    return [{ statement, source, ...(url ? { url } : {}), owner, reviewOn }];
  });
}

/** The answers of a question's form, empty rows left out. Throws RuleBroken. */
export function readOptions(form: {
  option: string[];
  feedback: string[];
  right: string[];
}): Pick<DraftQuestion, "kind" | "options"> {
  const options = form.option.flatMap((typed, index): QuestionOption[] => {
    const text = typed.trim();
    const feedback = form.feedback[index]?.trim() ?? "";
    const broken = (field: string, says: string) =>
      new RuleBroken(`${field}-${index + 1}`, `Answer ${index + 1}: ${says}`);
    if (!text && !feedback) return [];
    if (!text) throw broken("option", "type the answer");
    if (!feedback) throw broken("feedback", "say what is said to whoever chooses it");
    return [{ text, correct: form.right.includes(String(index)), feedback }];
  });
  if (options.length < OPTIONS.least) {
    throw new RuleBroken(`option-${options.length + 1}`, `Give at least ${OPTIONS.least} answers`);
  }
  const right = options.filter((option) => option.correct).length;
  if (right === 0) throw new RuleBroken("right-1", "Tick the answer that is right");
  return { kind: right > 1 ? "several" : "one", options };
}
