import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgSchema, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../kernel/text'
import { MEAL_PERIODS, type MealPeriod } from '../kernel/time'

export const kitchen = pgSchema('kitchen')

const at = (name: string) => timestamp(name, { withTimezone: true })

export const stations = kitchen.table(
  'stations',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    /** `wok`, `steam`, `cold`, `noodle`, `pack` … as recipes name it. */
    code: text('code').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    position: integer('position').notNull(),
    /** How many batches cook at once: woks, ovens, steamers. */
    places: integer('places').notNull().default(2),
  },
  (t) => [check('station_places', sql`places > 0`), unique('station_once').on(t.siteId, t.code)],
)

/**
 * Every group the kitchen was told about, placed or cancelled. Both facts meet in this row's lock, so a cancellation that
 * arrives first still wins.
 */
export const groups = kitchen.table('groups', {
  groupId: text('group_id').primaryKey(),
  voidedAt: at('voided_at'),
})

/** One fulfilment group as the kitchen sees it. */
export const tickets = kitchen.table(
  'tickets',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    groupId: text('group_id').notNull(),
    orderId: text('order_id').notNull(),
    /** The order's short number. */
    number: text('number').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** When the food must be ready: serving starts. */
    dueAt: at('due_at').notNull(),
    /** Where it goes, as the screen shows it: community and building, no person. */
    destination: jsonb('destination').$type<Text>().notNull(),
    status: text('status', { enum: ['open', 'ready', 'void'] }).notNull(),
    version: integer('version').notNull().default(1),
    readyAt: at('ready_at'),
    voidedAt: at('voided_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    unique('ticket_per_group').on(t.groupId),
    index('tickets_site').on(t.siteId, t.serviceDate, t.period, t.status),
  ],
)

/** One order line at one station. */
export const ticketItems = kitchen.table(
  'ticket_items',
  {
    id: text('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    lineId: text('line_id').notNull(),
    station: text('station').notNull(),
    dishId: text('dish_id').notNull(),
    recipeVersionId: text('recipe_version_id'),
    name: jsonb('name').$type<Text>().notNull(),
    quantity: integer('quantity').notNull(),
    /** Allergen codes only: the kitchen never learns a diagnosis. */
    allergens: jsonb('allergens').$type<string[]>().notNull(),
    doneAt: at('done_at'),
  },
  (t) => [unique('item_per_line').on(t.lineId), index('items_ticket').on(t.ticketId)],
)

/** Every touch on a screen; the id comes from the tablet, so a repeated touch is one touch. */
export const bumps = kitchen.table(
  'bumps',
  {
    id: text('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    /** Null when the expediter touched it, for all stations. */
    station: text('station'),
    kind: text('kind', { enum: ['bump', 'recall'] }).notNull(),
    actorId: text('actor_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [index('bumps_ticket').on(t.ticketId)],
)

/** One dish of one menu day that lacks an ingredient. */
export interface SupplyHit {
  readonly menuDayId: string
  readonly serviceDate: string
  readonly period: MealPeriod
  readonly dishId: string
  readonly dish: Text
  readonly portions: number
  readonly cutoffAt: string
}

/** One cook of one recipe. */
export const batches = kitchen.table(
  'batches',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    dishId: text('dish_id').notNull(),
    recipeVersionId: text('recipe_version_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    station: text('station').notNull(),
    sequence: integer('sequence').notNull(),
    portions: integer('portions').notNull(),
    minutes: integer('minutes').notNull(),
    startBy: at('start_by').notNull(),
    status: text('status', { enum: ['planned', 'cooking', 'cooked'] }).notNull(),
    startedAt: at('started_at'),
    /** The end of cooking: food-safety clocks run from here. */
    cookedAt: at('cooked_at'),
  },
  (t) => [
    check('batch_portions', sql`portions > 0`),
    unique('batch_once').on(t.menuDayId, t.dishId, t.sequence),
    index('batches_site').on(t.siteId, t.serviceDate, t.period),
  ],
)

/** Ingredients that will not come as ordered, as procurement judged last. */
export const supplyShortages = kitchen.table(
  'supply_shortages',
  {
    /** Procurement's gap. */
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    ingredient: jsonb('ingredient').$type<Text>().notNull(),
    unit: text('unit', { enum: ['g', 'ml', 'piece'] }).notNull(),
    quantity: integer('quantity').notNull(),
    state: text('state', { enum: ['covered', 'resourced', 'escalated'] }).notNull(),
    runsOutOn: date('runs_out_on'),
    hits: jsonb('hits').$type<readonly SupplyHit[]>().notNull(),
    /** When it was judged: an older word that arrives late is ignored. */
    at: at('at').notNull(),
  },
  (t) => [index('supply_shortages_site').on(t.siteId, t.at)],
)
