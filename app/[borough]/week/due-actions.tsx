import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { BOROUGH_MEASURES } from "@/lib/coverage/model";
import type { DueAction } from "@/lib/coverage/week-queries";
import { formatDate } from "@/lib/format";

interface DueActionsProps {
  borough: string;
  rows: readonly DueAction[];
  names: ReadonlyMap<string, string>;
  today: string;
}

const titleOf = (row: DueAction) =>
  row.title ?? BOROUGH_MEASURES.find(({ id }) => id === row.kind)?.label ?? "Borough action";

/** The borough's own actions that are due this week, over the businesses. */
export function DueActions({ borough, rows, names, today }: DueActionsProps) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-8">
      <SectionHeading
        title="Borough actions due"
        more={<AppLink href={`/${borough}/aims`}>All borough actions</AppLink>}
      />
      <ul className="rounded-lg border border-line bg-paper">
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t px-4 py-3 first:border-t-0"
          >
            <AppLink href={`/${borough}/aims/${row.id}`}>{titleOf(row)}</AppLink>
            <span className="text-ink-2 text-sm">
              {row.ownerId ? (names.get(row.ownerId) ?? "Somebody who left") : "Nobody’s"}
            </span>
            <Tag tone={row.dueOn < today ? "late" : "due"}>
              {row.dueOn < today ? "overdue since" : "due"} {formatDate(row.dueOn)}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
