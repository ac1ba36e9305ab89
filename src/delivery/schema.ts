import { date, doublePrecision, index, integer, jsonb, pgSchema, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../kernel/text'
import { MEAL_PERIODS } from '../kernel/time'
import { FAILURE_REASONS, NEXT_ACTIONS, POINT_KINDS } from './domain/failure'
import { UNSERVED_REASONS } from './domain/plan'

export const delivery = pgSchema('delivery')

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A menu day that was planned: its key makes sure it is planned once. */
export const plans = delivery.table('plans', {
  menuDayId: text('menu_day_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  siteId: text('site_id').notNull(),
  serviceDate: date('service_date').notNull(),
  period: text('period', { enum: MEAL_PERIODS }).notNull(),
  plannedAt: at('planned_at').notNull(),
})

export const RUN_STATUSES = ['planned', 'claimed', 'on_the_way', 'done'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** A courier tour: planned → claimed → on_the_way → done. */
export const runs = delivery.table(
  'runs',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    number: integer('number').notNull(),
    status: text('status', { enum: RUN_STATUSES }).notNull(),
    courierId: text('courier_id'),
    departAt: at('depart_at').notNull(),
    metres: integer('metres').notNull(),
    seconds: integer('seconds').notNull(),
    boxes: integer('boxes').notNull(),
    /** Line of the tour for the map: [lon, lat] pairs. */
    path: jsonb('path').$type<[number, number][]>().notNull(),
    claimedAt: at('claimed_at'),
    departedAt: at('departed_at'),
    doneAt: at('done_at'),
  },
  (t) => [unique('run_once').on(t.menuDayId, t.number), index('runs_site').on(t.siteId, t.serviceDate, t.status)],
)

/** One building × window; unserved ones have no run but a reason. */
export const stops = delivery.table(
  'stops',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    buildingId: text('building_id').notNull(),
    communityId: text('community_id').notNull(),
    /** Building and community in words, as they were called when it was planned. */
    name: jsonb('name').$type<Text>().notNull(),
    community: jsonb('community').$type<Text>().notNull(),
    lat: doublePrecision('lat').notNull(),
    lon: doublePrecision('lon').notNull(),
    boxes: integer('boxes').notNull(),
    /** 1 when the whole building fits one vehicle; a split counts on. */
    part: integer('part').notNull().default(1),
    windowFrom: at('window_from').notNull(),
    windowTo: at('window_to').notNull(),
    runId: text('run_id'),
    sequence: integer('sequence'),
    eta: at('eta'),
    unservedReason: text('unserved_reason', { enum: UNSERVED_REASONS }),
  },
  (t) => [
    unique('stop_once').on(t.menuDayId, t.buildingId, t.part),
    index('stops_run').on(t.runId, t.sequence),
    index('stops_menu_day').on(t.menuDayId),
  ],
)

export const DROP_STATUSES = ['waiting', 'delivered', 'failed', 'void'] as const
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
    code: text('code').notNull(),
    wrongCodes: integer('wrong_codes').notNull().default(0),
    status: text('status', { enum: DROP_STATUSES }).notNull(),
    failureReason: text('failure_reason', { enum: FAILURE_REASONS }),
    /** What happens after a failure. */
    nextAction: text('next_action', { enum: NEXT_ACTIONS }),
    closedAt: at('closed_at'),
  },
  (t) => [unique('drop_per_group').on(t.groupId), index('drops_stop').on(t.stopId)],
)
