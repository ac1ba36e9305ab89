import { integer, text } from 'drizzle-orm/pg-core'
import { at, delivery } from './delivery'

/** What delivering costs an operator and what a box leaves, in minor units; without a row assumptions hold. */
export const routePrices = delivery.table('route_prices', {
  operatorId: text('operator_id').primaryKey(),
  perRunMinor: integer('per_run_minor').notNull(),
  perKmMinor: integer('per_km_minor').notNull(),
  perStopMinor: integer('per_stop_minor').notNull(),
  marginPerBoxMinor: integer('margin_per_box_minor').notNull(),
  setAt: at('set_at').notNull(),
})
