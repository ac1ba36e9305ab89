import type { z } from 'zod'
import type * as contract from '../../src/http/kitchen/contract'

export type Ticket = z.output<typeof contract.Ticket>
export type Item = z.output<typeof contract.TicketItem>
export type Batch = z.output<typeof contract.Batch>
export type Snapshot = z.output<typeof contract.Snapshot>

/** One service as this screen knows it. */
export interface Board {
  readonly serviceDate: string
  readonly period: string
  readonly tickets: ReadonlyMap<string, Ticket>
  readonly batches: ReadonlyMap<string, Batch>
  /** Null before the kitchen has planned. */
  readonly plan: Snapshot['plan']
}

/** One touch of this tablet that the server may not know yet. */
export interface Touch {
  /** Also the Idempotency-Key. */
  readonly id: string
  readonly kind: 'bump' | 'recall'
  readonly ticketId: string
  /** Null: the expediter, for every station. */
  readonly station: string | null
  /** The items it turned here; the server decides for itself, from the station. */
  readonly itemIds: readonly string[]
  /** On the service clock, ISO. */
  readonly at: string
}

export const RECALL_MS = 30 * 60_000

type OfService = Pick<Board, 'serviceDate' | 'period'>

/** All batches of one service. */
export type Plan = OfService & { readonly batches: readonly Batch[]; readonly plan: Snapshot['plan'] }

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))

const isSameService = (a: OfService, b: OfService) => a.serviceDate === b.serviceDate && a.period === b.period

export const boardOf = ({ serviceDate, period }: OfService, { tickets, batches, plan }: Snapshot): Board => ({
  serviceDate,
  period,
  tickets: byId(tickets),
  batches: byId(batches),
  plan,
})

/** A ticket as the server told it. An older version that comes late, or another service's ticket, changes nothing. */
export function withTicket(board: Board, ticket: Ticket): Board {
  const known = board.tickets.get(ticket.id)
  if (!isSameService(board, ticket) || (known && known.version >= ticket.version)) return board
  return { ...board, tickets: new Map(board.tickets).set(ticket.id, ticket) }
}

/** Batches as the server told them; those of other services are left out. */
export function withBatches(board: Board, told: readonly Batch[]): Board {
  const own = told.filter((batch) => isSameService(board, batch))
  return own.length === 0 ? board : { ...board, batches: new Map([...board.batches, ...byId(own)]) }
}

/** A service planned anew: its batches in place of those the screen knows; another service's plan changes nothing. */
export const withPlan = (board: Board, plan: Plan): Board =>
  isSameService(board, plan) ? { ...board, batches: byId(plan.batches), plan: plan.plan } : board

/** The board with this tablet's own touches already done. Replaying one the server has answered changes nothing more. */
export function withTouches(board: Board, touches: readonly Touch[]): Board {
  if (touches.length === 0) return board
  const tickets = new Map(board.tickets)
  for (const touch of touches) {
    const ticket = tickets.get(touch.ticketId)
    if (ticket && ticket.status !== 'void') tickets.set(ticket.id, touched(ticket, touch))
  }
  return { ...board, tickets }
}

function touched(ticket: Ticket, { kind, itemIds, at }: Touch): Ticket {
  const turn = (item: Item): Item => {
    if (!itemIds.includes(item.id)) return item
    return { ...item, doneAt: kind === 'recall' ? null : (item.doneAt ?? at) }
  }
  const items = ticket.items.map(turn)
  return { ...ticket, items, status: items.every(isDone) ? 'ready' : 'open' }
}

/** Nobody has to do anything about it any more. */
const isDone = ({ doneAt, isVoid }: Item) => doneAt !== null || isVoid

/** The items a view shows: a station its own, the expediter all. */
export const itemsAt = ({ items }: Ticket, station: string | null): Item[] =>
  station === null ? items : items.filter((item) => item.station === station)

/** Tickets with something to do in this view, by due time, then number. Void ones stay until they are noticed. */
export function toDo(board: Board, station: string | null, noticed: ReadonlySet<string>): Ticket[] {
  const waits = (ticket: Ticket) => {
    const items = itemsAt(ticket, station)
    if (ticket.status === 'void') return items.length > 0 && !noticed.has(ticket.id)
    return items.some((item) => !isDone(item))
  }
  return [...board.tickets.values()].filter(waits).sort(byDue)
}

export const countOpen = ({ tickets }: Board): number =>
  [...tickets.values()].filter(({ status }) => status === 'open').length

const byDue = (a: Ticket, b: Ticket) =>
  a.dueAt === b.dueAt ? a.number.localeCompare(b.number, 'en', { numeric: true }) : a.dueAt < b.dueAt ? -1 : 1

export interface Left {
  readonly dishId: string
  readonly name: Item['name']
  readonly left: number
}

/** Portions still to make in this view, per dish, the most first. */
export function leftToMake(board: Board, station: string | null): Left[] {
  const counts = new Map<string, Left>()
  for (const ticket of board.tickets.values()) {
    if (ticket.status === 'void') continue
    for (const { dishId, name, quantity, doneAt, isVoid } of itemsAt(ticket, station)) {
      if (doneAt === null && !isVoid)
        counts.set(dishId, { dishId, name, left: (counts.get(dishId)?.left ?? 0) + quantity })
    }
  }
  return [...counts.values()].sort((a, b) => b.left - a.left || (a.dishId < b.dishId ? -1 : 1))
}

export interface Finished {
  readonly ticket: Ticket
  /** When this view finished last on it, ISO. */
  readonly doneAt: string
  /** What a recall gives back. */
  readonly items: readonly Item[]
}

/** What this view can still take back, newest first. */
export function recallable(board: Board, station: string | null, now: number): Finished[] {
  const finished: Finished[] = []
  for (const ticket of board.tickets.values()) {
    const times = itemsAt(ticket, station).flatMap(({ doneAt }) => doneAt ?? [])
    const doneAt = times.sort().at(-1)
    if (ticket.status === 'void' || !doneAt || now - Date.parse(doneAt) > RECALL_MS) continue
    finished.push({ ticket, doneAt, items: itemsAt(ticket, station).filter((item) => item.doneAt === doneAt) })
  }
  return finished.sort((a, b) => (a.doneAt < b.doneAt ? 1 : a.doneAt > b.doneAt ? -1 : 0))
}

/** Batches this view has a hand in: by latest start, what is cooked at the end. */
export function batchesAt(board: Board, station: string | null): Batch[] {
  const here = [...board.batches.values()].filter(
    (batch) => station === null || batch.station === station || batch.steps.some((step) => step.station === station),
  )
  const cooked = ({ status }: Batch) => (status === 'cooked' ? 1 : 0)
  return here.sort((a, b) => cooked(a) - cooked(b) || (a.startBy < b.startBy ? -1 : a.startBy > b.startBy ? 1 : 0))
}
