import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storeRoutes } from '../../../src/http/store/routes'
import { advanceGroups } from '../../../src/ordering/advance-groups'
import { bookPayment } from '../../../src/funding/book-payment'
import { funds } from '../../../src/funding/funds'
import { returnPayment } from '../../../src/ordering/refunding/return-payment'
import { settlePayment } from '../../../src/ordering/settle-payment'
import { openPayments } from '../../../src/platform/payments/open'
import { localFact } from '../../../src/platform/payments/local'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, listenTo, openDoor } from '../../support/door'
import { BEFORE, CUTOFF, oneRice, raise } from './neighbourhood'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let token: string
let me: ReturnType<typeof caller>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
  token = await guest(app)
  me = caller(door.url, token)
})

afterEach(async () => {
  await door.close()
  await app.close()
})

const count = async (query: ReturnType<typeof sql>) => Number((await app.db.execute<{ n: string }>(query)).rows[0]?.n)
const eventsNamed = (event: string) => count(sql`select count(*) as n from platform.outbox where event = ${event}`)
const reserved = () => count(sql`select sum(reserved) as n from ordering.capacity_pools`)
const balances = async () => {
  const { rows } = await app.db.execute<{ account: string; amount: string }>(
    sql`select account, sum(amount_minor) as amount from funding.ledger_entries group by account order by account`,
  )
  return Object.fromEntries(rows.map(({ account, amount }) => [account, Number(amount)]))
}

async function order() {
  const { body } = await me.post('/api/store/orders', oneRice())
  const { body: payment } = await me.post(`/api/store/orders/${body.id}/payments`)
  // the local provider's intent came with the order; asking for it makes no second one
  expect(body.payment).toEqual(payment)
  return { id: body.id as string, groupId: body.groups[0].id as string, intentId: payment.intentId as string }
}

const pay = (intentId: string, key?: string) =>
  me.post(`/api/store/local-payments/${intentId}`, { decision: 'pay' }, key)

async function returnOwedMoney(orderId: string) {
  const { rows } = await app.db.execute<{ id: string }>(
    sql`select id from ordering.refunds where order_id = ${orderId}`,
  )
  for (const { id } of rows) await returnPayment(app, openPayments(app.config), { refundId: id }, bookPayment)
}

describe('paying', () => {
  it('makes the order firm once, whatever is repeated, and books it in balance', async () => {
    const { id, intentId } = await order()
    const answers = await Promise.all(Array.from({ length: 5 }, () => pay(intentId)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await eventsNamed('ordering.order-placed')).toBe(1)
    // 21.00 in all: rice 18.00 with 1.02 of tax inside, door 3.00 with 0.17 inside
    expect(await balances()).toEqual({
      'cash:local': 2_100,
      'revenue:delivery': -283,
      'revenue:meals': -1_698,
      'tax:output': -119,
    })
    expect((await me.get(`/api/store/orders/${id}`)).body).toMatchObject({ status: 'placed', cancellable: true })
  })

  it('lets a declined payment be tried again', async () => {
    const { id, intentId } = await order()
    await me.post(`/api/store/local-payments/${intentId}`, { decision: 'decline' })
    expect((await me.get(`/api/store/orders/${id}`)).body.status).toBe('awaiting_payment')
    const { body: again } = await me.post(`/api/store/orders/${id}/payments`)
    expect(again.intentId).not.toBe(intentId)
    expect((await pay(again.intentId)).status).toBe(200)
    expect((await me.get(`/api/store/orders/${id}`)).body.status).toBe('placed')
  })

  it('changes nothing for an amount that is not the order’s', async () => {
    const { intentId } = await order()
    const fact = { ...localFact('pay', { intentId, amountMinor: 1, currency: 'cny' }), eventId: 'evt_other' }
    await expect(settlePayment(app, fact, funds)).rejects.toMatchObject({ code: 'wrong_amount' })
    expect(await balances()).toEqual({})
    expect(await eventsNamed('ordering.order-placed')).toBe(0)
  })

  it('keeps the ledger balanced and append-only by the database itself', async () => {
    await pay((await order()).intentId)
    const update = app.db.execute(sql`update funding.ledger_entries set amount_minor = 0`)
    await expect(update).rejects.toMatchObject({ cause: { message: 'funding.ledger_entries is append-only' } })
    const oneSided = app.db.execute(sql`insert into funding.ledger_entries
      select transaction_id, 99, account, 1, currency from funding.ledger_entries limit 1`)
    await expect(oneSided).rejects.toMatchObject({ cause: { message: expect.stringContaining('does not balance') } })
  })
})

describe('cancelling', () => {
  it('R6 gives everything back exactly once when two cancellations race, and refuses after the cut-off', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, intentId } = await order()
      await pay(intentId)
      const answers = await Promise.all([0, 1].map(() => me.post(`/api/store/orders/${id}/cancellation`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      await returnOwedMoney(id)
    }
    expect(await eventsNamed('ordering.refund-due')).toBe(10)
    expect(await reserved()).toBe(0)
    expect(Object.values(await balances())).toEqual([0, 0, 0, 0, 0])

    const { id, intentId } = await order()
    await pay(intentId)
    app.setNow(CUTOFF)
    const late = await me.post(`/api/store/orders/${id}/cancellation`)
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'cutoff_passed' } } })
  })
})

describe('watching', () => {
  it('R11 tells every change once, also to a page that reconnects', async () => {
    const { id, groupId, intentId } = await order()
    const { version } = (await me.get(`/api/store/orders/${id}`)).body
    const url = `${door.url}/api/store/orders/${id}/stream?from=${version}`
    const first = listenTo(url, token, 2)
    await pay(intentId)
    const cookedAt = Date.now()
    await advanceGroups(app, { groupIds: [groupId], status: 'cooking' })
    const heard = await first
    expect(Date.now() - cookedAt).toBeLessThan(2_000)
    // the page is away while two more things happen
    await advanceGroups(app, { groupIds: [groupId], status: 'ready' })
    await advanceGroups(app, { groupIds: [groupId], status: 'on_the_way' })
    const back = listenTo(url, token, 3, heard.at(-1)?.id)
    await advanceGroups(app, { groupIds: [groupId], status: 'delivered' })
    const all = [...heard, ...(await back)]
    const statusOf = ({ data }: { data: unknown }) => (data as { status: string }).status
    expect(all.map(statusOf)).toEqual(['placed', 'cooking', 'ready', 'on_the_way', 'delivered'])
    expect(new Set(all.map((event) => event.id)).size).toBe(5)
    expect(await eventsNamed('ordering.order-completed')).toBe(1)
  })

  it('R11 follows the newest word of a ticket, in whatever order the words arrive', async () => {
    const { id, groupId, intentId } = await order()
    await pay(intentId)
    const say = (status: 'cooking' | 'ready', ticketVersion: number) =>
      advanceGroups(app, { groupIds: [groupId], status, ticketVersion })
    await say('ready', 3)
    await say('cooking', 2)
    expect((await me.get(`/api/store/orders/${id}`)).body.groups[0].status).toBe('ready')
    await say('cooking', 4)
    expect((await me.get(`/api/store/orders/${id}`)).body.groups[0].status).toBe('cooking')
  })
})
