CREATE TABLE "coverage_totals" (
	"borough_code" text NOT NULL,
	"sector" text NOT NULL,
	"measure" text NOT NULL,
	"month" date NOT NULL,
	"delta" integer NOT NULL,
	CONSTRAINT "coverage_totals_borough_code_measure_sector_month_pk" PRIMARY KEY("borough_code","measure","sector","month")
);
--> statement-breakpoint
CREATE INDEX "coverage_totals_measure" ON "coverage_totals" USING btree ("measure","month","borough_code");