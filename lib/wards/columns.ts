import { WrongFile } from "@/lib/register/wrong-file";

/** Where the columns of a ward list stand in a row; every other column is never looked at. */
export interface WardColumns {
  postcode: number;
  ward: number;
  /** The GSS code of the authority a row belongs to, in lists of more than one. */
  authority: number | null;
  /** How many columns the heading line has. */
  width: number;
}

/** Headings as letters and digits alone, the best first: those of councils, ONS and common tools. */
const POSTCODE = [/^pcds$/, /^(unit|full)?post ?codes?$/, /^pcd[278]?$/, /^pcode$/];
const WARD_NAME = [/^wd\d\dnm$/, /^(electoral)?ward(s|nm|name)?$/, /^wardnames?$/, /^nameofward$/];
const WARD_CODE = [/^wd\d\dcd$/, /^osward$/, /^ward(cd|code)$/];
const AUTHORITY = [
  /^(lad|ltla|laua|oslaua)(\d\d)?cd$/,
  /^(oslaua|laua|lacode|districtcode|localauthoritycode|boroughcode|ladcode)$/,
];

const plain = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]+/g, "");

/** The first heading that fits the earliest of the patterns. */
function find(headings: readonly string[], patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const place = headings.findIndex((heading) => pattern.test(heading));
    if (place >= 0) return place;
  }
  return null;
}

/** Finds the columns in a heading line. Throws WrongFile when there is no postcode or no ward's name. */
export function mapWardColumns(given: readonly string[]): WardColumns {
  const headings = given.map(plain);
  const postcode = find(headings, POSTCODE);
  const ward = find(headings, WARD_NAME);
  if (postcode === null) throw new WrongFile("missing_column", { line: 1, about: "postcode" });
  if (ward === null) {
    if (find(headings, WARD_CODE) !== null) throw new WrongFile("ward_codes");
    throw new WrongFile("missing_column", { line: 1, about: "ward" });
  }
  return { postcode, ward, authority: find(headings, AUTHORITY), width: given.length };
}
