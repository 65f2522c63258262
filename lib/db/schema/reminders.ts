import { sql } from "drizzle-orm";
import { boolean, check, date, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { boroughs } from "./boroughs";
import { at, boroughCode, createdAt, id } from "./columns";

/** What can become of a week's e-mail to one person. */
export const DIGEST_STATES = ["waiting", "sent", "nothing_to_say", "turned_off", "failed"] as const;
export type DigestState = (typeof DIGEST_STATES)[number];

/** One e-mail a person, borough and week; the letter is written when it is sent, from the facts then. */
export const weeklyDigests = pgTable(
  "weekly_digests",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    userId: uuid().notNull(),
    /** The Monday of its week. */
    weekOn: date().notNull(),
    state: text().$type<DigestState>().notNull().default("waiting"),
    /** Of the secret in the letter's link that stops these e-mails. */
    stopHash: text().notNull(),
    /** The text message about what is overdue that goes with it; null without one. */
    textState: text().$type<DigestState>(),
    createdAt: createdAt(),
    settledAt: at("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("weekly_digests_once").on(t.boroughCode, t.weekOn, t.userId),
    unique("weekly_digests_stop").on(t.boroughCode, t.stopHash),
    check(
      "weekly_digests_state",
      sql`${t.state} in ('waiting','sent','nothing_to_say','turned_off','failed')`,
    ),
    check(
      "weekly_digests_text_state",
      sql`${t.textState} in ('waiting','sent','nothing_to_say','turned_off','failed')`,
    ),
  ],
);

/** What a person chose about a borough's weekly e-mail; no row means they get it. */
export const digestChoices = pgTable(
  "digest_choices",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    userId: uuid().notNull(),
    emails: boolean().notNull(),
    changedAt: at("changed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.boroughCode, t.userId] })],
);
