import { normalisePostcode } from "@/lib/businesses/model";
import type { ColumnPlaces } from "./column-names";

export type Outcome = "new" | "changed" | "unchanged" | "gone" | "refused";

/** The outcomes in the order an officer looks at them. */
export const OUTCOMES: readonly { outcome: Outcome; label: string }[] = [
  { outcome: "new", label: "New" },
  { outcome: "changed", label: "Changed" },
  { outcome: "gone", label: "Gone" },
  { outcome: "refused", label: "Refused" },
  { outcome: "unchanged", label: "Unchanged" },
];

/** Counts of one import. `read` is the sum of all but `gone`, whose rows are not in the file. */
export interface ImportCounts {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  gone: number;
  /** Of the new rows, those the register says are closed. */
  notTrading: number;
}

/** The largest file taken, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** The register a sector's businesses come from unless the officer names another. */
export function defaultRegister(sector: string): string {
  return sector === "licensed_premises" ? "open_pubs" : `${sector}_register`;
}

/** One row of a register as it is staged: understood, or refused with the reason. */
export interface RegisterRow {
  /** Where the row begins in the file; the header is line 1. */
  line: number;
  refusal: string | null;
  sourceId: string | null;
  name: string | null;
  address: string | null;
  postcode: string | null;
  easting: number | null;
  northing: number | null;
  trading: boolean;
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Open data writes a missing value as \N. */
const isMissing = (text: string) => text === "" || text === "\\N";

/** Reads one row by the rules of the register; what it cannot take is refused with a reason. */
export function readRow(
  line: number,
  cells: readonly string[],
  places: ColumnPlaces,
  width: number,
): RegisterRow {
  const cell = (place: number | undefined) => tidy(place === undefined ? "" : (cells[place] ?? ""));
  const easting = readMetres(cell(places.a), 700_000);
  const northing = readMetres(cell(places.b), 1_300_000);
  const typedPostcode = cell(places.postcode);
  const row = {
    line,
    sourceId: cell(places.id).slice(0, 200) || null,
    name: cell(places.name) || null,
    address: cell(places.address),
    postcode: normalisePostcode(typedPostcode) ?? (shorten(typedPostcode) || null),
    easting: easting ?? null,
    northing: northing ?? null,
    trading: !/closed/i.test(cell(places.history)),
  };
  const refusal =
    wrongWidth(cells.length, width) ??
    (row.sourceId === null ? "The id is missing." : null) ??
    wrongText("name", row.name ?? "", 200) ??
    wrongText("address", row.address, 300) ??
    wrongPostcode(typedPostcode) ??
    (easting === undefined ? `The easting “${shorten(cell(places.a))}” is not a distance in metres.` : null) ??
    (northing === undefined ? `The northing “${shorten(cell(places.b))}” is not a distance in metres.` : null) ??
    ((easting === null) === (northing === null) ? null : "The easting and northing come as a pair: one is missing.");
  return { ...row, name: row.name?.slice(0, 200) ?? null, address: row.address.slice(0, 300), refusal };
}

function wrongWidth(found: number, width: number): string | null {
  if (found === width) return null;
  return `The row has ${found} columns and the header has ${width}. Look for a missing comma or quote mark.`;
}

function wrongText(what: "name" | "address", text: string, most: number): string | null {
  if (what === "name" && text === "") return "The name is missing.";
  if (text.length > most) return `The ${what} is longer than ${most} characters.`;
  // U+FFFD stands where a letter could not be read; control characters are never part of a name.
  if (/[\uFFFD\p{Cc}\p{Cs}]/u.test(text)) return `The ${what} holds a letter that cannot be read.`;
  return null;
}

function wrongPostcode(typed: string): string | null {
  if (typed === "") return "The postcode is missing.";
  return normalisePostcode(typed) === null
    ? `“${shorten(typed)}” is not a full postcode, like W1J 7RW.`
    : null;
}

/** Metres on the national grid; null when missing, undefined when it is something else. */
function readMetres(text: string, most: number): number | null | undefined {
  if (isMissing(text)) return null;
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(text)) return undefined;
  const metres = Math.round(Number(text));
  return metres <= most ? metres : undefined;
}

/** "City of Westminster", "Hammersmith & Fulham": the bare name of an authority, for comparing. */
export function plainAuthority(name: string): string {
  return tidy(name.toLowerCase().replace(/&/g, " and ").replace(/[^a-z ]+/g, " "))
    .replace(/^(the )?((london|royal) borough of |city of (?!london))/, "");
}

/** A name such as "Food hygiene 2027" as the register's key: food_hygiene_2027. */
export function registerKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
}
