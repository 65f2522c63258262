import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { boroughs } from "./boroughs";
import { at, boroughCode, createdAt, id } from "./columns";

/** One upload of a postcode-to-ward list: previewed, then confirmed or discarded. */
export const wardUploads = pgTable(
  "ward_uploads",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    fileName: text().notNull(),
    encoding: text().notNull(),
    fileHash: text().notNull(),
    state: text().$type<"previewed" | "confirmed" | "discarded">().notNull(),
    rowsRead: integer().notNull(),
    /** Postcodes that can be taken, and the wards they lie in. */
    postcodes: integer().notNull(),
    wards: integer().notNull(),
    rowsRepeated: integer().notNull(),
    /** Rows the file itself puts into another authority. */
    rowsElsewhere: integer().notNull(),
    rowsRefused: integer().notNull(),
    /** Businesses whose ward changed when it was confirmed, and those in no row of it. */
    businessesChanged: integer(),
    businessesUnplaced: integer(),
    uploadedBy: uuid(),
    createdAt: createdAt(),
    settledAt: at("settled_at"),
    settledBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("ward_uploads_newest").on(t.boroughCode, t.createdAt),
    check("ward_uploads_state", sql`${t.state} in ('previewed','confirmed','discarded')`),
  ],
);

/** The rows of an upload that are waiting or were refused; deleted after 30 days. No space in a postcode. */
export const wardUploadRows = pgTable(
  "ward_upload_rows",
  {
    boroughCode: boroughCode(),
    uploadId: uuid().notNull(),
    line: integer().notNull(),
    postcode: text(),
    ward: text(),
    /** Why it is refused; null: it can be taken. */
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.uploadId, t.line] }),
    index("ward_upload_rows_postcode").on(t.boroughCode, t.uploadId, t.postcode),
    foreignKey({
      columns: [t.boroughCode, t.uploadId],
      foreignColumns: [wardUploads.boroughCode, wardUploads.id],
    }),
  ],
);
