import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { boroughs } from "./boroughs";
import { businesses } from "./businesses";
import { at, boroughCode, createdAt, id } from "./columns";

export type RowOutcome = "new" | "changed" | "unchanged" | "gone" | "refused";

/** One upload of a register: previewed, then confirmed or discarded; its staged rows are deleted after 30 days. */
export const registerImports = pgTable(
  "register_imports",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    register: text().notNull(),
    sector: text().notNull(),
    fileName: text().notNull(),
    encoding: text().notNull(),
    fileHash: text().notNull(),
    state: text().$type<"previewed" | "confirmed" | "discarded">().notNull(),
    rowsRead: integer().notNull(),
    rowsNew: integer().notNull(),
    rowsChanged: integer().notNull(),
    rowsUnchanged: integer().notNull(),
    rowsGone: integer().notNull(),
    rowsRefused: integer().notNull(),
    /** New rows the register says are closed: kept as an entry, never made a business. */
    rowsNotTrading: integer().notNull(),
    droppedColumns: text().array().notNull().default(sql`'{}'`),
    uploadedBy: uuid(),
    createdAt: createdAt(),
    settledAt: at("settled_at"),
    settledBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("register_imports_newest").on(t.boroughCode, t.createdAt),
    check("register_imports_state", sql`${t.state} in ('previewed','confirmed','discarded')`),
  ],
);

/** The staged rows of an import, in the order of the file; `line` is null for a row that is gone. */
export const registerRows = pgTable(
  "register_rows",
  {
    boroughCode: boroughCode(),
    importId: uuid().notNull(),
    position: integer().notNull(),
    line: integer(),
    outcome: text().$type<RowOutcome>().notNull(),
    reason: text(),
    sourceId: text(),
    name: text(),
    address: text(),
    postcode: text(),
    easting: integer(),
    northing: integer(),
    licenceType: text(),
    trading: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.importId, t.position] }),
    index("register_rows_outcome").on(t.boroughCode, t.importId, t.outcome, t.position),
    foreignKey({
      columns: [t.boroughCode, t.importId],
      foreignColumns: [registerImports.boroughCode, registerImports.id],
    }),
  ],
);

/** What a register said last about each of its entries, and the business it became. */
export const registerEntries = pgTable(
  "register_entries",
  {
    boroughCode: boroughCode(),
    register: text().notNull(),
    sourceId: text().notNull(),
    businessId: uuid(),
    name: text().notNull(),
    address: text().notNull(),
    postcode: text().notNull(),
    easting: integer(),
    northing: integer(),
    licenceType: text(),
    trading: boolean().notNull(),
    lastImportId: uuid().notNull(),
    lastSeenOn: date().notNull(),
    goneOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.register, t.sourceId] }),
    index("register_entries_business").on(t.boroughCode, t.businessId),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    foreignKey({
      columns: [t.boroughCode, t.lastImportId],
      foreignColumns: [registerImports.boroughCode, registerImports.id],
    }),
  ],
);
