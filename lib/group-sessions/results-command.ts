import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand, type WriteContext } from "@/lib/command";
import { addDays, monthEnd } from "@/lib/dates";
import { arrayOf } from "@/lib/db/arrays";
import { courseVersions } from "@/lib/db/schema/library";
import { NotFound, RuleBroken } from "@/lib/errors";
import { passed, RENEWAL_DAYS } from "@/lib/training/model";
import { getOpenSession, holdPlace } from "./commands";
import { findAsked } from "./queries";
import { enterResultsInput, type Result, resultField } from "./schema";

type OpenSession = Awaited<ReturnType<typeof getOpenSession>>;

interface Entry extends Result {
  /** Their record of the course that is open, with what they learned alone; null without one. */
  openRecordId: string | null;
}

/**
 * Enters the register of a session and what each printed check came to, for up to a thousand people in
 * a handful of statements. A pass completes the course and issues one certificate; a failed try leaves
 * the record open, so that they can try again on a phone. Throws RuleBroken on a person's own field.
 */
export const enterResults = defineCommand({
  name: "group_session.enter_results",
  input: enterResultsInput,
  async run(ctx, { businessId, sessionId, results }) {
    await holdPlace(ctx, businessId);
    const session = await getOpenSession(ctx, businessId, sessionId);
    if (session.heldOn > ctx.today) {
      throw new RuleBroken("form", "This session is still to come: enter its register afterwards");
    }
    const assignmentId = await findAsked(ctx, businessId, session.courseSlug);
    if (!assignmentId) throw new RuleBroken("form", "This course is not asked of the business now");
    const [rules] = await ctx.tx
      .select({
        passShare: courseVersions.passShare,
        monthsValid: sql<number>`least(${courseVersions.monthsValid}, (SELECT a.months_valid
          FROM assignments a WHERE a.borough_code = ${ctx.boroughCode} AND a.id = ${assignmentId}))`,
      })
      .from(courseVersions)
      .where(eq(courseVersions.id, session.versionId));
    if (!rules) throw new NotFound();
    const of = session.questionIds.length;
    const tooMany = results.find((result) => result.correct > of);
    if (tooMany) {
      throw new RuleBroken(resultField(tooMany.staffId), `The check has ${of} questions`);
    }
    const entries = await checkPeople(ctx, session, assignmentId, results);
    const isPass = (entry: Result) => passed(entry.correct, of, rules.passShare);
    const records = await writeRecords(ctx, session, assignmentId, entries, isPass);
    await writeAttempts(ctx, session, records, isPass);
    const passes = records.filter(isPass);
    await issueCertificates(ctx, session, passes, monthEnd(session.heldOn, rules.monthsValid));
    await writeAttendances(ctx, session, entries);
    return {
      value: { people: entries.length, passed: passes.length },
      touched: passes.length > 0 ? [businessId] : [],
      audit: {
        subject: ["group_session", sessionId],
        businessId,
        fields: ["attendance", "completed_on"],
        details: { people: entries.length, passed: passes.length },
      },
    };
  },
});

/** Each works here and needs a certificate; with their open record. Throws RuleBroken on the first who does not. */
async function checkPeople(
  { tx, boroughCode }: WriteContext,
  session: OpenSession,
  assignmentId: string,
  results: readonly Result[],
): Promise<Entry[]> {
  const ids = arrayOf(
    results.map((result) => result.staffId),
    "uuid",
  );
  const rows = await tx.execute<{ id: string; record_id: string | null; holds: boolean }>(sql`
    SELECT s.id, r.id AS record_id,
      EXISTS (SELECT 1 FROM certificates k WHERE k.borough_code = s.borough_code AND k.business_id = s.business_id
        AND k.staff_id = s.id AND k.course_slug = ${session.courseSlug} AND k.revoked_on IS NULL
        AND k.expires_on > ${addDays(session.heldOn, RENEWAL_DAYS)}) AS holds
    FROM staff_members s
    LEFT JOIN training_records r ON r.borough_code = s.borough_code AND r.business_id = s.business_id
      AND r.staff_id = s.id AND r.assignment_id = ${assignmentId} AND r.completed_on IS NULL
    WHERE s.borough_code = ${boroughCode} AND s.business_id = ${session.businessId} AND s.id = ANY (${ids})
      AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL`);
  const known = new Map(rows.map((row) => [row.id, row]));
  return results.map((result) => {
    const person = known.get(result.staffId);
    if (!person) {
      throw new RuleBroken(resultField(result.staffId), "This person does not work here any more");
    }
    if (person.holds) {
      throw new RuleBroken(
        resultField(result.staffId),
        "They hold a current certificate of this course: leave it empty",
      );
    }
    return { ...result, openRecordId: person.record_id };
  });
}

type Recorded = Result & { recordId: string };

/** Completes the records of those who passed, and leaves one open for everybody else. */
async function writeRecords(
  { tx, boroughCode }: WriteContext,
  session: OpenSession,
  assignmentId: string,
  entries: readonly Entry[],
  isPass: (entry: Result) => boolean,
): Promise<Recorded[]> {
  const rows = entries.map((entry) => ({
    ...entry,
    recordId: entry.openRecordId ?? randomUUID(),
    completedOn: isPass(entry) ? session.heldOn : null,
  }));
  const arrays = (chosen: typeof rows) => sql`unnest(
    ${arrayOf(
      chosen.map((row) => row.recordId),
      "uuid",
    )}, ${arrayOf(
      chosen.map((row) => row.staffId),
      "uuid",
    )}, ${arrayOf(
      chosen.map((row) => row.completedOn),
      "date",
    )}) AS n (id, staff_id, completed_on)`;
  const begun = rows.filter((row) => row.openRecordId !== null);
  const written = new Set<string>();
  if (begun.length > 0) {
    // A phone that completes the same record at this moment was first: nothing is issued twice.
    const updated = await tx.execute<{ id: string }>(sql`
      UPDATE training_records r SET completed_on = n.completed_on, session_id = ${session.id}
      FROM ${arrays(begun)}
      WHERE r.borough_code = ${boroughCode} AND r.id = n.id AND r.completed_on IS NULL RETURNING r.id`);
    for (const row of updated) written.add(row.id);
  }
  const fresh = rows.filter((row) => row.openRecordId === null);
  if (fresh.length > 0) {
    const inserted = await tx.execute<{ id: string }>(sql`
      INSERT INTO training_records (borough_code, id, business_id, staff_id, assignment_id, version_id,
        reached_lesson, completed_on, session_id)
      SELECT ${boroughCode}, n.id, ${session.businessId}, n.staff_id, ${assignmentId}, ${session.versionId},
        (SELECT count(*) FROM lessons l WHERE l.version_id = ${session.versionId}), n.completed_on, ${session.id}
      FROM ${arrays(fresh)}
      ON CONFLICT DO NOTHING RETURNING id`);
    for (const row of inserted) written.add(row.id);
  }
  return rows.filter((row) => written.has(row.recordId));
}

/** Each printed check as an attempt that has ended: the person sees it among their own. */
async function writeAttempts(
  { tx, boroughCode }: WriteContext,
  session: OpenSession,
  records: readonly Recorded[],
  isPass: (entry: Result) => boolean,
): Promise<void> {
  if (records.length === 0) return;
  await tx.execute(sql`
    INSERT INTO attempts (borough_code, id, record_id, business_id, staff_id, question_ids, finished_at, correct, passed)
    SELECT ${boroughCode}, gen_random_uuid(), n.record_id, ${session.businessId}, n.staff_id,
      ${JSON.stringify(session.questionIds)}::jsonb, now(), n.correct, n.passed
    FROM unnest(${arrayOf(
      records.map((row) => row.recordId),
      "uuid",
    )}, ${arrayOf(
      records.map((row) => row.staffId),
      "uuid",
    )}, ${arrayOf(
      records.map((row) => row.correct),
      "int",
    )}, ${arrayOf(records.map(isPass), "boolean")}) AS n (record_id, staff_id, correct, passed)`);
}

async function issueCertificates(
  { tx, boroughCode }: WriteContext,
  session: OpenSession,
  passes: readonly Recorded[],
  expiresOn: string,
): Promise<void> {
  if (passes.length === 0) return;
  const ids = passes.map(() => randomUUID());
  const hashes = ids.map((id) => hashSecret(linkSecret("certificate", boroughCode, id)));
  await tx.execute(sql`
    INSERT INTO certificates (borough_code, id, business_id, staff_id, record_id, course_slug, version_id,
      code_hash, issued_on, expires_on)
    SELECT ${boroughCode}, n.id, ${session.businessId}, n.staff_id, n.record_id, ${session.courseSlug},
      ${session.versionId}, n.code_hash, ${session.heldOn}, ${expiresOn}
    FROM unnest(${arrayOf(ids, "uuid")}, ${arrayOf(
      passes.map((row) => row.staffId),
      "uuid",
    )}, ${arrayOf(
      passes.map((row) => row.recordId),
      "uuid",
    )}, ${arrayOf(hashes, "text")}) AS n (id, staff_id, record_id, code_hash)`);
}

async function writeAttendances(
  { tx, boroughCode }: WriteContext,
  session: OpenSession,
  entries: readonly Entry[],
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO session_attendances (borough_code, session_id, business_id, staff_id, how)
    SELECT ${boroughCode}, ${session.id}, ${session.businessId}, n.staff_id, 'register'
    FROM unnest(${arrayOf(
      entries.map((row) => row.staffId),
      "uuid",
    )}) AS n (staff_id)
    ON CONFLICT DO NOTHING`);
}
