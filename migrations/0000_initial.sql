CREATE SCHEMA "catalogue";
--> statement-breakpoint
CREATE SCHEMA "funding";
--> statement-breakpoint
CREATE SCHEMA "people";
--> statement-breakpoint
CREATE SCHEMA "places";
--> statement-breakpoint
CREATE SCHEMA "platform";
--> statement-breakpoint
CREATE SCHEMA "booking";
--> statement-breakpoint
CREATE SCHEMA "delivery";
--> statement-breakpoint
CREATE SCHEMA "kitchen";
--> statement-breakpoint
CREATE SCHEMA "ordering";
--> statement-breakpoint
CREATE SCHEMA "procurement";
--> statement-breakpoint
CREATE TABLE "catalogue"."dishes" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"category" text NOT NULL,
	"tags" jsonb NOT NULL,
	"art" text NOT NULL,
	"price_minor" integer NOT NULL,
	"tax_bps" integer NOT NULL,
	"product_id" text,
	"variant_id" text,
	"recipe_id" text,
	"holding" text DEFAULT 'hot' NOT NULL,
	"substitute_id" text,
	CONSTRAINT "dishes_variant" UNIQUE("variant_id")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."ingredient_facts" (
	"ingredient_id" text PRIMARY KEY NOT NULL,
	"milligrams_per_unit" integer NOT NULL,
	"measures" jsonb,
	"contains" jsonb,
	"may_contain" jsonb NOT NULL,
	"nutrition" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogue"."meal_periods" (
	"site_id" text NOT NULL,
	"period" text NOT NULL,
	"serves_from" text NOT NULL,
	"serves_to" text NOT NULL,
	"cutoff" jsonb NOT NULL,
	CONSTRAINT "meal_periods_site_id_period_pk" PRIMARY KEY("site_id","period")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."menu_cycle" (
	"site_id" text NOT NULL,
	"period" text NOT NULL,
	"day" integer NOT NULL,
	"length" integer NOT NULL,
	"dish_id" text NOT NULL,
	"portions" integer NOT NULL,
	CONSTRAINT "menu_cycle_site_id_period_day_dish_id_pk" PRIMARY KEY("site_id","period","day","dish_id")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."menu_days" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"zone" text NOT NULL,
	"cutoff_rule" jsonb NOT NULL,
	"cutoff_at" timestamp with time zone NOT NULL,
	"serves_from" timestamp with time zone NOT NULL,
	"serves_to" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "menu_day_once" UNIQUE("site_id","service_date","period")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."offers" (
	"id" text PRIMARY KEY NOT NULL,
	"menu_day_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"variant_id" text,
	"recipe_version_id" text,
	"price_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"tax_bps" integer NOT NULL,
	"allergens" jsonb NOT NULL,
	"nutrition" jsonb NOT NULL,
	"portions" integer NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "offer_once" UNIQUE("menu_day_id","dish_id")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."recipe_lines" (
	"version_id" text NOT NULL,
	"line" integer NOT NULL,
	"ingredient_id" text,
	"sub_recipe_id" text,
	"quantity" double precision NOT NULL,
	"waste_bps" integer NOT NULL,
	CONSTRAINT "recipe_lines_version_id_line_pk" PRIMARY KEY("version_id","line")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."recipe_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"recipe_id" text NOT NULL,
	"version" integer NOT NULL,
	"station" text NOT NULL,
	"minutes" integer NOT NULL,
	"batch_portions" integer NOT NULL,
	"yield_grams" integer NOT NULL,
	"allergens" jsonb NOT NULL,
	"nutrition" jsonb NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recipe_version_once" UNIQUE("recipe_id","version")
);
--> statement-breakpoint
CREATE TABLE "catalogue"."recipes" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"current_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding"."ledger_entries" (
	"transaction_id" text NOT NULL,
	"line" integer NOT NULL,
	"account" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "ledger_entries_transaction_id_line_pk" PRIMARY KEY("transaction_id","line")
);
--> statement-breakpoint
CREATE TABLE "funding"."ledger_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"ref" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "booked_once" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "people"."declared_allergens" (
	"person_id" text PRIMARY KEY NOT NULL,
	"codes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people"."memberships" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"operator_id" text DEFAULT '' NOT NULL,
	"scope_id" text DEFAULT '' NOT NULL,
	CONSTRAINT "memberships_person_id_role_operator_id_scope_id_pk" PRIMARY KEY("person_id","role","operator_id","scope_id")
);
--> statement-breakpoint
CREATE TABLE "people"."persons" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"customer_id" text,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"birth_date" date,
	"tags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"service_point_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "persons_email" UNIQUE("email"),
	CONSTRAINT "persons_customer" UNIQUE("customer_id")
);
--> statement-breakpoint
CREATE TABLE "places"."buildings" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"floors" integer NOT NULL,
	"lift" boolean NOT NULL,
	"households" integer NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places"."cities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"zone" text NOT NULL,
	"currency" text NOT NULL,
	"map" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places"."communities" (
	"id" text PRIMARY KEY NOT NULL,
	"district_id" text NOT NULL,
	"city_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"site_type" text NOT NULL,
	"households" integer NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"gate_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places"."coverage" (
	"site_id" text NOT NULL,
	"community_id" text NOT NULL,
	"period" text NOT NULL,
	CONSTRAINT "coverage_site_id_community_id_period_pk" PRIMARY KEY("site_id","community_id","period"),
	CONSTRAINT "coverage_once" UNIQUE("community_id","period","site_id")
);
--> statement-breakpoint
CREATE TABLE "places"."districts" (
	"id" text PRIMARY KEY NOT NULL,
	"city_id" text NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places"."operators" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"sales_channel_id" text
);
--> statement-breakpoint
CREATE TABLE "places"."service_points" (
	"id" text PRIMARY KEY NOT NULL,
	"building_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"fee_minor" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places"."sites" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"city_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"zone" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"counter_point_id" text
);
--> statement-breakpoint
CREATE TABLE "platform"."audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"operator_id" text,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."idempotency" (
	"scope" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"response" json,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_scope_route_key_pk" PRIMARY KEY("scope","route","key")
);
--> statement-breakpoint
CREATE TABLE "platform"."inbox" (
	"consumer" text NOT NULL,
	"event_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"refusal" text,
	CONSTRAINT "inbox_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "platform"."outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"resends" integer DEFAULT 0 NOT NULL,
	"settled" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."service_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."stream_events" (
	"topic" text NOT NULL,
	"version" bigint NOT NULL,
	"event" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stream_events_topic_version_pk" PRIMARY KEY("topic","version")
);
--> statement-breakpoint
CREATE TABLE "platform"."stream_topics" (
	"topic" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."tallies" (
	"name" text PRIMARY KEY NOT NULL,
	"times" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking"."bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"status" text NOT NULL,
	"quantity" integer NOT NULL,
	"zone" text NOT NULL,
	"starts_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"price_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"nights_minor" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"ladder" jsonb NOT NULL,
	"fee_minor" integer DEFAULT 0 NOT NULL,
	"refund_minor" integer DEFAULT 0 NOT NULL,
	"hold_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "quantity_is_positive" CHECK (quantity > 0 or status in ('cancelled', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "booking"."room_nights" (
	"room_type_id" text NOT NULL,
	"night" date NOT NULL,
	"rooms" integer NOT NULL,
	"overbooking" integer DEFAULT 0 NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"price_minor" integer NOT NULL,
	CONSTRAINT "room_nights_room_type_id_night_pk" PRIMARY KEY("room_type_id","night"),
	CONSTRAINT "nights_never_oversold" CHECK (sold >= 0 and sold <= rooms + overbooking)
);
--> statement-breakpoint
CREATE TABLE "booking"."room_types" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"property_id" text NOT NULL,
	"sleeps" integer NOT NULL,
	"zone" text NOT NULL,
	"check_in" text NOT NULL,
	"check_out" text NOT NULL,
	"horizon_days" integer NOT NULL,
	"currency" text NOT NULL,
	"ladder" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking"."seat_pools" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"kind" text NOT NULL,
	"zone" text NOT NULL,
	"starts_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"seats" integer NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"minimum" integer DEFAULT 0 NOT NULL,
	"price_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"ladder" jsonb NOT NULL,
	CONSTRAINT "seats_never_oversold" CHECK (sold >= 0 and sold <= seats)
);
--> statement-breakpoint
CREATE TABLE "booking"."resource_uses" (
	"booking_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"released" boolean DEFAULT false NOT NULL,
	CONSTRAINT "resource_uses_booking_id_resource_id_pk" PRIMARY KEY("booking_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "booking"."resources" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking"."services" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"buffer_minutes" integer NOT NULL,
	"step_minutes" integer NOT NULL,
	"opening" jsonb NOT NULL,
	"needs" jsonb NOT NULL,
	"horizon_days" integer NOT NULL,
	"price_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"ladder" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."route_prices" (
	"operator_id" text PRIMARY KEY NOT NULL,
	"per_run_minor" integer NOT NULL,
	"per_km_minor" integer NOT NULL,
	"per_stop_minor" integer NOT NULL,
	"margin_per_box_minor" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."drops" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"stop_id" text NOT NULL,
	"group_id" text NOT NULL,
	"order_id" text NOT NULL,
	"number" text NOT NULL,
	"service_point_id" text NOT NULL,
	"point" jsonb NOT NULL,
	"point_kind" text NOT NULL,
	"initial" text NOT NULL,
	"boxes" integer NOT NULL,
	"chilled" integer DEFAULT 0 NOT NULL,
	"ambient" integer DEFAULT 0 NOT NULL,
	"code" text NOT NULL,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure_reason" text,
	"next_action" text,
	"acted_at" timestamp with time zone,
	"stored_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "drop_per_group" UNIQUE("group_id")
);
--> statement-breakpoint
CREATE TABLE "delivery"."fee_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text,
	"community_id" text,
	"point_kind" text,
	"from_metres" integer NOT NULL,
	"to_metres" integer,
	"from_minor" integer NOT NULL,
	"to_minor" integer,
	"fee_minor" integer NOT NULL,
	"per_km_minor" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."couriers" (
	"person_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"skills" jsonb NOT NULL,
	"shift_from" text NOT NULL,
	"shift_to" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."vehicles" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"boxes" integer NOT NULL,
	"litres" integer NOT NULL,
	"hot_boxes" integer NOT NULL,
	"chilled_boxes" integer NOT NULL,
	"skills" jsonb NOT NULL,
	"metres_per_second" integer NOT NULL,
	"shift_from" text NOT NULL,
	"shift_to" text NOT NULL,
	"trips" integer NOT NULL,
	"reload_seconds" integer NOT NULL,
	"per_km_minor" integer NOT NULL,
	"per_hour_minor" integer NOT NULL,
	"per_use_minor" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."windows" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"period" text NOT NULL,
	"site_types" jsonb NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."compartments" (
	"id" text PRIMARY KEY NOT NULL,
	"service_point_id" text NOT NULL,
	"number" integer NOT NULL,
	"boxes" integer NOT NULL,
	"state" text DEFAULT 'free' NOT NULL,
	"drop_id" text,
	"since" timestamp with time zone,
	CONSTRAINT "compartment_number" UNIQUE("service_point_id","number"),
	CONSTRAINT "compartment_per_drop" UNIQUE("drop_id")
);
--> statement-breakpoint
CREATE TABLE "delivery"."plans" (
	"menu_day_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"zone" text NOT NULL,
	"serves_from" timestamp with time zone NOT NULL,
	"serves_to" timestamp with time zone NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"waves_left" integer NOT NULL,
	"last_run" integer DEFAULT 0 NOT NULL,
	"food_rounds" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"planned_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "delivery"."waves" (
	"menu_day_id" text NOT NULL,
	"wave" integer NOT NULL,
	"operator_id" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"wanted" integer DEFAULT 1 NOT NULL,
	"planned" integer DEFAULT 0 NOT NULL,
	"planned_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "waves_menu_day_id_wave_pk" PRIMARY KEY("menu_day_id","wave")
);
--> statement-breakpoint
CREATE TABLE "delivery"."road_legs" (
	"source" text NOT NULL,
	"from_spot" bigint NOT NULL,
	"to_spot" bigint NOT NULL,
	"metres" integer NOT NULL,
	"seconds" integer NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "road_legs_source_from_spot_to_spot_pk" PRIMARY KEY("source","from_spot","to_spot")
);
--> statement-breakpoint
CREATE TABLE "delivery"."runs" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"wave" integer NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"courier_id" text,
	"vehicle" jsonb NOT NULL,
	"depart_at" timestamp with time zone NOT NULL,
	"return_at" timestamp with time zone NOT NULL,
	"metres" integer NOT NULL,
	"seconds" integer NOT NULL,
	"boxes" integer NOT NULL,
	"path" jsonb NOT NULL,
	"back_seconds" integer NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"seen_at" timestamp with time zone,
	"progress_at" timestamp with time zone,
	"left_seconds" integer,
	"claimed_at" timestamp with time zone,
	"loaded_at" timestamp with time zone,
	"load_check" jsonb,
	"departed_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"stop_reason" text,
	"takes_over" text,
	CONSTRAINT "run_once" UNIQUE("menu_day_id","number")
);
--> statement-breakpoint
CREATE TABLE "delivery"."slots" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"period" text NOT NULL,
	"point_kinds" jsonb NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."wishes" (
	"group_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery"."stops" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"wave" integer NOT NULL,
	"building_id" text NOT NULL,
	"community_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"community" jsonb NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"boxes" integer NOT NULL,
	"part" integer DEFAULT 1 NOT NULL,
	"window_from" timestamp with time zone NOT NULL,
	"window_to" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone NOT NULL,
	"use_by" timestamp with time zone NOT NULL,
	"service_seconds" integer NOT NULL,
	"gate_seconds" integer NOT NULL,
	"skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"run_id" text,
	"sequence" integer,
	"leg_seconds" integer,
	"planned_eta" timestamp with time zone,
	"eta" timestamp with time zone,
	"done_at" timestamp with time zone,
	"unserved_reason" text,
	"change" jsonb,
	CONSTRAINT "stop_once" UNIQUE("menu_day_id","building_id","part")
);
--> statement-breakpoint
CREATE TABLE "delivery"."alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"run_id" text,
	"detail" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" text,
	CONSTRAINT "alert_once" UNIQUE("kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "delivery"."photos" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"drop_id" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"taken_by" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding"."claim_lines" (
	"claim_id" text NOT NULL,
	"line" integer NOT NULL,
	"use_id" text NOT NULL,
	"site" text NOT NULL,
	"time" text NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" integer NOT NULL,
	CONSTRAINT "claim_lines_claim_id_line_pk" PRIMARY KEY("claim_id","line"),
	CONSTRAINT "claimed_use_once" UNIQUE("claim_id","use_id")
);
--> statement-breakpoint
CREATE TABLE "funding"."claims" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"scheme_id" text NOT NULL,
	"funder" text NOT NULL,
	"month" text NOT NULL,
	"lines" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claimed_once" UNIQUE("operator_id","scheme_id","funder","month")
);
--> statement-breakpoint
CREATE TABLE "funding"."companies" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"building_id" text NOT NULL,
	"currency" text DEFAULT 'cny' NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"allowed_site_ids" jsonb,
	"credit_limit_minor" integer,
	"credit_stopped" boolean DEFAULT false NOT NULL,
	"terms_days" integer DEFAULT 30 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding"."company_prices" (
	"company_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"price_minor" integer NOT NULL,
	"from_date" date NOT NULL,
	CONSTRAINT "company_prices_company_id_dish_id_from_date_pk" PRIMARY KEY("company_id","dish_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "funding"."cost_centres" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"legal_entity_id" text NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "cost_centre_code" UNIQUE("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "funding"."employees" (
	"company_id" text NOT NULL,
	"person_id" text NOT NULL,
	"department" text NOT NULL,
	"number" text,
	"cost_centre_id" text,
	"shift" text,
	"left_at" timestamp with time zone,
	CONSTRAINT "employees_company_id_person_id_pk" PRIMARY KEY("company_id","person_id"),
	CONSTRAINT "employee_number" UNIQUE("company_id","number")
);
--> statement-breakpoint
CREATE TABLE "funding"."legal_entities" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"tax_number" text NOT NULL,
	CONSTRAINT "legal_entity_once" UNIQUE("company_id","tax_number")
);
--> statement-breakpoint
CREATE TABLE "funding"."member_facts" (
	"member_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"sealed" text NOT NULL,
	"id_hash" text,
	"id_last4" text,
	"checked_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding"."members" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text,
	"code" text NOT NULL,
	"card" text,
	"pseudonym" text NOT NULL,
	"joined_on" date NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "member_code_once" UNIQUE("operator_id","code")
);
--> statement-breakpoint
CREATE TABLE "funding"."proxies" (
	"id" text PRIMARY KEY NOT NULL,
	"principal_id" text NOT NULL,
	"agent_id" text,
	"code_hash" text,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text
);
--> statement-breakpoint
CREATE TABLE "funding"."registrations" (
	"member_id" text NOT NULL,
	"scheme_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	CONSTRAINT "registered_once" UNIQUE("member_id","scheme_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "funding"."purses" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"company_id" text,
	"holder" text NOT NULL,
	"currency" text NOT NULL,
	"balance_minor" integer DEFAULT 0 NOT NULL,
	"held_minor" integer DEFAULT 0 NOT NULL,
	"cap_minor" integer NOT NULL,
	"expires_on" date,
	CONSTRAINT "purse_holds" CHECK (balance_minor >= held_minor and held_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding"."reservation_returns" (
	"refund_id" text NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reservation_returns_refund_id_seq_pk" PRIMARY KEY("refund_id","seq")
);
--> statement-breakpoint
CREATE TABLE "funding"."reservations" (
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"bucket" text NOT NULL,
	"account" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"returned_minor" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"company_id" text,
	"legal_entity_id" text,
	"cost_centre_id" text,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reservations_order_id_seq_pk" PRIMARY KEY("order_id","seq"),
	CONSTRAINT "returned_at_most" CHECK (amount_minor > 0 and returned_minor between 0 and amount_minor)
);
--> statement-breakpoint
CREATE TABLE "funding"."allowance_balances" (
	"rule_id" text NOT NULL,
	"person_id" text NOT NULL,
	"bucket" text NOT NULL,
	"limit_minor" integer NOT NULL,
	"used_minor" integer NOT NULL,
	CONSTRAINT "allowance_balances_person_id_rule_id_bucket_pk" PRIMARY KEY("person_id","rule_id","bucket"),
	CONSTRAINT "allowance_not_negative" CHECK (used_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding"."allowance_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"name" jsonb NOT NULL,
	"rule" jsonb NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date
);
--> statement-breakpoint
CREATE TABLE "funding"."budgets" (
	"id" text PRIMARY KEY NOT NULL,
	"cost_centre_id" text NOT NULL,
	"company_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"month" text NOT NULL,
	"limit_minor" bigint NOT NULL,
	"used_minor" bigint DEFAULT 0 NOT NULL,
	"covers" jsonb NOT NULL,
	CONSTRAINT "one_budget" UNIQUE("cost_centre_id","month"),
	CONSTRAINT "budget_holds" CHECK (used_minor >= 0 and limit_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding"."statement_files" (
	"statement_id" text NOT NULL,
	"format" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "statement_files_statement_id_format_pk" PRIMARY KEY("statement_id","format")
);
--> statement-breakpoint
CREATE TABLE "funding"."statement_lines" (
	"statement_id" text NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"refund_id" text NOT NULL,
	"cost_centre" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"corrects_number" text,
	"amount_minor" integer NOT NULL,
	CONSTRAINT "statement_lines_statement_id_line_pk" PRIMARY KEY("statement_id","line"),
	CONSTRAINT "stated_share_once" UNIQUE("order_id","seq","refund_id")
);
--> statement-breakpoint
CREATE TABLE "funding"."statement_payments" (
	"reference" text NOT NULL,
	"statement_id" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"noted_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "statement_payments_statement_id_reference_pk" PRIMARY KEY("statement_id","reference")
);
--> statement-breakpoint
CREATE TABLE "funding"."statements" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"operator_id" text NOT NULL,
	"company_id" text NOT NULL,
	"legal_entity_id" text NOT NULL,
	"legal_entity" jsonb NOT NULL,
	"tax_number" text NOT NULL,
	"month" text NOT NULL,
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"due_on" date NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stated_once" UNIQUE("legal_entity_id","month")
);
--> statement-breakpoint
CREATE TABLE "funding"."grant_uses" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"member_id" text NOT NULL,
	"pseudonym" text NOT NULL,
	"scheme_id" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"grant_id" text NOT NULL,
	"funder" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"mode" text NOT NULL,
	"bucket" text NOT NULL,
	"number" integer NOT NULL,
	"spend_minor" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"identified" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"returned_minor" integer DEFAULT 0 NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "grant_amount" CHECK (amount_minor > 0 and returned_minor between 0 and amount_minor)
);
--> statement-breakpoint
CREATE TABLE "funding"."scheme_sites" (
	"scheme_id" text NOT NULL,
	"site_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	CONSTRAINT "scheme_sites_scheme_id_site_id_from_date_pk" PRIMARY KEY("scheme_id","site_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "funding"."schemes" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "schemes_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "funding"."till_days" (
	"site_id" text NOT NULL,
	"day" date NOT NULL,
	"operator_id" text NOT NULL,
	"totals" jsonb NOT NULL,
	"counted_minor" integer NOT NULL,
	"closed_by" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "till_days_site_id_day_pk" PRIMARY KEY("site_id","day")
);
--> statement-breakpoint
CREATE TABLE "funding"."till_sales" (
	"order_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"day" date NOT NULL,
	"cashier_id" text NOT NULL,
	"member_id" text,
	"payment" text NOT NULL,
	"total_minor" integer NOT NULL,
	"paid_minor" integer NOT NULL,
	"given_minor" integer,
	"currency" text NOT NULL,
	"sold_at" timestamp with time zone NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_by" text,
	"void_reason" text
);
--> statement-breakpoint
CREATE TABLE "kitchen"."batches" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"dish_id" text NOT NULL,
	"recipe_version_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"station" text NOT NULL,
	"sequence" integer NOT NULL,
	"portions" integer NOT NULL,
	"minutes" integer NOT NULL,
	"start_by" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp with time zone,
	"cooked_at" timestamp with time zone,
	CONSTRAINT "batch_once" UNIQUE("menu_day_id","dish_id","sequence"),
	CONSTRAINT "batch_portions" CHECK (portions > 0)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."holdings" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"mode" text NOT NULL,
	"tenths" integer,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."readings" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"batch_id" text,
	"place" text NOT NULL,
	"tenths" integer NOT NULL,
	"verdict" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."retained_samples" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"dish_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"grams" integer NOT NULL,
	"place" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" text NOT NULL,
	"keep_until" timestamp with time zone NOT NULL,
	"disposed_at" timestamp with time zone,
	"disposed_by" text,
	CONSTRAINT "sample_once" UNIQUE("site_id","menu_day_id","dish_id"),
	CONSTRAINT "sample_is_kept" CHECK (disposed_at is null or disposed_at >= keep_until)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."safety_policies" (
	"site_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"profile_id" text NOT NULL,
	"sample_grams" integer,
	"holding" text NOT NULL,
	CONSTRAINT "policy_sample_grams" CHECK (sample_grams > 0)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."safety_profiles" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"checklists" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."self_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"rhythm" text NOT NULL,
	"due_on" date NOT NULL,
	"answers" jsonb NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"signed_by" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "self_check_once" UNIQUE("site_id","rhythm","due_on")
);
--> statement-breakpoint
CREATE TABLE "kitchen"."intakes" (
	"site_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"mode" text NOT NULL,
	"lead_minutes" integer NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "lead_minutes" CHECK (lead_minutes between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."output_days" (
	"site_id" text NOT NULL,
	"date" date NOT NULL,
	"operator_id" text NOT NULL,
	"meals" integer NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "output_days_site_id_date_pk" PRIMARY KEY("site_id","date")
);
--> statement-breakpoint
CREATE TABLE "kitchen"."shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"person_id" text NOT NULL,
	"in_at" timestamp with time zone NOT NULL,
	"out_at" timestamp with time zone,
	CONSTRAINT "shift_ends_after" CHECK (out_at >= in_at)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."sold_out_dishes" (
	"menu_day_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"portions_left" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	CONSTRAINT "sold_out_dishes_menu_day_id_dish_id_pk" PRIMARY KEY("menu_day_id","dish_id"),
	CONSTRAINT "portions_left" CHECK (portions_left >= 0)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."sold_out_lines" (
	"line_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"order_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"outcome" text NOT NULL,
	"substitute_id" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."waste" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"dish_id" text NOT NULL,
	"portions" integer NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "waste_portions" CHECK (portions > 0)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."stations" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	"places" integer DEFAULT 2 NOT NULL,
	CONSTRAINT "station_once" UNIQUE("site_id","code"),
	CONSTRAINT "station_places" CHECK (places > 0)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."supply_shortages" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"ingredient" jsonb NOT NULL,
	"unit" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" text NOT NULL,
	"runs_out_on" date,
	"hits" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."bumps" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"station" text,
	"kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kitchen"."groups" (
	"group_id" text PRIMARY KEY NOT NULL,
	"voided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "kitchen"."ticket_items" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"line_id" text NOT NULL,
	"station" text NOT NULL,
	"dish_id" text NOT NULL,
	"recipe_version_id" text,
	"name" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"allergens" jsonb NOT NULL,
	"done_at" timestamp with time zone,
	"was" jsonb,
	"voided_at" timestamp with time zone,
	CONSTRAINT "item_per_line" UNIQUE("line_id")
);
--> statement-breakpoint
CREATE TABLE "kitchen"."tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"group_id" text NOT NULL,
	"order_id" text NOT NULL,
	"number" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"destination" jsonb NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"ready_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_per_group" UNIQUE("group_id")
);
--> statement-breakpoint
CREATE TABLE "kitchen"."batch_portions" (
	"batch_id" text NOT NULL,
	"site_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"portions" integer NOT NULL,
	CONSTRAINT "batch_portions_batch_id_site_id_pk" PRIMARY KEY("batch_id","site_id"),
	CONSTRAINT "portions_there" CHECK (portions >= 0)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."food_transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"from_site_id" text NOT NULL,
	"to_site_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"mode" text NOT NULL,
	"sent" integer NOT NULL,
	"received" integer,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" text NOT NULL,
	"received_at" timestamp with time zone,
	"received_by" text,
	CONSTRAINT "transfer_portions" CHECK (sent > 0 and received between 0 and sent)
);
--> statement-breakpoint
CREATE TABLE "kitchen"."transfer_discrepancies" (
	"transfer_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"portions" integer NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ordering"."fulfilment_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"menu_day_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"status" text NOT NULL,
	"boxes" integer NOT NULL,
	"fee_minor" integer DEFAULT 0 NOT NULL,
	"handover_code" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ticket_version" integer DEFAULT 0 NOT NULL,
	"fulfilment_recorded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ordering"."order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"group_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"variant_id" text,
	"recipe_version_id" text,
	"name" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"unit_minor" integer NOT NULL,
	"tax_bps" integer NOT NULL,
	"allergens" jsonb NOT NULL,
	"refund_id" text,
	CONSTRAINT "line_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "ordering"."orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"operator_id" text NOT NULL,
	"person_id" text NOT NULL,
	"status" text NOT NULL,
	"service_point_id" text NOT NULL,
	"building_id" text NOT NULL,
	"community_id" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"items_minor" integer NOT NULL,
	"fee_minor" integer NOT NULL,
	"total_minor" integer NOT NULL,
	"tax_minor" integer NOT NULL,
	"fee_tax_minor" integer DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"at_counter" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"hold_expires_at" timestamp with time zone,
	"placed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"recorded_at" timestamp with time zone,
	"cancellation_recorded_at" timestamp with time zone,
	CONSTRAINT "total_adds_up" CHECK (total_minor = items_minor + fee_minor and total_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "ordering"."order_payers" (
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"bucket" text NOT NULL,
	"account" text NOT NULL,
	"limit_minor" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"refunded_minor" integer DEFAULT 0 NOT NULL,
	"excludes" jsonb NOT NULL,
	"group_id" text,
	"name" jsonb NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "order_payers_order_id_seq_pk" PRIMARY KEY("order_id","seq"),
	CONSTRAINT "payer_refunded_at_most" CHECK (amount_minor >= 0 and refunded_minor between 0 and amount_minor)
);
--> statement-breakpoint
CREATE TABLE "ordering"."order_shares" (
	"order_id" text NOT NULL,
	"charge_id" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	CONSTRAINT "order_shares_order_id_charge_id_seq_pk" PRIMARY KEY("order_id","charge_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ordering"."refund_parts" (
	"refund_id" text NOT NULL,
	"order_id" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	CONSTRAINT "refund_parts_refund_id_group_id_seq_pk" PRIMARY KEY("refund_id","group_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ordering"."refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"cause" text NOT NULL,
	"total_minor" integer NOT NULL,
	"payment_id" text,
	"payment_minor" integer NOT NULL,
	"goodwill_minor" integer NOT NULL,
	"line_ids" jsonb NOT NULL,
	"status" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "refund_once" UNIQUE("order_id","cause")
);
--> statement-breakpoint
CREATE TABLE "ordering"."payment_events" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_events_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."payments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"provider" text NOT NULL,
	"intent_id" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_intent_once" UNIQUE("provider","intent_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."ratings" (
	"group_id" text NOT NULL,
	"subject" text NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"community_id" text NOT NULL,
	"person_id" text NOT NULL,
	"dish_id" text,
	"service_date" date NOT NULL,
	"score" integer NOT NULL,
	"comment" text NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ratings_group_id_subject_pk" PRIMARY KEY("group_id","subject"),
	CONSTRAINT "rating_score" CHECK (score between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "ordering"."satisfaction_alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"count" integer NOT NULL,
	"positive" integer NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ordering"."capacity_holds" (
	"order_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "capacity_holds_order_id_offer_id_pk" PRIMARY KEY("order_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."capacity_pools" (
	"offer_id" text PRIMARY KEY NOT NULL,
	"menu_day_id" text NOT NULL,
	"capacity" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "never_oversold" CHECK (reserved >= 0 and reserved <= capacity)
);
--> statement-breakpoint
CREATE TABLE "ordering"."slots" (
	"menu_day_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"zone" text NOT NULL,
	"cutoff_at" timestamp with time zone NOT NULL,
	"serves_from" timestamp with time zone NOT NULL,
	"serves_to" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "procurement"."count_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"count_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"counted" integer,
	"expected" integer,
	"again" boolean DEFAULT false NOT NULL,
	"variance" integer,
	CONSTRAINT "count_line_once" UNIQUE("count_id","lot_id"),
	CONSTRAINT "counted_not_negative" CHECK (counted is null or counted >= 0)
);
--> statement-breakpoint
CREATE TABLE "procurement"."counts" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"storage" text,
	"status" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "procurement"."forecast_overrides" (
	"site_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"operator_id" text NOT NULL,
	"portions" integer,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"median" integer,
	CONSTRAINT "forecast_overrides_site_id_service_date_period_dish_id_pk" PRIMARY KEY("site_id","service_date","period","dish_id"),
	CONSTRAINT "override_not_negative" CHECK ("procurement"."forecast_overrides"."portions" >= 0)
);
--> statement-breakpoint
CREATE TABLE "procurement"."forecast_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"series" integer,
	"cells" integer,
	"coverage_bps" integer
);
--> statement-breakpoint
CREATE TABLE "procurement"."forecasts" (
	"site_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"operator_id" text NOT NULL,
	"run_id" text NOT NULL,
	"origin" date NOT NULL,
	"method" text NOT NULL,
	"quantiles" jsonb NOT NULL,
	"planned" integer,
	CONSTRAINT "forecasts_site_id_service_date_period_dish_id_pk" PRIMARY KEY("site_id","service_date","period","dish_id"),
	CONSTRAINT "forecast_looks_ahead" CHECK ("procurement"."forecasts"."origin" < "procurement"."forecasts"."service_date")
);
--> statement-breakpoint
CREATE TABLE "procurement"."gaps" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"purchase_order_id" text NOT NULL,
	"line_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"cause" text NOT NULL,
	"ref" text NOT NULL,
	"state" text NOT NULL,
	"runs_out_on" date,
	"covered_by" text,
	"decide_by" timestamp with time zone,
	"hits" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "gap_once" UNIQUE("line_id","ref")
);
--> statement-breakpoint
CREATE TABLE "procurement"."credits" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"cause" text NOT NULL,
	"ref" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"number" text,
	"received_at" timestamp with time zone,
	CONSTRAINT "credit_once" UNIQUE("cause","ref")
);
--> statement-breakpoint
CREATE TABLE "procurement"."discrepancies" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"supplier_id" text,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"invoice_id" text,
	"transfer_id" text,
	"ingredient_id" text NOT NULL,
	"expected" integer NOT NULL,
	"found" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "discrepancy_once" UNIQUE("ref","kind")
);
--> statement-breakpoint
CREATE TABLE "procurement"."invoice_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"invoice_id" text NOT NULL,
	"line_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"invoiced_before" integer NOT NULL,
	"received" integer NOT NULL,
	"payable_minor" integer NOT NULL,
	"match" text NOT NULL,
	CONSTRAINT "invoice_line_once" UNIQUE("invoice_id","line_id"),
	CONSTRAINT "invoice_line_positive" CHECK (quantity > 0 and amount_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "procurement"."invoices" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"purchase_order_id" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"total_minor" integer NOT NULL,
	"entered_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoice_once" UNIQUE("supplier_id","number")
);
--> statement-breakpoint
CREATE TABLE "procurement"."certificate_warnings" (
	"certificate_id" text NOT NULL,
	"days_before" integer NOT NULL,
	"operator_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_warnings_certificate_id_days_before_pk" PRIMARY KEY("certificate_id","days_before")
);
--> statement-breakpoint
CREATE TABLE "procurement"."papers" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"file_id" text NOT NULL,
	"filed_by" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "procurement"."tolerances" (
	"supplier_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"over_delivery_bps" integer NOT NULL,
	CONSTRAINT "tolerances_supplier_id_ingredient_id_pk" PRIMARY KEY("supplier_id","ingredient_id")
);
--> statement-breakpoint
CREATE TABLE "procurement"."demand_history" (
	"site_id" text NOT NULL,
	"dish_id" text NOT NULL,
	"service_date" date NOT NULL,
	"period" text NOT NULL,
	"operator_id" text NOT NULL,
	"portions" integer NOT NULL,
	"planned" integer,
	CONSTRAINT "demand_history_site_id_dish_id_service_date_period_pk" PRIMARY KEY("site_id","dish_id","service_date","period")
);
--> statement-breakpoint
CREATE TABLE "procurement"."recipe_needs" (
	"site_id" text NOT NULL,
	"recipe_id" text NOT NULL,
	"needed_on" date NOT NULL,
	"from_site_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"grams" integer NOT NULL,
	CONSTRAINT "recipe_needs_site_id_recipe_id_needed_on_pk" PRIMARY KEY("site_id","recipe_id","needed_on")
);
--> statement-breakpoint
CREATE TABLE "procurement"."reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"proposed_lines" integer,
	"unplanned" jsonb
);
--> statement-breakpoint
CREATE TABLE "procurement"."site_recipes" (
	"site_id" text NOT NULL,
	"recipe_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"from_site_id" text NOT NULL,
	CONSTRAINT "site_recipes_site_id_recipe_id_pk" PRIMARY KEY("site_id","recipe_id")
);
--> statement-breakpoint
CREATE TABLE "procurement"."approvals" (
	"purchase_order_id" text NOT NULL,
	"person_id" text NOT NULL,
	"total_minor" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "approvals_purchase_order_id_person_id_pk" PRIMARY KEY("purchase_order_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "procurement"."order_numbers" (
	"operator_id" text NOT NULL,
	"day" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "order_numbers_operator_id_day_pk" PRIMARY KEY("operator_id","day")
);
--> statement-breakpoint
CREATE TABLE "procurement"."purchase_order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"purchase_order_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"packs" integer NOT NULL,
	"pack_size" integer NOT NULL,
	"pack_name" jsonb NOT NULL,
	"price_minor" integer NOT NULL,
	"confirmed_packs" integer,
	"received_quantity" integer DEFAULT 0 NOT NULL,
	"rejected_quantity" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone,
	"reason" jsonb NOT NULL,
	CONSTRAINT "line_per_ingredient" UNIQUE("purchase_order_id","ingredient_id"),
	CONSTRAINT "line_not_negative" CHECK (packs >= 0 and received_quantity >= 0 and rejected_quantity >= 0)
);
--> statement-breakpoint
CREATE TABLE "procurement"."purchase_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"operator_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"site_id" text NOT NULL,
	"deliver_on" date NOT NULL,
	"status" text NOT NULL,
	"total_minor" integer NOT NULL,
	"review_id" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancelled_from" text,
	"cancel_reason" text,
	"eta" timestamp with time zone,
	"eta_note" text,
	"short_reason" text,
	CONSTRAINT "purchase_order_number" UNIQUE("operator_id","number"),
	CONSTRAINT "one_order_per_review" UNIQUE("review_id","supplier_id","site_id","deliver_on")
);
--> statement-breakpoint
CREATE TABLE "procurement"."purchasing_rules" (
	"operator_id" text PRIMARY KEY NOT NULL,
	"approval_limit_minor" integer,
	"price_tolerance_bps" integer NOT NULL,
	"quantity_tolerance_bps" integer NOT NULL,
	"count_tolerance_bps" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."sendings" (
	"purchase_order_id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"attempts" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "procurement"."files" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"supplier_id" text,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"uploaded_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."item_codes" (
	"operator_id" text NOT NULL,
	"gtin" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	CONSTRAINT "item_codes_operator_id_gtin_pk" PRIMARY KEY("operator_id","gtin")
);
--> statement-breakpoint
CREATE TABLE "procurement"."receipt_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"receipt_id" text NOT NULL,
	"line_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"lot_code" text NOT NULL,
	"expires_on" date NOT NULL,
	"quantity" integer NOT NULL,
	"rejected" integer NOT NULL,
	"reject_reason" text,
	"temperature" integer,
	"out_of_range" boolean,
	"photo_id" text
);
--> statement-breakpoint
CREATE TABLE "procurement"."receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"purchase_order_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"received_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."issues" (
	"ref" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"service_date" date NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."lots" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"supplier_id" text,
	"code" text NOT NULL,
	"expires_on" date NOT NULL,
	"received_quantity" integer NOT NULL,
	"quantity" integer NOT NULL,
	"cost_per_thousand" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"receipt_id" text,
	"parent_id" text,
	"blocked_at" timestamp with time zone,
	"block_reason" text,
	CONSTRAINT "lot_not_negative" CHECK (quantity >= 0)
);
--> statement-breakpoint
CREATE TABLE "procurement"."shortages" (
	"ref" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "shortages_ref_ingredient_id_pk" PRIMARY KEY("ref","ingredient_id")
);
--> statement-breakpoint
CREATE TABLE "procurement"."stock_moves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "procurement"."stock_moves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"operator_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"delta" integer NOT NULL,
	"reason" text NOT NULL,
	"ref" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "move_once" UNIQUE("ref","lot_id","reason")
);
--> statement-breakpoint
CREATE TABLE "procurement"."wastes" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"site_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"cost_minor" integer NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"supplier_id" text NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."ingredients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"unit" text NOT NULL,
	"contains" jsonb,
	"may_contain" jsonb NOT NULL,
	"nutrition" jsonb NOT NULL,
	"shelf_life_days" integer NOT NULL,
	"storage" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procurement"."stocking" (
	"site_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"most" integer,
	"service_bps" integer,
	CONSTRAINT "stocking_site_id_ingredient_id_pk" PRIMARY KEY("site_id","ingredient_id")
);
--> statement-breakpoint
CREATE TABLE "procurement"."suppliers" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"delivery_weekdays" jsonb NOT NULL,
	"lead_days" integer NOT NULL,
	"order_cutoff" text NOT NULL,
	"minimum_minor" integer NOT NULL,
	"delivery_fee_minor" integer DEFAULT 0 NOT NULL,
	"work_weekdays" jsonb DEFAULT '[1,2,3,4,5,6,7]'::jsonb NOT NULL,
	"holidays" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"make_up_days" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"zone" text NOT NULL,
	"intake_url" text
);
--> statement-breakpoint
CREATE TABLE "procurement"."supply_terms" (
	"supplier_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"priority" integer NOT NULL,
	"pack_size" integer NOT NULL,
	"pack_name" jsonb NOT NULL,
	"minimum_packs" integer NOT NULL,
	"multiple_packs" integer DEFAULT 1 NOT NULL,
	"price_minor" integer NOT NULL,
	"price_breaks" jsonb NOT NULL,
	CONSTRAINT "supply_terms_supplier_id_ingredient_id_pk" PRIMARY KEY("supplier_id","ingredient_id")
);
--> statement-breakpoint
CREATE TABLE "procurement"."transfer_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"transfer_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"sent" integer NOT NULL,
	"received" integer,
	"temperature" integer,
	CONSTRAINT "transfer_line_once" UNIQUE("transfer_id","lot_id"),
	CONSTRAINT "transfer_positive" CHECK (sent > 0 and (received is null or received between 0 and sent))
);
--> statement-breakpoint
CREATE TABLE "procurement"."transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"operator_id" text NOT NULL,
	"from_site_id" text NOT NULL,
	"to_site_id" text NOT NULL,
	"status" text NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone,
	CONSTRAINT "transfer_number" UNIQUE("operator_id","number")
);
--> statement-breakpoint
CREATE INDEX "dishes_operator" ON "catalogue"."dishes" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "menu_days_date" ON "catalogue"."menu_days" USING btree ("service_date","period");--> statement-breakpoint
CREATE INDEX "offers_variant" ON "catalogue"."offers" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "ledger_account" ON "funding"."ledger_entries" USING btree ("account");--> statement-breakpoint
CREATE INDEX "ledger_operator" ON "funding"."ledger_transactions" USING btree ("operator_id","at");--> statement-breakpoint
CREATE INDEX "memberships_scope" ON "people"."memberships" USING btree ("role","scope_id");--> statement-breakpoint
CREATE INDEX "buildings_community" ON "places"."buildings" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "communities_city" ON "places"."communities" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "coverage_community" ON "places"."coverage" USING btree ("community_id","period");--> statement-breakpoint
CREATE INDEX "service_points_building" ON "places"."service_points" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "sites_operator" ON "places"."sites" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "platform"."audit" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "audit_operator" ON "platform"."audit" USING btree ("operator_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "platform"."idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "platform"."outbox" USING btree ("seq") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outbox_unsettled" ON "platform"."outbox" USING btree ("sent_at") WHERE sent_at is not null and not settled;--> statement-breakpoint
CREATE INDEX "stream_events_age" ON "platform"."stream_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "bookings_person" ON "booking"."bookings" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_subject" ON "booking"."bookings" USING btree ("subject_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_held" ON "booking"."bookings" USING btree ("hold_expires_at") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "seat_pools_operator" ON "booking"."seat_pools" USING btree ("operator_id","starts_at");--> statement-breakpoint
CREATE INDEX "resources_operator" ON "booking"."resources" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "services_operator" ON "booking"."services" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "drops_stop" ON "delivery"."drops" USING btree ("stop_id");--> statement-breakpoint
CREATE INDEX "drops_point" ON "delivery"."drops" USING btree ("service_point_id","status");--> statement-breakpoint
CREATE INDEX "fee_rules_operator" ON "delivery"."fee_rules" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "couriers_operator" ON "delivery"."couriers" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "vehicles_site" ON "delivery"."vehicles" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "windows_site" ON "delivery"."windows" USING btree ("site_id","period");--> statement-breakpoint
CREATE INDEX "compartments_point" ON "delivery"."compartments" USING btree ("service_point_id","state");--> statement-breakpoint
CREATE INDEX "runs_site" ON "delivery"."runs" USING btree ("site_id","service_date","status");--> statement-breakpoint
CREATE INDEX "slots_of_site" ON "delivery"."slots" USING btree ("site_id","period");--> statement-breakpoint
CREATE INDEX "stops_run" ON "delivery"."stops" USING btree ("run_id","sequence");--> statement-breakpoint
CREATE INDEX "stops_menu_day" ON "delivery"."stops" USING btree ("menu_day_id");--> statement-breakpoint
CREATE INDEX "alerts_menu_day" ON "delivery"."alerts" USING btree ("menu_day_id");--> statement-breakpoint
CREATE INDEX "photos_drop" ON "delivery"."photos" USING btree ("drop_id");--> statement-breakpoint
CREATE INDEX "claim_lines_use" ON "funding"."claim_lines" USING btree ("use_id");--> statement-breakpoint
CREATE INDEX "companies_operator" ON "funding"."companies" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "employees_person" ON "funding"."employees" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_document_once" ON "funding"."member_facts" USING btree ("operator_id","id_hash") WHERE id_hash is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "member_card_once" ON "funding"."members" USING btree ("operator_id","card") WHERE card is not null and left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "member_once" ON "funding"."members" USING btree ("operator_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "members_person" ON "funding"."members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "members_pseudonym" ON "funding"."members" USING btree ("pseudonym");--> statement-breakpoint
CREATE UNIQUE INDEX "proxy_once" ON "funding"."proxies" USING btree ("principal_id","agent_id") WHERE revoked_at is null and agent_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "proxy_code_once" ON "funding"."proxies" USING btree ("code_hash") WHERE code_hash is not null;--> statement-breakpoint
CREATE INDEX "proxies_agent" ON "funding"."proxies" USING btree ("agent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_purse" ON "funding"."purses" USING btree ("operator_id","person_id","kind",coalesce(company_id, ''));--> statement-breakpoint
CREATE INDEX "purses_person" ON "funding"."purses" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "returns_order" ON "funding"."reservation_returns" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "reservations_company" ON "funding"."reservations" USING btree ("company_id","service_date") WHERE company_id is not null;--> statement-breakpoint
CREATE INDEX "reservations_person" ON "funding"."reservations" USING btree ("person_id","service_date");--> statement-breakpoint
CREATE INDEX "allowance_rules_company" ON "funding"."allowance_rules" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "budgets_company" ON "funding"."budgets" USING btree ("company_id","month");--> statement-breakpoint
CREATE INDEX "statements_company" ON "funding"."statements" USING btree ("company_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "granted_once" ON "funding"."grant_uses" USING btree ("pseudonym","scheme_id","grant_id","bucket","number") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "grant_uses_order" ON "funding"."grant_uses" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "grant_uses_claim" ON "funding"."grant_uses" USING btree ("operator_id","scheme_id","funder","service_date");--> statement-breakpoint
CREATE INDEX "grant_uses_member" ON "funding"."grant_uses" USING btree ("member_id","service_date");--> statement-breakpoint
CREATE INDEX "scheme_sites_site" ON "funding"."scheme_sites" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "till_sales_day" ON "funding"."till_sales" USING btree ("site_id","day");--> statement-breakpoint
CREATE INDEX "batches_site" ON "kitchen"."batches" USING btree ("site_id","service_date","period");--> statement-breakpoint
CREATE INDEX "holdings_batch" ON "kitchen"."holdings" USING btree ("batch_id","at");--> statement-breakpoint
CREATE INDEX "readings_site" ON "kitchen"."readings" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "readings_batch" ON "kitchen"."readings" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "samples_site" ON "kitchen"."retained_samples" USING btree ("site_id","service_date");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_shift" ON "kitchen"."shifts" USING btree ("person_id") WHERE out_at is null;--> statement-breakpoint
CREATE INDEX "shifts_site" ON "kitchen"."shifts" USING btree ("site_id","in_at");--> statement-breakpoint
CREATE INDEX "sold_out_lines_dish" ON "kitchen"."sold_out_lines" USING btree ("menu_day_id","dish_id");--> statement-breakpoint
CREATE INDEX "waste_site" ON "kitchen"."waste" USING btree ("site_id","service_date");--> statement-breakpoint
CREATE INDEX "supply_shortages_site" ON "kitchen"."supply_shortages" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "bumps_ticket" ON "kitchen"."bumps" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "items_ticket" ON "kitchen"."ticket_items" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "items_dish" ON "kitchen"."ticket_items" USING btree ("dish_id");--> statement-breakpoint
CREATE INDEX "tickets_site" ON "kitchen"."tickets" USING btree ("site_id","service_date","period","status");--> statement-breakpoint
CREATE INDEX "food_transfers_to" ON "kitchen"."food_transfers" USING btree ("to_site_id","sent_at");--> statement-breakpoint
CREATE INDEX "food_transfers_from" ON "kitchen"."food_transfers" USING btree ("from_site_id","sent_at");--> statement-breakpoint
CREATE INDEX "fulfilments_unrecorded" ON "ordering"."fulfilment_groups" USING btree ("updated_at") WHERE status = 'delivered' and fulfilment_recorded_at is null;--> statement-breakpoint
CREATE INDEX "groups_menu_day" ON "ordering"."fulfilment_groups" USING btree ("menu_day_id","status");--> statement-breakpoint
CREATE INDEX "groups_order" ON "ordering"."fulfilment_groups" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "lines_order" ON "ordering"."order_lines" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "lines_group" ON "ordering"."order_lines" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "lines_offer" ON "ordering"."order_lines" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "orders_person" ON "ordering"."orders" USING btree ("person_id","received_at");--> statement-breakpoint
CREATE INDEX "orders_operator" ON "ordering"."orders" USING btree ("operator_id","received_at");--> statement-breakpoint
CREATE INDEX "orders_number" ON "ordering"."orders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "orders_holds" ON "ordering"."orders" USING btree ("hold_expires_at") WHERE status = 'awaiting_payment';--> statement-breakpoint
CREATE INDEX "orders_unrecorded" ON "ordering"."orders" USING btree ("placed_at") WHERE placed_at is not null and recorded_at is null;--> statement-breakpoint
CREATE INDEX "cancellations_unrecorded" ON "ordering"."orders" USING btree ("closed_at") WHERE status = 'cancelled' and recorded_at is not null and cancellation_recorded_at is null;--> statement-breakpoint
CREATE INDEX "refund_parts_order" ON "ordering"."refund_parts" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "ordering"."refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refunds_open" ON "ordering"."refunds" USING btree ("updated_at") WHERE status = 'refunding';--> statement-breakpoint
CREATE INDEX "refunds_unrecorded" ON "ordering"."refunds" USING btree ("updated_at") WHERE status = 'refunded' and recorded_at is null and payment_minor > 0;--> statement-breakpoint
CREATE INDEX "payments_order" ON "ordering"."payments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "ratings_operator" ON "ordering"."ratings" USING btree ("operator_id","service_date");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_alert" ON "ordering"."satisfaction_alerts" USING btree ("operator_id","kind","subject_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "holds_offer" ON "ordering"."capacity_holds" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "capacity_pools_menu_day" ON "ordering"."capacity_pools" USING btree ("menu_day_id");--> statement-breakpoint
CREATE INDEX "slots_due" ON "ordering"."slots" USING btree ("cutoff_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "slots_site" ON "ordering"."slots" USING btree ("site_id","service_date");--> statement-breakpoint
CREATE INDEX "counts_site" ON "procurement"."counts" USING btree ("operator_id","site_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_count" ON "procurement"."counts" USING btree ("site_id") WHERE status in ('counting', 'recount');--> statement-breakpoint
CREATE INDEX "forecast_runs_site" ON "procurement"."forecast_runs" USING btree ("site_id","requested_at");--> statement-breakpoint
CREATE INDEX "gaps_site" ON "procurement"."gaps" USING btree ("operator_id","site_id","at");--> statement-breakpoint
CREATE INDEX "gaps_waiting" ON "procurement"."gaps" USING btree ("decide_by");--> statement-breakpoint
CREATE INDEX "credits_supplier" ON "procurement"."credits" USING btree ("supplier_id");--> statement-breakpoint
CREATE INDEX "discrepancies_open" ON "procurement"."discrepancies" USING btree ("operator_id","status");--> statement-breakpoint
CREATE INDEX "discrepancies_invoice" ON "procurement"."discrepancies" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_lines_line" ON "procurement"."invoice_lines" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "invoices_order" ON "procurement"."invoices" USING btree ("purchase_order_id");--> statement-breakpoint
CREATE INDEX "invoices_due" ON "procurement"."invoices" USING btree ("operator_id","due_on");--> statement-breakpoint
CREATE INDEX "papers_supplier" ON "procurement"."papers" USING btree ("supplier_id","status");--> statement-breakpoint
CREATE INDEX "recipe_needs_from" ON "procurement"."recipe_needs" USING btree ("from_site_id","needed_on");--> statement-breakpoint
CREATE INDEX "reviews_site" ON "procurement"."reviews" USING btree ("site_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_proposal_per_delivery" ON "procurement"."purchase_orders" USING btree ("supplier_id","site_id","deliver_on") WHERE status = 'proposed';--> statement-breakpoint
CREATE INDEX "purchase_orders_state" ON "procurement"."purchase_orders" USING btree ("operator_id","status");--> statement-breakpoint
CREATE INDEX "purchase_orders_supplier" ON "procurement"."purchase_orders" USING btree ("supplier_id","status");--> statement-breakpoint
CREATE INDEX "receipt_lines_receipt" ON "procurement"."receipt_lines" USING btree ("receipt_id");--> statement-breakpoint
CREATE INDEX "receipt_lines_line" ON "procurement"."receipt_lines" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "receipts_order" ON "procurement"."receipts" USING btree ("purchase_order_id");--> statement-breakpoint
CREATE INDEX "issues_site" ON "procurement"."issues" USING btree ("site_id","service_date");--> statement-breakpoint
CREATE INDEX "lots_fefo" ON "procurement"."lots" USING btree ("site_id","ingredient_id","expires_on") WHERE quantity > 0;--> statement-breakpoint
CREATE INDEX "lots_code" ON "procurement"."lots" USING btree ("operator_id","code");--> statement-breakpoint
CREATE INDEX "lots_receipt" ON "procurement"."lots" USING btree ("receipt_id");--> statement-breakpoint
CREATE INDEX "lots_parent" ON "procurement"."lots" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "shortages_site" ON "procurement"."shortages" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "moves_lot" ON "procurement"."stock_moves" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "wastes_site" ON "procurement"."wastes" USING btree ("operator_id","at");--> statement-breakpoint
CREATE INDEX "supply_terms_ingredient" ON "procurement"."supply_terms" USING btree ("operator_id","ingredient_id","priority");--> statement-breakpoint
CREATE INDEX "transfer_lines_lot" ON "procurement"."transfer_lines" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "transfers_to" ON "procurement"."transfers" USING btree ("to_site_id","status");--> statement-breakpoint
CREATE INDEX "transfers_from" ON "procurement"."transfers" USING btree ("from_site_id","status");