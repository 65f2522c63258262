CREATE TABLE "assignment_rules" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"course_slug" text NOT NULL,
	"sector" text,
	"licence_type" text,
	"late_only" boolean DEFAULT false NOT NULL,
	"audience" text DEFAULT 'all_staff' NOT NULL,
	"days" integer NOT NULL,
	"months_valid" integer,
	"share" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_on" date,
	CONSTRAINT "assignment_rules_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "assignment_rules_audience" CHECK ("assignment_rules"."audience" in ('all_staff','managers','night_staff')),
	CONSTRAINT "assignment_rules_days" CHECK ("assignment_rules"."days" between 7 and 366),
	CONSTRAINT "assignment_rules_months" CHECK ("assignment_rules"."months_valid" between 1 and 60),
	CONSTRAINT "assignment_rules_share" CHECK ("assignment_rules"."share" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "licence_type" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "months_valid" integer;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "share" integer;--> statement-breakpoint
ALTER TABLE "assignment_rules" ADD CONSTRAINT "assignment_rules_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_rules" ADD CONSTRAINT "assignment_rules_sector_fk" FOREIGN KEY ("borough_code","sector") REFERENCES "public"."sectors"("borough_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_rule_fk" FOREIGN KEY ("borough_code","rule_id") REFERENCES "public"."assignment_rules"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_by_rule" ON "assignments" USING btree ("borough_code","rule_id","business_id") WHERE "assignments"."rule_id" is not null;--> statement-breakpoint
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_licence_type" CHECK ("businesses"."licence_type" in ('premises_alcohol','premises_late_refreshment','club_certificate','private_hire_operator','none'));