import { normalisePostcode } from "@/lib/businesses/model";
import type { WardColumns } from "./columns";

/** The largest list taken, in bytes: every postcode of London fits. */
export const LARGEST_LIST = 50 * 1024 * 1024;

const LONGEST_WARD = 80;

/** One row of a list: its postcode without a space, or why it cannot be taken. */
export interface WardRow {
  line: number;
  postcode: string | null;
  ward: string | null;
  refusal: string | null;
}

const tidy = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cs}]/gu, "�");

/** A ward as ONS codes it, E05000630: a list of those names no place. */
export const isWardCode = (text: string) => /^[EWSN]\d{8}$/i.test(text.trim());

/** Does the row say itself that it belongs to another authority? */
export function isElsewhere(
  cells: readonly string[],
  { authority }: WardColumns,
  code: string,
): boolean {
  const said = authority === null ? "" : tidy(cells[authority]).toUpperCase();
  return /^[EWSN]\d{8}$/.test(said) && said !== code;
}

/** Reads one row; what it cannot take is refused with a reason. */
export function readWardRow(line: number, cells: readonly string[], columns: WardColumns): WardRow {
  const typed = printable(tidy(cells[columns.postcode]));
  const ward = printable(tidy(cells[columns.ward]));
  const postcode = normalisePostcode(typed)?.replace(" ", "") ?? null;
  return {
    line,
    postcode: postcode ?? (shorten(typed) || null),
    ward: ward.slice(0, LONGEST_WARD) || null,
    refusal:
      wrongWidth(cells.length, columns.width) ?? wrongPostcode(typed, postcode) ?? wrongWard(ward),
  };
}

function wrongWidth(found: number, width: number): string | null {
  if (found === width) return null;
  return `The row has ${found} columns and the heading line has ${width}. Look for a missing comma or quote mark.`;
}

function wrongPostcode(typed: string, postcode: string | null): string | null {
  if (typed === "") return "The postcode is missing.";
  return postcode === null ? `“${shorten(typed)}” is not a full postcode, like W1J 7RW.` : null;
}

function wrongWard(ward: string): string | null {
  if (ward === "") return "The ward is missing.";
  if (ward.length > LONGEST_WARD) return `The ward is longer than ${LONGEST_WARD} characters.`;
  if (isWardCode(ward)) return `“${ward}” is a code, not the name of a ward.`;
  return ward.includes("\uFFFD") ? "The ward holds a letter that cannot be read." : null;
}
