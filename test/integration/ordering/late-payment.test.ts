import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { funds } from '../../../src/funding/funds'
import { storeRoutes } from '../../../src/http/store/routes'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { returnPayment } from '../../../src/ordering/refunding/return-payment'
import { settlePayment } from '../../../src/ordering/settle-payment'
import { localFact } from '../../../src/platform/payments/local'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { employee, found, ledger, orderAs, pay } from '../funding/company'
import { BEFORE, CUTOFF, offerOf, oneRice, raise } from './neighbourhood'

const ROUNDS = 50

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let me: ReturnType<typeof caller>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
  me = caller(door.url, await guest(app))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

type Ordered = { readonly id: string; readonly payment: { readonly intentId: string } }

const number = async (query: ReturnType<typeof sql>) => Number((await app.db.execute<{ n: string }>(query)).rows[0]?.n)
const placedEvents = () => number(sql`select count(*) as n from platform.outbox where event = 'ordering.order-placed'`)
const statusOf = async (id: string) => (await me.get(`/api/store/orders/${id}`)).body.status as string
const order = async () => (await me.post('/api/store/orders', oneRice())).body as Ordered

/** Ten minutes later nobody keeps unpaid portions any more. */
async function letExpire() {
  app.setNow(new Date(app.now().getTime() + 10 * 60_000))
  await expireHolds(app, funds.release)
}

const paid = (intentId: string, amountMinor = 2_100, eventId = `evt_${intentId}`) =>
  settlePayment(app, { ...localFact('pay', { intentId, amountMinor, currency: 'cny' }), eventId }, funds)

async function returnOwedMoney() {
  const { rows } = await app.db.execute<{ id: string }>(sql`select id from ordering.refunds`)
  const payments = openPayments(app.config)
  for (const { id } of rows) await returnPayment(app, payments, { refundId: id }, funds.book)
}

describe('a payment that arrives after the hold has ended', () => {
  it('takes the order again while it is free, once, whatever is repeated', async () => {
    const { id, payment } = await order()
    await letExpire()
    expect(await statusOf(id)).toBe('expired')
    await Promise.all([0, 1, 2, 3].map((i) => paid(payment.intentId, 2_100, `evt_${i}`)))
    expect([await statusOf(id), await placedEvents()]).toEqual(['placed', 1])
    expect(await number(sql`select sum(reserved) as n from ordering.capacity_pools`)).toBe(1)
    expect(await ledger(app)).toMatchObject({ 'cash:local': 2_100, 'revenue:meals': -1_698 })
    expect(await number(sql`select count(*) as n from ordering.refunds`)).toBe(0)
    expect(await auditOrders(app)).toEqual([])
  })

  it('is returned once where the portions are gone, and after the cut-off', async () => {
    const first = await order()
    await letExpire()
    await app.db.execute(sql`update ordering.capacity_pools set capacity = reserved`)
    await paid(first.payment.intentId)
    expect(await statusOf(first.id)).toBe('expired')
    expect(await ledger(app)).toEqual({ 'cash:local': 2_100, 'payable:refunds': -2_100 })
    await Promise.all([returnOwedMoney(), returnOwedMoney()])
    expect(await ledger(app)).toEqual({})

    await app.db.execute(sql`update ordering.capacity_pools set capacity = 100`)
    const second = await order()
    await letExpire()
    app.setNow(CUTOFF)
    await paid(second.payment.intentId)
    expect([await statusOf(second.id), await placedEvents()]).toEqual(['expired', 0])
    await returnOwedMoney()
    expect(await ledger(app)).toEqual({})
  })

  it('never takes the last portion twice: 50 rounds of two late payments, each said twice, and a new order', async () => {
    const rice = offerOf('k1', 'rice')
    for (let round = 0; round < ROUNDS; round++) {
      app.setNow(BEFORE)
      const late = [await order(), await order()]
      await letExpire()
      await app.db.execute(sql`update ordering.capacity_pools set capacity = reserved + 1 where offer_id = ${rice}`)
      const [fresh] = await Promise.all([
        me.post('/api/store/orders', oneRice()),
        ...late.flatMap(({ payment: { intentId } }) => [paid(intentId), paid(intentId, 2_100, `again_${intentId}`)]),
      ])
      const firm = (await Promise.all(late.map(({ id }) => statusOf(id)))).filter(
        (status) => status === 'placed',
      ).length
      expect([firm + (fresh?.status === 201 ? 1 : 0), round]).toEqual([1, round])
      if (fresh?.status === 201) await me.post(`/api/store/orders/${fresh.body.id}/cancellation`)
      const refunds = sql`select count(*) as n from ordering.refunds where order_id in (${late[0]?.id}, ${late[1]?.id})`
      expect(await number(refunds)).toBe(2 - firm)
      await app.db.execute(sql`update ordering.capacity_pools set capacity = reserved + 100 where offer_id = ${rice}`)
    }
    await returnOwedMoney()
    const firm = await placedEvents()
    expect(await ledger(app)).toMatchObject({ 'cash:local': firm * 2_100 })
    expect(await ledger(app)).not.toHaveProperty('payable:refunds')
    expect(await auditOrders(app)).toEqual([])
  })

  it('takes what the company had promised again, or gives all of it back where that went elsewhere', async () => {
    await found(app)
    await pay(app)
    const worker = await employee(app, door.url)
    // 28.00 of food, 25.00 of it the company's
    const partly = async () => (await orderAs(worker, ['rice', 'soup'])).body as Ordered
    const used = () => number(sql`select sum(used_minor) as n from funding.allowance_balances`)
    const held = await partly()
    await letExpire()
    expect(await used()).toBe(0)
    await paid(held.payment.intentId, 300)
    expect((await worker.get(`/api/store/orders/${held.id}`)).body.status).toBe('placed')
    expect(await used()).toBe(2_500)
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 2_500, 'cash:local': 300 })

    await worker.post(`/api/store/orders/${held.id}/cancellation`)
    const second = await partly()
    await letExpire()
    await orderAs(worker, ['rice'])
    await paid(second.payment.intentId, 300)
    expect((await worker.get(`/api/store/orders/${second.id}`)).body.status).toBe('expired')
    expect(await used()).toBe(1_800)
    await returnOwedMoney()
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 1_800 })
    expect(await ledger(app)).not.toHaveProperty('cash:local')
    expect(await auditOrders(app)).toEqual([])
  })
})
