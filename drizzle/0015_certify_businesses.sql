CREATE TABLE "business_certificates" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"issued_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_on" date,
	"revoked_reason" text,
	CONSTRAINT "business_certificates_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "business_certificates_code" UNIQUE("borough_code","code_hash"),
	CONSTRAINT "business_certificates_revoked_reason" CHECK ("business_certificates"."revoked_reason" in ('mistake','not_met','asked')),
	CONSTRAINT "business_certificates_month_end" CHECK ("business_certificates"."expires_on" = (date_trunc('month', "business_certificates"."expires_on") + interval '1 month - 1 day')::date)
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "revoked_reason" text;--> statement-breakpoint
ALTER TABLE "business_certificates" ADD CONSTRAINT "business_certificates_business_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "business_certificates_business" ON "business_certificates" USING btree ("borough_code","business_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "business_certificates_once" ON "business_certificates" USING btree ("borough_code","business_id","issued_on","expires_on") WHERE "business_certificates"."revoked_on" is null;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_revoked_reason" CHECK ("certificates"."revoked_reason" in ('mistake','not_the_holder','twice','asked'));