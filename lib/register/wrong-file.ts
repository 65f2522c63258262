import { COLUMN_LABELS, type ColumnName } from "./column-names";

/** Why a whole file cannot be taken: a short code for the address, its words in the table below. */
export const PROBLEMS = {
  no_file: "Choose the CSV file of your register.",
  no_sector: "Choose which businesses the file lists.",
  register_sector:
    "This register holds another sector's businesses. Choose that sector, or give this register a name of its own.",
  too_large: "The file is larger than 50 MB. Split it, or leave out columns that are not needed.",
  not_sent: "The file did not arrive whole. Check your connection and upload it again.",
  busy: "We could not save the preview just now. Nothing was written: try again in a minute.",
  empty: "The file is empty. Export the register again and check that it opens.",
  no_rows: "The file has a heading line and no rows. Export the register again with its rows.",
  pdf: "This is a PDF. Ask for the register as CSV, or save it as CSV from the program it came from.",
  spreadsheet:
    "This is a spreadsheet file, even if its name ends in .csv. Open it and save it as “CSV UTF-8”, then upload that.",
  binary: "This is not a text file. Save the register as “CSV UTF-8” and upload that.",
  encoding:
    "A letter cannot be read: the file is neither UTF-8, UTF-16 nor Windows text. Save it as “CSV UTF-8”.",
  missing_column: "A column is missing from the heading line. Check the first line of the file.",
  double_column: "Two columns have the same heading. Remove or rename one of them.",
  quote:
    "A quote mark is opened and not closed, or stands in the middle of a value. Mend that row.",
  long_row: "A row is too long to be a business. A quote mark is probably not closed there.",
  other_borough:
    "The file lists another borough's businesses. Choose the file of your own borough.",
  ward_codes:
    "The wards are codes, like E05013805, not names. Choose a list with the names of the wards.",
  no_postcodes:
    "Not one row holds a full postcode and a ward. Check that the file has both, one row a postcode.",
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** A file that cannot be taken at all; nothing of it is kept. */
export class WrongFile extends Error {
  override name = "WrongFile";
  readonly code: ProblemCode;
  readonly line: number | undefined;
  readonly about: string | undefined;

  /** `about` is a column's name or another authority's code: never text of the file. */
  constructor(code: ProblemCode, where: { line?: number; about?: string } = {}) {
    super(PROBLEMS[code]);
    this.code = code;
    this.line = where.line;
    this.about = where.about;
  }
}

/** Is this text one of the codes? */
export function isProblem(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

export interface ProblemDetails {
  code: ProblemCode;
  line?: number | undefined;
  about?: string | undefined;
}

/** What is wrong with the file and how to mend it, in one or two sentences, with the line. */
export function describeProblem(
  problem: ProblemDetails,
  authorities: Record<string, string> = {},
): string {
  const { code, line, about = "" } = problem;
  const place = line ? `Line ${line}: ` : "";
  const words = place
    ? PROBLEMS[code].replace(/^./, (first) => first.toLowerCase())
    : PROBLEMS[code];
  if (code === "missing_column" && Object.hasOwn(COLUMN_LABELS, about)) {
    const label = COLUMN_LABELS[about as ColumnName];
    return `The column “${about}” (${label}) is missing from the heading line. Check the first line of the file.`;
  }
  const authority = Object.hasOwn(authorities, about) ? authorities[about] : undefined;
  if (code === "other_borough" && authority) {
    return `The file lists businesses of ${authority}${line ? `, from line ${line}` : ""}. Choose the file of your own borough.`;
  }
  return `${place}${words}`;
}
