import { boolean, date, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { RefusalParams } from '../../kernel/refusal'
import { MEAL_PERIODS } from '../../kernel/time'
import type { Pause, StandingWish } from '../domain/standing'
import { at, ordering } from './ordering'

/** Meals somebody wants again and again at one place; ordered by a worker, one order a meal. */
export const standingPlans = ordering.table(
  'standing_plans',
  {
    id: text('id').primaryKey(),
    /** Of the kitchens that serve the place. */
    operatorId: text('operator_id').notNull(),
    personId: text('person_id').notNull(),
    servicePointId: text('service_point_id').notNull(),
    /** Personal: never in events, queues or logs. */
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    note: text('note').notNull().default(''),
    payWith: text('pay_with', { enum: ['company', 'private'] }).notNull(),
    usePurse: boolean('use_purse').notNull(),
    wishes: jsonb('wishes').$type<readonly StandingWish[]>().notNull(),
    from: date('from_date').notNull(),
    to: date('to_date'),
    skipHolidays: boolean('skip_holidays').notNull(),
    pauses: jsonb('pauses').$type<readonly Pause[]>().notNull().default([]),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [index('standing_plans_person').on(t.personId), index('standing_plans_open').on(t.endedAt, t.from)],
)

/** What became of a plan on one day and meal. The key is the rule: two workers at once place one order. */
export const standingDays = ordering.table(
  'standing_days',
  {
    planId: text('plan_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    status: text('status', { enum: ['open', 'placed', 'not_placed'] }).notNull(),
    orderId: text('order_id'),
    /** Why nothing was ordered: a refusal with its values. */
    code: text('code'),
    params: jsonb('params').$type<RefusalParams>(),
    tries: integer('tries').notNull().default(0),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.serviceDate, t.period] }), index('standing_days_order').on(t.orderId)],
)
