CREATE TABLE "group_sessions" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"course_slug" text NOT NULL,
	"version_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"question_ids" jsonb NOT NULL,
	"planned_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"called_off" boolean DEFAULT false NOT NULL,
	CONSTRAINT "group_sessions_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "group_sessions_of_business" UNIQUE("borough_code","business_id","id")
);
--> statement-breakpoint
CREATE TABLE "session_attendances" (
	"borough_code" text NOT NULL,
	"session_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"how" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_attendances_borough_code_session_id_staff_id_pk" PRIMARY KEY("borough_code","session_id","staff_id"),
	CONSTRAINT "session_attendances_how" CHECK ("session_attendances"."how" in ('phone','register'))
);
--> statement-breakpoint
ALTER TABLE "training_records" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD CONSTRAINT "session_attendances_session_fk" FOREIGN KEY ("borough_code","business_id","session_id") REFERENCES "public"."group_sessions"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD CONSTRAINT "session_attendances_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_sessions_business" ON "group_sessions" USING btree ("borough_code","business_id","held_on");--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_session_fk" FOREIGN KEY ("borough_code","business_id","session_id") REFERENCES "public"."group_sessions"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;