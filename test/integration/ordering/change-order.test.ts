import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger, bookedMoves } from '../../../src/funding/audit-ledger'
import { funds } from '../../../src/funding/funds'
import { storeRoutes } from '../../../src/http/store/routes'
import { compareBooks } from '../../../src/kernel/difference'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { moneyMoved } from '../../../src/ordering/books'
import { returnPayment } from '../../../src/ordering/refunding/return-payment'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { openDoor } from '../../support/door'
import { employee, found, ledger, orderAs, pay } from '../funding/company'
import { BEFORE, CUTOFF, offerOf, raise } from './neighbourhood'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 1_000 })
  await found(app)
  await pay(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
})
afterEach(async () => {
  await door.close()
  await app.close()
})

const wish = (dishes: readonly string[], totalMinor: number, dueMinor: number) => ({
  servicePointId: 'lobby',
  items: dishes.map((dish) => ({ offerId: offerOf('k1', dish), quantity: 1 })),
  contact: { name: '林夏', phone: '13800000000' },
  payWith: 'company',
  totalMinor,
  dueMinor,
})

async function agrees() {
  const { rows } = await app.db.execute<{ id: string }>(sql`select id from ordering.refunds where status = 'refunding'`)
  for (const { id } of rows) await returnPayment(app, openPayments(app.config), { refundId: id }, funds.book)
  expect(await auditOrders(app)).toEqual([])
  expect(await auditLedger(app)).toEqual([])
  expect(compareBooks('orders ↔ ledger', await moneyMoved(app), await bookedMoves(app))).toEqual([])
}

describe('changing an order', () => {
  it('moves each payer by the difference, and says what is due where the person was wrong about it', async () => {
    const me = await employee(app, door.url)
    const { body: old } = await orderAs(me, ['rice'])
    const url = `/api/store/orders/${old.id}/changes`
    // 18.00 of the allowance is free again: 25.00 pays for soup and bun wholly
    const changed = await me.post(url, wish(['soup', 'bun'], 1_400, 0))
    expect(changed).toMatchObject({ status: 201, body: { status: 'placed', totalMinor: 1_400, payment: null } })
    expect((await me.get(`/api/store/orders/${old.id}`)).body).toMatchObject({ status: 'cancelled', refund: 'done' })
    expect((await ledger(app))['receivable:company:cmp']).toBe(1_400)

    const again = `/api/store/orders/${changed.body.id}/changes`
    const more = ['rice', 'soup', 'bun']
    expect((await me.post(again, wish(more, 3_200, 0))).body.error).toMatchObject({
      code: 'quote_changed',
      params: { seenMinor: 0, nowMinor: 700 },
    })
    expect((await me.get(`/api/store/orders/${changed.body.id}`)).body.status).toBe('placed')
    const { body: mixed } = await me.post(again, wish(more, 3_200, 700))
    expect(mixed).toMatchObject({ status: 'awaiting_payment', dueMinor: 700 })
    await me.post(`/api/store/local-payments/${mixed.payment.intentId}`, { decision: 'pay' })
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 2_500, 'cash:local': 700 })
    await agrees()
  })

  it('leaves the old order as it was where the new one is refused, and after the cut-off', async () => {
    const me = await employee(app, door.url)
    const { body: old } = await orderAs(me, ['rice'])
    const url = `/api/store/orders/${old.id}/changes`
    await app.db.execute(sql`update ordering.capacity_pools set capacity = 0 where offer_id = ${offerOf('k1', 'soup')}`)
    expect((await me.post(url, wish(['soup'], 1_000, 0))).body.error.code).toBe('sold_out')
    const stranger = await employee(app, door.url)
    expect((await stranger.post(url, wish(['bun'], 400, 0))).status).toBe(404)
    app.setNow(CUTOFF)
    expect((await me.post(url, wish(['bun'], 400, 0))).body.error.code).toBe('cutoff_passed')
    expect((await me.get(`/api/store/orders/${old.id}`)).body).toMatchObject({ status: 'placed', totalMinor: 1_800 })
    expect((await ledger(app))['receivable:company:cmp']).toBe(1_800)
    await agrees()
  })

  it('R6 leaves one order and one refund when change, change and cancellation race, over 50 rounds', async () => {
    const me = await employee(app, door.url)
    for (let round = 0; round < 50; round++) {
      const { body: old } = await orderAs(me, ['rice'])
      const url = `/api/store/orders/${old.id}`
      const answers = await Promise.all([
        me.post(`${url}/changes`, wish(['soup'], 1_000, 0)),
        me.post(`${url}/changes`, wish(['bun'], 400, 0)),
        me.post(`${url}/cancellation`),
      ])
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
      const now = answers.find(({ status }) => status === 201)
      if (now) await me.post(`/api/store/orders/${now.body.id}/cancellation`)
    }
    expect(await ledger(app)).toEqual({})
    const { rows } =
      await app.db.execute(sql`select (select sum(reserved)::int from ordering.capacity_pools) as reserved,
      (select used_minor from funding.allowance_balances) as used`)
    expect(rows).toEqual([{ reserved: 0, used: 0 }])
    await agrees()
  })
})
