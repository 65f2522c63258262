import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { TabsLinks } from "@/components/ui/tabs-links";
import { Tag, type TagTone } from "@/components/ui/tag";
import { requireProgramme } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { listStatements } from "@/lib/training/library-queries";
import { REVIEW_SOON_DAYS, type ReviewState, reviewState } from "@/lib/training/review";
import { courseHref } from "../_parts/addresses";

export const metadata: Metadata = { title: "Statements to review" };

const TAGS: Record<ReviewState, { tone: TagTone; label: string }> = {
  past: { tone: "late", label: "Review is overdue" },
  soon: { tone: "due", label: `Within ${REVIEW_SOON_DAYS} days` },
  later: { tone: "off", label: "Later" },
};
const HERE = "/programme/library/statements";

interface StatementsProps {
  searchParams: Promise<{ show?: string | string[] }>;
}

/** What the courses state as fact, by the day it must be looked at again. */
export default async function StatementsPage({ searchParams }: StatementsProps) {
  const viewer = await requireProgramme();
  const all = (await searchParams).show === "all";
  const { rows, today } = await asViewer(viewer, async (ctx) => ({
    rows: await listStatements(ctx),
    today: ctx.today,
  }));
  const due = rows.filter((row) => reviewState(row.reviewOn, today) !== "later");
  const next = rows.find((row) => reviewState(row.reviewOn, today) === "later");
  return (
    <>
      <PageHeading
        title="Statements to review"
        lede="Each statement of fact in a course has a source, an owner and a day on which it is looked at again. Open the source, check every number and date, then open a draft of the course, set the next day and publish it."
        tools={<AppLink href="/programme/library">Course library</AppLink>}
      />
      <TabsLinks
        label="Which statements"
        current={all ? `${HERE}?show=all` : HERE}
        items={[
          { href: HERE, label: "Due", count: due.length },
          { href: `${HERE}?show=all`, label: "All", count: rows.length },
        ]}
      />
      {!all && due.length === 0 ? (
        <EmptyState title="No review is due">
          {next
            ? `The next is due on ${formatDate(next.reviewOn)}.`
            : "No course is published yet, so there is no statement to review."}
        </EmptyState>
      ) : (
        <DataTable
          caption={all ? "Every statement" : "Statements whose review is due"}
          rowKey={(row) => `${row.course} ${row.position} ${row.statement}`}
          rows={all ? rows : due}
          columns={[
            {
              key: "statement",
              header: "Statement",
              rowHeader: true,
              cell: (row) => row.statement,
            },
            {
              key: "where",
              header: "Where",
              cell: (row) => (
                <>
                  <AppLink href={courseHref(row.courseSlug)}>{row.course}</AppLink>
                  <br />
                  <span className="text-ink-2 text-sm">
                    Lesson {row.position}: {row.lesson}
                  </span>
                </>
              ),
            },
            {
              key: "source",
              header: "Source",
              cell: (row) =>
                row.url ? (
                  <a href={row.url} rel="noreferrer">
                    {row.source}
                  </a>
                ) : (
                  row.source
                ),
            },
            { key: "owner", header: "Owner", cell: (row) => row.owner },
            {
              key: "review",
              header: "Review by",
              cell: (row) => {
                const { tone, label } = TAGS[reviewState(row.reviewOn, today)];
                return (
                  <>
                    {formatDate(row.reviewOn)}
                    <br />
                    <Tag tone={tone}>{label}</Tag>
                  </>
                );
              },
            },
          ]}
        />
      )}
    </>
  );
}
