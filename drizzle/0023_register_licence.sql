ALTER TABLE "register_entries" ADD COLUMN "licence_type" text;--> statement-breakpoint
ALTER TABLE "register_rows" ADD COLUMN "licence_type" text;