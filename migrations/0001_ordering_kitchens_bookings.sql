CREATE TABLE "booking"."health_consents" (
	"booking_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"sealed_note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking"."offerings" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"section" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"art" text DEFAULT '' NOT NULL,
	"zone" text NOT NULL,
	"currency" text NOT NULL,
	"from_minor" integer NOT NULL,
	"tax_bps" integer NOT NULL,
	"ladder" jsonb NOT NULL,
	"is_health" boolean DEFAULT false NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking"."party_members" (
	"booking_id" text NOT NULL,
	"position" integer NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "party_members_booking_id_position_pk" PRIMARY KEY("booking_id","position")
);
--> statement-breakpoint
CREATE TABLE "booking"."providers" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking"."busy_days" (
	"resource_id" text NOT NULL,
	"day" integer NOT NULL,
	"spans" "bytea" NOT NULL,
	CONSTRAINT "busy_days_resource_id_day_pk" PRIMARY KEY("resource_id","day")
);
--> statement-breakpoint
CREATE TABLE "booking"."waiting" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text NOT NULL,
	"offering_id" text NOT NULL,
	"pool_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"status" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"offered_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "catalogue"."menu_calendars" (
	"site_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"closed_on_holidays" boolean NOT NULL,
	"made_up_as" integer
);
--> statement-breakpoint
CREATE TABLE "catalogue"."menu_exceptions" (
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"operator_id" text NOT NULL,
	"dishes" jsonb NOT NULL,
	CONSTRAINT "menu_exceptions_site_id_service_date_period_pk" PRIMARY KEY("site_id","service_date","period")
);
--> statement-breakpoint
CREATE TABLE "funding"."approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"company_id" text NOT NULL,
	"person_id" text NOT NULL,
	"cost_centre_id" text,
	"legal_entity_id" text,
	"kind" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"cutoff_at" timestamp with time zone NOT NULL,
	"guests" integer,
	"asked_minor" integer NOT NULL,
	"approved_minor" integer DEFAULT 0 NOT NULL,
	"used_minor" integer DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision_reason" text,
	CONSTRAINT "approval_holds" CHECK (used_minor >= 0 and used_minor <= approved_minor and asked_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "funding"."catering_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"company_id" text NOT NULL,
	"cost_centre_id" text,
	"legal_entity_id" text,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"service_point_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"heads" integer NOT NULL,
	"per_head_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"diets" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"site_id" text,
	"menu_day_id" text,
	"cutoff_at" timestamp with time zone,
	"lines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"total_minor" integer DEFAULT 0 NOT NULL,
	"valid_until" timestamp with time zone,
	"quoted_by" text,
	"answer" text,
	"accepted_by" text,
	"accepted_at" timestamp with time zone,
	"order_id" text,
	CONSTRAINT "catering_holds" CHECK (heads > 0 and per_head_minor > 0 and total_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding"."company_sites" (
	"company_id" text NOT NULL,
	"building_id" text NOT NULL,
	"operator_id" text NOT NULL,
	CONSTRAINT "company_sites_company_id_building_id_pk" PRIMARY KEY("company_id","building_id")
);
--> statement-breakpoint
CREATE TABLE "funding"."invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"company_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"number" text,
	"department" text NOT NULL,
	"cost_centre_id" text,
	"shift" text,
	"person_id" text,
	"code_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" text,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "funding"."fapiao" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"kind" text NOT NULL,
	"payer" text NOT NULL,
	"payer_id" text NOT NULL,
	"subject" text NOT NULL,
	"cause" text DEFAULT '' NOT NULL,
	"reverses" text,
	"title" text NOT NULL,
	"tax_number" text,
	"date" date NOT NULL,
	"amount_minor" integer NOT NULL,
	"tax_minor" integer NOT NULL,
	"net_of" jsonb NOT NULL,
	"status" text NOT NULL,
	"number" text,
	"requested_at" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone,
	CONSTRAINT "one_fapiao" UNIQUE("subject","payer","payer_id","cause"),
	CONSTRAINT "fapiao_number" UNIQUE("number"),
	CONSTRAINT "fapiao_amount" CHECK (amount_minor > 0 and tax_minor >= 0 and tax_minor < amount_minor)
);
--> statement-breakpoint
CREATE TABLE "funding"."invoices" (
	"statement_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"legal_entity_id" text NOT NULL,
	"provider" text NOT NULL,
	"ref" text NOT NULL,
	"customer_ref" text,
	"url" text,
	"amount_minor" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "invoice_ref" UNIQUE("provider","ref")
);
--> statement-breakpoint
CREATE TABLE "funding"."settlement_lines" (
	"group_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"portions" integer NOT NULL,
	"net_minor" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding"."settlement_payments" (
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"reference" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"noted_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "settlement_payments_operator_id_party_id_reference_pk" PRIMARY KEY("operator_id","party_id","reference")
);
--> statement-breakpoint
CREATE TABLE "funding"."settlement_rules" (
	"site_id" text NOT NULL,
	"from" date NOT NULL,
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"party_name" jsonb NOT NULL,
	"share_bps" integer NOT NULL,
	"per_portion_minor" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "settlement_rules_site_id_from_pk" PRIMARY KEY("site_id","from"),
	CONSTRAINT "settlement_share" CHECK (share_bps between 0 and 10000 and per_portion_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding"."signal_reviews" (
	"operator_id" text NOT NULL,
	"signal" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_reviews_operator_id_signal_pk" PRIMARY KEY("operator_id","signal")
);
--> statement-breakpoint
CREATE TABLE "funding"."top_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"purse_id" text NOT NULL,
	"person_id" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"provider" text NOT NULL,
	"intent_id" text NOT NULL,
	"status" text NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "top_up_intent" UNIQUE("provider","intent_id")
);
--> statement-breakpoint
CREATE TABLE "kitchen"."crews" (
	"site_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"cooks" integer NOT NULL,
	CONSTRAINT "crew_cooks" CHECK (cooks between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."outages" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"station" text NOT NULL,
	"places" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outage_places" CHECK (places > 0),
	CONSTRAINT "outage_ends" CHECK (until_at >= from_at)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."plans" (
	"menu_day_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"late_minutes" integer NOT NULL,
	"idle_minutes" integer NOT NULL,
	"makespan" integer NOT NULL,
	"lower_bound" integer NOT NULL,
	"bottleneck" jsonb,
	"late" jsonb NOT NULL,
	"impossible" jsonb NOT NULL,
	"planned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."prep_done" (
	"menu_day_id" text NOT NULL,
	"task_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "prep_done_menu_day_id_task_id_pk" PRIMARY KEY("menu_day_id","task_id")
);
--> statement-breakpoint
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
CREATE TABLE "ordering"."booked_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"offering_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"zone" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"price_minor" integer NOT NULL,
	"tax_bps" integer NOT NULL,
	"refunded_minor" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"fulfilment_recorded_at" timestamp with time zone,
	CONSTRAINT "booked_refunded_at_most" CHECK (refunded_minor between 0 and price_minor)
);
--> statement-breakpoint
CREATE TABLE "ordering"."company_order_groups" (
	"group_id" text NOT NULL,
	"company_id" text NOT NULL,
	"order_id" text NOT NULL,
	"company_order_id" text NOT NULL,
	CONSTRAINT "company_order_groups_group_id_company_id_pk" PRIMARY KEY("group_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."company_order_refunds" (
	"refund_id" text NOT NULL,
	"company_order_id" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "company_order_refunds_refund_id_company_order_id_pk" PRIMARY KEY("refund_id","company_order_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."company_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"total_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone,
	"fulfilment_recorded_at" timestamp with time zone,
	CONSTRAINT "one_order_per_company_and_menu_day" UNIQUE("company_id","menu_day_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."standing_days" (
	"plan_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"status" text NOT NULL,
	"order_id" text,
	"code" text,
	"params" jsonb,
	"tries" integer DEFAULT 0 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "standing_days_plan_id_service_date_period_pk" PRIMARY KEY("plan_id","service_date","period")
);
--> statement-breakpoint
CREATE TABLE "ordering"."standing_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text NOT NULL,
	"service_point_id" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"pay_with" text NOT NULL,
	"use_purse" boolean NOT NULL,
	"wishes" jsonb NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	"skip_holidays" boolean NOT NULL,
	"pauses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "ordering"."refunds_unrecorded";--> statement-breakpoint
ALTER TABLE "people"."declared_allergens" ADD COLUMN "sealed" text;--> statement-breakpoint
ALTER TABLE "people"."declared_allergens" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "offering_id" text;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "provider_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "name" jsonb;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "options" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD COLUMN "weighed_grams" integer;--> statement-breakpoint
ALTER TABLE "booking"."room_types" ADD COLUMN "offering_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking"."room_types" ADD COLUMN "name" jsonb;--> statement-breakpoint
ALTER TABLE "booking"."seat_pools" ADD COLUMN "offering_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking"."seat_pools" ADD COLUMN "unit_grams" integer;--> statement-breakpoint
ALTER TABLE "booking"."seat_pools" ADD COLUMN "leader" jsonb;--> statement-breakpoint
ALTER TABLE "booking"."seat_pools" ADD COLUMN "community_id" text;--> statement-breakpoint
ALTER TABLE "booking"."seat_pools" ADD COLUMN "called_off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking"."resources" ADD COLUMN "provider_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding"."companies" ADD COLUMN "allowed_periods" jsonb;--> statement-breakpoint
ALTER TABLE "funding"."cost_centres" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "funding"."employees" ADD COLUMN "building_id" text;--> statement-breakpoint
ALTER TABLE "funding"."allowance_rules" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "kitchen"."batches" ADD COLUMN "steps" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "kitchen"."safety_profiles" ADD COLUMN "cooling" jsonb;--> statement-breakpoint
ALTER TABLE "kitchen"."intakes" ADD COLUMN "minutes_per_meal" integer;--> statement-breakpoint
ALTER TABLE "kitchen"."stations" ADD COLUMN "soon_minutes" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "kitchen"."stations" ADD COLUMN "late_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "kitchen"."tickets" ADD COLUMN "allergies" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."order_lines" ADD COLUMN "acknowledged" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."order_lines" ADD COLUMN "was" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD COLUMN "allergies" jsonb;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD COLUMN "company_part_minor" integer;--> statement-breakpoint
ALTER TABLE "ordering"."refunds" ADD COLUMN "attempt" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ordering"."refunds" ADD COLUMN "bounced" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ordering"."capacity_pools" ADD COLUMN "seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD COLUMN "company_orders_opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD COLUMN "capacity_seconds" integer;--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD COLUMN "reserved_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "procurement"."demand_history" ADD COLUMN "cooked" integer;--> statement-breakpoint
ALTER TABLE "procurement"."demand_history" ADD COLUMN "left_over" integer;--> statement-breakpoint
ALTER TABLE "procurement"."demand_history" ADD COLUMN "eaten" integer GENERATED ALWAYS AS (least(portions, greatest(0, greatest(cooked, portions) - coalesce(left_over, 0)))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "offerings_section" ON "booking"."offerings" USING btree ("section","position");--> statement-breakpoint
CREATE INDEX "providers_operator" ON "booking"."providers" USING btree ("operator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "waits_once" ON "booking"."waiting" USING btree ("pool_id","person_id") WHERE status in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX "waiting_line" ON "booking"."waiting" USING btree ("pool_id","joined_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "offers_made" ON "booking"."waiting" USING btree ("offered_until") WHERE status = 'offered';--> statement-breakpoint
CREATE INDEX "approvals_person" ON "funding"."approvals" USING btree ("person_id","service_date");--> statement-breakpoint
CREATE INDEX "approvals_company" ON "funding"."approvals" USING btree ("company_id","service_date");--> statement-breakpoint
CREATE INDEX "catering_company" ON "funding"."catering_requests" USING btree ("company_id","service_date");--> statement-breakpoint
CREATE INDEX "catering_operator" ON "funding"."catering_requests" USING btree ("operator_id","service_date");--> statement-breakpoint
CREATE UNIQUE INDEX "invited_once" ON "funding"."invitations" USING btree ("company_id","email") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_code_once" ON "funding"."invitations" USING btree ("code_hash") WHERE code_hash is not null;--> statement-breakpoint
CREATE INDEX "invitations_company" ON "funding"."invitations" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "invoices_entity" ON "funding"."invoices" USING btree ("legal_entity_id","sent_at");--> statement-breakpoint
CREATE INDEX "settlement_lines_party" ON "funding"."settlement_lines" USING btree ("operator_id","party_id","service_date");--> statement-breakpoint
CREATE INDEX "top_ups_purse" ON "funding"."top_ups" USING btree ("purse_id");--> statement-breakpoint
CREATE INDEX "outages_site" ON "kitchen"."outages" USING btree ("site_id","until_at");--> statement-breakpoint
CREATE INDEX "plans_site" ON "kitchen"."plans" USING btree ("site_id","ends_at");--> statement-breakpoint
CREATE INDEX "sensors_site" ON "kitchen"."sensors" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sensor_key" ON "kitchen"."sensors" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "booked_order" ON "ordering"."booked_groups" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "booked_booking" ON "ordering"."booked_groups" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "booked_unrecorded" ON "ordering"."booked_groups" USING btree ("updated_at") WHERE status = 'delivered' and fulfilment_recorded_at is null;--> statement-breakpoint
CREATE INDEX "company_order_groups_order" ON "ordering"."company_order_groups" USING btree ("company_order_id");--> statement-breakpoint
CREATE INDEX "company_order_groups_placed" ON "ordering"."company_order_groups" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "company_orders_unrecorded" ON "ordering"."company_orders" USING btree ("opened_at") WHERE recorded_at is null;--> statement-breakpoint
CREATE INDEX "company_orders_under_way" ON "ordering"."company_orders" USING btree ("opened_at") WHERE fulfilment_recorded_at is null;--> statement-breakpoint
CREATE INDEX "standing_days_order" ON "ordering"."standing_days" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "standing_plans_person" ON "ordering"."standing_plans" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "standing_plans_open" ON "ordering"."standing_plans" USING btree ("ended_at","from_date");--> statement-breakpoint
CREATE INDEX "bookings_provider" ON "booking"."bookings" USING btree ("provider_id","starts_at");--> statement-breakpoint
CREATE INDEX "seat_pools_offering" ON "booking"."seat_pools" USING btree ("offering_id","starts_at");--> statement-breakpoint
CREATE INDEX "resources_provider" ON "booking"."resources" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "refunds_to_record" ON "ordering"."refunds" USING btree ("updated_at") WHERE status = 'refunded' and recorded_at is null;--> statement-breakpoint
CREATE INDEX "slots_without_company_orders" ON "ordering"."slots" USING btree ("closed_at") WHERE closed_at is not null and company_orders_opened_at is null;--> statement-breakpoint
ALTER TABLE "people"."persons" DROP COLUMN "birth_date";--> statement-breakpoint
ALTER TABLE "people"."persons" DROP COLUMN "tags";--> statement-breakpoint
ALTER TABLE "booking"."bookings" ADD CONSTRAINT "booking_code_once" UNIQUE("code");--> statement-breakpoint
ALTER TABLE "kitchen"."stations" ADD CONSTRAINT "station_clock" CHECK (late_minutes >= 0 and soon_minutes >= late_minutes);--> statement-breakpoint
ALTER TABLE "ordering"."slots" ADD CONSTRAINT "slot_time" CHECK (reserved_seconds >= 0 and reserved_seconds <= coalesce(capacity_seconds, reserved_seconds));