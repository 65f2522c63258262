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
ALTER TABLE "export_jobs" ADD CONSTRAINT "export_jobs_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;