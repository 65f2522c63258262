CREATE TABLE "pin_codes" (
	"borough_code" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"code_hash" text NOT NULL,
	"expires_on" date NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "pin_codes_borough_code_staff_id_pk" PRIMARY KEY("borough_code","staff_id")
);
--> statement-breakpoint
ALTER TABLE "pin_codes" ADD CONSTRAINT "pin_codes_staff_fk" FOREIGN KEY ("borough_code","business_id","staff_id") REFERENCES "public"."staff_members"("borough_code","business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pin_codes_business" ON "pin_codes" USING btree ("borough_code","business_id");