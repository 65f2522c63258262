import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { boroughs } from "./boroughs";
import { at, boroughCode, createdAt, id } from "./columns";

/** A long table that is written to a file in the background; gone with its file after 7 days. */
export const exportJobs = pgTable(
  "export_jobs",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    tableName: text().notNull(),
    format: text().$type<"csv" | "xlsx">().notNull(),
    /** The filters of the list, by name. */
    filters: jsonb().$type<Record<string, string>>().notNull(),
    askedBy: uuid().notNull(),
    state: text().$type<"waiting" | "writing" | "done" | "failed">().notNull().default("waiting"),
    rowsTotal: integer().notNull(),
    rowsDone: integer().notNull().default(0),
    createdAt: createdAt(),
    finishedAt: at("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    check("export_jobs_format", sql`${t.format} in ('csv','xlsx')`),
    check("export_jobs_state", sql`${t.state} in ('waiting','writing','done','failed')`),
  ],
);
