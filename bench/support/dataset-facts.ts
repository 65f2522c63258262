import type postgres from "postgres";
import { asOwner, ownerClient } from "@/lib/db/test/borough";

/** How one invented borough is filled. */
export interface Fill {
  code: string;
  businesses: number;
  /** People in all; a long tail of headcounts, or the same everywhere when `even`. */
  staff: number;
  even?: boolean;
  /** Of a hundred people, how many have finished the first course. */
  trainedShare: number;
}

const WARDS = 20;
/** Every hash below is of an id, so each business and person keeps one draw of its own. */
const draw = (of: string) => `(abs(hashtext(${of}::text)) % 1000)`;

/**
 * Writes a year's facts of a borough in a few large statements, as the owner: sectors 60/25/15,
 * headcounts with a long tail, 20 wards of unequal size, a third open late, nine in ten enrolled.
 */
export async function writeFacts(fill: Fill): Promise<void> {
  const { code } = fill;
  await asOwner([code], async (tx) => {
    // Without statistics of what was just written each next statement would look it up row by row.
    await writeBusinesses(tx, fill);
    await tx`ANALYZE businesses`;
    await writePeople(tx, fill);
    await writeAssignments(tx, code);
    await tx`ANALYZE staff_members, assignments`;
    await writeTraining(tx, fill);
    await writePremises(tx, code);
  });
  await ownerClient()`ANALYZE certificates, training_records, stage_changes, headcounts, practice_changes,
    visits, safeguarding_leads, night_shifts, night_shift_staff`;
}

async function writeBusinesses(tx: postgres.TransactionSql, fill: Fill) {
  const { code, businesses, staff } = fill;
  const each = Math.max(1, Math.round(staff / businesses));
  // Pareto with a mean of one, cut at forty times the mean and made exact by what writePeople is given.
  const size = fill.even
    ? `${each}`
    : `greatest(1, least(${each * 40}, round(${each} * 0.45 * power(1 - (n - 0.5) / ${businesses}, -0.55))))::int`;
  await tx.unsafe(`
    INSERT INTO businesses (borough_code, id, sector, name, address, postcode, ward, stage, stage_on, headcount, opens_late)
    SELECT '${code}', id, CASE WHEN ${draw("id")} < 600 THEN 'licensed_premises' WHEN ${draw("id")} < 850 THEN 'hotel' ELSE 'taxi' END,
      'Business ' || n, n || ' Larkspur Row', 'W1A 1AA',
      'Ward ' || floor(${WARDS} * power((${draw("'w' || id")} + 0.5) / 1000, 1.6))::int,
      CASE WHEN ${draw("'s' || id")} < 900 THEN 'enrolled' WHEN ${draw("'s' || id")} < 970 THEN 'invited' ELSE 'in_scope' END,
      current_date - 330 + ${draw("'d' || id")} % 200, ${size}, ${draw("'l' || id")} < 330
    FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${businesses}) n) drawn`);
  await tx`INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
    SELECT borough_code, id, gen_random_uuid(), 'in_scope', current_date - 365 FROM businesses WHERE borough_code = ${code}`;
  await tx`INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
    SELECT borough_code, id, gen_random_uuid(), stage, stage_on FROM businesses
    WHERE borough_code = ${code} AND stage <> 'in_scope'`;
  await tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
    SELECT borough_code, id, gen_random_uuid(), headcount, stage_on FROM businesses WHERE borough_code = ${code}`;
}

/** People in the order of the businesses until the asked number is reached: never fewer in all. */
async function writePeople(tx: postgres.TransactionSql, { code, staff }: Fill) {
  await tx.unsafe(`
    INSERT INTO staff_members (borough_code, id, business_id, name, name_key, is_manager, joined_on, confirmed_on, left_on)
    SELECT '${code}', id, business_id, 'Person ' || n, 'person ' || n, n = 1, day, day,
      CASE WHEN n > 1 AND ${draw("'g' || id")} < 40 THEN day + 100 END
    FROM (
      SELECT gen_random_uuid() AS id, b.id AS business_id, n, b.stage_on + ${draw("b.id")} % 40 AS day
      FROM businesses b CROSS JOIN LATERAL generate_series(1, b.headcount) n
      WHERE b.borough_code = '${code}'
    ) people`);
  await tx.unsafe(`
    INSERT INTO staff_members (borough_code, id, business_id, name, name_key, joined_on, confirmed_on)
    SELECT '${code}', gen_random_uuid(), b.id, 'Extra ' || n, 'extra ' || n, b.stage_on, b.stage_on
    FROM (SELECT id, stage_on, row_number() OVER (ORDER BY headcount DESC, id) AS place FROM businesses WHERE borough_code = '${code}') b
    CROSS JOIN LATERAL generate_series(1, 200) n
    WHERE b.place <= 1 + ${staff} / 200
    ORDER BY b.place, n
    LIMIT greatest(0, ${staff} - (SELECT count(*) FROM staff_members WHERE borough_code = '${code}'))`);
}

async function writeAssignments(tx: postgres.TransactionSql, code: string) {
  await tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
    SELECT DISTINCT b.borough_code, gen_random_uuid(), b.id, m.course_slug, b.stage_on + 60
    FROM businesses b JOIN measure_courses m ON m.borough_code = b.borough_code AND m.sector = b.sector
    WHERE b.borough_code = ${code}`;
}

async function writeTraining(tx: postgres.TransactionSql, { code, trainedShare }: Fill) {
  await tx.unsafe(`
    INSERT INTO training_records (borough_code, id, business_id, staff_id, assignment_id, version_id, completed_on)
    SELECT s.borough_code, gen_random_uuid(), s.business_id, s.id, a.id, v.id, s.confirmed_on + ${draw("s.id")} % 90
    FROM staff_members s
    JOIN assignments a ON a.borough_code = s.borough_code AND a.business_id = s.business_id
    JOIN course_versions v ON v.course_slug = a.course_slug AND v.number = 1
    JOIN courses c ON c.slug = a.course_slug
    WHERE s.borough_code = '${code}' AND (s.is_manager OR ${draw("s.id || 't'")} <
      (${trainedShare} + ${draw("s.business_id")} % 200 / 10 - 10) * (CASE c.purpose WHEN 'awareness' THEN 10 ELSE 6 END))`);
  await tx`ANALYZE training_records`;
  await tx`INSERT INTO certificates (borough_code, id, business_id, staff_id, record_id, course_slug, version_id, code_hash, issued_on, expires_on)
    SELECT r.borough_code, gen_random_uuid(), r.business_id, r.staff_id, r.id, v.course_slug, r.version_id, r.id::text,
      r.completed_on, (date_trunc('month', r.completed_on) + interval '13 months - 1 day')::date
    FROM training_records r JOIN course_versions v ON v.id = r.version_id WHERE r.borough_code = ${code}`;
}

/** What was seen at the door: practices confirmed at six in ten, a lead at seven, night shifts where it is open late. */
async function writePremises(tx: postgres.TransactionSql, code: string) {
  await tx.unsafe(`
    INSERT INTO visits (borough_code, id, business_id, state, planned_on, visited_on, outcome)
    SELECT borough_code, gen_random_uuid(), id, 'done', day, day, 'seen'
    FROM (SELECT borough_code, id, current_date - 20 - ${draw("'v' || id")} % 250 AS day FROM businesses
      WHERE borough_code = '${code}' AND stage = 'enrolled' AND ${draw("'p' || id")} < 650) seen`);
  await tx`ANALYZE visits`;
  await tx.unsafe(`
    INSERT INTO practice_changes (borough_code, business_id, id, item_code, change, visit_id, from_on, lapses_on)
    SELECT v.borough_code, v.business_id, gen_random_uuid(), i.code, 'confirmed', v.id, v.visited_on,
      (date_trunc('month', v.visited_on::timestamp) + interval '13 months - 1 day')::date
    FROM visits v JOIN businesses b ON b.borough_code = v.borough_code AND b.id = v.business_id
    JOIN practice_items i ON i.sector = b.sector AND i.version = 1 AND i.level = 'essential'
    WHERE v.borough_code = '${code}' AND ${draw("v.business_id || i.code")} < 930`);
  await tx`INSERT INTO safeguarding_leads (borough_code, id, business_id, staff_id, from_on)
    SELECT borough_code, gen_random_uuid(), business_id, id, confirmed_on FROM staff_members
    WHERE borough_code = ${code} AND is_manager AND abs(hashtext('L' || id)) % 10 < 7`;
  await tx`INSERT INTO night_shifts (borough_code, id, business_id, nights, starts_at, ends_at, from_on)
    SELECT borough_code, gen_random_uuid(), id, 'every_night', '22:00', '06:00', stage_on FROM businesses
    WHERE borough_code = ${code} AND opens_late AND stage = 'enrolled'`;
  await tx`INSERT INTO night_shift_staff (borough_code, shift_id, business_id, staff_id, from_on)
    SELECT n.borough_code, n.id, n.business_id, s.id, greatest(n.from_on, s.confirmed_on) FROM night_shifts n
    JOIN LATERAL (SELECT id, confirmed_on FROM staff_members s WHERE s.borough_code = n.borough_code
      AND s.business_id = n.business_id ORDER BY is_manager, id LIMIT 2) s ON true
    WHERE n.borough_code = ${code}`;
}
