import { and, inArray, ne, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Tx } from '../platform/database'
import { groups, ticketItems, tickets } from './schema/tickets'
import { type Shown, showTickets } from './screens'
import { type TicketRow, ticketView } from './views'

export interface VoidOrder {
  readonly groupIds: readonly string[]
}

/** Cancelled groups are not cooked: their tickets become void, and one that is still on its way is never opened. */
export const voidOrder = (app: App, { groupIds }: VoidOrder): Promise<void> =>
  app.db.transaction(async (tx) => {
    const voidedAt = app.now()
    // in order, so that two of these cannot wait for each other
    for (const groupId of [...groupIds].sort()) {
      const again = { target: groups.groupId, set: { voidedAt: sql`coalesce(${groups.voidedAt}, excluded.voided_at)` } }
      await tx.insert(groups).values({ groupId, voidedAt }).onConflictDoUpdate(again)
    }
    const open = and(inArray(tickets.groupId, [...groupIds]), ne(tickets.status, 'void'))
    const change = { status: 'void' as const, voidedAt, version: sql`${tickets.version} + 1` }
    const voided = await tx.update(tickets).set(change).where(open).returning()
    await showTickets(tx, await withItems(tx, voided))
  })

async function withItems(tx: Tx, voided: readonly TicketRow[]): Promise<Shown[]> {
  const ids = voided.map(({ id }) => id)
  const items = await tx.select().from(ticketItems).where(inArray(ticketItems.ticketId, ids))
  return voided.map((ticket) => {
    const own = items.filter(({ ticketId }) => ticketId === ticket.id)
    return { siteId: ticket.siteId, ticket: ticketView(ticket, own) }
  })
}
