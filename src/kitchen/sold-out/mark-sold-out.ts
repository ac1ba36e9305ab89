import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction, type Tx } from '../../platform/database'
import { publish } from '../../platform/outbox'
import { type Outcome, shareOut, type WaitingLine } from '../domain/share-out'
import { DishRanOut } from '../events'
import { soldOutDishes, soldOutLines } from '../schema/service'
import { ticketItems, tickets } from '../schema/tickets'
import { changeTickets } from './change-tickets'

/** The dish that stands in, as the menu has it. */
export interface StandIn {
  readonly dishId: string
  readonly recipeVersionId: string | null
  readonly station: string | undefined
  readonly name: Text
  readonly allergens: readonly string[]
  /** How many portions of it may be taken. */
  readonly portions: number
}

export interface MarkSoldOut {
  readonly operatorId: string
  readonly siteId: string
  readonly menuDayId: string
  readonly dishId: string
  readonly name: Text
  /** Portions there still are, for orders that are open. */
  readonly portionsLeft: number
  readonly standIn?: StandIn | undefined
  readonly actorId: string
}

/** A line with what became of it. */
export interface Decided extends WaitingLine {
  readonly outcome: Outcome
  readonly orderId: string
  readonly groupId: string
  readonly ticketId: string
}

/**
 * A dish ran out: decides for every open line of the menu day, once, whether it keeps its portion, gets the dish that stands
 * in or its money back, and shows it on the tickets.
 * @throws Refusal `dish_sold_out_already`
 */
export const markSoldOut = (app: App, input: MarkSoldOut): Promise<Decided[]> =>
  inTransaction(app.db, async (tx) => {
    const { operatorId, siteId, menuDayId, dishId, name, portionsLeft, standIn, actorId } = input
    const row = { menuDayId, dishId, operatorId, siteId, name, portionsLeft, at: app.now(), actorId }
    const fresh = await tx.insert(soldOutDishes).values(row).onConflictDoNothing().returning()
    if (fresh.length === 0) throw new Refusal('dish_sold_out_already')
    const decided = await decide({ ...app, db: tx }, { ...row, standIn })
    const counted = countOf(decided)
    const detail = { dishId, portionsLeft, ...counted }
    await publish(tx, DishRanOut, { operatorId, siteId, menuDayId, dishId })
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.sold-out', subject: menuDayId, detail })
    return decided
  })

/** Orders that were paid for after a dish ran out: their lines get what was kept back for nobody, or their money. */
export const settleLateLines = (app: App, menuDayIds: readonly string[]): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const gone = await tx
      .select()
      .from(soldOutDishes)
      .where(sql`${soldOutDishes.menuDayId} = any(${sql.param([...menuDayIds])})`)
      .for('update')
    for (const dish of gone) {
      const own = and(eq(soldOutLines.menuDayId, dish.menuDayId), eq(soldOutLines.dishId, dish.dishId))
      const [kept] = await tx
        .select({ portions: sql<number>`coalesce(sum(${soldOutLines.quantity}), 0)::int` })
        .from(soldOutLines)
        .where(and(own, eq(soldOutLines.outcome, 'kept')))
      await decide({ ...app, db: tx }, { ...dish, portionsLeft: dish.portionsLeft - (kept?.portions ?? 0) })
    }
  })

type Gone = Pick<MarkSoldOut, 'operatorId' | 'menuDayId' | 'dishId' | 'portionsLeft' | 'standIn'>

async function decide(app: App, { operatorId, menuDayId, dishId, portionsLeft, standIn }: Gone): Promise<Decided[]> {
  const waiting = await waitingFor(app.db, menuDayId, dishId)
  const decided = shareOut(waiting, portionsLeft, standIn)
  if (decided.length === 0) return []
  const at = app.now()
  await app.db.insert(soldOutLines).values(
    decided.map(({ lineId, orderId, quantity, outcome }) => {
      const substituteId = outcome === 'substituted' ? (standIn?.dishId ?? null) : null
      return { lineId, operatorId, menuDayId, dishId, orderId, quantity, outcome, substituteId, at }
    }),
  )
  await changeTickets(app, { operatorId, dishId }, decided, standIn)
  return decided
}

/** Open lines nobody has decided about; their tickets are locked first, so that what is bumped meanwhile is not taken. */
async function waitingFor(tx: Tx, menuDayId: string, dishId: string) {
  const asksFor = sql`exists (select 1 from kitchen.ticket_items i where i.ticket_id = ${tickets.id} and i.dish_id = ${dishId})`
  const locked = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.menuDayId, menuDayId), ne(tickets.status, 'void'), asksFor))
    .orderBy(tickets.id)
    .for('update')
  const rows = await tx
    .select({ item: ticketItems, ticket: tickets })
    .from(tickets)
    .innerJoin(ticketItems, eq(ticketItems.ticketId, tickets.id))
    .leftJoin(soldOutLines, eq(soldOutLines.lineId, ticketItems.lineId))
    .where(
      and(
        inArray(
          tickets.id,
          locked.map(({ id }) => id),
        ),
        eq(ticketItems.dishId, dishId),
        isNull(ticketItems.doneAt),
        isNull(ticketItems.voidedAt),
        isNull(soldOutLines.lineId),
      ),
    )
  return rows.map(({ item: { lineId, quantity, allergens }, ticket }) => {
    const { id: ticketId, orderId, groupId, dueAt, createdAt } = ticket
    return { lineId, quantity, allergens, ticketId, orderId, groupId, dueAt, createdAt }
  })
}

/** How many lines had each outcome. */
export const countOf = (decided: readonly Decided[]): Record<Outcome, number> => {
  const count = (outcome: Outcome) => decided.filter((line) => line.outcome === outcome).length
  return { kept: count('kept'), substituted: count('substituted'), refunded: count('refunded') }
}
