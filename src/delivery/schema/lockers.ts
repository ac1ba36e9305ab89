import { index, integer, text, unique } from 'drizzle-orm/pg-core'
import { at, delivery } from './delivery'

/** `overdue`: what lies in it is waste and has to be taken out. */
const COMPARTMENT_STATES = ['free', 'reserved', 'occupied', 'overdue'] as const

/** A door of a locker, which belongs to its community: couriers of every tenant use it. It holds one drop at a time. */
export const compartments = delivery.table(
  'compartments',
  {
    id: text('id').primaryKey(),
    servicePointId: text('service_point_id').notNull(),
    number: integer('number').notNull(),
    /** Meal boxes it holds. */
    boxes: integer('boxes').notNull(),
    state: text('state', { enum: COMPARTMENT_STATES }).notNull().default('free'),
    dropId: text('drop_id'),
    since: at('since'),
  },
  (t) => [
    unique('compartment_number').on(t.servicePointId, t.number),
    unique('compartment_per_drop').on(t.dropId),
    index('compartments_point').on(t.servicePointId, t.state),
  ],
)
