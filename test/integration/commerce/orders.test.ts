import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/platform/id'
import { medusaForFile, OPERATORS, order } from './medusa'

const medusa = medusaForFile()
beforeAll(() => medusa.commerce.setup({ operators: OPERATORS }))

const count = async (table: string, column: string, ids: string[]) => {
  const { rows } = await medusa.app.pool.query(`select count(*)::int as n from "${table}" where ${column} = any($1)`, [
    ids,
  ])
  return rows[0]?.n
}
const medusaIds = (orderIds: readonly string[]) => orderIds.map((id) => id.replace(/^ord_/, 'order_'))
const record = async (n = 1) => {
  const orders = Array.from({ length: n }, () => order())
  await medusa.commerce.recordOrders(orders)
  return orders
}
const standing = async (orderId: string) => (await medusa.commerce.orderRecords([orderId]))[0]

describe('recording orders', () => {
  it('writes each order once when five posts of the same batch race', async () => {
    const orders = Array.from({ length: 10 }, () => order())
    const ids = orders.map(({ orderId }) => orderId)
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => medusa.commerce.recordOrders(orders)))

    expect(outcomes.flatMap(({ done }) => done).sort()).toEqual([...ids].sort())
    for (const { done, known, missing } of outcomes) {
      expect([...done, ...known].sort()).toEqual([...ids].sort())
      expect(missing).toEqual([])
    }
    expect(await count('order', 'id', medusaIds(ids))).toBe(10)
    expect(await count('order_item', 'order_id', medusaIds(ids))).toBe(20)
    expect(await count('order_transaction', 'order_id', medusaIds(ids))).toBe(10)
    expect(await count('order_payment_collection', 'order_id', medusaIds(ids))).toBe(10)
  })

  it('writes what is new when batches overlap and race', async () => {
    const orders = Array.from({ length: 12 }, () => order())
    await Promise.all([0, 2, 4].map((at) => medusa.commerce.recordOrders(orders.slice(at, at + 8))))
    const ids = medusaIds(orders.map(({ orderId }) => orderId))
    expect(await count('order', 'id', ids)).toBe(12)
    expect(await count('order_shipping', 'order_id', ids)).toBe(12)
  })

  it('keeps lines, tax, delivery, payment, tenant and our own id', async () => {
    const [{ orderId, lines } = order()] = await record()
    const { salesChannels } = await medusa.commerce.setup({ operators: [] })
    expect(await standing(orderId)).toEqual({
      orderId,
      totalMinor: 5850,
      paidMinor: 5850,
      refundedMinor: 0,
      cancelled: false,
      fulfilled: 'none',
      fulfilmentStatus: 'not_fulfilled',
      paymentStatus: 'captured',
    })
    const { rows } = await medusa.app.pool.query(
      `select o.sales_channel_id, o.currency_code, o.created_at, o.metadata->>'linli_order_id' as ours, o.custom_display_id,
              count(distinct i.item_id)::int as lines, min(t.rate)::float as rate, min(s.amount)::float as fee
       from "order" o join order_item i on i.order_id = o.id
       join order_line_item_tax_line t on t.item_id = i.item_id
       join order_shipping os on os.order_id = o.id join order_shipping_method s on s.id = os.shipping_method_id
       where o.id = $1 group by o.id`,
      medusaIds([orderId]),
    )
    expect(rows).toEqual([
      {
        sales_channel_id: salesChannels['op_bridge'],
        currency_code: 'cny',
        created_at: new Date('2026-11-01T08:00:00Z'),
        ours: orderId,
        custom_display_id: orderId,
        lines: lines.length,
        rate: 6,
        fee: 3,
      },
    ])
  })

  it('completes an order whose recording broke off before its payment', async () => {
    const [one = order()] = await record()
    const ids = medusaIds([one.orderId])
    await medusa.app.pool.query('delete from order_payment_collection where order_id = any($1)', [ids])
    await medusa.app.pool.query('delete from payment_collection where id = $1', [ids[0]?.replace('order_', 'pay_col_')])
    expect((await standing(one.orderId))?.paymentStatus).toBe('not_paid')
    expect(await medusa.commerce.recordOrders([one])).toMatchObject({ done: [], known: [one.orderId] })
    expect((await standing(one.orderId))?.paymentStatus).toBe('captured')
  })
})

describe('recording what happens to an order', () => {
  const handed = (orderId: string, lineIds?: string[]) => ({
    orderId,
    groupId: newId('grp'),
    deliveredAt: '2026-11-02T04:00:00.000Z',
    ...(lineIds ? { lineIds } : {}),
  })

  it('fulfils an order once however often it is told', async () => {
    const orders = await record(6)
    const fulfilments = orders.map(({ orderId }) => handed(orderId))
    const outcomes = await Promise.all([1, 2, 3].map(() => medusa.commerce.recordFulfilments(fulfilments)))
    const told = outcomes.flatMap(({ done }) => done)
    expect(new Set(told).size).toBe(6)
    expect(told).toHaveLength(6)
    expect(await count('order_fulfillment', 'order_id', medusaIds(orders.map(({ orderId }) => orderId)))).toBe(6)
    for (const { fulfilled, fulfilmentStatus } of await medusa.commerce.orderRecords(
      orders.map(({ orderId }) => orderId),
    ))
      expect({ fulfilled, fulfilmentStatus }).toEqual({ fulfilled: 'wholly', fulfilmentStatus: 'delivered' })
  })

  it('fulfils an order group by group', async () => {
    const [one = order()] = await record()
    const [first, second] = one.lines.map(({ lineId }) => lineId)
    await medusa.commerce.recordFulfilments([handed(one.orderId, [first ?? ''])])
    expect(await standing(one.orderId)).toMatchObject({ fulfilled: 'partly', fulfilmentStatus: 'partially_delivered' })
    await medusa.commerce.recordFulfilments([handed(one.orderId, [second ?? ''])])
    expect(await standing(one.orderId)).toMatchObject({ fulfilled: 'wholly', fulfilmentStatus: 'delivered' })
  })

  it('takes a refund off once however often and at the same time it is told', async () => {
    const [one = order()] = await record()
    const refunds = [500, 350].map((amountMinor) => ({ orderId: one.orderId, refundId: newId('rfd'), amountMinor }))
    await Promise.all([refunds, refunds, refunds.slice(1)].map((some) => medusa.commerce.recordRefunds(some)))
    expect(await standing(one.orderId)).toMatchObject({
      paidMinor: 5850,
      refundedMinor: 850,
      paymentStatus: 'partially_refunded',
    })
    await medusa.commerce.recordRefunds([{ orderId: one.orderId, refundId: newId('rfd'), amountMinor: 5000 }])
    expect(await standing(one.orderId)).toMatchObject({ refundedMinor: 5850, paymentStatus: 'refunded' })
  })

  it('keeps payment and refund apart when their ids share an ending', async () => {
    const [one = order()] = await record()
    const refundId = (one.payments[0]?.paymentId ?? '').replace('pay_', 'rfd_')
    const refund = { orderId: one.orderId, refundId, amountMinor: 100 }
    expect(await medusa.commerce.recordRefunds([refund])).toMatchObject({ done: [one.orderId] })
    expect(await standing(one.orderId)).toMatchObject({ refundedMinor: 100 })
  })

  it('cancels an order once and keeps the first time', async () => {
    const [one = order()] = await record()
    expect(await medusa.commerce.recordCancellations([one.orderId])).toMatchObject({ done: [one.orderId] })
    const at = () =>
      medusa.app.pool.query('select canceled_at from "order" where id = any($1)', [medusaIds([one.orderId])])
    const { rows: first } = await at()
    expect(await medusa.commerce.recordCancellations([one.orderId])).toMatchObject({ done: [], known: [one.orderId] })
    expect((await at()).rows).toEqual(first)
    expect(await standing(one.orderId)).toMatchObject({ cancelled: true })
  })

  it('says which orders are not on record', async () => {
    const orderId = newId('ord')
    const missing = { done: [], known: [], missing: [orderId] }
    expect(await medusa.commerce.recordFulfilments([handed(orderId)])).toEqual(missing)
    expect(await medusa.commerce.recordRefunds([{ orderId, refundId: newId('rfd'), amountMinor: 1 }])).toEqual(missing)
    expect(await medusa.commerce.recordCancellations([orderId])).toEqual(missing)
    expect(await medusa.commerce.orderRecords([orderId])).toEqual([])
  })
})
