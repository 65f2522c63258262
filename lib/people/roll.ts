import { cleanName, nameKey } from "./join-name";

export interface RollLine {
  /** Its number in what was pasted, from 1. */
  line: number;
  name: string;
  key: string;
}

export interface Roll {
  people: RollLine[];
  /** Columns that were left out unread, by their headings. */
  dropped: string[];
  /** What is wrong, each with its line; empty when nothing is. */
  faults: string[];
}

const cellsOf = (line: string) =>
  line.split(/[\t;,]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));

const WHOLE = /^(full ?)?name$/i;
const FIRST = /^(first|given) ?names?$|^forenames?$/i;
const LAST = /^(last|family) ?name$|^surname$/i;

/**
 * A pasted list of names, one a line; or a table with a line of headings, of which the name alone is
 * read. Anything else in it, such as a date of birth, is dropped unread.
 */
export function readRoll(text: string): Roll {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line) }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const headings = filled[0]?.cells ?? [];
  const read = columnsOf(headings);
  const rows = read.length > 0 ? filled.slice(1) : filled;
  const faults: string[] = [];
  const people: RollLine[] = [];
  for (const { line, cells } of rows) {
    if (read.length === 0 && cells.length > 1) {
      faults.push(
        `Line ${line}: one name on each line, or a first line of headings such as "Name"`,
      );
      continue;
    }
    const name = cleanName(
      read.length > 0 ? read.map((column) => cells[column] ?? "").join(" ") : (cells[0] ?? ""),
    );
    const fault = nameFault(name);
    if (fault) faults.push(`Line ${line}: ${fault}`);
    const twin = people.find((person) => person.key === nameKey(name));
    if (!fault && twin) faults.push(`Line ${line}: ${name} is on line ${twin.line} as well`);
    if (!fault && !twin) people.push({ line, name, key: nameKey(name) });
  }
  const dropped = read.length > 0 ? headings.filter((_, column) => !read.includes(column)) : [];
  return { people, dropped, faults };
}

/** Which columns hold the name: one for all of it, or one each for first and family name. */
function columnsOf(headings: readonly string[]): number[] {
  const whole = headings.findIndex((heading) => WHOLE.test(heading));
  if (whole >= 0) return [whole];
  const parts = [FIRST, LAST].map((part) => headings.findIndex((heading) => part.test(heading)));
  return parts.every((column) => column >= 0) ? parts : [];
}

function nameFault(name: string): string | null {
  if (name.length < 2) return "the name is missing";
  if (name.length > 80) return "a name has 80 characters or fewer";
  return /\d/.test(name) ? "a name has no digits in it" : null;
}
