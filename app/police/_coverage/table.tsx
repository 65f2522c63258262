import { ShareBar } from "@/components/charts/share-bar";
import { type Column, DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { type CoverageChoice, choiceQuery } from "@/lib/coverage/choice";
import { formatNumber } from "@/lib/format";
import type { Line, Order, Sort } from "./lines";
import { changeParts, type InTwo, isYesOrNo, sinceParts } from "./words";

type CoverageTableProps = {
  caption: string;
  /** "Borough" or "Police area". */
  heading: string;
  lines: Line[];
  choice: CoverageChoice;
  /** How the list is sorted, where it can be sorted. */
  order?: Order;
};

/** Places side by side on one definition; the reader's own open to their businesses. */
export function CoverageTable({ caption, heading, lines, choice, order }: CoverageTableProps) {
  const { count } = choice;
  const sortBy = (sort: Sort): Pick<Column<Line>, "sort"> =>
    order ? { sort: sortLink(choice, order, sort) } : {};
  return (
    <DataTable
      caption={caption}
      rowKey={(line) => line.key}
      rows={lines}
      columns={[
        {
          key: "name",
          header: heading,
          rowHeader: true,
          ...sortBy("name"),
          cell: (line) => <PlaceName line={line} choice={choice} />,
        },
        {
          key: "share",
          header: isYesOrNo(count) ? "Met" : "Share that meets it",
          ...sortBy("share"),
          cell: (line) => <Figure line={line} choice={choice} />,
        },
        {
          key: "change",
          header: "Since a year ago",
          ...sortBy("change"),
          cell: (line) => <TwoLines parts={changeParts(line, count)} />,
        },
        {
          key: "since",
          header: "At this level",
          ...sortBy("since"),
          cell: (line) => <TwoLines parts={sinceParts(line, count)} />,
        },
      ]}
    />
  );
}

function PlaceName({ line, choice }: { line: Line; choice: CoverageChoice }) {
  const isArea = line.area === "";
  const href = isArea
    ? `/police?${choiceQuery(choice, { area: line.key })}`
    : `/police/boroughs/${line.key}?${choiceQuery(choice, { area: undefined })}`;
  return (
    <span>
      {isArea || line.own ? <AppLink href={href}>{line.name}</AppLink> : line.name}
      {line.own ? <span className="ml-2 font-semibold text-xs">Yours</span> : null}
      {isArea ? null : <span className="block text-ink-2 text-xs">{line.area}</span>}
    </span>
  );
}

/** What is so, and below it what it is measured against. */
export function TwoLines({ parts }: { parts: InTwo | null }) {
  if (!parts) return <>–</>;
  return (
    <span className="text-sm">
      <span className="block">{parts.main}</span>
      <span className="text-ink-2 text-xs">{parts.rest}</span>
    </span>
  );
}

/** The share with what it was counted out of; what cannot be known says so. */
export function Figure({ line, choice }: { line: Line; choice: CoverageChoice }) {
  if (line.fault) return <Tag tone="late">Figure not available</Tag>;
  if (line.of === 0) return <Tag tone="off">No data for this month</Tag>;
  if (isYesOrNo(choice.count) && line.of === 1) {
    return line.met === 1 ? <Tag tone="ok">Met</Tag> : <Tag tone="off">Not met</Tag>;
  }
  return (
    <span>
      <ShareBar met={line.met} of={line.of} aim={choice.count.aim} />
      <span className="block text-ink-2 text-sm tabular-nums">
        {formatNumber(line.met)} of {formatNumber(line.of)}
      </span>
    </span>
  );
}

function sortLink(choice: CoverageChoice, order: Order, sort: Sort): Column<Line>["sort"] {
  const isNow = order.sort === sort;
  const descending = isNow && !order.descending;
  const query = `${choiceQuery(choice)}&sort=${sort}${descending ? "&dir=desc" : ""}`;
  return {
    href: `/police?${query}`,
    ...(isNow ? { now: order.descending ? "descending" : "ascending" } : {}),
  };
}
