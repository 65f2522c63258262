import {
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { businesses } from "./businesses";
import { boroughCode } from "./columns";

/** A business that shares how it stands with whoever has the link; only the hash of its secret is kept. */
export const sharedStandings = pgTable(
  "shared_standings",
  {
    boroughCode: boroughCode(),
    businessId: uuid().notNull(),
    /** Each link is a new one: what was switched off stays off. */
    generation: integer().notNull(),
    /** Null while nothing is shared. */
    codeHash: text(),
    sharedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.businessId] }),
    unique("shared_standings_code").on(t.boroughCode, t.codeHash),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
      name: "shared_standings_business_fk",
    }),
  ],
);
