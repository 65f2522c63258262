import { plural } from "@/lib/format";
import type { Placement, WardUpload } from "@/lib/wards/queries";

const rows = (count: number) => plural(count, "row", "rows");
const businesses = (count: number) => plural(count, "business", "businesses");

/** What confirming does, or did: one line for each thing it means. */
export function Outcome({ row, placement }: { row: WardUpload; placement: Placement }) {
  const done = row.state === "confirmed";
  const { changed, unplaced } = placement;
  const lines = [
    `${plural(row.postcodes, "postcode", "postcodes")} in ${plural(row.wards, "ward", "wards")} ${done ? "are" : "become"} your list${done ? "." : " and replace the one before."}`,
    changed === 0
      ? `No business ${done ? "changed" : "will change"} its ward.`
      : `${businesses(changed)} ${done ? "changed" : "will change"} ward. Past months are counted in the new ward too.`,
    unplaced > 0 &&
      `The ward of ${businesses(unplaced)} ${done ? "was" : "will be"} not known: ${unplaced === 1 ? "its postcode is" : "their postcodes are"} in no row. They stay in every total.`,
    row.rowsElsewhere > 0 &&
      `${rows(row.rowsElsewhere)} of other authorities ${done ? "were" : "are"} passed over.`,
    row.rowsRepeated > 0 && `${rows(row.rowsRepeated)} said what an earlier row says.`,
    row.rowsRefused > 0 &&
      `${rows(row.rowsRefused)} refused: ${done ? "nothing of them was written" : "nothing of them will be written"}.`,
  ].filter((line) => line !== false);
  return (
    <ul className="list-disc space-y-1 pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
