import { DataTable } from "@/components/ui/data-table";
import { Tag, type TagTone } from "@/components/ui/tag";
import {
  NOT_APPLICABLE_LABELS,
  PRACTICE_AIM_LABELS,
  RETURN_REASON_LABELS,
} from "@/lib/practices/model";
import { FINDING_LABELS, type Finding } from "@/lib/visits/model";
import type { FindingRow } from "@/lib/visits/outcome-queries";

const TONES: Record<Finding, TagTone> = {
  seen: "ok",
  not_seen: "late",
  not_applicable: "off",
  not_checked: "off",
};

const REASONS: Record<string, string> = { ...RETURN_REASON_LABELS, ...NOT_APPLICABLE_LABELS };

/** What was found of each item the officer looked at. */
export function Findings({ rows }: { rows: FindingRow[] }) {
  return (
    <DataTable
      caption="What was looked at"
      hideCaption
      rows={rows}
      rowKey={(row) => row.itemCode}
      columns={[
        {
          key: "item",
          header: "What was looked at",
          rowHeader: true,
          cell: (row) => row.title ?? row.itemCode,
        },
        {
          key: "aim",
          header: "Aim",
          cell: (row) => (row.aim ? PRACTICE_AIM_LABELS[row.aim] : "–"),
        },
        {
          key: "finding",
          header: "Found",
          cell: (row) => (
            <div>
              <Tag tone={TONES[row.finding]}>{FINDING_LABELS[row.finding]}</Tag>
              {row.reason ? (
                <span className="mt-1 block text-ink-2 text-sm">
                  {REASONS[row.reason] ?? row.reason}
                </span>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}
