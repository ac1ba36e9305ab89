import { index, jsonb, text } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import type { PointKind } from '../domain/failure'
import { at, delivery } from './delivery'

/** Narrow windows residents may choose within a site's meal; a site without any brings food all through the meal. */
export const slots = delivery.table(
  'slots',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** Where somebody waits for food: a locker asks for no slot. */
    pointKinds: jsonb('point_kinds').$type<readonly PointKind[]>().notNull(),
    /** Wall-clock times of the kitchen. */
    from: text('from').notNull(),
    to: text('to').notNull(),
  },
  (t) => [index('slots_of_site').on(t.siteId, t.period)],
)

/** The slot an order was placed with; an order without one comes all through the meal. */
export const wishes = delivery.table('wishes', {
  groupId: text('group_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  from: at('from').notNull(),
  to: at('to').notNull(),
})
