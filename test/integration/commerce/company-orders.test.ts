import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { funds } from '../../../src/funding/funds'
import { companyDaysBooked } from '../../../src/funding/statements/cost-centres-of'
import { storeRoutes } from '../../../src/http/store/routes'
import { compareBooks } from '../../../src/kernel/difference'
import { closeDueMenus } from '../../../src/ordering/close-due-menus'
import { companyDays } from '../../../src/ordering/company-orders/books'
import { replayLines } from '../../../src/ordering/replay-sold-out'
import { openPayments } from '../../../src/platform/payments/open'
import { compareRecord } from '../../../src/scripts/reconcile/record'
import { keepBook } from '../../../workers/commerce'
import type { TestApp } from '../../support/app'
import { openDoor } from '../../support/door'
import { employee, found, orderAs, pay } from '../funding/company'
import { BEFORE, CUTOFF, raise } from '../ordering/neighbourhood'
import { medusaForFile } from './medusa'

const medusa = medusaForFile()
let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let now = BEFORE

beforeAll(async () => {
  const set = (at: Date | undefined) => {
    now = at ?? BEFORE
  }
  app = { ...medusa.app, now: () => now, setNow: set }
  await medusa.commerce.setup({ operators: [{ id: 'op', name: { zh: '团餐', en: 'Catering' } }] })
  await raise(app)
  await found(app)
  await pay(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
})
afterAll(() => door?.close())

type Me = Awaited<ReturnType<typeof employee>>

const settle = (me: Me, order: { payment: { intentId: string } }) =>
  me.post(`/api/store/local-payments/${order.payment.intentId}`, { decision: 'pay' })

const companyOrders = async () => {
  const { rows } = await app.db.execute<{ id: string; total: number; fulfilled: boolean }>(
    sql`select id, total_minor as total, fulfilment_recorded_at is not null as fulfilled from ordering.company_orders`,
  )
  return rows
}

/** Medusa's own rows of an order: what was ordered at which price, for which cost centre. */
const linesOf = async (ourId: string) => {
  const { rows } = await medusa.app.pool.query(
    `select l.variant_sku as dish, i.quantity::float as quantity, l.unit_price::float as price, l.metadata->>'cost_centre_id' as centre
     from order_item i join order_line_item l on l.id = i.item_id where i.order_id = $1 order by 1, 3`,
    [ourId.replace(/^(ord|cmo)_/, 'order_')],
  )
  return rows
}

const agrees = async () => {
  expect(await compareRecord(app, medusa.commerce)).toEqual([])
  expect(await auditLedger(app)).toEqual([])
  expect(compareBooks('company orders ↔ ledger', await companyDays(app), await companyDaysBooked(app))).toEqual([])
}

describe('a company’s meals on record', () => {
  it('are one order per company and menu day, with lines per dish and cost centre; what people pay themselves is their own order', async () => {
    const [one, two, three, four] = await Promise.all([0, 1, 2, 3].map(() => employee(app, door.url)))
    if (!one || !two || !three || !four) throw new Error('four people')
    const { body: covered } = await orderAs(one, ['rice'])
    await orderAs(two, ['rice'])
    // 32.00 and 3.00 of delivery: 25.00 is the company's
    const { body: mixed } = await orderAs(three, ['rice', 'soup', 'bun'], { servicePointId: 'door' })
    await settle(three, mixed)
    const { body: gone } = await orderAs(four, ['rice'])
    await four.post(`/api/store/orders/${gone.id}/cancellation`)

    await Promise.all([keepBook(app, medusa.commerce), keepBook(app, medusa.commerce)])
    expect(await companyOrders()).toEqual([])
    expect(await medusa.commerce.orderRecords([covered.id, gone.id])).toEqual([])
    expect(await medusa.commerce.orderRecords([mixed.id])).toMatchObject([
      { totalMinor: 1_000, paidMinor: 1_000, refundedMinor: 0, paymentStatus: 'captured' },
    ])
    await agrees()

    app.setNow(new Date(CUTOFF.getTime() + 60_000))
    await closeDueMenus(app)
    await Promise.all([keepBook(app, medusa.commerce), keepBook(app, medusa.commerce)])
    const [order, ...others] = await companyOrders()
    expect([order?.total, others]).toEqual([1_800 + 1_800 + 2_500, []])
    expect(await medusa.commerce.orderRecords([order?.id ?? ''])).toMatchObject([
      { totalMinor: 6_100, paidMinor: 6_100, refundedMinor: 0, fulfilled: 'none', paymentStatus: 'captured' },
    ])
    const lines = await linesOf(order?.id ?? '')
    expect(lines.every(({ centre }) => centre === 'cmp_rd')).toBe(true)
    const worth = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
    expect(worth).toBeCloseTo(61)
    expect(lines.filter(({ price }) => price === 18)).toMatchObject([{ dish: 'dish_rice' }])
    await agrees()

    // the kitchen runs out of soup after the menu has closed
    const soup = mixed.groups[0].lines.find(({ unitMinor }: { unitMinor: number }) => unitMinor === 1_000)
    await replayLines(app, { orderId: mixed.id, lineIds: [soup.id], cause: 'sold_out:dish_soup' }, funds)
    await app.db.execute(sql`update ordering.refunds set status = 'refunded'`)
    await app.db.execute(sql`update ordering.fulfilment_groups set status = 'delivered' where status = 'placed'`)
    for (let round = 0; round < 2; round++) await keepBook(app, medusa.commerce)
    expect(await medusa.commerce.orderRecords([order?.id ?? ''])).toMatchObject([
      { totalMinor: 6_100, refundedMinor: 300, fulfilled: 'wholly' },
    ])
    expect(await medusa.commerce.orderRecords([mixed.id])).toMatchObject([
      { totalMinor: 1_000, refundedMinor: 700, fulfilled: 'wholly', paymentStatus: 'partially_refunded' },
    ])
    await agrees()

    // said again it stands once; a fen too many is found on both sides
    await app.db.execute(sql`update ordering.company_orders set recorded_at = null, fulfilment_recorded_at = null`)
    await app.db.execute(sql`delete from ordering.company_order_refunds`)
    await Promise.all([keepBook(app, medusa.commerce), keepBook(app, medusa.commerce)])
    await agrees()
    await app.db.execute(sql`update ordering.company_orders set total_minor = total_minor + 1`)
    expect(await compareRecord(app, medusa.commerce)).toHaveLength(1)
    expect(compareBooks('company orders ↔ ledger', await companyDays(app), await companyDaysBooked(app))).toHaveLength(
      1,
    )
  })
})
