CREATE TABLE "team_figures" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"month" date NOT NULL,
	"headcount" integer NOT NULL,
	"trained" integer NOT NULL,
	CONSTRAINT "team_figures_borough_code_business_id_month_pk" PRIMARY KEY("borough_code","business_id","month")
);
--> statement-breakpoint
CREATE TABLE "export_jobs" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"table_name" text NOT NULL,
	"format" text NOT NULL,
	"filters" jsonb NOT NULL,
	"asked_by" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"rows_total" integer NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "export_jobs_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "export_jobs_format" CHECK ("export_jobs"."format" in ('csv','xlsx')),
	CONSTRAINT "export_jobs_state" CHECK ("export_jobs"."state" in ('waiting','writing','done','failed'))
);
--> statement-breakpoint
CREATE TABLE "coverage_checks" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"faults" integer NOT NULL,
	"repaired" integer NOT NULL,
	CONSTRAINT "coverage_checks_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "coverage_report_cells" (
	"borough_code" text NOT NULL,
	"report_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"sector" text NOT NULL,
	"ward" text NOT NULL,
	"late" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "coverage_report_cells_borough_code_report_id_measure_sector_ward_late_pk" PRIMARY KEY("borough_code","report_id","measure","sector","ward","late")
);
--> statement-breakpoint
CREATE TABLE "coverage_reports" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"as_at" date NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_name" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coverage_reports_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "shared_standings" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"code_hash" text,
	"shared_on" date,
	CONSTRAINT "shared_standings_borough_code_business_id_pk" PRIMARY KEY("borough_code","business_id"),
	CONSTRAINT "shared_standings_code" UNIQUE("borough_code","code_hash")
);
--> statement-breakpoint
CREATE TABLE "ward_upload_rows" (
	"borough_code" text NOT NULL,
	"upload_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"postcode" text,
	"ward" text,
	"reason" text,
	CONSTRAINT "ward_upload_rows_borough_code_upload_id_line_pk" PRIMARY KEY("borough_code","upload_id","line")
);
--> statement-breakpoint
CREATE TABLE "ward_uploads" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"file_hash" text NOT NULL,
	"state" text NOT NULL,
	"rows_read" integer NOT NULL,
	"postcodes" integer NOT NULL,
	"wards" integer NOT NULL,
	"rows_repeated" integer NOT NULL,
	"rows_elsewhere" integer NOT NULL,
	"rows_refused" integer NOT NULL,
	"businesses_changed" integer,
	"businesses_unplaced" integer,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "ward_uploads_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "ward_uploads_state" CHECK ("ward_uploads"."state" in ('previewed','confirmed','discarded'))
);
--> statement-breakpoint
ALTER TABLE "borough_actions" DROP CONSTRAINT "borough_actions_kind";--> statement-breakpoint
ALTER TABLE "borough_actions" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "team_figures" ADD CONSTRAINT "team_figures_borough_code_business_id_standings_borough_code_business_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."standings"("borough_code","business_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_jobs" ADD CONSTRAINT "export_jobs_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_checks" ADD CONSTRAINT "coverage_checks_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_report_cells" ADD CONSTRAINT "coverage_report_cells_borough_code_report_id_coverage_reports_borough_code_id_fk" FOREIGN KEY ("borough_code","report_id") REFERENCES "public"."coverage_reports"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_reports" ADD CONSTRAINT "coverage_reports_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_standings" ADD CONSTRAINT "shared_standings_business_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_upload_rows" ADD CONSTRAINT "ward_upload_rows_borough_code_upload_id_ward_uploads_borough_code_id_fk" FOREIGN KEY ("borough_code","upload_id") REFERENCES "public"."ward_uploads"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_uploads" ADD CONSTRAINT "ward_uploads_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coverage_checks_newest" ON "coverage_checks" USING btree ("borough_code","at");--> statement-breakpoint
CREATE INDEX "coverage_reports_month" ON "coverage_reports" USING btree ("borough_code","as_at","signed_at");--> statement-breakpoint
CREATE INDEX "ward_upload_rows_postcode" ON "ward_upload_rows" USING btree ("borough_code","upload_id","postcode");--> statement-breakpoint
CREATE INDEX "ward_uploads_newest" ON "ward_uploads" USING btree ("borough_code","created_at");--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_borough_code_sector_sectors_borough_code_code_fk" FOREIGN KEY ("borough_code","sector") REFERENCES "public"."sectors"("borough_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_sector" CHECK (("borough_actions"."kind" = 'register') = ("borough_actions"."sector" is not null));--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_kind" CHECK ("borough_actions"."kind" in ('lead','agreement','meeting','register','council_staff','other'));--> statement-breakpoint
SELECT set_config('app.borough_codes', coalesce((SELECT string_agg("code", ',') FROM "boroughs"), ''), true);--> statement-breakpoint
INSERT INTO "measure_courses" ("borough_code", "sector", "measure", "course_slug")
SELECT "borough_code", "code", 'trained', 'spot-the-signs' FROM "sectors" WHERE "code" = 'council_team'
ON CONFLICT DO NOTHING;
