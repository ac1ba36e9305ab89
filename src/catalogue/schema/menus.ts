import { boolean, date, index, integer, jsonb, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Allergens } from '../../kernel/allergens'
import { type CutoffRule, MEAL_PERIODS } from '../../kernel/time'
import { catalogue } from './catalogue'
import type { Nutrition } from './recipes'

/** When a site serves a meal period and when ordering closes. Wall-clock times in the site's zone. */
export const mealPeriods = catalogue.table(
  'meal_periods',
  {
    siteId: text('site_id').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    servesFrom: text('serves_from').notNull(),
    servesTo: text('serves_to').notNull(),
    cutoff: jsonb('cutoff').$type<CutoffRule>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.period] })],
)

/** The rotation: which dishes a site offers on a day of its cycle, and how many portions of each. */
export const menuCycle = catalogue.table(
  'menu_cycle',
  {
    siteId: text('site_id').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** 0 … weeks × 7 − 1, counted from Monday 2024-01-01. */
    day: integer('day').notNull(),
    /** Days in the whole rotation: 28 for four weeks. */
    length: integer('length').notNull(),
    dishId: text('dish_id').notNull(),
    portions: integer('portions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.period, t.day, t.dishId] })],
)

/** What a site's menus do on days that are not like others; one without a row knows no holidays. */
export const menuCalendars = catalogue.table('menu_calendars', {
  siteId: text('site_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  closedOnHolidays: boolean('closed_on_holidays').notNull(),
  /** On a Saturday or Sunday people work for a bridge day: the weekday (1 Monday … 7) of that week whose menu is served. */
  madeUpAs: integer('made_up_as'),
})

/** A day's menu in place of the rotation's: other dishes, or none. */
export const menuExceptions = catalogue.table(
  'menu_exceptions',
  {
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    operatorId: text('operator_id').notNull(),
    /** None: closed. */
    dishes: jsonb('dishes').$type<readonly { readonly dishId: string; readonly portions: number }[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.serviceDate, t.period] })],
)

/** The published menu of kitchen × date × period. */
export const menuDays = catalogue.table(
  'menu_days',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    zone: text('zone').notNull(),
    /** The rule and the instant it gave when the menu was published. */
    cutoffRule: jsonb('cutoff_rule').$type<CutoffRule>().notNull(),
    cutoffAt: timestamp('cutoff_at', { withTimezone: true }).notNull(),
    servesFrom: timestamp('serves_from', { withTimezone: true }).notNull(),
    servesTo: timestamp('serves_to', { withTimezone: true }).notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('menu_day_once').on(t.siteId, t.serviceDate, t.period),
    index('menu_days_date').on(t.serviceDate, t.period),
  ],
)

/** One dish on one menu day, with its price as Medusa had it. */
export const offers = catalogue.table(
  'offers',
  {
    id: text('id').primaryKey(),
    menuDayId: text('menu_day_id').notNull(),
    operatorId: text('operator_id').notNull(),
    dishId: text('dish_id').notNull(),
    variantId: text('variant_id'),
    recipeVersionId: text('recipe_version_id'),
    priceMinor: integer('price_minor').notNull(),
    currency: text('currency').notNull(),
    taxBps: integer('tax_bps').notNull(),
    allergens: jsonb('allergens').$type<Allergens>().notNull(),
    nutrition: jsonb('nutrition').$type<Nutrition>().notNull(),
    portions: integer('portions').notNull(),
    withdrawn: boolean('withdrawn').notNull().default(false),
  },
  (t) => [unique('offer_once').on(t.menuDayId, t.dishId), index('offers_variant').on(t.variantId)],
)
