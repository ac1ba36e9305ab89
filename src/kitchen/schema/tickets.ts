import { date, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, kitchen } from './kitchen'

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
    /** What whoever eats it said they cannot eat: codes, never a diagnosis. */
    allergies: jsonb('allergies').$type<readonly string[]>(),
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
    /** What it was before another dish stood in for it. */
    was: jsonb('was').$type<Text>(),
    /** Not cooked any more: it ran out. */
    voidedAt: at('voided_at'),
  },
  (t) => [unique('item_per_line').on(t.lineId), index('items_ticket').on(t.ticketId), index('items_dish').on(t.dishId)],
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
