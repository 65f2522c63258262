import { normalisePostcode } from "@/lib/businesses/model";
import type { LicenceType } from "@/lib/db/schema/businesses";
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
  /** Worth saying of a row that is taken all the same. */
  note: string | null;
  sourceId: string | null;
  name: string | null;
  address: string | null;
  postcode: string | null;
  easting: number | null;
  northing: number | null;
  /** Null where the register says nothing of it, or something else. */
  licenceType: LicenceType | null;
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
  const spot = readSpot(cell(places.a), cell(places.b));
  const typedPostcode = cell(places.postcode);
  const licence = cell(places.licence);
  const licenceType = readLicence(licence);
  const row = {
    line,
    sourceId: cell(places.id) || null,
    name: cell(places.name) || null,
    address: cell(places.address),
    postcode: normalisePostcode(typedPostcode) ?? (shorten(typedPostcode) || null),
    easting: spot?.easting ?? null,
    northing: spot?.northing ?? null,
    licenceType,
    trading: !/closed/i.test(cell(places.history)),
  };
  const refusal =
    wrongWidth(cells.length, width) ??
    wrongText("id", row.sourceId ?? "", 200) ??
    wrongText("name", row.name ?? "", 200) ??
    wrongText("address", row.address, 300) ??
    wrongPostcode(typedPostcode);
  return {
    ...row,
    sourceId: clean(row.sourceId, 200),
    name: clean(row.name, 200),
    address: clean(row.address, 300),
    refusal,
    note:
      [spot ? null : NO_SPOT, isMissing(licence) || licenceType ? null : NO_LICENCE]
        .filter(Boolean)
        .join(" ") || null,
  };
}

function wrongWidth(found: number, width: number): string | null {
  if (found === width) return null;
  return `The row has ${found} columns and the header has ${width}. Look for a missing comma or quote mark.`;
}

const clean = (text: string | null, most: number) =>
  text?.replace(/[\p{Cc}\p{Cs}]/gu, "�").slice(0, most) ?? null;

function wrongText(what: "id" | "name" | "address", text: string, most: number): string | null {
  if (what !== "address" && text === "") return `The ${what} is missing.`;
  if (text.length > most) return `The ${what} is longer than ${most} characters.`;
  // U+FFFD stands where a letter could not be read; no name holds a control character.
  if (/[\uFFFD\p{Cc}\p{Cs}]/u.test(text)) return `The ${what} holds a letter that cannot be read.`;
  return null;
}

function wrongPostcode(typed: string): string | null {
  if (typed === "") return "The postcode is missing.";
  return normalisePostcode(typed) === null
    ? `“${shorten(typed)}” is not a full postcode, like W1J 7RW.`
    : null;
}

const NO_SPOT = "Its place on the map cannot be used and is left empty.";

const NO_LICENCE = "Its licence is not one we know and is left empty.";

/** Kinds of licence by the words of registers, the narrower first: a club's is a premises certificate too. */
const LICENCE_WORDS: readonly (readonly [RegExp, LicenceType])[] = [
  [/^(none|no licen[cs]e|unlicensed)$/i, "none"],
  [/\bclub\b/i, "club_certificate"],
  [/private hire|\bphv?\b|\boperator/i, "private_hire_operator"],
  [/alcohol|entertainment/i, "premises_alcohol"],
  [/late night refreshment|\blnr\b/i, "premises_late_refreshment"],
  [/\bpremises licen[cs]e\b/i, "premises_alcohol"],
];

/** The kind of licence a register names; null when it names none we know. */
function readLicence(text: string): LicenceType | null {
  return LICENCE_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

/** Open data marks a place it does not know with a point far outside the grid: the row is still good. */
function readSpot(
  a: string,
  b: string,
): { easting: number | null; northing: number | null } | null {
  if (isMissing(a) && isMissing(b)) return { easting: null, northing: null };
  const easting = readMetres(a, 700_000);
  const northing = readMetres(b, 1_300_000);
  return easting === null || northing === null ? null : { easting, northing };
}

/** Metres on the national grid, null when they are something else. */
function readMetres(text: string, most: number): number | null {
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(text)) return null;
  const metres = Math.round(Number(text));
  return metres > 0 && metres <= most ? metres : null;
}

/** "City of Westminster", "Hammersmith & Fulham": the bare name of an authority, for comparing. */
export function plainAuthority(name: string): string {
  return tidy(
    name
      .toLowerCase()
      .replace(/&/g, " and ")
      .replace(/[^a-z ]+/g, " "),
  ).replace(/^(the )?((london|royal) borough of |city of (?!london))/, "");
}

/** A name such as "Food hygiene 2027" as the register's key: food_hygiene_2027. */
export function registerKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}
