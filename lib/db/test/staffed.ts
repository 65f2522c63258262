import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { asOwner, type TestBorough } from "./borough";

export type TestManager = Extract<Viewer, { role: "business_manager" }>;

export interface TestBusiness {
  id: string;
  manager: TestManager;
}

/** An enrolled hotel of the borough with its manager confirmed on the staff list. */
export async function mintBusiness(
  borough: TestBorough,
  joinedOn = "2026-01-05",
): Promise<TestBusiness> {
  const [id, staffId, userId] = [randomUUID(), randomUUID(), randomUUID()];
  await asOwner([borough.code], async (tx) => {
    await tx`
      INSERT INTO businesses (borough_code, id, sector, name, address, postcode, stage, stage_on)
      VALUES (${borough.code}, ${id}, 'hotel', ${`Test hotel ${id.slice(0, 8)}`}, '1 Larkspur Row', 'W1J 7RW', 'enrolled', ${joinedOn})`;
    await tx`
      INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
      VALUES (${borough.code}, ${id}, ${randomUUID()}, 'enrolled', ${joinedOn})`;
    await tx`
      INSERT INTO staff_members (borough_code, id, business_id, name, name_key, user_id, is_manager, joined_on, confirmed_on)
      VALUES (${borough.code}, ${staffId}, ${id}, 'Test Manager', 'test manager', ${userId}, true, ${joinedOn}, ${joinedOn})`;
  });
  const manager: TestManager = {
    role: "business_manager",
    userId,
    name: "Test Manager",
    boroughCode: borough.code,
    businessId: id,
    staffId,
  };
  return { id, manager };
}

/** Somebody who joined with the code; confirmed when a day is given. */
export async function mintStaff(
  borough: TestBorough,
  business: TestBusiness,
  person: { name: string; joinedOn?: string; confirmedOn?: string },
): Promise<string> {
  const id = randomUUID();
  const { name, joinedOn = "2026-02-02", confirmedOn = null } = person;
  await asOwner(
    [borough.code],
    (tx) => tx`
    INSERT INTO staff_members (borough_code, id, business_id, name, name_key, joined_on, confirmed_on)
    VALUES (${borough.code}, ${id}, ${business.id}, ${name}, ${name.toLowerCase()}, ${joinedOn}, ${confirmedOn})`,
  );
  return id;
}

/** A staff row as the database holds it. */
export async function findStaff(borough: TestBorough, id: string) {
  const [row] = await asOwner(
    [borough.code],
    (tx) => tx<{ confirmedOn: string | null; leftOn: string | null }[]>`
    SELECT confirmed_on::text AS "confirmedOn", left_on::text AS "leftOn" FROM staff_members
    WHERE borough_code = ${borough.code} AND id = ${id}`,
  );
  return row;
}

/** The audit entries of an action in a borough, with the personal values beside them. */
export function listAudit(borough: TestBorough, action: string) {
  return asOwner([borough.code], async (tx) => [
    ...(await tx<
      {
        subjectType: string;
        subjectId: string;
        businessId: string;
        fields: string[];
        details: Record<string, unknown>;
        personal: string[];
      }[]
    >`
      SELECT e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.business_id AS "businessId", e.fields, e.details,
        coalesce((SELECT array_agg(v.field || ':' || coalesce(v.before, '') || '>' || coalesce(v.after, '') ORDER BY v.field)
          FROM audit_values v WHERE v.borough_code = e.borough_code AND v.audit_id = e.id), '{}') AS personal
      FROM audit_entries e WHERE e.borough_code = ${borough.code} AND e.action = ${action} ORDER BY e.at`),
  ]);
}

export interface TestCertificate {
  staffId: string;
  courseSlug: string;
  issuedOn: string;
  expiresOn: string;
}

/** A pass of a course with its assignment, record and certificate; publishes a bare version if none is there. */
export async function mintCertificate(
  borough: TestBorough,
  business: TestBusiness,
  pass: TestCertificate,
): Promise<void> {
  const [version, assignment, record] = [randomUUID(), randomUUID(), randomUUID()];
  const { staffId, courseSlug, issuedOn, expiresOn } = pass;
  await asOwner([borough.code], async (tx) => {
    await tx`INSERT INTO courses (slug, title, purpose, summary) VALUES (${courseSlug}, ${courseSlug}, 'awareness', '') ON CONFLICT DO NOTHING`;
    await tx`
      INSERT INTO course_versions (id, course_slug, number, content_hash, minutes, months_valid, pass_share,
        questions_per_attempt, written_for, content_note, outcomes)
      VALUES (${version}, ${courseSlug}, 1, 'test', 1, 12, 80, 1, '', '', '[]') ON CONFLICT DO NOTHING`;
    await tx`
      INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on, ended_on)
      VALUES (${borough.code}, ${assignment}, ${business.id}, ${courseSlug}, ${issuedOn}, ${issuedOn})`;
    const [kept] = await tx<
      { id: string }[]
    >`SELECT id FROM course_versions WHERE course_slug = ${courseSlug} ORDER BY number LIMIT 1`;
    await tx`
      INSERT INTO training_records (borough_code, id, business_id, staff_id, assignment_id, version_id, completed_on)
      VALUES (${borough.code}, ${record}, ${business.id}, ${staffId}, ${assignment}, ${kept?.id ?? version}, ${issuedOn})`;
    await tx`
      INSERT INTO certificates (borough_code, id, business_id, staff_id, record_id, course_slug, version_id, code_hash, issued_on, expires_on)
      VALUES (${borough.code}, ${randomUUID()}, ${business.id}, ${staffId}, ${record}, ${courseSlug}, ${kept?.id ?? version}, ${record}, ${issuedOn}, ${expiresOn})`;
  });
}
