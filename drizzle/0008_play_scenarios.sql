CREATE TABLE "scenarios" (
	"version_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"lesson_position" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"scenes" jsonb NOT NULL,
	"endings" jsonb NOT NULL,
	CONSTRAINT "scenarios_version_id_id_pk" PRIMARY KEY("version_id","id")
);
--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "refresher_lessons" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "refresher_questions" integer;--> statement-breakpoint
ALTER TABLE "training_records" ADD COLUMN "refresher_lessons" jsonb;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;