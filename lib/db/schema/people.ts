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
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { boroughs } from "./boroughs";
import { businesses } from "./businesses";
import { at, boroughCode, createdAt, id } from "./columns";

/** A person who works at a business and can be trained; counts in no figure until confirmed. */
export const staffMembers = pgTable(
  "staff_members",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    name: text().notNull(),
    /** Lower case, single spaces, no accents: what a typed name is matched against. */
    nameKey: text().notNull(),
    userId: uuid(),
    isManager: boolean().notNull().default(false),
    /** An agency employs them; they work here regularly, and count like everybody. */
    employedByAgency: boolean().notNull().default(false),
    joinedOn: date().notNull(),
    confirmedOn: date(),
    leftOn: date(),
    /** The same person stands on the list as this row, which is the one that counts. */
    mergedInto: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.mergedInto],
      foreignColumns: [t.boroughCode, t.businessId, t.id],
      name: "staff_members_merged_fk",
    }),
    check("staff_members_merged", sql`${t.mergedInto} is null or ${t.leftOn} is not null`),
    unique("staff_members_of_business").on(t.boroughCode, t.businessId, t.id),
    index("staff_members_by_name").on(t.boroughCode, t.businessId, t.nameKey, t.id),
    index("staff_members_waiting")
      .on(t.boroughCode, t.businessId)
      .where(sql`${t.confirmedOn} is null and ${t.leftOn} is null`),
    uniqueIndex("staff_members_user")
      .on(t.boroughCode, t.businessId, t.userId)
      .where(sql`${t.userId} is not null and ${t.leftOn} is null`),
  ],
);

/** The six digits a staff member chose, hashed; only portal_auth reads it. */
export const staffPins = pgTable(
  "staff_pins",
  {
    boroughCode: boroughCode(),
    staffId: uuid().notNull(),
    pinHash: text().notNull(),
    changedAt: at("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.staffId] }),
    foreignKey({
      columns: [t.boroughCode, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.id],
    }),
  ],
);

/** A code with which somebody without an e-mail address chooses a PIN: their first, or a new one. */
export const pinCodes = pgTable(
  "pin_codes",
  {
    boroughCode: boroughCode(),
    staffId: uuid().notNull(),
    businessId: uuid().notNull(),
    /** The code is derived, so that it can be shown until it is used; the next one is another. */
    generation: integer().notNull(),
    codeHash: text().notNull(),
    expiresOn: date().notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.staffId] }),
    index("pin_codes_business").on(t.boroughCode, t.businessId),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "pin_codes_staff_fk",
    }),
  ],
);

/** A tablet or computer of a business that its manager has opened for staff, until it is closed or 12 hours pass. */
export const sharedDevices = pgTable(
  "shared_devices",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    /** Of the secret in the device's own cookie. */
    tokenHash: text().notNull(),
    openedBy: uuid().notNull(),
    openedAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    closedAt: at("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    uniqueIndex("shared_devices_token").on(t.boroughCode, t.tokenHash),
    index("shared_devices_business").on(t.boroughCode, t.businessId),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
  ],
);

/** An invitation to manage a business or to work for the borough; only its token's hash is kept. */
export const invitations = pgTable(
  "invitations",
  {
    boroughCode: boroughCode().references(() => boroughs.code),
    id: id(),
    role: text().$type<"borough_admin" | "borough_officer" | "business_manager">().notNull(),
    businessId: uuid(),
    channel: text().$type<"email" | "letter">().notNull(),
    email: text(),
    tokenHash: text().notNull(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    expiresOn: date().notNull(),
    acceptedAt: at("accepted_at"),
    acceptedBy: uuid(),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("invitations_token").on(t.boroughCode, t.tokenHash),
    index("invitations_business").on(t.boroughCode, t.businessId, t.createdAt),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
    }),
    check("invitations_email", sql`(${t.channel} = 'email') = (${t.email} is not null)`),
    check(
      "invitations_business",
      sql`(${t.role} = 'business_manager') = (${t.businessId} is not null)`,
    ),
  ],
);
