-- Licensed premises and the council's own teams have a course of their own: it counts for "trained" beside the general one, also where a borough was set up before.
SELECT set_config('app.borough_codes', coalesce((SELECT string_agg("code", ',') FROM "boroughs"), ''), true);--> statement-breakpoint
INSERT INTO "measure_courses" ("borough_code", "sector", "measure", "course_slug")
SELECT s."borough_code", s."code", 'trained', o."slug"
FROM "sectors" s JOIN (VALUES ('licensed_premises', 'at-the-door'), ('council_team', 'council-staff')) AS o ("sector", "slug")
  ON o."sector" IN (s."code", s."copies_measures_of")
ON CONFLICT DO NOTHING;
