import { date, doublePrecision, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, delivery } from './delivery'

export const RUN_STATUSES = ['planned', 'claimed', 'loaded', 'on_the_way', 'done'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** What drives a run, as it was when it was planned. */
export interface RunVehicle {
  readonly id: string
  readonly name: Text
  readonly boxes: number
  readonly hotBoxes: number
  readonly chilledBoxes: number
  readonly litres: number
  readonly metresPerSecond: number
  readonly skills: readonly string[]
}

/** What the scan of the boxes showed when the run was loaded. */
export interface LoadCheck {
  readonly scanned: number
  readonly missing: readonly string[]
  readonly foreign: readonly string[]
  /** Why it was loaded all the same. */
  readonly reason: string | null
}

export const STOP_REASONS = ['breakdown', 'accident', 'illness', 'weather', 'other'] as const
/** Why a courier cannot go on. */
export type StopReason = (typeof STOP_REASONS)[number]

/** A courier tour: planned → claimed → loaded → on_the_way → done. One that stops half-way is done, another takes over the rest. */
export const runs = delivery.table(
  'runs',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    wave: integer('wave').notNull(),
    number: integer('number').notNull(),
    status: text('status', { enum: RUN_STATUSES }).notNull(),
    courierId: text('courier_id'),
    vehicle: jsonb('vehicle').$type<RunVehicle>().notNull(),
    departAt: at('depart_at').notNull(),
    /** Predicted from progress once it is under way. */
    returnAt: at('return_at').notNull(),
    metres: integer('metres').notNull(),
    seconds: integer('seconds').notNull(),
    boxes: integer('boxes').notNull(),
    /** Line of the tour for the map: [lon, lat] pairs. Its first point is where the food is fetched. */
    path: jsonb('path').$type<[number, number][]>().notNull(),
    /** The way back from the last stop. */
    backSeconds: integer('back_seconds').notNull(),
    /** Where the courier was last seen. */
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    seenAt: at('seen_at'),
    /** ETAs follow from this moment and from how long the way to the next stop was then. */
    progressAt: at('progress_at'),
    leftSeconds: integer('left_seconds'),
    claimedAt: at('claimed_at'),
    loadedAt: at('loaded_at'),
    loadCheck: jsonb('load_check').$type<LoadCheck>(),
    departedAt: at('departed_at'),
    doneAt: at('done_at'),
    stopReason: text('stop_reason', { enum: STOP_REASONS }),
    /** The stopped run whose food this one takes over where it stands. */
    takesOver: text('takes_over'),
  },
  (t) => [unique('run_once').on(t.menuDayId, t.number), index('runs_site').on(t.siteId, t.serviceDate, t.status)],
)
