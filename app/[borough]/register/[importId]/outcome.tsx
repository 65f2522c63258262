import { plural } from "@/lib/format";
import type { ImportRow } from "@/lib/register/queries";

const rows = (count: number) => plural(count, "row", "rows");
const businesses = (count: number) => plural(count, "business", "businesses");

/** What confirming does, or did, to the borough's businesses: one line for each kind of row. */
export function Outcome({ row }: { row: ImportRow }) {
  const done = row.state === "confirmed";
  const added = row.new - row.notTrading;
  const lines = [
    row.new > 0 &&
      `${rows(row.new)} new: ${businesses(added)} ${done ? "came" : "will come"} into scope` +
        (row.notTrading > 0
          ? `, ${row.notTrading} closed in the register ${done ? "were" : "will be"} kept on record only.`
          : "."),
    row.changed > 0 &&
      `${rows(row.changed)} changed: names, addresses, closings and openings ${done ? "were" : "will be"} brought up to date, as each row says.`,
    row.gone > 0 &&
      `${plural(row.gone, "entry", "entries")} gone: ${done ? "those businesses were closed" : "those businesses will be closed"}, except any that had enrolled. ${done ? "Check" : "You then check"} whether those have closed.`,
    row.refused > 0 &&
      `${rows(row.refused)} refused: ${done ? "nothing of them was written" : "nothing of them will be written"}. Mend them in the register and import it again.`,
    row.unchanged > 0 &&
      `${rows(row.unchanged)} unchanged: nothing ${done ? "was" : "will be"} written.`,
  ].filter((line) => line !== false);
  return (
    <ul className="list-disc space-y-1 pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Is so much of the register missing that the file is probably only a part of it? */
export function looksPartial(row: ImportRow): boolean {
  return row.gone >= 5 && row.gone * 5 >= row.gone + row.changed + row.unchanged;
}
