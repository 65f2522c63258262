CREATE TABLE "change_readings" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"read_on" date NOT NULL,
	CONSTRAINT "change_readings_borough_code_staff_id_version_id_pk" PRIMARY KEY("borough_code","staff_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "course_drafts" (
	"course_slug" text PRIMARY KEY NOT NULL,
	"based_on" uuid NOT NULL,
	"text" jsonb NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "library_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid NOT NULL,
	"action" text NOT NULL,
	"course_slug" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "material" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "what_changed" text;--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "change_questions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "change_readings" ADD CONSTRAINT "change_readings_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_readings" ADD CONSTRAINT "change_readings_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_drafts" ADD CONSTRAINT "course_drafts_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_drafts" ADD CONSTRAINT "course_drafts_based_on_course_versions_id_fk" FOREIGN KEY ("based_on") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_events" ADD CONSTRAINT "library_events_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_events_course" ON "library_events" USING btree ("course_slug","at");--> statement-breakpoint
ALTER TABLE "course_versions" ADD CONSTRAINT "course_versions_material" CHECK (not "course_versions"."material" or ("course_versions"."what_changed" is not null and jsonb_array_length("course_versions"."change_questions") = 2));--> statement-breakpoint
-- The editor may add a version and, in the same transaction, what it is made of; to an older one nothing.
CREATE FUNCTION refuse_late_part() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM course_versions v WHERE v.id = NEW.version_id AND v.published_at = now()) THEN
    RAISE EXCEPTION 'A published version of a course never changes.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER lessons_come_with_their_version BEFORE INSERT ON "lessons" FOR EACH ROW EXECUTE FUNCTION refuse_late_part();--> statement-breakpoint
CREATE TRIGGER questions_come_with_their_version BEFORE INSERT ON "questions" FOR EACH ROW EXECUTE FUNCTION refuse_late_part();--> statement-breakpoint
CREATE TRIGGER scenarios_come_with_their_version BEFORE INSERT ON "scenarios" FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
