CREATE TABLE "borough_actions" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"owner_id" uuid,
	"due_on" date NOT NULL,
	"done_on" date,
	"holds_until" date,
	"evidence" text,
	"lead_name" text,
	"lead_post" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_on" date,
	CONSTRAINT "borough_actions_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "borough_actions_kind" CHECK ("borough_actions"."kind" in ('lead','agreement','meeting','council_staff','other')),
	CONSTRAINT "borough_actions_done" CHECK ("borough_actions"."holds_until" is null or "borough_actions"."done_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "borough_targets" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"counted" text NOT NULL,
	"share" integer NOT NULL,
	"from_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "borough_targets_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "borough_targets_share" CHECK ("borough_targets"."share" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "borough_thresholds" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"trained_share" integer NOT NULL,
	"from_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "borough_thresholds_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "borough_thresholds_share" CHECK ("borough_thresholds"."trained_share" between 50 and 100)
);
--> statement-breakpoint
CREATE TABLE "call_counts" (
	"borough_code" text NOT NULL,
	"quarter" date NOT NULL,
	"calls" integer NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "call_counts_borough_code_quarter_pk" PRIMARY KEY("borough_code","quarter"),
	CONSTRAINT "call_counts_calls" CHECK ("call_counts"."calls" between 0 and 100000),
	CONSTRAINT "call_counts_quarter" CHECK ("call_counts"."quarter" = date_trunc('quarter', "call_counts"."quarter")::date)
);
--> statement-breakpoint
CREATE TABLE "meeting_attendance" (
	"borough_code" text NOT NULL,
	"action_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "meeting_attendance_borough_code_action_id_organisation_pk" PRIMARY KEY("borough_code","action_id","organisation"),
	CONSTRAINT "meeting_attendance_people" CHECK ("meeting_attendance"."people" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "police_confirmations" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"holds_until" date NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"evidence" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "police_confirmations_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "police_confirmations_kind" CHECK ("police_confirmations"."kind" in ('call_handlers'))
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "operators_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "ward_postcodes" (
	"borough_code" text NOT NULL,
	"postcode" text NOT NULL,
	"ward" text NOT NULL,
	CONSTRAINT "ward_postcodes_borough_code_postcode_pk" PRIMARY KEY("borough_code","postcode")
);
--> statement-breakpoint
CREATE TABLE "borough_periods" (
	"borough_code" text NOT NULL,
	"measure" text NOT NULL,
	"met_from" date NOT NULL,
	"met_until" date,
	CONSTRAINT "borough_periods_borough_code_measure_met_from_pk" PRIMARY KEY("borough_code","measure","met_from"),
	CONSTRAINT "borough_periods_order" CHECK ("borough_periods"."met_until" > "borough_periods"."met_from")
);
--> statement-breakpoint
CREATE TABLE "follow_up_cells" (
	"borough_code" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"delta" integer NOT NULL,
	CONSTRAINT "follow_up_cells_borough_code_kind_day_pk" PRIMARY KEY("borough_code","kind","day")
);
--> statement-breakpoint
CREATE TABLE "follow_up_owners" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"assigned_on" date NOT NULL,
	CONSTRAINT "follow_up_owners_borough_code_business_id_kind_pk" PRIMARY KEY("borough_code","business_id","kind")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"number" integer NOT NULL,
	CONSTRAINT "follow_ups_borough_code_business_id_kind_from_on_pk" PRIMARY KEY("borough_code","business_id","kind","from_on")
);
--> statement-breakpoint
CREATE TABLE "borough_practice_items" (
	"borough_code" text NOT NULL,
	"sector" text NOT NULL,
	"code" text NOT NULL,
	"aim" text NOT NULL,
	"level" text NOT NULL,
	"title" text NOT NULL,
	"help" text NOT NULL,
	"seen_on_visit" boolean NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "borough_practice_items_borough_code_sector_code_pk" PRIMARY KEY("borough_code","sector","code"),
	CONSTRAINT "borough_practice_items_aim" CHECK ("borough_practice_items"."aim" in ('prevent','protect','pursue')),
	CONSTRAINT "borough_practice_items_level" CHECK ("borough_practice_items"."level" in ('essential','desirable'))
);
--> statement-breakpoint
CREATE TABLE "poster_pictures" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"added_on" date NOT NULL,
	"keep_until" date NOT NULL,
	"removed_on" date,
	CONSTRAINT "poster_pictures_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "practice_changes" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"change" text NOT NULL,
	"reason" text,
	"visit_id" uuid,
	"from_on" date NOT NULL,
	"lapses_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "practice_changes_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "practice_changes_change" CHECK ("practice_changes"."change" in ('declared_in_place','declared_not_yet','declared_not_applicable','confirmed','returned')),
	CONSTRAINT "practice_changes_month_end" CHECK ("practice_changes"."lapses_on" = (date_trunc('month', "practice_changes"."lapses_on") + interval '1 month - 1 day')::date)
);
--> statement-breakpoint
CREATE TABLE "practice_items" (
	"sector" text NOT NULL,
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"aim" text NOT NULL,
	"level" text NOT NULL,
	"title" text NOT NULL,
	"help" text NOT NULL,
	"seen_on_visit" boolean NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"exemptions" jsonb NOT NULL,
	"source" text NOT NULL,
	"source_url" text,
	"review_on" date NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "practice_items_sector_code_version_pk" PRIMARY KEY("sector","code","version"),
	CONSTRAINT "practice_items_aim" CHECK ("practice_items"."aim" in ('prevent','protect','pursue')),
	CONSTRAINT "practice_items_level" CHECK ("practice_items"."level" in ('essential','desirable'))
);
--> statement-breakpoint
CREATE TABLE "night_shift_staff" (
	"borough_code" text NOT NULL,
	"shift_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "night_shift_staff_borough_code_shift_id_staff_id_from_on_pk" PRIMARY KEY("borough_code","shift_id","staff_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "night_shifts" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"nights" text NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "night_shifts_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "night_shifts_nights" CHECK ("night_shifts"."nights" in ('every_night','weeknights','weekend')),
	CONSTRAINT "night_shifts_times" CHECK ("night_shifts"."starts_at" ~ '^[0-2]\d:[0-5]\d$' and "night_shifts"."ends_at" ~ '^[0-2]\d:[0-5]\d$')
);
--> statement-breakpoint
CREATE TABLE "safeguarding_leads" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "safeguarding_leads_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
CREATE TABLE "visit_actions" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"code" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	CONSTRAINT "visit_actions_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "visit_actions_owner" CHECK ("visit_actions"."owner" in ('business','borough'))
);
--> statement-breakpoint
CREATE TABLE "visit_findings" (
	"borough_code" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"finding" text NOT NULL,
	"reason" text,
	CONSTRAINT "visit_findings_borough_code_visit_id_item_code_pk" PRIMARY KEY("borough_code","visit_id","item_code"),
	CONSTRAINT "visit_findings_finding" CHECK ("visit_findings"."finding" in ('seen','not_seen','not_applicable','not_checked'))
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"state" text NOT NULL,
	"planned_on" date NOT NULL,
	"assigned_to" uuid,
	"visited_on" date,
	"visited_by" uuid,
	"outcome" text,
	"headcount" integer,
	"next_visit_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "visits_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "visits_state" CHECK ("visits"."state" in ('planned','done','cancelled')),
	CONSTRAINT "visits_done" CHECK (("visits"."state" = 'done') = ("visits"."visited_on" is not null)),
	CONSTRAINT "visits_outcome" CHECK (("visits"."state" = 'done') = ("visits"."outcome" is not null)),
	CONSTRAINT "visits_headcount" CHECK ("visits"."headcount" between 1 and 20000)
);
--> statement-breakpoint
ALTER TABLE "coverage_cells" DROP CONSTRAINT "coverage_cells_borough_code_measure_sector_ward_month_pk";--> statement-breakpoint
ALTER TABLE "coverage_cells" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "coverage_cells" ADD CONSTRAINT "coverage_cells_borough_code_measure_sector_ward_late_month_pk" PRIMARY KEY("borough_code","measure","sector","ward","late","month");--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "operator_id" uuid;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "borough_actions" ADD CONSTRAINT "borough_actions_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_targets" ADD CONSTRAINT "borough_targets_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_thresholds" ADD CONSTRAINT "borough_thresholds_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_counts" ADD CONSTRAINT "call_counts_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_borough_code_action_id_borough_actions_borough_code_id_fk" FOREIGN KEY ("borough_code","action_id") REFERENCES "public"."borough_actions"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_confirmations" ADD CONSTRAINT "police_confirmations_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_postcodes" ADD CONSTRAINT "ward_postcodes_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_owners" ADD CONSTRAINT "follow_up_owners_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_borough_code_business_id_standings_borough_code_business_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."standings"("borough_code","business_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "borough_practice_items" ADD CONSTRAINT "borough_practice_items_borough_code_sector_sectors_borough_code_code_fk" FOREIGN KEY ("borough_code","sector") REFERENCES "public"."sectors"("borough_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poster_pictures" ADD CONSTRAINT "poster_pictures_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_shift_staff" ADD CONSTRAINT "night_shift_staff_borough_code_shift_id_night_shifts_borough_code_id_fk" FOREIGN KEY ("borough_code","shift_id") REFERENCES "public"."night_shifts"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_shift_staff" ADD CONSTRAINT "night_shift_staff_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_shifts" ADD CONSTRAINT "night_shifts_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_leads" ADD CONSTRAINT "safeguarding_leads_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_actions" ADD CONSTRAINT "visit_actions_borough_code_visit_id_visits_borough_code_id_fk" FOREIGN KEY ("borough_code","visit_id") REFERENCES "public"."visits"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_findings" ADD CONSTRAINT "visit_findings_borough_code_visit_id_visits_borough_code_id_fk" FOREIGN KEY ("borough_code","visit_id") REFERENCES "public"."visits"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "borough_actions_due" ON "borough_actions" USING btree ("borough_code","kind","due_on");--> statement-breakpoint
CREATE INDEX "borough_targets_counted" ON "borough_targets" USING btree ("borough_code","counted","from_on","recorded_at");--> statement-breakpoint
CREATE INDEX "police_confirmations_kind" ON "police_confirmations" USING btree ("borough_code","kind","confirmed_on");--> statement-breakpoint
CREATE INDEX "follow_up_owners_user" ON "follow_up_owners" USING btree ("borough_code","user_id");--> statement-breakpoint
CREATE INDEX "follow_ups_kind" ON "follow_ups" USING btree ("borough_code","kind","from_on","business_id");--> statement-breakpoint
CREATE INDEX "follow_ups_from" ON "follow_ups" USING btree ("borough_code","from_on","business_id");--> statement-breakpoint
CREATE INDEX "poster_pictures_business" ON "poster_pictures" USING btree ("borough_code","business_id","added_on");--> statement-breakpoint
CREATE INDEX "practice_changes_business" ON "practice_changes" USING btree ("borough_code","business_id","item_code","from_on","recorded_at");--> statement-breakpoint
CREATE INDEX "night_shift_staff_business" ON "night_shift_staff" USING btree ("borough_code","business_id");--> statement-breakpoint
CREATE INDEX "night_shifts_business" ON "night_shifts" USING btree ("borough_code","business_id","from_on");--> statement-breakpoint
CREATE INDEX "safeguarding_leads_business" ON "safeguarding_leads" USING btree ("borough_code","business_id","from_on","recorded_at");--> statement-breakpoint
CREATE INDEX "visit_actions_business" ON "visit_actions" USING btree ("borough_code","business_id","due_on");--> statement-breakpoint
CREATE INDEX "visits_business" ON "visits" USING btree ("borough_code","business_id","state","planned_on");--> statement-breakpoint
CREATE INDEX "visits_planned" ON "visits" USING btree ("borough_code","state","planned_on","id");--> statement-breakpoint
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_borough_code_operator_id_operators_borough_code_id_fk" FOREIGN KEY ("borough_code","operator_id") REFERENCES "public"."operators"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "businesses_by_operator" ON "businesses" USING btree ("borough_code","operator_id") WHERE "businesses"."operator_id" is not null;--> statement-breakpoint
CREATE INDEX "businesses_by_headcount" ON "businesses" USING btree ("borough_code","headcount" desc nulls last,lower("name"),"id");--> statement-breakpoint
ALTER TABLE "borough_settings" DROP COLUMN "trained_share";