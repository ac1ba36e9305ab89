import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { BatchStep, batches } from './schema/batches'
import type { LateDish, plans } from './schema/planning'
import type { ticketItems, tickets } from './schema/tickets'

/** A ticket as screens show it: no person, instants in ISO. A screen keeps the highest version it has seen. */
export interface TicketView {
  readonly id: string
  readonly number: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dueAt: string
  readonly destination: Text
  /** What whoever eats it said they cannot eat, in codes. */
  readonly allergies: string[]
  readonly status: 'open' | 'ready' | 'void'
  readonly version: number
  readonly items: ItemView[]
}

export interface ItemView {
  readonly id: string
  readonly station: string
  readonly dishId: string
  readonly name: Text
  readonly quantity: number
  /** Allergen codes. */
  readonly allergens: string[]
  readonly doneAt: string | null
  /** The dish it stands in for. */
  readonly was: Text | null
  /** Ran out: not to be cooked. */
  readonly isVoid: boolean
}

export interface BatchView {
  readonly id: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  readonly name: Text
  readonly station: string
  readonly sequence: number
  readonly portions: number
  readonly minutes: number
  readonly startBy: string
  readonly steps: BatchStep[]
  readonly status: 'planned' | 'cooking' | 'cooked'
  readonly startedAt: string | null
  readonly cookedAt: string | null
}

export type TicketRow = typeof tickets.$inferSelect
export type ItemRow = typeof ticketItems.$inferSelect
export type BatchRow = typeof batches.$inferSelect
export type PlanRow = typeof plans.$inferSelect

/** What of a service does not fit, and what stands in the way. */
export interface PlanView
  extends Pick<PlanRow, 'lateMinutes' | 'idleMinutes' | 'makespan' | 'lowerBound' | 'bottleneck'> {
  readonly late: LateDish[]
  readonly impossible: Omit<LateDish, 'portions' | 'lateMinutes'>[]
}

export const planView = (plan: PlanRow): PlanView => {
  const { lateMinutes, idleMinutes, makespan, lowerBound, bottleneck, late, impossible } = plan
  return { lateMinutes, idleMinutes, makespan, lowerBound, bottleneck, late: [...late], impossible: [...impossible] }
}

const iso = (at: Date | null) => at?.toISOString() ?? null

export function ticketView(ticket: TicketRow, items: readonly ItemRow[]): TicketView {
  const { id, number, serviceDate, period, dueAt, destination, status, version } = ticket
  const allergies = [...(ticket.allergies ?? [])]
  const shown = [...items].sort((a, b) => (a.lineId < b.lineId ? -1 : 1)).map(itemView)
  return {
    id,
    number,
    serviceDate,
    period,
    dueAt: dueAt.toISOString(),
    destination,
    allergies,
    status,
    version,
    items: shown,
  }
}

const itemView = ({ id, station, dishId, name, quantity, allergens, doneAt, was, voidedAt }: ItemRow): ItemView => ({
  id,
  station,
  dishId,
  name,
  quantity,
  allergens,
  doneAt: iso(doneAt),
  was,
  isVoid: voidedAt !== null,
})

export function batchView(batch: BatchRow): BatchView {
  const { id, serviceDate, period, dishId, name, station, sequence, portions, minutes, steps, status } = batch
  const times = { startBy: batch.startBy.toISOString(), startedAt: iso(batch.startedAt), cookedAt: iso(batch.cookedAt) }
  return {
    id,
    serviceDate,
    period,
    dishId,
    name,
    station,
    sequence,
    portions,
    minutes,
    steps: [...steps],
    status,
    ...times,
  }
}
