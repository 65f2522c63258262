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
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { businesses } from "./businesses";
import { boroughCode, createdAt, id } from "./columns";

/** That a business met every aim it can meet, on a day; lapses at a month's end, as the first of them would. */
export const businessCertificates = pgTable(
  "business_certificates",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    codeHash: text().notNull(),
    issuedOn: date().notNull(),
    expiresOn: date().notNull(),
    createdAt: createdAt(),
    revokedOn: date(),
    /** Why an officer withdrew it, from a list of codes. */
    revokedReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("business_certificates_code").on(t.boroughCode, t.codeHash),
    index("business_certificates_business").on(t.boroughCode, t.businessId, t.createdAt),
    // However often the button is pressed, the same facts give one certificate.
    uniqueIndex("business_certificates_once")
      .on(t.boroughCode, t.businessId, t.issuedOn, t.expiresOn)
      .where(sql`${t.revokedOn} is null`),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
      name: "business_certificates_business_fk",
    }),
    check(
      "business_certificates_revoked_reason",
      sql`${t.revokedReason} in ('mistake','not_met','asked')`,
    ),
    check(
      "business_certificates_month_end",
      sql`${t.expiresOn} = (date_trunc('month', ${t.expiresOn}) + interval '1 month - 1 day')::date`,
    ),
  ],
);

/**
 * How many of an operator's licensed drivers have had TfL's safeguarding training, as the operator says
 * and on what it relies; the newest row holds. Shown apart from staff trained here.
 */
export const driverAttestations = pgTable(
  "driver_attestations",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    drivers: integer().notNull(),
    trained: integer().notNull(),
    evidence: text().$type<"tfl_records" | "own_records" | "certificates_seen">().notNull(),
    attestedOn: date().notNull(),
    attestedBy: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    index("driver_attestations_business").on(t.boroughCode, t.businessId, t.createdAt),
    foreignKey({
      columns: [t.boroughCode, t.businessId],
      foreignColumns: [businesses.boroughCode, businesses.id],
      name: "driver_attestations_business_fk",
    }),
    check("driver_attestations_drivers", sql`${t.drivers} between 1 and 100000`),
    check("driver_attestations_trained", sql`${t.trained} between 0 and ${t.drivers}`),
    check(
      "driver_attestations_evidence",
      sql`${t.evidence} in ('tfl_records','own_records','certificates_seen')`,
    ),
  ],
);
