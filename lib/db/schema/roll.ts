import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  uuid,
} from "drizzle-orm/pg-core";
import { businesses } from "./businesses";
import { boroughCode, createdAt, id } from "./columns";

/** That a manager went through the staff list on a day and found it right, with so many people on it. */
export const rollConfirmations = pgTable(
  "roll_confirmations",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    confirmedOn: date().notNull(),
    people: integer().notNull(),
    confirmedBy: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("roll_confirmations_business").on(t.boroughCode, t.businessId, t.createdAt),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
      name: "roll_confirmations_business_fk",
    }),
    check("roll_confirmations_people", sql`${t.people} > 0`),
  ],
);
