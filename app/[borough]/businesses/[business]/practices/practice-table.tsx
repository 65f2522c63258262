import { DataTable } from "@/components/ui/data-table";
import { PracticeTag } from "@/components/ui/practice-tag";
import { formatDate } from "@/lib/format";
import { LEVEL_LABELS, PRACTICE_AIM_LABELS, reasonLabel, statusOf } from "@/lib/practices/model";
import type { PracticeItemRow, PracticeStateRow } from "@/lib/practices/queries";

export interface Practice {
  item: PracticeItemRow;
  said: PracticeStateRow | undefined;
}

/** What was said last and by whom, with its day. */
function lastWord(said: PracticeStateRow | undefined): string {
  if (!said) return "–";
  const on = formatDate(said.fromOn);
  const reason = reasonLabel(said.reason);
  switch (said.change) {
    case "confirmed":
      return `Confirmed on ${on}`;
    case "returned":
      return `Given back on ${on}${reason ? `: ${reason}` : ""}`;
    case "declared_not_yet":
      return `The business said on ${on}: not yet`;
    case "declared_not_applicable":
      return `The business said on ${on}: does not apply${reason ? `. ${reason}` : ""}`;
    default:
      return `The business said on ${on}: in place`;
  }
}

/** Every practice the business is asked for and where it stands. */
export function PracticeTable({ practices }: { practices: Practice[] }) {
  return (
    <DataTable
      caption="The checklist of its sector"
      hideCaption
      rows={practices}
      rowKey={({ item }) => item.code}
      columns={[
        {
          key: "practice",
          header: "Practice",
          rowHeader: true,
          cell: ({ item }) => (
            <div>
              <span className="font-semibold">{item.title}</span>
              <span className="block text-ink-2 text-sm">
                {PRACTICE_AIM_LABELS[item.aim]}, {LEVEL_LABELS[item.level].toLowerCase()}
                {item.seenOnVisit ? ", seen on a visit" : ""}
                {item.ofBorough ? ", added by your borough" : ""}
              </span>
            </div>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ said }) => (
            <div>
              <PracticeTag status={statusOf(said)} />
              {said?.confirmedUntil ? (
                <span className="mt-1 block text-ink-2 text-sm">
                  until {formatDate(said.confirmedUntil)}
                </span>
              ) : null}
            </div>
          ),
        },
        { key: "last", header: "Last word", cell: ({ said }) => lastWord(said) },
      ]}
    />
  );
}
