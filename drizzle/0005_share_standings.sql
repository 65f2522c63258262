CREATE TABLE "shared_standings" (
	"borough_code" text NOT NULL,
	"business_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"code_hash" text,
	"shared_on" date,
	CONSTRAINT "shared_standings_borough_code_business_id_pk" PRIMARY KEY("borough_code","business_id"),
	CONSTRAINT "shared_standings_code" UNIQUE("borough_code","code_hash")
);
--> statement-breakpoint
ALTER TABLE "shared_standings" ADD CONSTRAINT "shared_standings_business_fk" FOREIGN KEY ("borough_code","business_id") REFERENCES "public"."businesses"("borough_code","id") ON DELETE no action ON UPDATE no action;