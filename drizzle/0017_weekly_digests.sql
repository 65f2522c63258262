CREATE TABLE "digest_choices" (
	"borough_code" text NOT NULL,
	"user_id" uuid NOT NULL,
	"emails" boolean NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_choices_borough_code_user_id_pk" PRIMARY KEY("borough_code","user_id")
);
--> statement-breakpoint
CREATE TABLE "weekly_digests" (
	"borough_code" text NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"week_on" date NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"stop_hash" text NOT NULL,
	"text_state" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "weekly_digests_borough_code_id_pk" PRIMARY KEY("borough_code","id"),
	CONSTRAINT "weekly_digests_once" UNIQUE("borough_code","week_on","user_id"),
	CONSTRAINT "weekly_digests_stop" UNIQUE("borough_code","stop_hash"),
	CONSTRAINT "weekly_digests_state" CHECK ("weekly_digests"."state" in ('waiting','sent','nothing_to_say','turned_off','failed')),
	CONSTRAINT "weekly_digests_text_state" CHECK ("weekly_digests"."text_state" in ('waiting','sent','nothing_to_say','turned_off','failed'))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "digest_choices" ADD CONSTRAINT "digest_choices_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_digests" ADD CONSTRAINT "weekly_digests_borough_code_boroughs_code_fk" FOREIGN KEY ("borough_code") REFERENCES "public"."boroughs"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_mobile" CHECK ("users"."mobile" ~ '^[+]447[0-9]{9}$');