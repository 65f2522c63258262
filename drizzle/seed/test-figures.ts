/** The figures of one month's last day, counted business by business from the facts; $1 borough, $2 day. */
export const FIGURES_FROM_FACTS = `
  WITH present AS (
    SELECT id, business_id, is_manager FROM staff_members
    WHERE borough_code = $1 AND confirmed_on <= $2::date AND (left_on IS NULL OR left_on > $2::date)
  ), holders AS (
    SELECT staff_id, course_slug FROM certificates
    WHERE borough_code = $1 AND issued_on <= $2::date AND expires_on >= $2::date
      AND (revoked_on IS NULL OR revoked_on > $2::date)
  ), facts AS (
    SELECT b.sector, coalesce(b.ward, '') AS ward,
      (SELECT s.stage FROM stage_changes s WHERE s.borough_code = b.borough_code AND s.business_id = b.id
         AND s.from_on <= $2::date ORDER BY s.from_on DESC, s.recorded_at DESC LIMIT 1) AS stage,
      (SELECT h.headcount FROM headcounts h WHERE h.borough_code = b.borough_code AND h.business_id = b.id
         AND h.from_on <= $2::date ORDER BY h.from_on DESC, h.recorded_at DESC LIMIT 1) AS headcount,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id) AS listed,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.is_manager) AS managers,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.is_manager AND p.id IN
         (SELECT staff_id FROM holders WHERE course_slug = 'spot-the-signs')) AS managers_trained,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.id IN
         (SELECT staff_id FROM holders WHERE course_slug = 'spot-the-signs')) AS trained,
      (SELECT count(*) FROM present p WHERE p.business_id = b.id AND p.id IN
         (SELECT staff_id FROM holders WHERE course_slug = 'reporting')) AS reporting
    FROM businesses b WHERE b.borough_code = $1 AND b.sector <> 'council_team'
  ), judged AS (
    SELECT sector, ward, stage IN ('in_scope', 'invited', 'enrolled') AS open, stage = 'enrolled' AS enrolled,
      managers > 0 AND managers_trained = managers
        AND trained >= 0.8 * greatest(headcount, listed) AND headcount IS NOT NULL AS trained,
      reporting >= 0.8 * greatest(headcount, listed) AND headcount IS NOT NULL AS reporting
    FROM facts
  )
  SELECT sector, ward,
    count(*) FILTER (WHERE open)::int AS in_scope,
    count(*) FILTER (WHERE open AND enrolled)::int AS enrolled,
    count(*) FILTER (WHERE open AND trained)::int AS trained,
    count(*) FILTER (WHERE open AND reporting)::int AS reporting_route,
    count(*) FILTER (WHERE open AND enrolled AND trained)::int AS prevent,
    count(*) FILTER (WHERE open AND reporting)::int AS pursue
  FROM judged GROUP BY sector, ward`;
