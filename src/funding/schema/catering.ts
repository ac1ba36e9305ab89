import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import type { Diet } from '../domain/catering'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** One dish of a catering quote. Amounts in minor units. */
export interface CateringLine {
  readonly offerId: string
  readonly dishId: string
  readonly name: Text
  readonly quantity: number
  readonly unitMinor: number
}

/** Catering for so many heads: asked for by a company, priced by the kitchen, accepted by the company in one act. */
export const cateringRequests = funding.table(
  'catering_requests',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    companyId: text('company_id').notNull(),
    costCentreId: text('cost_centre_id'),
    legalEntityId: text('legal_entity_id'),
    askedBy: text('asked_by').notNull(),
    askedAt: at('asked_at').notNull(),
    servicePointId: text('service_point_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    heads: integer('heads').notNull(),
    perHeadMinor: integer('per_head_minor').notNull(),
    currency: text('currency').notNull(),
    diets: jsonb('diets').$type<Partial<Record<Diet, number>>>().notNull(),
    note: text('note').notNull().default(''),
    /** Who takes the food in. */
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    status: text('status', { enum: ['asked', 'quoted', 'accepted', 'declined', 'withdrawn'] }).notNull(),
    /** Counts quotes and changes of heads: who accepts says which one they saw. */
    version: integer('version').notNull().default(1),
    siteId: text('site_id'),
    menuDayId: text('menu_day_id'),
    cutoffAt: at('cutoff_at'),
    lines: jsonb('lines').$type<CateringLine[]>().notNull().default([]),
    totalMinor: integer('total_minor').notNull().default(0),
    validUntil: at('valid_until'),
    quotedBy: text('quoted_by'),
    /** Why it was declined. */
    answer: text('answer'),
    acceptedBy: text('accepted_by'),
    acceptedAt: at('accepted_at'),
    orderId: text('order_id'),
  },
  (t) => [
    check('catering_holds', sql`heads > 0 and per_head_minor > 0 and total_minor >= 0`),
    index('catering_company').on(t.companyId, t.serviceDate),
    index('catering_operator').on(t.operatorId, t.serviceDate),
  ],
)
