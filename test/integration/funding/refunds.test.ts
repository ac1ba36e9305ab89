import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger, bookedMoves } from '../../../src/funding/audit-ledger'
import { funds } from '../../../src/funding/funds'
import { storeRoutes } from '../../../src/http/store/routes'
import { compareBooks } from '../../../src/kernel/difference'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { moneyMoved } from '../../../src/ordering/books'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { returnPayment } from '../../../src/ordering/refunding/return-payment'
import { replayLines } from '../../../src/ordering/replay-sold-out'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { openDoor } from '../../support/door'
import { BEFORE, offerOf, raise } from '../ordering/neighbourhood'
import { employee, found, ledger, orderAs, pay } from './company'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 2_000, days: 5 })
  await found(app)
  await pay(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

type Me = Awaited<ReturnType<typeof employee>>

const settle = (me: Me, order: { payment: { intentId: string } }) =>
  me.post(`/api/store/local-payments/${order.payment.intentId}`, { decision: 'pay' })

async function returnOwed() {
  const { rows } = await app.db.execute<{ id: string }>(sql`select id from ordering.refunds where status = 'refunding'`)
  for (const { id } of rows) await returnPayment(app, openPayments(app.config), { refundId: id }, funds.book)
}

/** Everything that must agree does. */
async function agrees() {
  expect(await auditOrders(app)).toEqual([])
  expect(await auditLedger(app)).toEqual([])
  expect(compareBooks('orders ↔ ledger', await moneyMoved(app), await bookedMoves(app))).toEqual([])
}

describe('giving back', () => {
  it('R6 returns to each of two payers what it paid, once, however often it is asked at the same moment', async () => {
    const me = await employee(app, door.url)
    for (let round = 0; round < 50; round++) {
      const { body: order } = await orderAs(me, ['rice', 'soup'])
      expect(order.dueMinor).toBe(300)
      await settle(me, order)
      const answers = await Promise.all([0, 1, 2].map(() => me.post(`/api/store/orders/${order.id}/cancellation`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(answers.find(({ status }) => status === 200)?.body.payers).toMatchObject([
        { kind: 'allowance', amountMinor: 2_500, refundedMinor: 2_500 },
        { kind: 'payment', amountMinor: 300, refundedMinor: 300 },
      ])
    }
    await returnOwed()
    expect(await ledger(app)).toEqual({})
    const { rows } =
      await app.db.execute(sql`select used_minor as used, (select count(*)::int from ordering.refunds) as refunds,
      (select sum(reserved)::int from ordering.capacity_pools) as reserved from funding.allowance_balances`)
    expect(rows).toEqual([{ used: 0, refunds: 50, reserved: 0 }])
    await agrees()
  })

  it('R3 cancels one meal of a basket over two kitchens and leaves the other and its money as they were', async () => {
    const me = await employee(app, door.url)
    const basket = [
      { offerId: offerOf('k1', 'rice'), quantity: 1 },
      { offerId: offerOf('k2', 'soup', 'dinner', '2026-11-03'), quantity: 1 },
      { offerId: offerOf('k1', 'rice', 'lunch', '2026-11-04'), quantity: 1 },
    ]
    const given = { items: basket, servicePointId: 'door' }
    const { body: order } = await orderAs(me, [], given)
    // two lunches of 18.00 are the company's, the dinner of 10.00 and three drops of 3.00 are not
    expect([order.totalMinor, order.dueMinor, order.groups.length]).toEqual([5_500, 1_900, 3])
    await settle(me, order)
    const before = await ledger(app)
    const groupId = order.groups.find((group: { period: string }) => group.period === 'dinner').id
    const url = `/api/store/orders/${order.id}/cancellation`
    const answers = await Promise.all([0, 1].map(() => me.post(url, { groupId })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await returnOwed()
    const { body: after } = await me.get(`/api/store/orders/${order.id}`)
    expect(after.groups.map((group: { status: string }) => group.status).sort()).toEqual([
      'cancelled',
      'placed',
      'placed',
    ])
    expect([after.status, after.refundedMinor]).toEqual(['placed', 1_300])
    const left = await ledger(app)
    expect([left['receivable:company:cmp'], left['cash:local']]).toEqual([
      before['receivable:company:cmp'],
      (before['cash:local'] ?? 0) - 1_300,
    ])
    expect((await me.post(url)).status).toBe(200)
    await returnOwed()
    expect(await ledger(app)).toEqual({})
    await agrees()
  })

  it('frees what an abandoned checkout had reserved', async () => {
    const me = await employee(app, door.url)
    await orderAs(me, ['rice', 'soup'])
    app.setNow(new Date(BEFORE.getTime() + 10 * 60_000))
    expect(await expireHolds(app, funds.release)).toBe(1)
    expect((await orderAs(me, ['rice'])).body.dueMinor).toBe(0)
    await agrees()
  })

  it('replays one dish after another, and a cancellation returns the rest and no more', async () => {
    const me = await employee(app, door.url)
    const { body: order } = await orderAs(me, ['rice', 'soup', 'bun'])
    await settle(me, order)
    const lines: { id: string; unitMinor: number }[] = order.groups[0].lines
    for (const price of [400, 1_000]) {
      const lineIds = lines.filter(({ unitMinor }) => unitMinor === price).map(({ id }) => id)
      const gone = { orderId: order.id, lineIds, cause: 'sold_out' }
      const done = await Promise.all([0, 1].map(() => replayLines(app, gone, funds)))
      expect(done.filter(Boolean)).toHaveLength(1)
    }
    const left = (await ledger(app))['receivable:company:cmp']
    expect(left).toBe(1_800)
    expect((await me.post(`/api/store/orders/${order.id}/cancellation`)).body.refundedMinor).toBe(3_200)
    await returnOwed()
    expect(await ledger(app)).toEqual({})
    await agrees()
  })
})
