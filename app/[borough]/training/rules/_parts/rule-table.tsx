import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import type { RuleRow } from "@/lib/assignments/rule-queries";
import { whatIsAsked, whoIsAsked } from "@/lib/assignments/rules";
import { formatDate, formatNumber } from "@/lib/format";

interface RuleTableProps {
  path: string;
  caption: string;
  rows: RuleRow[];
}

/** Each rule in words, and how the businesses it has asked stand. */
export function RuleTable({ path, caption, rows }: RuleTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "rule",
          header: "Rule",
          rowHeader: true,
          cell: (row) => (
            <>
              {whoIsAsked(row, row.sectorPlural)}
              <span className="block font-normal text-ink-2">
                “{row.courseTitle}”: {whatIsAsked(row)}
              </span>
            </>
          ),
        },
        { key: "asked", header: "Asked", numeric: true, cell: (row) => formatNumber(row.asked) },
        { key: "met", header: "Met", numeric: true, cell: (row) => formatNumber(row.met) },
        {
          key: "overdue",
          header: "Overdue",
          numeric: true,
          cell: (row) => formatNumber(row.overdue),
        },
        {
          key: "since",
          header: "In force",
          cell: (row) =>
            row.endedOn
              ? `${formatDate(row.createdOn)} to ${formatDate(row.endedOn)}`
              : `Since ${formatDate(row.createdOn)}`,
        },
        {
          key: "end",
          header: "Change",
          screenOnly: true,
          cell: (row) =>
            row.endedOn ? null : <AppLink href={`${path}/${row.id}/end`}>End this rule</AppLink>,
        },
      ]}
    />
  );
}
