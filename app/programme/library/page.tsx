import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { requireProgramme } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import { londonDate } from "@/lib/dates";
import { formatDate, formatNumber } from "@/lib/format";
import { englishName } from "@/lib/training/languages";
import { type LibraryRow, listLibrary } from "@/lib/training/library-queries";
import { courseHref } from "./_parts/addresses";

export const metadata: Metadata = { title: "Course library" };

/** How far each language is, and whether learners meet it: not before a native reader has reviewed it. */
function Languages({ of }: { of: LibraryRow }) {
  return (
    <ul className="space-y-1">
      {of.translations.map(({ language, lessons, reviewedOn }) => (
        <li key={language}>
          {englishName(language)}: {formatNumber(lessons)} of {formatNumber(of.lessons)} lessons{" "}
          <Tag tone={reviewedOn ? "ok" : "due"}>
            {reviewedOn ? `reviewed ${formatDate(reviewedOn)}` : "waits for a native reader"}
          </Tag>
        </li>
      ))}
    </ul>
  );
}

export default async function LibraryPage() {
  const viewer = await requireProgramme();
  const courses = await asViewer(viewer, listLibrary);
  return (
    <>
      <PageHeading
        title="Course library"
        lede="What every borough's businesses are asked to learn. A published version never changes; a new one is published beside it."
        tools={<AppLink href="/programme/library/statements">Statements to review</AppLink>}
      />
      {courses.length === 0 ? (
        <EmptyState title="No course is published yet">
          <p>The courses that come with the portal are published by its start command.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Published courses"
          rowKey={(row) => row.slug}
          rows={courses}
          columns={[
            {
              key: "title",
              header: "Course",
              rowHeader: true,
              cell: (row) => (
                <>
                  <AppLink href={courseHref(row.slug)} className="font-semibold">
                    {row.title}
                  </AppLink>
                  <br />
                  <span className="text-ink-2 text-sm">{row.writtenFor}</span>
                </>
              ),
            },
            {
              key: "version",
              header: "Version",
              cell: (row) => `${row.version}, published ${formatDate(londonDate(row.publishedAt))}`,
            },
            { key: "minutes", header: "Minutes", numeric: true, cell: (row) => row.minutes },
            {
              key: "parts",
              header: "What is in it",
              cell: (row) =>
                `${formatNumber(row.lessons)} lessons, ${formatNumber(row.questions)} questions`,
            },
            {
              key: "languages",
              header: "Other languages",
              cell: (row) => (row.translations.length ? <Languages of={row} /> : "none"),
            },
            {
              key: "review",
              header: "First review due",
              cell: (row) => (row.reviewOn ? formatDate(row.reviewOn) : "none"),
            },
          ]}
        />
      )}
    </>
  );
}
