import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { FailureReason, NextAction, PointKind } from './domain/failure'
import type { Spot, UnservedReason } from './domain/plan'
import { CODE_TRIES } from './runs/hand-over'
import type { DropStatus, drops, RunStatus, runs, stops } from './schema'

/** A run and how far it is. */
export interface RunView {
  readonly id: string
  readonly operatorId: string
  readonly siteId: string
  readonly menuDayId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly number: number
  readonly status: RunStatus
  readonly courierId: string | null
  readonly departAt: string
  readonly departedAt: string | null
  readonly doneAt: string | null
  readonly metres: number
  readonly seconds: number
  readonly boxes: number
  readonly stops: number
  readonly drops: number
  readonly delivered: number
  readonly failed: number
  /** The tour from the kitchen round and back. */
  readonly path: Spot[]
}

export interface StopView extends Spot {
  readonly id: string
  readonly menuDayId: string
  readonly runId: string | null
  readonly sequence: number | null
  readonly buildingId: string
  readonly communityId: string
  readonly name: Text
  readonly community: Text
  readonly boxes: number
  readonly eta: string | null
  readonly windowFrom: string
  readonly windowTo: string
  readonly unservedReason: UnservedReason | null
}

/** What a courier may know of an order: its number, an initial, where and how many boxes. */
export interface DropView {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly initial: string
  readonly point: Text
  readonly pointKind: PointKind
  readonly boxes: number
  readonly status: DropStatus
  readonly triesLeft: number
  readonly failureReason: FailureReason | null
  readonly nextAction: NextAction | null
}

export interface RunDetail extends RunView {
  readonly stopList: (StopView & { drops: DropView[] })[]
}

type Counted = typeof runs.$inferSelect & { stops: number; drops: number; delivered: number; failed: number }

const iso = (at: Date | null) => at?.toISOString() ?? null

export const runView = (row: Counted): RunView => ({
  id: row.id,
  operatorId: row.operatorId,
  siteId: row.siteId,
  menuDayId: row.menuDayId,
  serviceDate: row.serviceDate,
  period: row.period,
  number: row.number,
  status: row.status,
  courierId: row.courierId,
  departAt: row.departAt.toISOString(),
  departedAt: iso(row.departedAt),
  doneAt: iso(row.doneAt),
  metres: row.metres,
  seconds: row.seconds,
  boxes: row.boxes,
  stops: row.stops,
  drops: row.drops,
  delivered: row.delivered,
  failed: row.failed,
  path: row.path.map(([lon, lat]) => ({ lat, lon })),
})

export const stopView = (row: typeof stops.$inferSelect): StopView => ({
  id: row.id,
  menuDayId: row.menuDayId,
  runId: row.runId,
  sequence: row.sequence,
  buildingId: row.buildingId,
  communityId: row.communityId,
  name: row.name,
  community: row.community,
  lat: row.lat,
  lon: row.lon,
  boxes: row.boxes,
  eta: iso(row.eta),
  windowFrom: row.windowFrom.toISOString(),
  windowTo: row.windowTo.toISOString(),
  unservedReason: row.unservedReason,
})

export const dropView = (row: typeof drops.$inferSelect): DropView => ({
  id: row.id,
  orderId: row.orderId,
  number: row.number,
  initial: row.initial,
  point: row.point,
  pointKind: row.pointKind,
  boxes: row.boxes,
  status: row.status,
  triesLeft: Math.max(0, CODE_TRIES - row.wrongCodes),
  failureReason: row.failureReason,
  nextAction: row.nextAction,
})
