import {
  bigint,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, boroughCode, id } from "./columns";

/** Who did what, when, to which ids and fields; never a personal value. Append only. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    boroughCode: boroughCode(),
    id: id(),
    at: at("at").notNull().defaultNow(),
    actorRole: text().notNull(),
    actorId: uuid(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    businessId: uuid(),
    fields: text().array().notNull(),
    /** Counts, codes and dates that are not personal. */
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("audit_entries_newest").on(t.boroughCode, t.at, t.id),
    index("audit_entries_business").on(t.boroughCode, t.businessId, t.at),
  ],
);

/** Personal before-and-after values of an audit entry, apart so that they can be erased. */
export const auditValues = pgTable(
  "audit_values",
  {
    boroughCode: boroughCode(),
    auditId: uuid().notNull(),
    field: text().notNull(),
    before: text(),
    after: text(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.auditId, t.field] }),
    foreignKey({
      columns: [t.boroughCode, t.auditId],
      foreignColumns: [auditEntries.boroughCode, auditEntries.id],
    }),
  ],
);

/** The hash chain over a borough's audit entries, sealed in commit order by a job. */
export const auditSeals = pgTable(
  "audit_seals",
  {
    boroughCode: boroughCode(),
    position: bigint({ mode: "number" }).notNull(),
    auditId: uuid().notNull(),
    hash: text().notNull(),
    sealedAt: at("sealed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.position] }),
    unique("audit_seals_entry").on(t.boroughCode, t.auditId),
    foreignKey({
      columns: [t.boroughCode, t.auditId],
      foreignColumns: [auditEntries.boroughCode, auditEntries.id],
    }),
  ],
);

/** The first answer of a command, kept 7 days: the same form sent twice has one effect. */
export const commandOutcomes = pgTable(
  "command_outcomes",
  {
    boroughCode: boroughCode(),
    actorId: uuid().notNull(),
    command: text().notNull(),
    key: uuid().notNull(),
    bodyHash: text().notNull(),
    outcome: jsonb().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.actorId, t.command, t.key] })],
);

/** Mail waiting for, or sent by, the worker. Params are ids; the letter is written when it is sent. */
export const outboxMails = pgTable(
  "outbox_mails",
  {
    boroughCode: boroughCode(),
    id: id(),
    template: text().notNull(),
    subjectId: uuid().notNull(),
    state: text().$type<"waiting" | "sent" | "failed">().notNull().default("waiting"),
    createdAt: at("created_at").notNull().defaultNow(),
    sentAt: at("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("outbox_mails_subject").on(t.boroughCode, t.subjectId),
  ],
);
