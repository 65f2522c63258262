/** The figures of one month's last day, counted business by business from the facts; $1 borough, $2 day. */
export const FIGURES_FROM_FACTS = `
  WITH present AS (
    SELECT id, business_id, is_manager FROM staff_members
    WHERE borough_code = $1 AND confirmed_on <= $2::date AND (left_on IS NULL OR left_on > $2::date)
  ), holders AS (
    SELECT staff_id, course_slug FROM certificates
    WHERE borough_code = $1 AND issued_on <= $2::date AND expires_on >= $2::date
      AND (revoked_on IS NULL OR revoked_on > $2::date)
  ), decided AS (
    SELECT DISTINCT ON (business_id, item_code) business_id, item_code, change, lapses_on FROM practice_changes
    WHERE borough_code = $1 AND from_on <= $2::date AND change IN ('confirmed', 'returned', 'declared_not_yet')
    ORDER BY business_id, item_code, from_on DESC, recorded_at DESC
  ), items AS (
    SELECT c.code AS sector, i.code, i.aim FROM practice_items i
    JOIN sectors c ON c.borough_code = $1 AND c.copies_measures_of = i.sector
    WHERE i.level = 'essential' AND i.from_on <= $2::date AND (i.until_on IS NULL OR i.until_on > $2::date)
    UNION ALL
    SELECT sector, code, aim FROM borough_practice_items WHERE borough_code = $1 AND level = 'essential'
      AND from_on <= $2::date AND (until_on IS NULL OR until_on > $2::date)
  ), gaps AS (
    SELECT b.id AS business_id, i.aim, count(*) FILTER (WHERE NOT EXISTS (
      SELECT 1 FROM decided d WHERE d.business_id = b.id AND d.item_code = i.code
        AND d.change = 'confirmed' AND d.lapses_on >= $2::date)) AS missing
    FROM businesses b JOIN items i ON i.sector = b.sector WHERE b.borough_code = $1 GROUP BY b.id, i.aim
  ), facts AS (
    SELECT b.sector, coalesce(b.ward, '') AS ward, coalesce(b.opens_late, false) AS late,
      coalesce((SELECT missing FROM gaps WHERE business_id = b.id AND aim = 'prevent'), -1) AS materials_missing,
      coalesce((SELECT missing FROM gaps WHERE business_id = b.id AND aim = 'protect'), -1) AS practices_missing,
      coalesce((SELECT missing FROM gaps WHERE business_id = b.id AND aim = 'pursue'), -1) AS records_missing,
      (SELECT count(*) FROM night_shifts n WHERE n.borough_code = $1 AND n.business_id = b.id
         AND n.from_on <= $2::date AND (n.until_on IS NULL OR n.until_on > $2::date)) AS shifts,
      (SELECT count(*) FROM night_shifts n WHERE n.borough_code = $1 AND n.business_id = b.id
         AND n.from_on <= $2::date AND (n.until_on IS NULL OR n.until_on > $2::date)
         AND EXISTS (SELECT 1 FROM night_shift_staff w JOIN present p ON p.id = w.staff_id
           JOIN holders h ON h.staff_id = w.staff_id AND h.course_slug IN ('spot-the-signs', 'at-the-desk', 'in-the-car', 'at-the-door')
           WHERE w.borough_code = $1 AND w.shift_id = n.id AND w.from_on <= $2::date
             AND (w.until_on IS NULL OR w.until_on > $2::date))) AS covered,
      (SELECT l.staff_id IN (SELECT id FROM present) AND l.staff_id IN (SELECT staff_id FROM holders WHERE course_slug IN ('spot-the-signs', 'at-the-desk', 'in-the-car', 'at-the-door'))
         FROM safeguarding_leads l WHERE l.borough_code = $1 AND l.business_id = b.id AND l.from_on <= $2::date
         ORDER BY l.from_on DESC, l.recorded_at DESC LIMIT 1) AS lead,

      (SELECT s.stage FROM stage_changes s WHERE s.borough_code = b.borough_code AND s.business_id = b.id
         AND s.from_on <= $2::date ORDER BY s.from_on DESC, s.recorded_at DESC LIMIT 1) AS stage,
      (SELECT h.headcount FROM headcounts h WHERE h.borough_code = b.borough_code AND h.business_id = b.id
         AND h.from_on <= $2::date ORDER BY h.from_on DESC, h.recorded_at DESC LIMIT 1) AS headcount,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id) AS listed,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.is_manager) AS managers,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.is_manager AND p.id IN
         (SELECT staff_id FROM holders WHERE course_slug IN ('spot-the-signs', 'at-the-desk', 'in-the-car', 'at-the-door'))) AS managers_trained,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.id IN
         (SELECT staff_id FROM holders WHERE course_slug IN ('spot-the-signs', 'at-the-desk', 'in-the-car', 'at-the-door'))) AS trained,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.id IN
         (SELECT staff_id FROM holders WHERE course_slug = 'reporting')) AS reporting
    FROM businesses b WHERE b.borough_code = $1 AND b.sector <> 'council_team'
  ), judged AS (
    SELECT sector, ward, stage IN ('in_scope', 'invited', 'enrolled') AS open, stage = 'enrolled' AS enrolled, late,
      managers > 0 AND managers_trained = managers
        AND trained >= 0.8 * greatest(headcount, listed) AND headcount IS NOT NULL AS trained,
      trained > 0 AS anyone, late AND shifts > 0 AND covered = shifts AS nights,
      materials_missing, practices_missing, records_missing, coalesce(lead, false) AS lead,
      reporting >= 0.8 * greatest(headcount, listed) AND headcount IS NOT NULL AS reporting
    FROM facts
  )
  SELECT sector, ward,
    count(*) FILTER (WHERE open)::int AS in_scope,
    count(*) FILTER (WHERE open AND enrolled)::int AS enrolled,
    count(*) FILTER (WHERE open AND trained)::int AS trained,
    count(*) FILTER (WHERE open AND anyone)::int AS anyone_trained,
    count(*) FILTER (WHERE open AND nights)::int AS night_cover,
    count(*) FILTER (WHERE open AND materials_missing = 0)::int AS materials,
    count(*) FILTER (WHERE open AND lead)::int AS safeguarding_lead,
    count(*) FILTER (WHERE open AND practices_missing = 0)::int AS practices,
    count(*) FILTER (WHERE open AND reporting)::int AS reporting_route,
    count(*) FILTER (WHERE open AND records_missing = 0)::int AS records,
    count(*) FILTER (WHERE open AND enrolled AND trained AND (nights OR NOT late) AND materials_missing <= 0)::int AS prevent,
    count(*) FILTER (WHERE open AND lead AND practices_missing <= 0)::int AS protect,
    count(*) FILTER (WHERE open AND reporting AND records_missing <= 0)::int AS pursue
  FROM judged GROUP BY sector, ward`;
