import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { boroughs, policeAreas } from "./boroughs";
import { at, boroughCode, createdAt, id } from "./columns";

/** People with an e-mail address. Shared; only portal_auth reads it. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    /** Given to be sent text messages about overdue courses, as +447…; null for most. */
    mobile: text(),
    demonstration: boolean().notNull().default(false),
    disabledAt: at("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(sql`lower(${t.email})`),
    check("users_mobile", sql`${t.mobile} ~ '^[+]447[0-9]{9}$'`),
  ],
);

/** One row a signed-in browser, of a user or of a staff member without e-mail; checked on every request. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: text().primaryKey(),
    userId: uuid().references(() => users.id),
    boroughCode: text(),
    businessId: uuid(),
    staffId: uuid(),
    createdAt: createdAt(),
    lastUsedAt: at("last_used_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("sessions_user").on(t.userId),
    index("sessions_staff").on(t.boroughCode, t.staffId),
    check("sessions_one_holder", sql`(${t.userId} is null) <> (${t.staffId} is null)`),
  ],
);

/** Where a user works in a borough: admin, officer, or manager of one business. */
export const memberships = pgTable(
  "memberships",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    userId: uuid().notNull(),
    role: text().$type<"borough_admin" | "borough_officer" | "business_manager">().notNull(),
    businessId: uuid(),
    /** The manager's own row among the staff of that business. */
    staffId: uuid(),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("memberships_once").on(t.boroughCode, t.userId, t.role, t.businessId).nullsNotDistinct(),
    index("memberships_user").on(t.userId),
    check(
      "memberships_role",
      sql`${t.role} in ('borough_admin','borough_officer','business_manager')`,
    ),
    check(
      "memberships_business",
      sql`(${t.role} = 'business_manager') = (${t.businessId} is not null)`,
    ),
  ],
);

/** Police partnership officers, by police area. Shared; only portal_auth reads it. */
export const policeMemberships = pgTable(
  "police_memberships",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    policeAreaCode: text()
      .notNull()
      .references(() => policeAreas.code),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.policeAreaCode] })],
);

/** The programme team. Shared; only portal_auth reads it. */
export const programmeMemberships = pgTable("programme_memberships", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  createdAt: createdAt(),
  endedAt: at("ended_at"),
});

/** Links to choose a password: a reset, or a first sign-in by the programme team. */
export const passwordLinks = pgTable("password_links", {
  id: uuid().primaryKey(),
  userId: uuid().references(() => users.id),
  tokenHash: text().notNull().unique(),
  reason: text().$type<"reset" | "welcome">().notNull(),
  createdAt: createdAt(),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

/** Failed tries per hashed key (account, source, join code and name); nobody is locked out for good. */
export const throttles = pgTable("throttles", {
  keyHash: text().primaryKey(),
  tries: integer().notNull(),
  windowEndsAt: at("window_ends_at").notNull(),
});

/** Sign-in events: who, what, when; never the password, name or e-mail tried. */
export const authEvents = pgTable(
  "auth_events",
  {
    id: uuid().primaryKey(),
    at: at("at").notNull().defaultNow(),
    event: text().notNull(),
    userId: uuid(),
    boroughCode: text(),
    staffId: uuid(),
  },
  (t) => [index("auth_events_at").on(t.at)],
);
