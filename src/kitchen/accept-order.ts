import { eq, sql } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { inTransaction, type Tx } from '../platform/database'
import { newId } from '../platform/id'
import { groups, ticketItems, tickets } from './schema/tickets'
import { showTickets } from './screens'
import { type ItemRow, type TicketRow, ticketView } from './views'

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
  readonly lines: readonly LineToCook[]
}

/** Where goes what no recipe sends elsewhere. */
const PACKING = 'pack'

/** One ticket for a fulfilment group, one item per order line. A second delivery adds nothing; a lost item comes back. */
export const acceptOrder = (app: App, order: AcceptOrder): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    if (await isVoid(tx, order.groupId)) return
    const ticket = await openTicket(tx, order, app.now())
    const added = await tx.insert(ticketItems).values(itemsOf(order, ticket.id)).onConflictDoNothing().returning()
    if (added.length === 0) return
    if (added.length === order.lines.length) return show(tx, ticket, added)
    await reopen(tx, ticket)
  })

/** The row's lock makes the two facts about a group take turns. */
async function isVoid(tx: Tx, groupId: string): Promise<boolean> {
  const again = { target: groups.groupId, set: { groupId } }
  const [group] = await tx.insert(groups).values({ groupId }).onConflictDoUpdate(again).returning()
  return Boolean(group?.voidedAt)
}

async function openTicket(tx: Tx, order: AcceptOrder, createdAt: Date): Promise<TicketRow> {
  const { groupId, orderId, operatorId, siteId, menuDayId, number, serviceDate, period, servesFrom } = order
  const { destination } = order
  const facts = { groupId, orderId, operatorId, siteId, menuDayId, number, serviceDate, period, destination }
  const row = { ...facts, id: newId('tkt'), dueAt: servesFrom, status: 'open' as const, createdAt }
  const again = { target: tickets.groupId, set: { groupId } }
  const [ticket] = await tx.insert(tickets).values(row).onConflictDoUpdate(again).returning()
  if (!ticket) throw new Error(`no ticket for group ${groupId}`)
  return ticket
}

const itemsOf = ({ lines }: AcceptOrder, ticketId: string) =>
  lines.map(({ station = PACKING, allergens, ...line }) => ({
    ...line,
    id: newId('tki'),
    ticketId,
    station,
    allergens: [...allergens],
  }))

/** Only some lines were missing: the ticket is not ready any more. */
async function reopen(tx: Tx, { id }: TicketRow): Promise<void> {
  const again = { status: 'open' as const, readyAt: null, version: sql`${tickets.version} + 1` }
  const [ticket] = await tx.update(tickets).set(again).where(eq(tickets.id, id)).returning()
  const items = await tx.select().from(ticketItems).where(eq(ticketItems.ticketId, id))
  if (ticket) await show(tx, ticket, items)
}

const show = (tx: Tx, ticket: TicketRow, items: readonly ItemRow[]) =>
  showTickets(tx, [{ siteId: ticket.siteId, ticket: ticketView(ticket, items) }])
