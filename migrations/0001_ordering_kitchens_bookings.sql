CREATE TABLE "kitchen"."corrections" (
	"reading_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."sensors" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"place" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"key_hash" text,
	"heard_at" timestamp with time zone,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "people"."declared_allergens" ADD COLUMN "sealed" text;--> statement-breakpoint
ALTER TABLE "people"."declared_allergens" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "kitchen"."safety_profiles" ADD COLUMN "cooling" jsonb;--> statement-breakpoint
ALTER TABLE "kitchen"."intakes" ADD COLUMN "minutes_per_meal" integer;--> statement-breakpoint
ALTER TABLE "kitchen"."tickets" ADD COLUMN "allergies" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."order_lines" ADD COLUMN "acknowledged" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."order_lines" ADD COLUMN "was" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD COLUMN "allergies" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."capacity_pools" ADD COLUMN "seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD COLUMN "capacity_seconds" integer;--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD COLUMN "reserved_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "procurement"."demand_history" ADD COLUMN "cooked" integer;--> statement-breakpoint
ALTER TABLE "procurement"."demand_history" ADD COLUMN "left_over" integer;--> statement-breakpoint
ALTER TABLE "procurement"."demand_history" ADD COLUMN "eaten" integer GENERATED ALWAYS AS (least(portions, greatest(0, greatest(cooked, portions) - coalesce(left_over, 0)))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "sensors_site" ON "kitchen"."sensors" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sensor_key" ON "kitchen"."sensors" USING btree ("key_hash");--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD CONSTRAINT "slot_time" CHECK (reserved_seconds >= 0 and reserved_seconds <= coalesce(capacity_seconds, reserved_seconds));