import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import { boxCodes } from '../kernel/box-code'
import type { Spot } from '../kernel/distance'
import type { FailureReason, NextAction, PointKind } from './domain/failure'
import type { UnservedReason } from './domain/unserved'
import { CODE_TRIES } from './runs/hand-over'
import type { DropStatus, drops } from './schema/drops'
import type { LoadCheck, RunStatus, RunVehicle, runs, StopReason } from './schema/runs'
import type { NearestChange, stops } from './schema/stops'

/** A run and how far it is. */
export interface RunView {
  readonly id: string
  readonly operatorId: string
  readonly siteId: string
  readonly menuDayId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly wave: number
  readonly number: number
  readonly status: RunStatus
  readonly vehicle: RunVehicle
  readonly courierId: string | null
  readonly departAt: string
  /** As planned, then as predicted from progress. */
  readonly returnAt: string
  readonly loadedAt: string | null
  readonly loadCheck: LoadCheck | null
  readonly departedAt: string | null
  readonly doneAt: string | null
  readonly metres: number
  readonly seconds: number
  readonly boxes: number
  readonly stops: number
  readonly drops: number
  readonly delivered: number
  readonly failed: number
  /** Stops still to come that are predicted after their window. */
  readonly late: number
  readonly stopReason: StopReason | null
  readonly takesOver: string | null
  readonly position: (Spot & { readonly at: string }) | null
  /** The tour from the kitchen round and back. */
  readonly path: Spot[]
}

export interface StopView extends Spot {
  readonly id: string
  readonly menuDayId: string
  readonly wave: number
  readonly runId: string | null
  readonly sequence: number | null
  readonly buildingId: string
  readonly communityId: string
  readonly name: Text
  readonly community: Text
  readonly part: number
  readonly boxes: number
  readonly plannedEta: string | null
  readonly eta: string | null
  readonly doneAt: string | null
  readonly windowFrom: string
  readonly windowTo: string
  readonly readyAt: string
  readonly useBy: string
  /** Not done, and predicted after its window. */
  readonly late: boolean
  readonly pinned: boolean
  readonly unservedReason: UnservedReason | null
  readonly change: NearestChange | null
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
  readonly boxCodes: string[]
  readonly status: DropStatus
  readonly attempts: number
  readonly triesLeft: number
  readonly failureReason: FailureReason | null
  readonly nextAction: NextAction | null
  readonly actedAt: string | null
  readonly compartment: number | null
  readonly photoIds: string[]
}

export interface RunDetail extends RunView {
  readonly stopList: (StopView & { drops: DropView[] })[]
}

type Counted = typeof runs.$inferSelect & Readonly<Record<'stops' | 'drops' | 'delivered' | 'failed' | 'late', number>>

const iso = (at: Date | null) => at?.toISOString() ?? null

export const runView = (row: Counted): RunView => ({
  id: row.id,
  operatorId: row.operatorId,
  siteId: row.siteId,
  menuDayId: row.menuDayId,
  serviceDate: row.serviceDate,
  period: row.period,
  wave: row.wave,
  number: row.number,
  status: row.status,
  vehicle: row.vehicle,
  courierId: row.courierId,
  departAt: row.departAt.toISOString(),
  returnAt: row.returnAt.toISOString(),
  loadedAt: iso(row.loadedAt),
  loadCheck: row.loadCheck,
  departedAt: iso(row.departedAt),
  doneAt: iso(row.doneAt),
  metres: row.metres,
  seconds: row.seconds,
  boxes: row.boxes,
  stops: row.stops,
  drops: row.drops,
  delivered: row.delivered,
  failed: row.failed,
  late: row.late,
  stopReason: row.stopReason,
  takesOver: row.takesOver,
  position:
    row.lat !== null && row.lon !== null && row.seenAt !== null
      ? { lat: row.lat, lon: row.lon, at: row.seenAt.toISOString() }
      : null,
  path: row.path.map(([lon, lat]) => ({ lat, lon })),
})

export const stopView = (row: typeof stops.$inferSelect): StopView => ({
  id: row.id,
  menuDayId: row.menuDayId,
  wave: row.wave,
  runId: row.runId,
  sequence: row.sequence,
  buildingId: row.buildingId,
  communityId: row.communityId,
  name: row.name,
  community: row.community,
  lat: row.lat,
  lon: row.lon,
  part: row.part,
  boxes: row.boxes,
  plannedEta: iso(row.plannedEta),
  eta: iso(row.eta),
  doneAt: iso(row.doneAt),
  windowFrom: row.windowFrom.toISOString(),
  windowTo: row.windowTo.toISOString(),
  readyAt: row.readyAt.toISOString(),
  useBy: row.useBy.toISOString(),
  late: row.doneAt === null && row.eta !== null && row.eta > row.windowTo,
  pinned: row.pinned,
  unservedReason: row.unservedReason,
  change: row.change,
})

/** A drop with the locker's door that is kept for it and the photos taken of it. */
export type SeenDrop = typeof drops.$inferSelect & { readonly compartment: number | null; readonly photoIds: string[] }

export const dropView = (row: SeenDrop): DropView => ({
  id: row.id,
  orderId: row.orderId,
  number: row.number,
  initial: row.initial,
  point: row.point,
  pointKind: row.pointKind,
  boxes: row.boxes,
  boxCodes: boxCodes(row.groupId, row.boxes),
  status: row.status,
  attempts: row.attempts,
  triesLeft: Math.max(0, CODE_TRIES - row.wrongCodes),
  failureReason: row.failureReason,
  nextAction: row.nextAction,
  actedAt: iso(row.actedAt),
  compartment: row.compartment,
  photoIds: row.photoIds,
})
