import { Refusal } from '../../../kernel/refusal'
import { batchesByIds, type TracedBatch } from '../../../kitchen/trace-batches'
import { ordersWithDishes, type TracedLine } from '../../../ordering/trace-orders'
import type { App } from '../../../platform/app'
import { followLot } from '../../../procurement/tracing/follow-lot'
import { lotsOfBatches, type UsedLot } from '../../../procurement/tracing/lots-of-batches'
import { lotViews, siteNames } from '../views'

/** Orders are listed up to here; the totals count all. */
const MOST_ORDERS = 1_000

/** Milliseconds since a mark, to one decimal. */
const since = (start: number): number => Math.round((performance.now() - start) * 10) / 10

/** Everything a lot went into. @throws Refusal `not_found` */
export async function readForward(app: App, lotId: string, today: string) {
  const start = performance.now()
  const followed = await followLot(app, lotId)
  if (!followed) throw new Refusal('not_found')
  const { lot, family, delivery, otherLots, used, wasted, returned } = followed
  const batches = await batchesByIds(
    app,
    used.map(({ batchId }) => batchId),
  )
  const traced = await ordersWithDishes(app, batches, MOST_ORDERS)
  const tookMs = since(start)

  const quantities = new Map(used.map(({ batchId, quantity }) => [batchId, quantity]))
  const siteName = await siteNames(
    app,
    batches.map(({ siteId }) => siteId),
  )
  const [shown, relatives, others] = await Promise.all([
    lotViews(app, [lot], today),
    lotViews(app, family, today),
    lotViews(app, otherLots, today),
  ])
  const [only] = shown
  if (!only) throw new Refusal('not_found')
  return {
    lot: only,
    delivery: delivery && { ...delivery, receivedAt: delivery.receivedAt.toISOString() },
    family: relatives,
    otherLots: others,
    batches: batches.map(({ name, cookedAt, siteId, ...batch }) => ({
      ...batch,
      site: siteName(siteId),
      dish: name,
      cookedAt: cookedAt?.toISOString() ?? null,
      quantity: quantities.get(batch.id) ?? 0,
    })),
    wasted,
    returned,
    totals: {
      batches: used.length,
      orders: traced.orders,
      residents: traced.residents,
      portions: traced.portions,
    },
    orders: [...traced.lines],
    tookMs,
  }
}

const lotIn = ({ lotId, code, ingredient, unit, quantity, supplier, expiresOn, blocked }: UsedLot) => ({
  lotId,
  code,
  ingredient,
  unit,
  quantity,
  supplier,
  expiresOn,
  blocked,
})

/** The lots behind one order, dish by dish. */
export async function readBack(app: App, lines: readonly TracedLine[], batches: readonly TracedBatch[]) {
  const start = performance.now()
  const lots = await lotsOfBatches(
    app,
    batches.map(({ id }) => id),
  )
  const tookMs = since(start)
  const [first] = lines
  if (!first) throw new Refusal('not_found')
  return {
    orderId: first.orderId,
    number: first.number,
    dishes: lines.map(({ menuDayId, dishId, dish, serviceDate, period, portions }) => ({
      dishId,
      dish,
      serviceDate,
      period,
      portions,
      batches: batches
        .filter((batch) => batch.menuDayId === menuDayId && batch.dishId === dishId)
        .map(({ id, cookedAt }) => ({
          id,
          cookedAt: cookedAt?.toISOString() ?? null,
          lots: lots.filter(({ batchId }) => batchId === id).map(lotIn),
        })),
    })),
    tookMs,
  }
}
