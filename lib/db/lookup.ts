import type { PortalRole } from "./scope";

export interface LookupFunction {
  signature: string;
  /** The one role that may call it. */
  caller: PortalRole;
  sql: string;
}

/**
 * The narrow functions that read past the walls. The public's answer one row, by borough and hashed
 * secret; so does a manager's of a certificate they are shown. A count of at least ten is of the borough and
 * business in scope, and which copies were withdrawn at their source is of the borough in scope.
 */
export const LOOKUP_FUNCTIONS: readonly LookupFunction[] = [
  {
    signature: "lookup_invitation(text, text)",
    caller: "portal_public",
    sql: `
CREATE OR REPLACE FUNCTION lookup_invitation(in_borough text, in_token_hash text)
RETURNS TABLE (id uuid, role text, business_id uuid, business_name text, borough_name text, email text,
  expires_on date, accepted boolean, withdrawn boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.role, i.business_id, b.name, br.name, i.email, i.expires_on,
         i.accepted_at IS NOT NULL, i.withdrawn_at IS NOT NULL
  FROM invitations i
  JOIN boroughs br ON br.code = i.borough_code
  LEFT JOIN businesses b ON b.borough_code = i.borough_code AND b.id = i.business_id
  WHERE i.borough_code = in_borough AND i.token_hash = in_token_hash
$$`,
  },
  {
    signature: "lookup_join(text, text)",
    caller: "portal_public",
    sql: `
CREATE OR REPLACE FUNCTION lookup_join(in_borough text, in_code_hash text)
RETURNS TABLE (business_id uuid, business_name text, borough_name text, stage text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.id, b.name, br.name, b.stage
  FROM businesses b JOIN boroughs br ON br.code = b.borough_code
  WHERE b.borough_code = in_borough AND b.join_code_hash = in_code_hash
$$`,
  },
  {
    signature: "lookup_shared_device(text, text)",
    caller: "portal_public",
    sql: `
CREATE OR REPLACE FUNCTION lookup_shared_device(in_borough text, in_token_hash text)
RETURNS TABLE (business_id uuid, business_name text, stage text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.id, b.name, b.stage
  FROM shared_devices d JOIN businesses b ON b.borough_code = d.borough_code AND b.id = d.business_id
  WHERE d.borough_code = in_borough AND d.token_hash = in_token_hash
    AND d.closed_at IS NULL AND d.expires_at > now()
$$`,
  },
  {
    signature: "lookup_certificate(text, text)",
    caller: "portal_public",
    sql: `
CREATE OR REPLACE FUNCTION lookup_certificate(in_borough text, in_code_hash text)
RETURNS TABLE (course_title text, version_number integer, borough_name text, issued_on date, expires_on date,
  revoked_on date, holder_name text, newer_until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.title, v.number, br.name, k.issued_on, k.expires_on, coalesce(k.revoked_on, e.revoked_on),
         CASE WHEN k.shows_name THEN left(s.name, 1) || '. ' || regexp_replace(s.name, '^.*\\s', '') END,
         (SELECT max(n.expires_on) FROM certificates n
          WHERE n.borough_code = k.borough_code AND n.staff_id = k.staff_id
            AND n.course_slug = k.course_slug AND n.issued_on > k.issued_on AND n.revoked_on IS NULL)
  FROM certificates k
  JOIN courses c ON c.slug = k.course_slug
  JOIN course_versions v ON v.id = k.version_id
  JOIN boroughs br ON br.code = k.borough_code
  JOIN staff_members s ON s.borough_code = k.borough_code AND s.id = k.staff_id
  LEFT JOIN certificates e ON e.borough_code = k.copied_from_borough AND e.id = k.copied_from
  WHERE k.borough_code = in_borough AND k.code_hash = in_code_hash
$$`,
  },
  {
    signature: "lookup_shown_certificate(text, text)",
    caller: "portal_business",
    sql: `
CREATE OR REPLACE FUNCTION lookup_shown_certificate(in_borough text, in_code_hash text)
RETURNS TABLE (earned_id uuid, earned_borough text, course_slug text, version_id uuid, issued_on date,
  expires_on date, revoked_on date, newer_until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.borough_code, e.course_slug, e.version_id, e.issued_on, e.expires_on,
         coalesce(k.revoked_on, e.revoked_on),
         (SELECT max(n.expires_on) FROM certificates n
          WHERE n.borough_code = k.borough_code AND n.staff_id = k.staff_id
            AND n.course_slug = k.course_slug AND n.issued_on > k.issued_on AND n.revoked_on IS NULL)
  FROM certificates k
  JOIN certificates e ON e.borough_code = coalesce(k.copied_from_borough, k.borough_code)
    AND e.id = coalesce(k.copied_from, k.id)
  WHERE k.borough_code = in_borough AND k.code_hash = in_code_hash
$$`,
  },
  {
    signature: "lookup_withdrawn_copies()",
    caller: "portal_borough",
    sql: `
CREATE OR REPLACE FUNCTION lookup_withdrawn_copies()
RETURNS TABLE (certificate_id uuid, revoked_on date, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, e.revoked_on, e.revoked_reason
  FROM certificates k
  JOIN certificates e ON e.borough_code = k.copied_from_borough AND e.id = k.copied_from
  WHERE k.borough_code = nullif(current_setting('app.borough_codes', true), '')
    AND k.revoked_on IS NULL AND e.revoked_on IS NOT NULL
$$`,
  },
  {
    signature: "lookup_business_certificate(text, text, date)",
    caller: "portal_public",
    sql: `
CREATE OR REPLACE FUNCTION lookup_business_certificate(in_borough text, in_code_hash text, in_month date)
RETURNS TABLE (business_name text, borough_name text, issued_on date, expires_on date, revoked_on date,
  newer_until date, meets_now boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.name, br.name, k.issued_on, k.expires_on, k.revoked_on,
         (SELECT max(n.expires_on) FROM business_certificates n
          WHERE n.borough_code = k.borough_code AND n.business_id = k.business_id
            AND n.created_at > k.created_at AND n.revoked_on IS NULL),
         b.stage = 'enrolled' AND (
           SELECT count(DISTINCT p.measure) = 3 FROM standing_periods p
           WHERE p.borough_code = k.borough_code AND p.business_id = k.business_id
             AND p.measure IN ('prevent', 'protect', 'pursue')
             AND p.met_from <= in_month AND (p.met_until IS NULL OR p.met_until > in_month))
  FROM business_certificates k
  JOIN businesses b ON b.borough_code = k.borough_code AND b.id = k.business_id
  JOIN boroughs br ON br.code = k.borough_code
  WHERE k.borough_code = in_borough AND k.code_hash = in_code_hash
$$`,
  },
  {
    signature: "lookup_peers(date)",
    caller: "portal_business",
    sql: `
CREATE OR REPLACE FUNCTION lookup_peers(in_month date)
RETURNS TABLE (counted integer, prevent integer, protect integer, pursue integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.counted, n.prevent, n.protect, n.pursue
  FROM businesses b CROSS JOIN LATERAL (
    SELECT coalesce(sum(c.delta) FILTER (WHERE c.measure = 'in_scope'), 0)::int AS counted,
           coalesce(sum(c.delta) FILTER (WHERE c.measure = 'prevent'), 0)::int AS prevent,
           coalesce(sum(c.delta) FILTER (WHERE c.measure = 'protect'), 0)::int AS protect,
           coalesce(sum(c.delta) FILTER (WHERE c.measure = 'pursue'), 0)::int AS pursue
    FROM coverage_cells c
    WHERE c.borough_code = b.borough_code AND c.sector = b.sector AND c.month <= in_month
  ) n
  WHERE b.borough_code = nullif(current_setting('app.borough_codes', true), '')
    AND b.id = nullif(current_setting('app.business_id', true), '')::uuid AND n.counted >= 10
$$`,
  },
  {
    signature: "lookup_standing(text, text, date)",
    caller: "portal_public",
    sql: `
CREATE OR REPLACE FUNCTION lookup_standing(in_borough text, in_code_hash text, in_month date)
RETURNS TABLE (business_name text, borough_name text, stage text, shared_on date,
  prevent_from date, protect_from date, pursue_from date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.name, br.name, b.stage, s.shared_on, m.prevent_from, m.protect_from, m.pursue_from
  FROM shared_standings s
  JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id
  JOIN boroughs br ON br.code = s.borough_code
  CROSS JOIN LATERAL (
    SELECT max(p.met_from) FILTER (WHERE p.measure = 'prevent') AS prevent_from,
           max(p.met_from) FILTER (WHERE p.measure = 'protect') AS protect_from,
           max(p.met_from) FILTER (WHERE p.measure = 'pursue') AS pursue_from
    FROM standing_periods p
    WHERE p.borough_code = s.borough_code AND p.business_id = s.business_id
      AND p.met_from <= in_month AND (p.met_until IS NULL OR p.met_until > in_month)
  ) m
  WHERE s.borough_code = in_borough AND s.code_hash = in_code_hash
$$`,
  },
];
