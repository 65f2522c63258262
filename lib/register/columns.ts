import { COLUMN_LABELS, type ColumnName, type ColumnPlaces } from "./column-names";
import { WrongFile } from "./wrong-file";

const REQUIRED = ["id", "name", "address", "postcode"] as const;

const ALIASES: Record<string, ColumnName> = {
  easting: "a",
  northing: "b",
  borough: "city",
  "licence type": "licence",
  "type of licence": "licence",
  license: "licence",
  "license type": "licence",
};

export interface Columns {
  places: ColumnPlaces;
  /** How many columns the heading line has. */
  width: number;
  /** Headings of columns that look like a date of birth or a National Insurance number. */
  dropped: string[];
}

/** The portal holds neither (product.md, "What the portal never holds"). */
const NEVER_READ =
  /\b(dob|d o b|birth|born|birthday|birthdate|dateofbirth|nino|ni (no|num|number)|nin|national ?insurance.*|nationalinsurance.*)\b/;

const plain = (heading: string) =>
  heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Finds the columns in a heading line. Throws WrongFile naming a column that is missing or doubled. */
export function mapColumns(headings: readonly string[]): Columns {
  const places: ColumnPlaces = {};
  const dropped: string[] = [];
  for (const [place, heading] of headings.entries()) {
    const word = plain(heading);
    if (NEVER_READ.test(word)) {
      dropped.push(heading.trim().slice(0, 60));
      continue;
    }
    const name = ALIASES[word] ?? word;
    if (!Object.hasOwn(COLUMN_LABELS, name)) continue;
    const column = name as ColumnName;
    if (places[column] !== undefined)
      throw new WrongFile("double_column", { line: 1, about: column });
    places[column] = place;
  }
  for (const column of REQUIRED) {
    if (places[column] === undefined)
      throw new WrongFile("missing_column", { line: 1, about: column });
  }
  return { places, width: headings.length, dropped };
}
