CREATE TABLE "course_translations" (
	"version_id" uuid NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"content_note" text NOT NULL,
	"reviewed_by" text,
	"reviewed_on" date,
	CONSTRAINT "course_translations_version_id_language_pk" PRIMARY KEY("version_id","language"),
	CONSTRAINT "course_translations_review" CHECK (("course_translations"."reviewed_by" is null) = ("course_translations"."reviewed_on" is null))
);
--> statement-breakpoint
CREATE TABLE "lesson_translations" (
	"version_id" uuid NOT NULL,
	"language" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "lesson_translations_version_id_language_position_pk" PRIMARY KEY("version_id","language","position")
);
--> statement-breakpoint
CREATE TABLE "question_translations" (
	"version_id" uuid NOT NULL,
	"language" text NOT NULL,
	"question_id" text NOT NULL,
	"prompt" text NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "question_translations_version_id_language_question_id_pk" PRIMARY KEY("version_id","language","question_id")
);
--> statement-breakpoint
CREATE TABLE "reading_languages" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"language" text NOT NULL,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_languages_borough_code_staff_id_pk" PRIMARY KEY("borough_code","staff_id")
);
--> statement-breakpoint
ALTER TABLE "course_translations" ADD CONSTRAINT "course_translations_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_translations" ADD CONSTRAINT "lesson_translations_course_fk" FOREIGN KEY ("version_id","language") REFERENCES "public"."course_translations"("version_id","language") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_translations" ADD CONSTRAINT "lesson_translations_lesson_fk" FOREIGN KEY ("version_id","position") REFERENCES "public"."lessons"("version_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_translations" ADD CONSTRAINT "question_translations_course_fk" FOREIGN KEY ("version_id","language") REFERENCES "public"."course_translations"("version_id","language") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_translations" ADD CONSTRAINT "question_translations_question_fk" FOREIGN KEY ("version_id","question_id") REFERENCES "public"."questions"("version_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_languages" ADD CONSTRAINT "reading_languages_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;