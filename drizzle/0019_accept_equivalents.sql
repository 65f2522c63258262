CREATE TABLE "driver_attestations" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"drivers" integer NOT NULL,
	"trained" integer NOT NULL,
	"evidence" text NOT NULL,
	"attested_on" date NOT NULL,
	"attested_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "driver_attestations_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "driver_attestations_drivers" CHECK ("driver_attestations"."drivers" between 1 and 100000),
	CONSTRAINT "driver_attestations_trained" CHECK ("driver_attestations"."trained" between 0 and "driver_attestations"."drivers"),
	CONSTRAINT "driver_attestations_evidence" CHECK ("driver_attestations"."evidence" in ('tfl_records','own_records','certificates_seen'))
);
--> statement-breakpoint
CREATE TABLE "equivalents" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"course_slug" text NOT NULL,
	"provider" text NOT NULL,
	"months" integer NOT NULL,
	"accepted_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_on" date,
	CONSTRAINT "equivalents_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "equivalents_provider" CHECK ("equivalents"."provider" in ('tfl_safeguarding','barnardos_nightwatch','wave','other_authority')),
	CONSTRAINT "equivalents_months" CHECK ("equivalents"."months" between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "record_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "version_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "code_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "equivalent_id" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "taken_on" date;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "evidence" text;--> statement-breakpoint
ALTER TABLE "driver_attestations" ADD CONSTRAINT "driver_attestations_business_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equivalents" ADD CONSTRAINT "equivalents_course_slug_courses_slug_fk" FOREIGN KEY ("course_slug") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "driver_attestations_business" ON "driver_attestations" USING btree ("borough_code","business_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "equivalents_open" ON "equivalents" USING btree ("borough_code","course_slug","provider") WHERE "equivalents"."ended_on" is null;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_equivalent_fk" FOREIGN KEY ("borough_code","equivalent_id") REFERENCES "public"."equivalents"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_evidence" ON "certificates" USING btree ("borough_code","equivalent_id","evidence") WHERE "certificates"."equivalent_id" is not null and "certificates"."revoked_on" is null;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_origin" CHECK (CASE WHEN "certificates"."equivalent_id" is null
        THEN num_nulls("certificates"."record_id", "certificates"."version_id", "certificates"."code_hash") = 0 and num_nonnulls("certificates"."taken_on", "certificates"."evidence") = 0
        ELSE num_nonnulls("certificates"."record_id", "certificates"."version_id", "certificates"."code_hash") = 0 and num_nulls("certificates"."taken_on", "certificates"."evidence") = 0 END);