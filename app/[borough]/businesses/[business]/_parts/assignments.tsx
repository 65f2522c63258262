import { AssignmentTag } from "@/app/[borough]/training/_parts/assignment-tag";
import { EmptyState } from "@/components/layout/empty-state";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { completedText } from "@/lib/assignments/model";
import type { AssignmentRow } from "@/lib/assignments/queries";
import type { StaffCounts } from "@/lib/businesses/detail-queries";
import { isInScope } from "@/lib/businesses/model";
import type { Stage } from "@/lib/db/schema/businesses";
import { formatDate, formatNumber } from "@/lib/format";

interface AssignmentsProps {
  borough: string;
  business: { id: string; stage: Stage };
  assignments: AssignmentRow[];
  counts: StaffCounts;
}

/** The courses this business is asked to complete, and how far its staff are. */
export function Assignments({ borough, business, assignments, counts }: AssignmentsProps) {
  const assign = `/${borough}/training/assign?business=${business.id}`;
  return (
    <section>
      <SectionHeading
        title="Training"
        more={
          isInScope(business.stage) ? (
            <span className="flex flex-wrap gap-x-5">
              <AppLink href={`/${borough}/businesses/${business.id}/sessions`}>
                Group sessions
              </AppLink>
              <AppLink href={assign}>Assign a course</AppLink>
            </span>
          ) : undefined
        }
      />
      {assignments.length === 0 ? (
        <EmptyState title="No training is assigned">
          <p>
            {isInScope(business.stage)
              ? "Assign a course with a date, and its manager and staff are asked to complete it."
              : "Only a business in scope is asked to complete a course."}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`${formatNumber(counts.confirmed)} people are listed and confirmed`}
          rows={assignments}
          rowKey={(row) => row.id}
          columns={[
            { key: "course", header: "Course", rowHeader: true, cell: (row) => row.courseTitle },
            { key: "due", header: "Due", cell: (row) => formatDate(row.dueOn) },
            { key: "done", header: "Completed", cell: completedText },
            { key: "state", header: "State", cell: (row) => <AssignmentTag state={row.state} /> },
            {
              key: "change",
              header: "Change",
              screenOnly: true,
              cell: (row) => (
                <span className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
                  <AppLink
                    href={`${assign}&course=${row.courseSlug}`}
                    className="inline-block py-1"
                  >
                    Change date
                  </AppLink>
                  <AppLink
                    href={`/${borough}/training/${row.id}/end`}
                    className="inline-block min-w-8 py-1"
                  >
                    End
                  </AppLink>
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
