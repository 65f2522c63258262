CREATE TABLE "audit_entries" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"business_id" uuid,
	"fields" text[] NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_entries_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"borough_code" text NOT NULL,
	"position" bigint NOT NULL,
	"audit_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_borough_code_position_pk" PRIMARY KEY("borough_code","position")
);
--> statement-breakpoint
CREATE TABLE "audit_values" (
	"borough_code" text NOT NULL,
	"audit_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text,
	CONSTRAINT "audit_values_borough_code_audit_id_field_pk" PRIMARY KEY("borough_code","audit_id","field")
);
--> statement-breakpoint
CREATE TABLE "command_outcomes" (
	"borough_code" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"command" text NOT NULL,
	"key" uuid NOT NULL,
	"body_hash" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "command_outcomes_borough_code_actor_id_command_key_pk" PRIMARY KEY("borough_code","actor_id","command","key")
);
--> statement-breakpoint
CREATE TABLE "outbox_mails" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"template" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_mails_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "auth_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"event" text NOT NULL,
	"user_id" uuid,
	"borough_code" text,
	"staff_id" uuid
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"business_id" uuid,
	"staff_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "memberships_once" UNIQUE NULLS NOT DISTINCT("borough_code","user_id","role","business_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('borough_admin','borough_officer','business_manager')),
	CONSTRAINT "memberships_business" CHECK (("memberships"."role" = 'business_manager') = ("memberships"."business_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "password_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"token_hash" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "password_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "police_memberships" (
	"user_id" uuid NOT NULL,
	"police_area_code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "police_memberships_user_id_police_area_code_pk" PRIMARY KEY("user_id","police_area_code")
);
--> statement-breakpoint
CREATE TABLE "programme_memberships" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"borough_code" text,
	"business_id" uuid,
	"staff_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_one_holder" CHECK (("sessions"."user_id" is null) <> ("sessions"."staff_id" is null))
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "borough_contacts" (
	"borough_code" text PRIMARY KEY NOT NULL,
	"team_name" text NOT NULL,
	"email" text,
	"phone" text,
	"out_of_hours_phone" text,
	"source" text NOT NULL,
	"confirmed_by" text,
	"confirmed_on" date
);
--> statement-breakpoint
CREATE TABLE "borough_settings" (
	"borough_code" text PRIMARY KEY NOT NULL,
	"in_use_since" date NOT NULL,
	"trained_share" integer DEFAULT 80 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boroughs" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"police_area_code" text NOT NULL,
	"tile_row" integer NOT NULL,
	"tile_column" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_courses" (
	"borough_code" text NOT NULL,
	"sector" text NOT NULL,
	"measure" text NOT NULL,
	"course_slug" text NOT NULL,
	CONSTRAINT "measure_courses_borough_code_sector_measure_course_slug_pk" PRIMARY KEY("borough_code","sector","measure","course_slug")
);
--> statement-breakpoint
CREATE TABLE "police_areas" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"force" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schema_state" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sectors" (
	"borough_code" text NOT NULL,
	"code" text NOT NULL,
	"label" text NOT NULL,
	"plural_label" text NOT NULL,
	"copies_measures_of" text NOT NULL,
	"counts_as_business" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "sectors_borough_code_code_pk" PRIMARY KEY("borough_code","code")
);
--> statement-breakpoint
CREATE TABLE "businesses" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"sector" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"ward" text,
	"easting" integer,
	"northing" integer,
	"stage" text NOT NULL,
	"stage_on" date NOT NULL,
	"exclusion_reason" text,
	"exclusion_review_on" date,
	"headcount" integer,
	"headcount_confirmed_on" date,
	"opens_late" boolean,
	"contact_email" text,
	"contact_phone" text,
	"join_generation" integer DEFAULT 1 NOT NULL,
	"join_code_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "businesses_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "businesses_stage" CHECK ("businesses"."stage" in ('in_scope','invited','enrolled','excluded','closed')),
	CONSTRAINT "businesses_headcount" CHECK ("businesses"."headcount" between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "headcounts" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"headcount" integer NOT NULL,
	"from_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"confirmed_on_visit" boolean DEFAULT false NOT NULL,
	CONSTRAINT "headcounts_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "headcounts_range" CHECK ("headcounts"."headcount" between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "stage_changes" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stage" text NOT NULL,
	"from_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "stage_changes_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "stage_changes_stage" CHECK ("stage_changes"."stage" in ('in_scope','invited','enrolled','excluded','closed'))
);
--> statement-breakpoint
CREATE TABLE "coverage_cells" (
	"borough_code" text NOT NULL,
	"ward" text NOT NULL,
	"sector" text NOT NULL,
	"measure" text NOT NULL,
	"month" date NOT NULL,
	"delta" integer NOT NULL,
	CONSTRAINT "coverage_cells_borough_code_measure_sector_ward_month_pk" PRIMARY KEY("borough_code","measure","sector","ward","month")
);
--> statement-breakpoint
CREATE TABLE "standing_periods" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"met_from" date NOT NULL,
	"met_until" date,
	CONSTRAINT "standing_periods_borough_code_business_id_measure_met_from_pk" PRIMARY KEY("borough_code","business_id","measure","met_from"),
	CONSTRAINT "standing_periods_order" CHECK ("standing_periods"."met_until" > "standing_periods"."met_from")
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"sector" text NOT NULL,
	"ward" text NOT NULL,
	CONSTRAINT "standings_borough_code_business_id_pk" PRIMARY KEY("borough_code","business_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"business_id" uuid,
	"channel" text NOT NULL,
	"email" text,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_on" date NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "invitations_token" UNIQUE("borough_code","token_hash"),
	CONSTRAINT "invitations_email" CHECK (("invitations"."channel" = 'email') = ("invitations"."email" is not null)),
	CONSTRAINT "invitations_business" CHECK (("invitations"."role" = 'business_manager') = ("invitations"."business_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "staff_members" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"user_id" uuid,
	"is_manager" boolean DEFAULT false NOT NULL,
	"joined_on" date NOT NULL,
	"confirmed_on" date,
	"left_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_members_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "staff_members_of_business" UNIQUE("borough_code","business_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_pins" (
	"borough_code" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"pin_hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_pins_borough_code_staff_id_pk" PRIMARY KEY("borough_code","staff_id")
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"borough_code" text NOT NULL,
	"register" text NOT NULL,
	"source_id" text NOT NULL,
	"business_id" uuid,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"easting" integer,
	"northing" integer,
	"trading" boolean NOT NULL,
	"last_import_id" uuid NOT NULL,
	"last_seen_on" date NOT NULL,
	"gone_on" date,
	CONSTRAINT "register_entries_borough_code_register_source_id_pk" PRIMARY KEY("borough_code","register","source_id")
);
--> statement-breakpoint
CREATE TABLE "register_imports" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"register" text NOT NULL,
	"sector" text NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"file_hash" text NOT NULL,
	"state" text NOT NULL,
	"rows_read" integer NOT NULL,
	"rows_new" integer NOT NULL,
	"rows_changed" integer NOT NULL,
	"rows_unchanged" integer NOT NULL,
	"rows_gone" integer NOT NULL,
	"rows_refused" integer NOT NULL,
	"rows_not_trading" integer NOT NULL,
	"dropped_columns" text[] DEFAULT '{}' NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "register_imports_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "register_imports_state" CHECK ("register_imports"."state" in ('previewed','confirmed','discarded'))
);
--> statement-breakpoint
CREATE TABLE "register_rows" (
	"borough_code" text NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line" integer,
	"outcome" text NOT NULL,
	"reason" text,
	"source_id" text,
	"name" text,
	"address" text,
	"postcode" text,
	"easting" integer,
	"northing" integer,
	"trading" boolean,
	CONSTRAINT "register_rows_borough_code_import_id_position_pk" PRIMARY KEY("borough_code","import_id","position")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"course_slug" text NOT NULL,
	"due_on" date NOT NULL,
	"assigned_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_on" date,
	CONSTRAINT "assignments_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "attempt_answers" (
	"borough_code" text NOT NULL,
	"attempt_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"chosen" jsonb NOT NULL,
	"correct" boolean NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attempt_answers_borough_code_attempt_id_question_id_pk" PRIMARY KEY("borough_code","attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"question_ids" jsonb NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"correct" integer,
	"passed" boolean,
	CONSTRAINT "attempts_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"course_slug" text NOT NULL,
	"version_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"issued_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"revoked_on" date,
	"shows_name" boolean DEFAULT false NOT NULL,
	CONSTRAINT "certificates_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "certificates_record" UNIQUE("borough_code","record_id"),
	CONSTRAINT "certificates_code" UNIQUE("borough_code","code_hash"),
	CONSTRAINT "certificates_month_end" CHECK ("certificates"."expires_on" = (date_trunc('month', "certificates"."expires_on") + interval '1 month - 1 day')::date)
);
--> statement-breakpoint
CREATE TABLE "course_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_slug" text NOT NULL,
	"number" integer NOT NULL,
	"content_hash" text NOT NULL,
	"minutes" integer NOT NULL,
	"months_valid" integer NOT NULL,
	"pass_share" integer NOT NULL,
	"questions_per_attempt" integer NOT NULL,
	"written_for" text NOT NULL,
	"content_note" text NOT NULL,
	"outcomes" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "course_versions_number" UNIQUE("course_slug","number")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"slug" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"summary" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"body" text NOT NULL,
	"sources" jsonb NOT NULL,
	CONSTRAINT "lessons_version_id_position_pk" PRIMARY KEY("version_id","position")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"version_id" uuid NOT NULL,
	"id" text NOT NULL,
	"use" text NOT NULL,
	"position" integer NOT NULL,
	"lesson_position" integer NOT NULL,
	"kind" text NOT NULL,
	"prompt" text NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "questions_version_id_id_pk" PRIMARY KEY("version_id","id")
);
--> statement-breakpoint
CREATE TABLE "training_records" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reached_lesson" integer DEFAULT 0 NOT NULL,
	"completed_on" date,
	CONSTRAINT "training_records_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_borough_code_audit_id_audit_entries_borough_code_id_fk" FOREIGN KEY ("borough_code","audit_id") REFERENCES "public"."audit_entries"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_values" ADD CONSTRAINT "audit_values_borough_code_audit_id_audit_entries_borough_code_id_fk" FOREIGN KEY ("borough_code","audit_id") REFERENCES "public"."audit_entries"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_memberships" ADD CONSTRAINT "police_memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_memberships" ADD CONSTRAINT "police_memberships_police_area_code_police_areas_code_fk" FOREIGN KEY ("police_area_code") REFERENCES "public"."police_areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_memberships" ADD CONSTRAINT "programme_memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_contacts" ADD CONSTRAINT "borough_contacts_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_settings" ADD CONSTRAINT "borough_settings_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boroughs" ADD CONSTRAINT "boroughs_police_area_code_police_areas_code_fk" FOREIGN KEY ("police_area_code") REFERENCES "public"."police_areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_courses" ADD CONSTRAINT "measure_courses_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_courses" ADD CONSTRAINT "measure_courses_borough_code_sector_sectors_borough_code_code_fk" FOREIGN KEY ("borough_code","sector") REFERENCES "public"."sectors"("borough_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sectors" ADD CONSTRAINT "sectors_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_borough_code_sector_sectors_borough_code_code_fk" FOREIGN KEY ("borough_code","sector") REFERENCES "public"."sectors"("borough_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_periods" ADD CONSTRAINT "standing_periods_borough_code_business_id_standings_borough_code_business_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."standings"("borough_code","business_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_pins" ADD CONSTRAINT "staff_pins_borough_code_staff_id_staff_members_borough_code_id_fk" FOREIGN KEY ("borough_code","staff_id") REFERENCES "public"."staff_members"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_borough_code_last_import_id_register_imports_borough_code_id_fk" FOREIGN KEY ("borough_code","last_import_id") REFERENCES "public"."register_imports"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_borough_code_import_id_register_imports_borough_code_id_fk" FOREIGN KEY ("borough_code","import_id") REFERENCES "public"."register_imports"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_borough_code_attempt_id_attempts_borough_code_id_fk" FOREIGN KEY ("borough_code","attempt_id") REFERENCES "public"."attempts"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_borough_code_record_id_training_records_borough_code_id_fk" FOREIGN KEY ("borough_code","record_id") REFERENCES "public"."training_records"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_borough_code_record_id_training_records_borough_code_id_fk" FOREIGN KEY ("borough_code","record_id") REFERENCES "public"."training_records"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_versions" ADD CONSTRAINT "course_versions_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_borough_code_assignment_id_assignments_borough_code_id_fk" FOREIGN KEY ("borough_code","assignment_id") REFERENCES "public"."assignments"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_newest" ON "audit_entries" USING btree ("borough_code","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_business" ON "audit_entries" USING btree ("borough_code","business_id","at");--> statement-breakpoint
CREATE INDEX "outbox_mails_subject" ON "outbox_mails" USING btree ("borough_code","subject_id");--> statement-breakpoint
CREATE INDEX "auth_events_at" ON "auth_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_staff" ON "sessions" USING btree ("borough_code","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "businesses_by_name" ON "businesses" USING btree ("borough_code",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "businesses_by_stage" ON "businesses" USING btree ("borough_code","stage",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "businesses_by_join_code" ON "businesses" USING btree ("borough_code","join_code_hash");--> statement-breakpoint
CREATE INDEX "headcounts_business" ON "headcounts" USING btree ("borough_code","business_id","from_on","recorded_at");--> statement-breakpoint
CREATE INDEX "stage_changes_business" ON "stage_changes" USING btree ("borough_code","business_id","from_on","recorded_at");--> statement-breakpoint
CREATE INDEX "invitations_business" ON "invitations" USING btree ("borough_code","business_id","created_at");--> statement-breakpoint
CREATE INDEX "staff_members_by_name" ON "staff_members" USING btree ("borough_code","business_id","name_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_members_user" ON "staff_members" USING btree ("borough_code","business_id","user_id") WHERE "staff_members"."user_id" is not null and "staff_members"."left_on" is null;--> statement-breakpoint
CREATE INDEX "register_entries_business" ON "register_entries" USING btree ("borough_code","business_id");--> statement-breakpoint
CREATE INDEX "register_imports_newest" ON "register_imports" USING btree ("borough_code","created_at");--> statement-breakpoint
CREATE INDEX "register_rows_outcome" ON "register_rows" USING btree ("borough_code","import_id","outcome","position");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_open" ON "assignments" USING btree ("borough_code","business_id","course_slug") WHERE "assignments"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "assignments_due" ON "assignments" USING btree ("borough_code","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open" ON "attempts" USING btree ("borough_code","record_id") WHERE "attempts"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "certificates_business" ON "certificates" USING btree ("borough_code","business_id","course_slug","staff_id");--> statement-breakpoint
CREATE INDEX "certificates_expiry" ON "certificates" USING btree ("borough_code","expires_on");--> statement-breakpoint
CREATE UNIQUE INDEX "training_records_open" ON "training_records" USING btree ("borough_code","staff_id","assignment_id") WHERE "training_records"."completed_on" is null;--> statement-breakpoint
CREATE INDEX "training_records_business" ON "training_records" USING btree ("borough_code","business_id","staff_id");