import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { businesses } from "./businesses";
import { at, boroughCode, id } from "./columns";
import { staffMembers } from "./people";

/** A shift after 23:00 as the business declares it: which nights, from when to when. */
export const nightShifts = pgTable(
  "night_shifts",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    nights: text().$type<"every_night" | "weeknights" | "weekend">().notNull(),
    startsAt: text().notNull(),
    endsAt: text().notNull(),
    fromOn: date().notNull(),
    untilOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("night_shifts_business").on(t.boroughCode, t.businessId, t.fromOn),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    check("night_shifts_nights", sql`${t.nights} in ('every_night','weeknights','weekend')`),
    check(
      "night_shifts_times",
      sql`${t.startsAt} ~ '^[0-2]\\d:[0-5]\\d$' and ${t.endsAt} ~ '^[0-2]\\d:[0-5]\\d$'`,
    ),
  ],
);

/** Who works a night shift, from which day until before which. */
export const nightShiftStaff = pgTable(
  "night_shift_staff",
  {
    boroughCode: boroughCode(),
    shiftId: uuid().notNull(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    fromOn: date().notNull(),
    untilOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.shiftId, t.staffId, t.fromOn] }),
    index("night_shift_staff_business").on(t.boroughCode, t.businessId),
    foreignKey({
      columns: [t.boroughCode, t.shiftId],
      foreignColumns: [nightShifts.boroughCode, nightShifts.id],
    }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "night_shift_staff_staff_fk",
    }),
  ],
);

/** Who leads on safeguarding at a business, from which day; the newest row counts. */
export const safeguardingLeads = pgTable(
  "safeguarding_leads",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    fromOn: date().notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("safeguarding_leads_business").on(t.boroughCode, t.businessId, t.fromOn, t.recordedAt),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "safeguarding_leads_staff_fk",
    }),
  ],
);
