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
import { businesses } from "./businesses";
import { boroughCode, createdAt, id } from "./columns";
import { courses, courseVersions } from "./library";
import { staffMembers } from "./people";
import { trainingRecords } from "./training";

/** Training outside the portal that a borough lets stand for a course, from one day to another. */
export const equivalents = pgTable(
  "equivalents",
  {
    boroughCode: boroughCode(),
    id: id(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    provider: text().$type<Provider>().notNull(),
    /** How long it counts from the month it was taken in. */
    months: integer().notNull(),
    acceptedBy: uuid().notNull(),
    createdAt: createdAt(),
    endedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    uniqueIndex("equivalents_open")
      .on(t.boroughCode, t.courseSlug, t.provider)
      .where(sql`${t.endedOn} is null`),
    check(
      "equivalents_provider",
      sql`${t.provider} in ('tfl_safeguarding','barnardos_nightwatch','wave','other_authority')`,
    ),
    check("equivalents_months", sql`${t.months} between 1 and 60`),
  ],
);

export type Provider = "tfl_safeguarding" | "barnardos_nightwatch" | "wave" | "other_authority";

/**
 * A staff member's certificate, earned here or accepted from elsewhere by the borough's policy; it lapses
 * at the end of expires_on, which is a month's last day.
 */
export const certificates = pgTable(
  "certificates",
  {
    boroughCode: boroughCode(),
    id: id(),
    businessId: uuid().notNull(),
    staffId: uuid().notNull(),
    /** The training that earned it; none where it is a copy of the facts of another certificate. */
    recordId: uuid(),
    /** The certificate that was earned, and its borough, where this one is a copy: never a copy itself. */
    copiedFrom: uuid(),
    copiedFromBorough: text(),
    courseSlug: text()
      .notNull()
      .references(() => courses.slug),
    versionId: uuid().references(() => courseVersions.id),
    codeHash: text(),
    /** The policy under which training elsewhere was accepted, its day and the number on its paper. */
    equivalentId: uuid(),
    takenOn: date(),
    evidence: text(),
    issuedOn: date().notNull(),
    expiresOn: date().notNull(),
    revokedOn: date(),
    /** Why an officer withdrew it, from a list of codes. */
    revokedReason: text(),
    /** The holder agreed to their initial and family name on the public page. */
    showsName: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.boroughCode, t.id] }),
    unique("certificates_record").on(t.boroughCode, t.recordId),
    unique("certificates_code").on(t.boroughCode, t.codeHash),
    unique("certificates_copy").on(t.boroughCode, t.staffId, t.copiedFrom),
    index("certificates_copies").on(t.boroughCode, t.copiedFrom),
    index("certificates_business").on(t.boroughCode, t.businessId, t.courseSlug, t.staffId),
    index("certificates_expiry").on(t.boroughCode, t.expiresOn),
    foreignKey({
      columns: [t.boroughCode, t.businessId, t.staffId],
      foreignColumns: [staffMembers.boroughCode, staffMembers.businessId, staffMembers.id],
      name: "certificates_staff_fk",
    }),
    foreignKey({
      columns: [t.boroughCode, t.recordId],
      foreignColumns: [trainingRecords.boroughCode, trainingRecords.id],
    }),
    foreignKey({
      columns: [t.boroughCode, t.equivalentId],
      foreignColumns: [equivalents.boroughCode, equivalents.id],
      name: "certificates_equivalent_fk",
    }),
    // One paper once for one entry of a staff list; its holder may work at several businesses.
    uniqueIndex("certificates_evidence")
      .on(t.boroughCode, t.staffId, t.equivalentId, t.evidence)
      .where(sql`${t.equivalentId} is not null and ${t.revokedOn} is null`),
    check(
      "certificates_origin",
      sql`CASE WHEN ${t.equivalentId} is null
        THEN num_nonnulls(${t.recordId}, ${t.copiedFrom}) = 1 and (${t.copiedFrom} is null) = (${t.copiedFromBorough} is null)
          and num_nulls(${t.versionId}, ${t.codeHash}) = 0 and num_nonnulls(${t.takenOn}, ${t.evidence}) = 0
        ELSE num_nonnulls(${t.recordId}, ${t.copiedFrom}, ${t.copiedFromBorough}, ${t.versionId}, ${t.codeHash}) = 0
          and num_nulls(${t.takenOn}, ${t.evidence}) = 0 END`,
    ),
    check(
      "certificates_revoked_reason",
      sql`${t.revokedReason} in ('mistake','not_the_holder','twice','asked')`,
    ),
    check(
      "certificates_month_end",
      sql`${t.expiresOn} = (date_trunc('month', ${t.expiresOn}) + interval '1 month - 1 day')::date`,
    ),
  ],
);

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
