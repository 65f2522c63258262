ALTER TABLE "certificates" ALTER COLUMN "record_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "copied_from" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "copied_from_borough" text;--> statement-breakpoint
CREATE INDEX "certificates_copies" ON "certificates" USING btree ("borough_code","copied_from");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_copy" UNIQUE("borough_code","staff_id","copied_from");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_earned_or_copied" CHECK (("certificates"."record_id" is null) = ("certificates"."copied_from" is not null) and ("certificates"."copied_from" is null) = ("certificates"."copied_from_borough" is null));