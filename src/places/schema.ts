import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { Text } from '../kernel/text'
import { MEAL_PERIODS } from '../kernel/time'

export const places = pgSchema('places')

const name = () => jsonb('name').$type<Text>().notNull()

/** Tenants: the group itself and the catering firms it acquired. */
export const operators = places.table('operators', {
  id: text('id').primaryKey(),
  name: name(),
  kind: text('kind', { enum: ['group', 'acquired'] }).notNull(),
  /** The sales channel of this tenant in Medusa. */
  salesChannelId: text('sales_channel_id'),
})

export const cities = places.table('cities', {
  id: text('id').primaryKey(),
  name: name(),
  zone: text('zone').notNull(),
  currency: text('currency').notNull(),
  /** Streets, river and community outlines as a GeoJSON FeatureCollection. */
  map: jsonb('map').notNull(),
})

export const districts = places.table('districts', {
  id: text('id').primaryKey(),
  cityId: text('city_id').notNull(),
  name: name(),
})

/** Residential compounds, campuses, office parks: the unit of density. */
export const communities = places.table(
  'communities',
  {
    id: text('id').primaryKey(),
    districtId: text('district_id').notNull(),
    cityId: text('city_id').notNull(),
    name: name(),
    siteType: text('site_type', {
      enum: ['residential', 'office', 'transit', 'school', 'hospital', 'leisure', 'retail', 'factory'],
    }).notNull(),
    households: integer('households').notNull(),
    lat: doublePrecision('lat').notNull(),
    lon: doublePrecision('lon').notNull(),
    /** Seconds to pass the gate and park, once a visit. */
    gateSeconds: integer('gate_seconds').notNull(),
  },
  (t) => [index('communities_city').on(t.cityId)],
)

export const buildings = places.table(
  'buildings',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    name: name(),
    floors: integer('floors').notNull(),
    lift: boolean('lift').notNull(),
    households: integer('households').notNull(),
    lat: doublePrecision('lat').notNull(),
    lon: doublePrecision('lon').notNull(),
  },
  (t) => [index('buildings_community').on(t.communityId)],
)

/** Where food is handed over in a building. */
export const servicePoints = places.table(
  'service_points',
  {
    id: text('id').primaryKey(),
    buildingId: text('building_id').notNull(),
    kind: text('kind', { enum: ['door', 'lobby', 'locker', 'desk', 'canteen'] }).notNull(),
    name: name(),
    /** What a drop here costs the customer, in minor units. */
    feeMinor: integer('fee_minor').notNull(),
  },
  (t) => [index('service_points_building').on(t.buildingId)],
)

/** Kitchens, the central kitchen and canteens. */
export const sites = places.table(
  'sites',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    cityId: text('city_id').notNull(),
    kind: text('kind', { enum: ['central_kitchen', 'kitchen', 'canteen'] }).notNull(),
    name: name(),
    zone: text('zone').notNull(),
    lat: doublePrecision('lat').notNull(),
    lon: doublePrecision('lon').notNull(),
    /** Where food is eaten or taken away at the site itself; null where nobody is served. */
    counterPointId: text('counter_point_id'),
  },
  (t) => [index('sites_operator').on(t.operatorId)],
)

/** Which site serves which community in which meal period. */
export const coverage = places.table(
  'coverage',
  {
    siteId: text('site_id').notNull(),
    communityId: text('community_id').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.communityId, t.period] }),
    index('coverage_community').on(t.communityId, t.period),
    unique('coverage_once').on(t.communityId, t.period, t.siteId),
  ],
)
