CREATE TABLE "team_figures" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"month" date NOT NULL,
	"headcount" integer NOT NULL,
	"trained" integer NOT NULL,
	CONSTRAINT "team_figures_borough_code_business_id_month_pk" PRIMARY KEY("borough_code","business_id","month")
);
--> statement-breakpoint
ALTER TABLE "borough_actions" DROP CONSTRAINT "borough_actions_kind";--> statement-breakpoint
ALTER TABLE "borough_actions" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "team_figures" ADD CONSTRAINT "team_figures_borough_code_business_id_standings_borough_code_business_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."standings"("borough_code","business_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_borough_code_sector_sectors_borough_code_code_fk" FOREIGN KEY ("borough_code","sector") REFERENCES "public"."sectors"("borough_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_sector" CHECK (("borough_actions"."kind" = 'register') = ("borough_actions"."sector" is not null));--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_kind" CHECK ("borough_actions"."kind" in ('lead','agreement','meeting','register','council_staff','other'));--> statement-breakpoint
SELECT set_config('app.borough_codes', coalesce((SELECT string_agg("code", ',') FROM "boroughs"), ''), true);--> statement-breakpoint
INSERT INTO "measure_courses" ("borough_code", "sector", "measure", "course_slug")
SELECT "borough_code", "code", 'trained', 'spot-the-signs' FROM "sectors" WHERE "code" = 'council_team'
ON CONFLICT DO NOTHING;
