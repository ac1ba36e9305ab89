import { index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { FAILURE_REASONS, NEXT_ACTIONS, POINT_KINDS } from '../domain/failure'
import { at, delivery } from './delivery'

export const DROP_STATUSES = ['waiting', 'held', 'stored', 'delivered', 'failed', 'void'] as const
/** `held`: on board until somebody decides; `stored`: in a locker or kept at a point until it is fetched. */
export type DropStatus = (typeof DROP_STATUSES)[number]

/** One hand-over: a fulfilment group at a stop. */
export const drops = delivery.table(
  'drops',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    stopId: text('stop_id').notNull(),
    groupId: text('group_id').notNull(),
    orderId: text('order_id').notNull(),
    number: text('number').notNull(),
    servicePointId: text('service_point_id').notNull(),
    point: jsonb('point').$type<Text>().notNull(),
    pointKind: text('point_kind', { enum: POINT_KINDS }).notNull(),
    /** First character of the name only: what a courier may see. */
    initial: text('initial').notNull(),
    boxes: integer('boxes').notNull(),
    /** How many of them are chilled, and how many need neither warmth nor cold; the others are hot. */
    chilled: integer('chilled').notNull().default(0),
    ambient: integer('ambient').notNull().default(0),
    code: text('code').notNull(),
    wrongCodes: integer('wrong_codes').notNull().default(0),
    status: text('status', { enum: DROP_STATUSES }).notNull(),
    /** Times somebody stood there in vain. */
    attempts: integer('attempts').notNull().default(0),
    failureReason: text('failure_reason', { enum: FAILURE_REASONS }),
    /** What happens after a failure, and when that was done. */
    nextAction: text('next_action', { enum: NEXT_ACTIONS }),
    actedAt: at('acted_at'),
    storedAt: at('stored_at'),
    closedAt: at('closed_at'),
  },
  (t) => [
    unique('drop_per_group').on(t.groupId),
    index('drops_stop').on(t.stopId),
    index('drops_point').on(t.servicePointId, t.status),
  ],
)
