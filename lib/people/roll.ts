import { CsvError, parse } from "csv-parse/sync";
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

const WHOLE = /^(full ?)?name$/i;
const FIRST = /^(first|given) ?names?$|^forenames?$/i;
const LAST = /^(last|family) ?name$|^surname$/i;

/** One line of what was pasted: the cells of a table, or the pieces of a line that is none. */
interface Row {
  line: number;
  cells: string[];
}

const SEPARATORS = ["\t", ";", ","] as const;
const NOT_CLOSED = "a quotation mark is opened and not closed, or a name goes on after one";

/**
 * A pasted list of names, one a line; or a table with a line of headings, of which the name alone is
 * read. Anything else in it, such as a date of birth, is dropped unread.
 */
export function readRoll(text: string): Roll {
  try {
    for (const separator of SEPARATORS) {
      const [head, ...rows] = readTable(text, separator);
      const columns = columnsOf(head?.cells ?? []);
      if (head && columns.length > 0) return readNames(rows, head.cells, columns);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { people: [], dropped: [], faults: [`Line ${error.lines}: ${NOT_CLOSED}`] };
  }
  return readNames(readLines(text));
}

/** The rows of a table, blank ones left out. Throws CsvError when it is a table with a quotation mark too many. */
function readTable(text: string, separator: string): Row[] {
  const heading = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  if (columnsOf(heading.split(separator).map(bare)).length === 0) return [];
  const records = parse(text, {
    ...{
      delimiter: separator,
      record_delimiter: ["\r\n", "\n"],
      info: true,
      trim: true,
      bom: true,
    },
    ...{ relax_quotes: true, relax_column_count: true },
  }) as unknown as { info: { lines: number }; record: string[] }[];
  return filled(records.map(({ info, record }) => ({ line: info.lines, cells: record })));
}

const readLines = (text: string): Row[] =>
  filled(
    text
      .split(/\r?\n/)
      .map((line, index) => ({ line: index + 1, cells: line.split(/[\t;,]/).map(bare) })),
  );

const bare = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");
const filled = (rows: Row[]) => rows.filter(({ cells }) => cells.some((cell) => cell !== ""));

/** The names of these rows: the whole line, or the columns of a table that hold it. */
function readNames(
  rows: readonly Row[],
  headings: readonly string[] = ["Name"],
  columns: readonly number[] = [0],
): Roll {
  const faults: string[] = [];
  const people: RollLine[] = [];
  for (const { line, cells } of rows) {
    if (cells.slice(headings.length).some((cell) => cell !== "")) {
      faults.push(
        headings.length === 1
          ? `Line ${line}: one name on each line, or a first line of headings such as "Name"`
          : `Line ${line}: more columns than headings; put a name with a comma in it in quotation marks`,
      );
      continue;
    }
    const name = cleanName(columns.map((column) => cells[column] ?? "").join(" "));
    const fault = nameFault(name);
    if (fault) faults.push(`Line ${line}: ${fault}`);
    const twin = people.find((person) => person.key === nameKey(name));
    if (!fault && twin) faults.push(`Line ${line}: ${name} is on line ${twin.line} as well`);
    if (!fault && !twin) people.push({ line, name, key: nameKey(name) });
  }
  return { people, dropped: headings.filter((_, column) => !columns.includes(column)), faults };
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
