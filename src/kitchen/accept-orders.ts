import { eq, sql } from 'drizzle-orm'
import { grouped } from '../kernel/grouped'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { inTransaction, type Tx } from '../platform/database'
import { newId } from '../platform/id'
import { groups, ticketItems, tickets } from './schema/tickets'
import { type Shown, showTickets } from './screens'
import { type TicketRow, type TicketView, ticketView } from './views'

export interface LineToCook {
  readonly lineId: string
  readonly dishId: string
  readonly recipeVersionId: string | null
  /** Where its recipe is cooked; undefined for what is only packed. */
  readonly station: string | undefined
  readonly name: Text
  readonly quantity: number
  readonly allergens: readonly string[]
}

export interface AcceptOrder {
  readonly groupId: string
  readonly orderId: string
  readonly operatorId: string
  readonly siteId: string
  readonly menuDayId: string
  readonly number: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly servesFrom: Date
  /** Community and building, no person. */
  readonly destination: Text
  /** What whoever eats it said they cannot eat, in codes. */
  readonly allergies?: readonly string[] | null
  readonly lines: readonly LineToCook[]
}

/** Where goes what no recipe sends elsewhere. */
const PACKING = 'pack'

/** One ticket for a fulfilment group, one item per order line. A second delivery adds nothing; a lost item comes back. */
export const acceptOrders = (app: App, orders: readonly AcceptOrder[]): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const inTurn = orders.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1))
    const voided = await voidedAmong(tx, inTurn)
    const due = inTurn.filter(({ groupId }) => !voided.has(groupId))
    if (due.length === 0) return
    const opened = await openTickets(tx, due, app.now())
    const items = due.flatMap((order) => itemsOf(order, opened.get(order.groupId)?.id ?? ''))
    const added = await tx.insert(ticketItems).values(items).onConflictDoNothing().returning()
    const addedTo = grouped(added, ({ ticketId }) => ticketId)
    const shown: Shown[] = []
    for (const { groupId, siteId, lines } of due) {
      const ticket = opened.get(groupId)
      const own = ticket && addedTo.get(ticket.id)
      if (!own) continue
      // only some lines were missing: the ticket is not ready any more
      const view = own.length === lines.length ? ticketView(ticket, own) : await reopened(tx, ticket)
      shown.push({ siteId, ticket: view })
    }
    await showTickets(tx, shown)
  })

/** The rows' locks make the two facts about a group take turns. */
async function voidedAmong(tx: Tx, orders: readonly AcceptOrder[]): Promise<Set<string>> {
  const rows = orders.map(({ groupId }) => ({ groupId }))
  const again = { target: groups.groupId, set: { groupId: sql`excluded.group_id` } }
  const known = await tx.insert(groups).values(rows).onConflictDoUpdate(again).returning()
  return new Set(known.filter(({ voidedAt }) => voidedAt).map(({ groupId }) => groupId))
}

/** By group. */
async function openTickets(tx: Tx, orders: readonly AcceptOrder[], createdAt: Date): Promise<Map<string, TicketRow>> {
  const rows = orders.map((order) => {
    const { groupId, orderId, operatorId, siteId, menuDayId, number, serviceDate, period, servesFrom } = order
    const { destination, allergies = null } = order
    const where = { operatorId, siteId, menuDayId, serviceDate, period, destination }
    const facts = { groupId, orderId, number, allergies, ...where }
    return { ...facts, id: newId('tkt'), dueAt: servesFrom, status: 'open' as const, createdAt }
  })
  const again = { target: tickets.groupId, set: { groupId: sql`excluded.group_id` } }
  const known = await tx.insert(tickets).values(rows).onConflictDoUpdate(again).returning()
  return new Map(known.map((ticket) => [ticket.groupId, ticket]))
}

const itemsOf = ({ lines }: AcceptOrder, ticketId: string) =>
  lines.map(({ station = PACKING, allergens, ...line }) => ({
    ...line,
    id: newId('tki'),
    ticketId,
    station,
    allergens: [...allergens],
  }))

async function reopened(tx: Tx, { id }: TicketRow): Promise<TicketView> {
  const again = { status: 'open' as const, readyAt: null, version: sql`${tickets.version} + 1` }
  const [ticket] = await tx.update(tickets).set(again).where(eq(tickets.id, id)).returning()
  if (!ticket) throw new Error(`ticket ${id} is gone`)
  return ticketView(ticket, await tx.select().from(ticketItems).where(eq(ticketItems.ticketId, id)))
}
