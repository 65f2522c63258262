CREATE TABLE "roll_confirmations" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"confirmed_on" date NOT NULL,
	"people" integer NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roll_confirmations_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "roll_confirmations_people" CHECK ("roll_confirmations"."people" > 0)
);
--> statement-breakpoint
ALTER TABLE "certificates" DROP CONSTRAINT "certificates_origin";--> statement-breakpoint
ALTER TABLE "staff_members" ADD COLUMN "employed_by_agency" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_members" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "copied_from" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "copied_from_borough" text;--> statement-breakpoint
ALTER TABLE "roll_confirmations" ADD CONSTRAINT "roll_confirmations_business_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roll_confirmations_business" ON "roll_confirmations" USING btree ("borough_code","business_id","created_at");--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_merged_fk" FOREIGN KEY ("borough_code","business_id","merged_into") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificates_copies" ON "certificates" USING btree ("borough_code","copied_from");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_copy" UNIQUE("borough_code","staff_id","copied_from");--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_merged" CHECK ("staff_members"."merged_into" is null or "staff_members"."left_on" is not null);--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_origin" CHECK (CASE WHEN "certificates"."equivalent_id" is null
        THEN num_nonnulls("certificates"."record_id", "certificates"."copied_from") = 1 and ("certificates"."copied_from" is null) = ("certificates"."copied_from_borough" is null)
          and num_nulls("certificates"."version_id", "certificates"."code_hash") = 0 and num_nonnulls("certificates"."taken_on", "certificates"."evidence") = 0
        ELSE num_nonnulls("certificates"."record_id", "certificates"."copied_from", "certificates"."copied_from_borough", "certificates"."version_id", "certificates"."code_hash") = 0
          and num_nulls("certificates"."taken_on", "certificates"."evidence") = 0 END);