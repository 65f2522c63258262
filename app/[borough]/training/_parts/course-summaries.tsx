import { ShareBar } from "@/components/charts/share-bar";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import type { CourseSummary } from "@/lib/assignments/queries";
import { formatNumber } from "@/lib/format";

interface CourseSummariesProps {
  path: string;
  rows: CourseSummary[];
}

/** For each course how many businesses are asked, meet it and are late; each number is a list. */
export function CourseSummaries({ path, rows }: CourseSummariesProps) {
  const count = (row: CourseSummary, state: string, value: number) => (
    <AppLink
      href={`${path}?${new URLSearchParams({ course: row.courseSlug, ...(state ? { state } : {}) })}`}
    >
      {formatNumber(value)}
    </AppLink>
  );
  return (
    <DataTable
      caption="Businesses in scope that are asked to complete a course"
      rows={rows}
      rowKey={(row) => row.courseSlug}
      columns={[
        { key: "course", header: "Course", rowHeader: true, cell: (row) => row.courseTitle },
        { key: "asked", header: "Asked", numeric: true, cell: (row) => count(row, "", row.asked) },
        { key: "met", header: "Met", numeric: true, cell: (row) => count(row, "met", row.met) },
        {
          key: "overdue",
          header: "Overdue",
          numeric: true,
          cell: (row) => count(row, "overdue", row.overdue),
        },
        { key: "share", header: "Share", cell: (row) => <ShareBar met={row.met} of={row.asked} /> },
      ]}
    />
  );
}
