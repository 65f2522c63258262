CREATE TABLE "shared_devices" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "shared_devices_borough_code_id_pk" PRIMARY KEY("borough_code","id")
);
--> statement-breakpoint
ALTER TABLE "shared_devices" ADD CONSTRAINT "shared_devices_borough_code_business_id_businesses_borough_code_id_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shared_devices_token" ON "shared_devices" USING btree ("borough_code","token_hash");--> statement-breakpoint
CREATE INDEX "shared_devices_business" ON "shared_devices" USING btree ("borough_code","business_id");