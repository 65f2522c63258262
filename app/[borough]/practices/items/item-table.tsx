import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { LEVEL_LABELS, PRACTICE_AIM_LABELS } from "@/lib/practices/model";
import type { PracticeItemRow } from "@/lib/practices/queries";

interface ItemTableProps {
  caption: string;
  items: PracticeItemRow[];
  /** Where an own practice is ended; null for who may not. */
  endHref: ((code: string) => string) | null;
}

function Source({ item, endHref }: { item: PracticeItemRow } & Pick<ItemTableProps, "endHref">) {
  if (!item.ofBorough) {
    return item.sourceUrl ? <a href={item.sourceUrl}>{item.source}</a> : item.source;
  }
  return (
    <div>
      Added by your borough
      {endHref ? (
        <AppLink href={endHref(item.code)} className="block w-fit py-1">
          End
          <VisuallyHidden> “{item.title}”</VisuallyHidden>
        </AppLink>
      ) : null}
    </div>
  );
}

/** A sector's list as it stands today, each practice with where it comes from. */
export function ItemTable({ caption, items, endHref }: ItemTableProps) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={items}
      rowKey={(item) => item.code}
      columns={[
        {
          key: "practice",
          header: "Practice",
          rowHeader: true,
          cell: (item) => (
            <div className="max-w-read">
              <span className="font-semibold">{item.title}</span>
              <span className="mt-0.5 block text-ink-2 text-sm">{item.help}</span>
            </div>
          ),
        },
        { key: "aim", header: "Aim", cell: (item) => PRACTICE_AIM_LABELS[item.aim] },
        {
          key: "level",
          header: "Level",
          cell: (item) => (
            <Tag tone={item.level === "essential" ? "due" : "off"}>{LEVEL_LABELS[item.level]}</Tag>
          ),
        },
        {
          key: "how",
          header: "Confirmed",
          cell: (item) => (item.seenOnVisit ? "On a visit" : "From the desk or on a visit"),
        },
        {
          key: "source",
          header: "Source",
          cell: (item) => <Source item={item} endHref={endHref} />,
        },
      ]}
    />
  );
}
