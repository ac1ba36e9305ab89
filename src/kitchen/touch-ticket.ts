import { eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import type { Tx } from '../platform/database'
import { publish } from '../platform/outbox'
import { type Item, progressOf } from './domain/ticket'
import { TicketProgressed } from './events'
import { bumps, ticketItems, tickets } from './schema/tickets'
import { showTickets } from './screens'
import { type ItemRow, type TicketRow, type TicketView, ticketView } from './views'

/** One touch on one tablet. */
export interface Touch {
  /** Made by the tablet, so that a touch sent twice is one touch. */
  readonly id: string
  readonly ticketId: string
  /** Null: the expediter, for every station. */
  readonly station: string | null
  readonly actorId: string
}

export interface Change {
  readonly kind: 'bump' | 'recall'
  /** Which items turn, decided on the locked ticket. */
  readonly turns: (items: readonly Item[], now: Date) => readonly string[]
}

/**
 * Turns items of a ticket to done or back. The ticket is locked first, so of two tablets at once the second finds the
 * work done: it gets the ticket as it is, and nothing is announced twice.
 * @throws Refusal `not_found`, `ticket_void`, or `conflict` when the touch's id belongs to another one.
 */
export const touchTicket = (app: App, touch: Touch, { kind, turns }: Change): Promise<TicketView> =>
  app.db.transaction(async (tx) => {
    const { ticket, items } = await lockTicket(tx, touch.ticketId)
    if (ticket.status === 'void') throw new Refusal('ticket_void')
    const now = app.now()
    const fresh = await noteTouch(tx, touch, kind, now)
    const turned = fresh ? turns(items, now) : []
    if (turned.length === 0) return ticketView(ticket, items)

    const doneAt = kind === 'bump' ? now : null
    await tx
      .update(ticketItems)
      .set({ doneAt })
      .where(inArray(ticketItems.id, [...turned]))
    const after = items.map((item) => (turned.includes(item.id) ? { ...item, doneAt } : item))
    const moved = await saveTicket(tx, ticket, items, after, now)
    const view = ticketView(moved, after)
    await showTickets(tx, [{ siteId: moved.siteId, ticket: view }])
    return view
  })

async function lockTicket(tx: Tx, ticketId: string): Promise<{ ticket: TicketRow; items: ItemRow[] }> {
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId)).for('update')
  if (!ticket) throw new Refusal('not_found')
  return { ticket, items: await tx.select().from(ticketItems).where(eq(ticketItems.ticketId, ticketId)) }
}

/** False when the same touch was here before. */
async function noteTouch(tx: Tx, touch: Touch, kind: Change['kind'], at: Date): Promise<boolean> {
  const noted = await tx
    .insert(bumps)
    .values({ ...touch, kind, at })
    .onConflictDoNothing()
    .returning()
  if (noted.length > 0) return true
  const [before] = await tx.select().from(bumps).where(eq(bumps.id, touch.id))
  const same = before?.ticketId === touch.ticketId && before.station === touch.station && before.kind === kind
  if (!same) throw new Refusal('conflict')
  return false
}

async function saveTicket(tx: Tx, ticket: TicketRow, before: ItemRow[], after: ItemRow[], now: Date) {
  const progress = progressOf(after)
  const ready = progress === 'ready'
  const change = { status: ready ? ('ready' as const) : ('open' as const), readyAt: ready ? now : null }
  const [moved] = await tx
    .update(tickets)
    .set({ ...change, version: sql`${tickets.version} + 1` })
    .where(eq(tickets.id, ticket.id))
    .returning()
  if (!moved) throw new Refusal('not_found')
  if (progress !== progressOf(before)) {
    const { id: ticketId, orderId, groupId, operatorId, version } = moved
    await publish(tx, TicketProgressed, { ticketId, orderId, groupId, operatorId, version, status: progress })
  }
  return moved
}
