import * as procurement from '../../http/procurement/contract'
import * as supplier from '../../http/supplier/contract'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { Person } from './api'
import { inParallel, until } from './patience'
import { progress } from './progress'

/** Tenths of a degree Celsius at which goods are handed in. */
const TEMPERATURE = { chilled: 40, frozen: -180 } as const
const SHELF_DAYS = { ambient: 60, chilled: 5, frozen: 90 } as const

export interface Restocked {
  readonly purchaseOrders: number
  readonly receipts: number
  readonly totalMinor: number
}

/**
 * Every site is looked at, buyers approve what is proposed and operators what needs a second word, suppliers confirm what
 * they were sent, and the goods come in with lot, expiry and temperature. A proposal for a day that is over is nobody's
 * to approve: the clock takes it back.
 */
export async function restock(
  buyers: readonly Person[],
  operators: readonly Person[],
  suppliers: readonly Person[],
  today: ServiceDate,
): Promise<Restocked> {
  await inParallel(buyers, 1, planAll)
  const own = await inParallel(buyers, 1, async (buyer) => {
    const { orders } = await buyer.call(procurement.listOrders, { query: { status: 'proposed' } })
    return orders.filter(({ deliverOn }) => deliverOn >= today).map((order) => ({ buyer, order }))
  })
  const proposals = own.flat()
  const approving = progress('buyers approve', proposals.length)
  for (const { buyer, order } of proposals) {
    await buyer.call(procurement.approveOrder, { params: { orderId: order.id } })
    approving.tick()
  }
  approving.end()
  await inParallel(operators, 1, (who) => giveSecondWord(who, new Set(proposals.map(({ order }) => order.id))))
  for (const { buyer, order } of proposals) {
    await until(`order ${order.number} is sent`, async () => {
      const { status } = await buyer.call(procurement.showOrder, { params: { orderId: order.id } })
      return status === 'approved' || status === 'proposed' ? undefined : status
    })
  }
  await inParallel(suppliers, suppliers.length, confirmAll)

  const receiving = progress('goods come in', proposals.length)
  for (const { buyer, order } of proposals) {
    await receive(buyer, order.id)
    receiving.tick()
  }
  receiving.end()
  const totalMinor = proposals.reduce((sum, { order }) => sum + order.totalMinor, 0)
  return { purchaseOrders: proposals.length, receipts: proposals.length, totalMinor }
}

async function planAll(buyer: Person): Promise<void> {
  const { sites } = await buyer.call(procurement.overview)
  const bar = progress('stock is looked at', sites.length)
  for (const { id: siteId } of sites) {
    const { id: reviewId } = await buyer.call(procurement.requestReview, { body: { siteId } })
    await until(`the plan of ${siteId}`, async () => {
      const { finishedAt } = await buyer.call(procurement.showReview, { params: { reviewId } })
      return finishedAt ?? undefined
    })
    bar.tick()
  }
  bar.end()
}

/** What a buyer has approved and still waits is above the limit: somebody else stands behind it too. */
async function giveSecondWord(who: Person, approved: ReadonlySet<string>): Promise<void> {
  const { orders } = await who.call(procurement.listOrders, { query: { status: 'proposed' } })
  for (const { id: orderId } of orders)
    if (approved.has(orderId)) await who.call(procurement.approveOrder, { params: { orderId } })
}

async function confirmAll(who: Person): Promise<void> {
  const { orders } = await who.call(supplier.listOrders, { query: { status: 'sent' } })
  for (const { id: orderId } of orders) await who.call(supplier.confirmOrder, { params: { orderId }, body: {} })
}

async function receive(buyer: Person, orderId: string): Promise<void> {
  const order = await buyer.call(procurement.showOrder, { params: { orderId } })
  const lines = order.lines
    .filter(({ toCome }) => toCome > 0)
    .map(({ id: lineId, toCome: quantity, unit, storage }, i) => ({
      lineId,
      quantity,
      unit,
      lotCode: `L${order.number}-${i + 1}`,
      expiresOn: addDays(order.deliverOn, SHELF_DAYS[storage]),
      ...(storage === 'ambient' ? {} : { temperature: TEMPERATURE[storage] }),
    }))
  if (lines.length > 0)
    await buyer.call(procurement.receiveGoods, { params: { orderId }, body: { lines, final: true } })
}
