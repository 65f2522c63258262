import { sql } from "drizzle-orm";
import {
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
import { businesses } from "./businesses";
import { at, boroughCode, createdAt, id } from "./columns";

/** An officer goes to a business: planned for a day, then done or called off. Codes, no narrative. */
export const visits = pgTable(
  "visits",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    state: text().$type<"planned" | "done" | "cancelled">().notNull(),
    plannedOn: date().notNull(),
    /** The colleague who goes; a user's id. */
    assignedTo: uuid(),
    visitedOn: date(),
    visitedBy: uuid(),
    outcome: text().$type<"seen" | "closed" | "nobody_in_charge" | "refused">(),
    /** The number of people confirmed at the premises. */
    headcount: integer(),
    nextVisitOn: date(),
    createdAt: createdAt(),
    settledAt: at("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("visits_business").on(t.boroughCode, t.businessId, t.state, t.plannedOn),
    index("visits_planned").on(t.boroughCode, t.state, t.plannedOn, t.id),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    check("visits_state", sql`${t.state} in ('planned','done','cancelled')`),
    check("visits_done", sql`(${t.state} = 'done') = (${t.visitedOn} is not null)`),
    check("visits_outcome", sql`(${t.state} = 'done') = (${t.outcome} is not null)`),
    check("visits_headcount", sql`${t.headcount} between 1 and 20000`),
  ],
);

/** What was looked for at the door, item by item of the sector's checklist. */
export const visitFindings = pgTable(
  "visit_findings",
  {
    boroughCode: boroughCode(),
    visitId: uuid().notNull(),
    businessId: uuid().notNull(),
    itemCode: text().notNull(),
    finding: text().$type<"seen" | "not_seen" | "not_applicable" | "not_checked">().notNull(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.visitId, t.itemCode] }),
    foreignKey({
      columns: [t.boroughCode, t.visitId],
      foreignColumns: [visits.boroughCode, visits.id],
    }),
    check(
      "visit_findings_finding",
      sql`${t.finding} in ('seen','not_seen','not_applicable','not_checked')`,
    ),
  ],
);

/** What was agreed at the door: who does what by when. */
export const visitActions = pgTable(
  "visit_actions",
  {
    boroughCode: boroughCode(),
    id: id(),
    visitId: uuid().notNull(),
    businessId: uuid().notNull(),
    code: text().notNull(),
    owner: text().$type<"business" | "borough">().notNull(),
    dueOn: date().notNull(),
    doneOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("visit_actions_business").on(t.boroughCode, t.businessId, t.dueOn),
    foreignKey({
      columns: [t.boroughCode, t.visitId],
      foreignColumns: [visits.boroughCode, visits.id],
    }),
    check("visit_actions_owner", sql`${t.owner} in ('business','borough')`),
  ],
);
