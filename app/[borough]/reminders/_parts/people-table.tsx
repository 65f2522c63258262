import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/format";
import type { PeopleRow } from "../read";

const KINDS: Record<PeopleRow["kind"], string> = {
  team: "Licensing team",
  managers: "Managers of businesses",
  learners: "Staff who sign in by e-mail, about their own training",
};

/** How many people of which kind the next e-mails go to. */
export function PeopleTable({ rows }: { rows: PeopleRow[] }) {
  return (
    <DataTable
      caption="Who gets them. Whoever is of several kinds is in several rows, and gets one e-mail."
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        { key: "kind", header: "Who", rowHeader: true, cell: (row) => KINDS[row.kind] },
        {
          key: "people",
          header: "People",
          numeric: true,
          cell: (row) => formatNumber(row.people),
        },
        { key: "off", header: "Turned off", numeric: true, cell: (row) => formatNumber(row.off) },
        {
          key: "written",
          header: "With something to do",
          numeric: true,
          cell: (row) => (row.written === null ? "Theirs to see" : formatNumber(row.written)),
        },
      ]}
    />
  );
}
