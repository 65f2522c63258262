import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { choiceQuery } from "@/lib/coverage/choice";
import { AIM_LABELS } from "@/lib/coverage/model";
import { Figure, TwoLines } from "../../../_coverage/table";
import { changeParts, sinceParts } from "../../../_coverage/words";
import type { BoroughView } from "./load";

/** Every aim and measure of the borough, each with its change and since when. */
export function MeasureTable({ view, caption }: { view: BoroughView; caption: string }) {
  const { choice, borough, measures } = view;
  return (
    <DataTable
      caption={caption}
      rowKey={({ count }) => count.id}
      rows={measures}
      columns={[
        {
          key: "measure",
          header: "Aim or measure",
          rowHeader: true,
          cell: ({ count }) => (
            <AppLink
              href={`/police/boroughs/${borough.code}?${choiceQuery(choice, { measure: count.id })}`}
              aria-current={count.id === choice.count.id ? "true" : undefined}
            >
              {count.id === count.aim ? <b>{AIM_LABELS[count.aim]}</b> : count.label}
            </AppLink>
          ),
        },
        {
          key: "share",
          header: "Share that meets it",
          cell: ({ count, line }) => <Figure line={line} choice={{ ...choice, count }} />,
        },
        {
          key: "change",
          header: "Since a year ago",
          cell: ({ count, line }) => <TwoLines parts={changeParts(line, count)} />,
        },
        {
          key: "since",
          header: "At this level",
          cell: ({ count, line }) => <TwoLines parts={sinceParts(line, count)} />,
        },
      ]}
    />
  );
}
