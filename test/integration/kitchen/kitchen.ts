import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { acceptOrders, type AcceptOrder, type LineToCook } from '../../../src/kitchen/accept-orders'
import { BatchCooked, TicketProgressed } from '../../../src/kitchen/events'
import type { PlanBatches } from '../../../src/kitchen/plan-batches'
import { stations } from '../../../src/kitchen/schema/stations'
import { tickets } from '../../../src/kitchen/schema/tickets'
import { sites } from '../../../src/places/schema'
import type { App } from '../../../src/platform/app'
import { outbox } from '../../../src/platform/schema'

export const SERVING = new Date('2026-11-02T03:00:00Z')
export const MORNING = new Date('2026-11-02T01:00:00Z')
const text = (en: string) => ({ zh: `${en}（中）`, en })

/** A line of pork at the wok, a salad at the cold station, chopsticks to pack. */
export const pork = (orderId: string, quantity = 2): LineToCook => ({
  lineId: `${orderId}-1`,
  dishId: 'pork',
  recipeVersionId: 'pork-1',
  station: 'wok',
  name: text('Twice-cooked pork'),
  quantity,
  allergens: ['soybeans'],
})
export const salad = (orderId: string): LineToCook => ({
  lineId: `${orderId}-2`,
  dishId: 'salad',
  recipeVersionId: 'salad-1',
  station: 'cold',
  name: text('Smashed cucumber'),
  quantity: 1,
  allergens: ['sesame', 'peanuts'],
})
export const cutlery = (orderId: string): LineToCook => ({
  lineId: `${orderId}-3`,
  dishId: 'cutlery',
  recipeVersionId: null,
  station: undefined,
  name: text('Cutlery'),
  quantity: 1,
  allergens: [],
})

/** An order for one kitchen and lunch, as its door tells it. */
export const anOrder = (orderId: string, given: Partial<AcceptOrder> = {}): AcceptOrder => ({
  groupId: `${orderId}-g`,
  orderId,
  operatorId: 'op-a',
  siteId: 'site-a',
  menuDayId: 'day-1',
  number: orderId.toUpperCase(),
  serviceDate: '2026-11-02',
  period: 'lunch',
  servesFrom: SERVING,
  destination: text('Osmanthus Court · Building 3'),
  lines: [pork(orderId), salad(orderId), cutlery(orderId)],
  ...given,
})

/** Accepts an order and answers its ticket's id. */
export async function ticketFor(app: App, order: AcceptOrder): Promise<string> {
  await acceptOrders(app, [order])
  const [ticket] = await app.db.select().from(tickets).where(eq(tickets.groupId, order.groupId))
  if (!ticket) throw new Error('the order was not accepted')
  return ticket.id
}

/** A touch by some tablet. */
export const touch = (ticketId: string, station: string | null, id = randomUUID()) => ({
  id,
  ticketId,
  station,
  actorId: 'cook',
})

export const aMenuDay = (given: Partial<PlanBatches> = {}): PlanBatches => ({
  menuDayId: 'day-1',
  operatorId: 'op-a',
  siteId: 'site-a',
  serviceDate: '2026-11-02',
  period: 'lunch',
  departures: [{ id: 'serving', loadAt: SERVING, lastDropAt: SERVING }],
  wanted: [{ recipeVersionId: 'pork-1', departureId: 'serving', portions: 45 }],
  dishes: [
    {
      dishId: 'pork',
      recipeVersionId: 'pork-1',
      name: text('Twice-cooked pork'),
      station: 'wok',
      minutes: 12,
      batchPortions: 20,
      steps: [],
    },
  ],
  ...given,
})

export const addStation = (app: App, code: string, places: number) =>
  app.db.insert(stations).values({
    id: `st-${code}`,
    operatorId: 'op-a',
    siteId: 'site-a',
    code,
    name: text(code),
    position: 1,
    places,
  })

export const addSite = (app: App, id: string, operatorId: string) =>
  app.db.insert(sites).values({
    id,
    operatorId,
    cityId: 'city',
    kind: 'kitchen',
    name: text(id),
    zone: 'Asia/Shanghai',
    lat: 0,
    lon: 0,
  })

/** The facts the kitchen has announced, in order. */
export async function announced(app: App, type: typeof TicketProgressed | typeof BatchCooked): Promise<unknown[]> {
  const rows = await app.db.select().from(outbox).where(eq(outbox.event, type.name)).orderBy(outbox.seq)
  return rows.map(({ payload }) => payload)
}
