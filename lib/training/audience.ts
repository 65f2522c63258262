import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Is the person `s` (a row of staff_members) asked by the assignment `a`? Managers are asked together
 * with the safeguarding lead; night staff are those who work a declared night shift now.
 */
export const IS_ASKED: SQL = sql`(a.audience = 'all_staff'
  OR (a.audience = 'managers' AND (s.is_manager OR s.id = (
    SELECT l.staff_id FROM safeguarding_leads l WHERE l.borough_code = s.borough_code
      AND l.business_id = s.business_id ORDER BY l.from_on DESC, l.recorded_at DESC LIMIT 1)))
  OR (a.audience = 'night_staff' AND EXISTS (
    SELECT 1 FROM night_shift_staff w JOIN night_shifts n ON n.borough_code = w.borough_code AND n.id = w.shift_id
    WHERE w.borough_code = s.borough_code AND w.business_id = s.business_id AND w.staff_id = s.id
      AND w.until_on IS NULL AND n.until_on IS NULL)))`;
