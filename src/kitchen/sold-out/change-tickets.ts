import { eq, inArray, sql } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import type { App } from '../../platform/app'
import { publishAll } from '../../platform/outbox'
import { progressOf } from '../domain/ticket'
import { LinesRanOut, TicketProgressed } from '../events'
import { ticketItems, tickets } from '../schema/tickets'
import { showTickets } from '../screens'
import { ticketView } from '../views'
import type { Decided, StandIn } from './mark-sold-out'

/** Where goes what no recipe sends elsewhere. */
const PACKING = 'pack'

/** Puts on the tickets what became of their lines, and announces what is owed back. A ticket nothing is left of is void. */
export async function changeTickets(
  app: App,
  { operatorId, dishId }: { readonly operatorId: string; readonly dishId: string },
  decided: readonly Decided[],
  standIn: StandIn | undefined,
): Promise<void> {
  const { db: tx } = app
  const linesOf = (outcome: Decided['outcome']) =>
    decided.filter((line) => line.outcome === outcome).map(({ lineId }) => lineId)
  const [replaced, lost] = [linesOf('substituted'), linesOf('refunded')]
  if (standIn && replaced.length > 0) {
    const { dishId: insteadId, recipeVersionId, station = PACKING, name, allergens } = standIn
    const dish = { dishId: insteadId, recipeVersionId, station, name, allergens: [...allergens] }
    await tx
      .update(ticketItems)
      .set({ ...dish, was: sql`${ticketItems.name}` })
      .where(inArray(ticketItems.lineId, replaced))
  }
  if (lost.length > 0) {
    await tx.update(ticketItems).set({ voidedAt: app.now() }).where(inArray(ticketItems.lineId, lost))
  }
  const changed = decided.filter(({ outcome }) => outcome !== 'kept').map(({ ticketId }) => ticketId)
  if (changed.length === 0) return
  const items = grouped(
    await tx.select().from(ticketItems).where(inArray(ticketItems.ticketId, changed)),
    ({ ticketId }) => ticketId,
  )
  const shown = []
  const before = await tx.select().from(tickets).where(inArray(tickets.id, changed)).orderBy(tickets.id)
  for (const ticket of before) {
    const own = items.get(ticket.id) ?? []
    const next = statusAfter(own, app.now())
    const [moved] = await tx
      .update(tickets)
      .set({ ...next, version: sql`${tickets.version} + 1` })
      .where(eq(tickets.id, ticket.id))
      .returning()
    if (moved) shown.push({ ticket: moved, items: own })
  }
  const ready = shown.filter(({ ticket }) => ticket.status === 'ready')
  await publishAll(
    tx,
    TicketProgressed,
    ready.map(({ ticket: { id: ticketId, orderId, groupId, version } }) => {
      return { ticketId, orderId, groupId, operatorId, version, status: 'ready' as const }
    }),
  )
  const owed = grouped(
    decided.filter(({ outcome }) => outcome === 'refunded'),
    ({ groupId }) => groupId,
  )
  await publishAll(
    tx,
    LinesRanOut,
    [...owed].map(([groupId, lines]) => {
      const orderId = lines[0]?.orderId ?? ''
      return { orderId, operatorId, groupId, dishId, lineIds: lines.map(({ lineId }) => lineId) }
    }),
  )
  await showTickets(
    tx,
    shown.map(({ ticket, items: own }) => ({ siteId: ticket.siteId, ticket: ticketView(ticket, own) })),
  )
}

type Items = Parameters<typeof progressOf>[0]

function statusAfter(items: Items, now: Date) {
  if (items.every(({ voidedAt }) => voidedAt)) return { status: 'void' as const, voidedAt: now }
  if (progressOf(items) === 'ready') return { status: 'ready' as const, readyAt: now }
  return { status: 'open' as const }
}
