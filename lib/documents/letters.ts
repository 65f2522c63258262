import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkit";

export type Weight = "regular" | "bold";

/** Letters drawn with one font; `actual` is the true text where a letter had to be replaced. */
export interface Run {
  font: string;
  text: string;
  actual?: string;
}

/** What stands for a letter that the typeface does not have in any form. */
const UNKNOWN = "?";

interface Letters {
  /** The font file. Each document reads it anew: fontkit's fonts remember what was drawn with them. */
  file: Buffer;
  points: ReadonlySet<number>;
}

let loaded: Record<string, Letters> | undefined;

/** The fonts of a document by the names runs use, read once: Latin, and the letters it lacks. */
export function fonts(): Record<string, Letters> {
  loaded ??= {
    regular: open("latin-400"),
    "regular-ext": open("latin-ext-400"),
    bold: open("latin-700"),
    "bold-ext": open("latin-ext-700"),
  };
  return loaded;
}

function open(cut: string): Letters {
  const name = `atkinson-hyperlegible-next-${cut}-normal.woff`;
  const folder = "node_modules/@fontsource/atkinson-hyperlegible-next/files";
  const file = readFileSync(join(process.cwd(), folder, name));
  const font = create(file);
  if (!("characterSet" in font)) throw new Error(`${name} holds more than one font.`);
  return { file, points: new Set(font.characterSet) };
}

/** The text as runs of one font each. Nothing is lost: what cannot be drawn keeps its true text. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of text.normalize("NFC").replace(/\s+/g, " ")) {
    const next = draw(letter, weight);
    const last = runs.at(-1);
    if (last && last.font === next.font && !last.actual && !next.actual) last.text += next.text;
    else runs.push(next);
  }
  return runs;
}

function draw(letter: string, weight: Weight): Run {
  const font = fontOf(letter, weight);
  if (font) return { font, text: letter };
  // An accent too many: the letter without it reads better than a question mark.
  const parts = [...letter.normalize("NFD")];
  for (let kept = parts.length - 1; kept > 0; kept--) {
    const simpler = parts.slice(0, kept).join("").normalize("NFC");
    const simplerFont = [...simpler].length === 1 ? fontOf(simpler, weight) : undefined;
    if (simplerFont) return { font: simplerFont, text: simpler, actual: letter };
  }
  return { font: weight, text: UNKNOWN, actual: letter };
}

function fontOf(letter: string, weight: Weight): string | undefined {
  const point = letter.codePointAt(0) ?? 0;
  return [weight, `${weight}-ext`].find((name) => fonts()[name]?.points.has(point));
}
