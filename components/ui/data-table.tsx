import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { AppLink } from "@/components/ui/link";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
  /** The column that names the row; usually the first. */
  rowHeader?: boolean | undefined;
  /** Holds what can only be pressed: left out on paper. */
  screenOnly?: boolean | undefined;
  /** Where the heading leads to sort by this column, and how it is sorted now. */
  sort?: { href: string; now?: "ascending" | "descending" | undefined } | undefined;
};

export type DataTableProps<Row> = {
  caption: ReactNode;
  hideCaption?: boolean | undefined;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
};

const ARROWS = { ascending: "▲", descending: "▼" };

/** Short names that app/styles/data-table.css knows: said on every cell, they would weigh. */
function classOf<Row>(column: Column<Row>): string | undefined {
  return classNames(column.numeric && "n", column.screenOnly && "print:hidden") || undefined;
}

function Heading<Row>({ column }: { column: Column<Row> }) {
  const now = column.sort?.now;
  return (
    <th scope="col" aria-sort={now} className={classOf(column)}>
      {column.sort ? (
        <AppLink href={column.sort.href} className="text-ink-2">
          {column.header}
          {now ? <span aria-hidden="true"> {ARROWS[now]}</span> : null}
        </AppLink>
      ) : (
        column.header
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = classOf(column);
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td data-label={column.header} className={className}>
      {column.cell(row)}
    </td>
  );
}

/** A list as a table; on a phone each row becomes a card. */
export function DataTable<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>) {
  return (
    <table className="data-table">
      <caption className={hideCaption ? "sr-only" : "pb-1.5 text-left text-ink-2 text-sm"}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
