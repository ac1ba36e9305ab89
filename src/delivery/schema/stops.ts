import { boolean, doublePrecision, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { UNSERVED_REASONS } from '../domain/unserved'
import { at, delivery } from './delivery'

/** The smallest single change found that would let a stop in, in the planner's own words. */
export interface NearestChange {
  readonly of: 'stop' | 'vehicle'
  readonly id: string
  readonly field: string
  readonly value: string | number
}

/** One building × window; unserved ones have no run but a reason. */
export const stops = delivery.table(
  'stops',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    wave: integer('wave').notNull(),
    buildingId: text('building_id').notNull(),
    communityId: text('community_id').notNull(),
    /** Building and community in words, as they were called when it was planned. */
    name: jsonb('name').$type<Text>().notNull(),
    community: jsonb('community').$type<Text>().notNull(),
    lat: doublePrecision('lat').notNull(),
    lon: doublePrecision('lon').notNull(),
    boxes: integer('boxes').notNull(),
    /** 1 for the first stop at a building; further windows and splits count on. */
    part: integer('part').notNull().default(1),
    windowFrom: at('window_from').notNull(),
    windowTo: at('window_to').notNull(),
    /** When all of its food is ready, and until when the oldest may be eaten hot. */
    readyAt: at('ready_at').notNull(),
    useBy: at('use_by').notNull(),
    serviceSeconds: integer('service_seconds').notNull(),
    gateSeconds: integer('gate_seconds').notNull(),
    skills: jsonb('skills').$type<string[]>().notNull().default([]),
    /** Stays on its run when the rest is planned again. */
    pinned: boolean('pinned').notNull().default(false),
    runId: text('run_id'),
    sequence: integer('sequence'),
    /** The way from the stop before, the gate included. */
    legSeconds: integer('leg_seconds'),
    plannedEta: at('planned_eta'),
    /** Predicted from the run's progress. */
    eta: at('eta'),
    doneAt: at('done_at'),
    unservedReason: text('unserved_reason', { enum: UNSERVED_REASONS }),
    change: jsonb('change').$type<NearestChange>(),
  },
  (t) => [
    unique('stop_once').on(t.menuDayId, t.buildingId, t.part),
    index('stops_run').on(t.runId, t.sequence),
    index('stops_menu_day').on(t.menuDayId),
  ],
)
