/** Text that is markup already: made by `markup` from a template, with what came from elsewhere escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | false | undefined | readonly Part[];

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return part.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
  if (typeof part === "number") return String(Math.round(part * 100) / 100);
  return part.map(written).join("");
}

/** What a template breaks for its reader: nothing before a tag, a space between attributes or words. */
const onOneLine = (text: string) => text.replace(/\n\s*(?=<|$)/g, "").replace(/\n\s*/g, " ");

/** SVG or HTML with every value in it escaped; numbers to two places, nothing for null and false. */
export function markup(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = texts.map((each, i) => written(parts[i - 1]) + onOneLine(each));
  return new Markup(text.join(""));
}
