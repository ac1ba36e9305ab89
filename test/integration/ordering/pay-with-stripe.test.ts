import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger, bookedMoves } from '../../../src/funding/audit-ledger'
import { funds } from '../../../src/funding/funds'
import { returnTopUp } from '../../../src/funding/purses/return-top-up'
import { startTopUp } from '../../../src/funding/purses/start-top-up'
import { ownPurseRoutes } from '../../../src/http/store/purse/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { stripeWebhook } from '../../../src/http/store/stripe-webhook'
import { compareBooks } from '../../../src/kernel/difference'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { moneyMoved } from '../../../src/ordering/books'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { followRefunds } from '../../../src/ordering/refunding/follow-refunds'
import { returnPayment } from '../../../src/ordering/refunding/return-payment'
import { replayLines } from '../../../src/ordering/replay-sold-out'
import { openPayments, type Payments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { sign } from '../../support/stripe-stand-in/hooks'
import { openStripeStandIn, type StripeStandIn } from '../../support/stripe-stand-in/open'
import type { Intent } from '../../support/stripe-stand-in/payment-intents'
import type { Refund } from '../../support/stripe-stand-in/refunds'
import { employee, found, ledger, orderAs, pay } from '../funding/company'
import { BEFORE, offerOf, oneRice, raise } from './neighbourhood'

let stripe: StripeStandIn
let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let payments: Payments
let me: ReturnType<typeof caller>

beforeEach(async () => {
  stripe = await openStripeStandIn()
  app = await testApp({ env: stripe.environment(stripe.url) })
  app.setNow(BEFORE)
  await raise(app)
  payments = openPayments(app.config)
  const routes = [...storeRoutes(payments), ...ownPurseRoutes(payments)]
  door = await openDoor(app, routes, (server) => stripeWebhook(server, app, payments))
  stripe.hooks.ways({ url: `${door.url}/hooks/stripe` })
  me = caller(door.url, await guest(app))
})

afterEach(async () => {
  await stripe.close()
  await door.close()
  await app.close()
})

const later = (minutes: number) => app.setNow(new Date(app.now().getTime() + minutes * 60_000))
const show = async (id: string) => (await me.get(`/api/store/orders/${id}`)).body
const refunds = () => stripe.things<Refund>('refund')

async function order(given: Record<string, unknown> = {}) {
  const { body } = await me.post('/api/store/orders', oneRice(given))
  const { body: payment } = await me.post(`/api/store/orders/${body.id}/payments`)
  return { id: body.id as string, intentId: payment.intentId as string }
}

async function paidOrder(how: 'card' | 'alipay' | 'wechat_pay' = 'card') {
  const placed = await order()
  stripe.pays(placed.intentId, how)
  await stripe.hooks.quiet()
  return placed
}

/** What the worker does about every refund that is owed. */
async function returnOwed() {
  const { rows } = await app.db.execute<{ id: string }>(sql`select id from ordering.refunds where status = 'refunding'`)
  for (const { id } of rows) await returnPayment(app, payments, { refundId: id }, funds.book)
  await stripe.hooks.quiet()
}

async function agrees() {
  expect(await auditOrders(app)).toEqual([])
  expect(await auditLedger(app)).toEqual([])
  expect(compareBooks('orders ↔ ledger', await moneyMoved(app), await bookedMoves(app))).toEqual([])
}

describe('paying through Stripe', () => {
  it('B3 asks Stripe for the employee’s part alone, gives back its part of a dish that ran out, and nothing where nothing is due', async () => {
    await found(app)
    await pay(app)
    const staff = await employee(app, door.url)
    const { body: covered } = await orderAs(staff, ['rice'])
    expect([covered.status, covered.dueMinor, covered.payment]).toEqual(['placed', 0, null])
    expect([stripe.asked(), stripe.things('payment_intent')]).toEqual([[], []])
    expect((await staff.post(`/api/store/orders/${covered.id}/cancellation`)).status).toBe(200)
    await returnOwed()
    expect(stripe.asked()).toEqual([])

    const { body: mixed } = await orderAs(staff, ['rice', 'soup', 'bun'], { servicePointId: 'door' })
    expect([mixed.totalMinor, mixed.dueMinor]).toEqual([3_500, 1_000])
    const { body: payment } = await staff.post(`/api/store/orders/${mixed.id}/payments`)
    expect(stripe.things<Intent>('payment_intent')).toMatchObject([{ amount: 1_000, currency: 'cny' }])
    stripe.pays(payment.intentId)
    await stripe.hooks.quiet()
    const soup = mixed.groups[0].lines.find(({ unitMinor }: { unitMinor: number }) => unitMinor === 1_000)
    await replayLines(app, { orderId: mixed.id, lineIds: [soup.id], cause: 'sold_out:dish_soup' }, funds)
    await returnOwed()
    expect(refunds()).toMatchObject([{ amount: 700, status: 'succeeded' }])
    expect((await staff.get(`/api/store/orders/${mixed.id}`)).body.payers).toMatchObject([
      { kind: 'allowance', amountMinor: 2_500, refundedMinor: 300 },
      { kind: 'payment', amountMinor: 1_000, refundedMinor: 700 },
    ])
    expect((await ledger(app))['cash:stripe']).toBe(300)
    await agrees()
  })

  it('R10 fills a meal card once, whatever Stripe repeats, and returns what the card has no room for', async () => {
    stripe.hooks.ways({ copies: 3, delayMs: 5 })
    const wish = { operatorId: 'op', personId: 'per_holder', amountMinor: 300_000 }
    const [one, two] = [await startTopUp(app, payments.current, wish), await startTopUp(app, payments.current, wish)]
    for (const { intentId } of [one, two]) stripe.pays(intentId)
    await stripe.hooks.quiet()
    const { rows } = await app.db.execute<{ minor: number }>(sql`select balance_minor as minor from funding.purses`)
    expect(rows).toEqual([{ minor: 300_000 }])
    const owed = await app.db.execute<{ id: string }>(sql`select id from funding.top_ups where status = 'owed_back'`)
    for (const { id: topUpId } of owed.rows) await returnTopUp(app, payments, { topUpId })
    await stripe.hooks.quiet()
    expect(refunds()).toMatchObject([{ amount: 300_000, status: 'succeeded' }])
    expect((await ledger(app))['cash:stripe']).toBe(300_000)
    await agrees()
  })

  it('V3 opens one intent and takes one payment, whatever is repeated, delayed or doubled on the way', async () => {
    stripe.hooks.ways({ copies: 3, delayMs: 5 })
    const { body } = await me.post('/api/store/orders', oneRice())
    const started = await Promise.all([0, 1, 2].map(() => me.post(`/api/store/orders/${body.id}/payments`)))
    expect(new Set(started.map(({ body: payment }) => payment.clientSecret)).size).toBe(1)
    expect(stripe.things('payment_intent')).toHaveLength(1)
    stripe.pays(started[0]?.body.intentId)
    await stripe.hooks.quiet()
    expect(stripe.hooks.delivered().every(({ status }) => status === 200)).toBe(true)
    expect(await show(body.id)).toMatchObject({ status: 'placed' })
    expect((await ledger(app))['cash:stripe']).toBe(2_100)
    await agrees()
  })

  it('takes facts in any order: a card that was declined first, told last, does not undo the payment', async () => {
    stripe.hooks.ways({ held: true })
    const { id, intentId } = await order()
    stripe.pays(intentId, 'declined')
    stripe.pays(intentId, 'card')
    await stripe.hooks.release('reversed')
    expect(await show(id)).toMatchObject({ status: 'placed' })
    expect((await ledger(app))['cash:stripe']).toBe(2_100)
    await agrees()
  })

  it('refuses a webhook with a bad signature or an old stamp and leaves the ledger as it was', async () => {
    const { id, intentId } = await order()
    const object = { id: intentId, amount: 2_100, currency: 'cny' }
    const body = JSON.stringify({
      id: 'evt_forged',
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object },
    })
    const old = Math.floor(Date.now() / 1000) - 301
    for (const signature of [undefined, 'v1=', sign('whsec_guessed', body), sign('whsec_stand_in', body, old)]) {
      const headers = { 'content-type': 'application/json', ...(signature ? { 'stripe-signature': signature } : {}) }
      const answer = await fetch(`${door.url}/hooks/stripe`, { method: 'POST', headers, body })
      expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'bad_signature'])
    }
    expect([(await show(id)).status, await ledger(app)]).toEqual(['awaiting_payment', {}])
  })

  it('changes nothing for an amount that is not ours, nor for intents of another installation', async () => {
    const { id, intentId } = await order()
    const say = async (object: object, event: string) => {
      const body = JSON.stringify({ id: event, object: 'event', type: 'payment_intent.succeeded', data: { object } })
      const headers = { 'content-type': 'application/json', 'stripe-signature': sign('whsec_stand_in', body) }
      return (await fetch(`${door.url}/hooks/stripe`, { method: 'POST', headers, body })).status
    }
    expect(await say({ id: intentId, amount: 1, currency: 'cny' }, 'evt_small')).toBe(422)
    expect(await say({ id: intentId, amount: 2_100, currency: 'usd' }, 'evt_dollars')).toBe(422)
    expect(await say({ id: 'pi_stranger', amount: 2_100, currency: 'cny' }, 'evt_stranger')).toBe(200)
    expect([(await show(id)).status, await ledger(app)]).toEqual(['awaiting_payment', {}])
  })

  it('takes a payment that comes after the hold has ended while everything is still free, and gives it back otherwise', async () => {
    const first = await order()
    later(20)
    await expireHolds(app, funds.release)
    stripe.pays(first.intentId, 'wechat_pay')
    await stripe.hooks.quiet()
    expect((await show(first.id)).status).toBe('placed')

    const second = await order()
    later(20)
    await expireHolds(app, funds.release)
    await app.db.execute(
      sql`update ordering.capacity_pools set capacity = reserved where offer_id = ${offerOf('k1', 'rice')}`,
    )
    stripe.pays(second.intentId)
    await stripe.hooks.quiet()
    expect((await show(second.id)).status).toBe('expired')
    await returnOwed()
    expect(refunds()).toMatchObject([{ payment_intent: second.intentId, amount: 2_100, status: 'succeeded' }])
    expect((await ledger(app))['cash:stripe']).toBe(2_100)
    await agrees()
  })
})

describe('giving back through Stripe', () => {
  const cancel = (id: string) => me.post(`/api/store/orders/${id}/cancellation`)

  it('is done when Stripe says so, not when it was asked', async () => {
    const { id } = await paidOrder('alipay')
    await cancel(id)
    await returnOwed()
    expect(await show(id)).toMatchObject({ refund: 'under_way', refundedMinor: 2_100 })
    expect((await ledger(app))['payable:refunds']).toBe(-2_100)
    stripe.decideRefund(refunds()[0]?.id ?? '', 'succeeded')
    await stripe.hooks.quiet()
    expect(await show(id)).toMatchObject({ refund: 'done' })
    expect(await ledger(app)).toEqual({})
    await agrees()
  })

  it('R6 makes one refund of three tries at once, of a line that broke and of facts that come thrice', async () => {
    stripe.hooks.ways({ copies: 3 })
    const { id } = await paidOrder()
    await Promise.all([0, 1, 2].map(() => cancel(id)))
    stripe.trouble('dropped', 'error')
    await Promise.all([0, 1, 2].map(returnOwed))
    await stripe.hooks.quiet()
    expect(refunds()).toHaveLength(1)
    expect(await ledger(app)).toEqual({})
    await agrees()
  })

  it('asks Stripe itself where no webhook comes', async () => {
    stripe.hooks.ways({ url: undefined })
    const { id, intentId } = await order()
    stripe.pays(intentId, 'alipay')
    stripe.hooks.ways({ url: `${door.url}/hooks/stripe` })
    const body = JSON.stringify({
      id: 'evt_paid',
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object: { id: intentId, amount: 2_100, currency: 'cny' } },
    })
    const headers = { 'content-type': 'application/json', 'stripe-signature': sign('whsec_stand_in', body) }
    await fetch(`${door.url}/hooks/stripe`, { method: 'POST', headers, body })
    await cancel(id)
    await returnOwed()
    stripe.hooks.ways({ url: undefined })
    stripe.decideRefund(refunds()[0]?.id ?? '', 'succeeded')
    await followRefunds(app, payments, funds.book)
    expect((await show(id)).refund).toBe('under_way')
    later(11)
    await followRefunds(app, payments, funds.book)
    expect((await show(id)).refund).toBe('done')
    await agrees()
  })

  it('owes again what failed or came back, asks once more after a while, and an old word changes nothing', async () => {
    const { id } = await paidOrder('alipay')
    await cancel(id)
    await returnOwed()
    stripe.hooks.ways({ held: true })
    stripe.decideRefund(refunds()[0]?.id ?? '', 'succeeded')
    stripe.decideRefund(refunds()[0]?.id ?? '', 'failed')
    // what was said last comes first
    await stripe.hooks.release('reversed')
    stripe.hooks.ways({ held: false })
    expect((await show(id)).refund).toBe('under_way')
    expect((await ledger(app))['payable:refunds']).toBe(-2_100)
    await agrees()

    await followRefunds(app, payments, funds.book)
    await returnOwed()
    expect(refunds()).toHaveLength(1)
    later(16)
    stripe.refundsAre('succeeded')
    await Promise.all([0, 1].map(() => followRefunds(app, payments, funds.book)))
    await returnOwed()
    expect((await show(id)).refund).toBe('done')
    expect(refunds()).toHaveLength(2)
    expect(await ledger(app)).toEqual({})
    await agrees()

    // the bank sends the second one back a day later
    stripe.decideRefund(refunds()[1]?.id ?? '', 'failed')
    await stripe.hooks.quiet()
    expect((await ledger(app))['payable:refunds']).toBe(-2_100)
    await agrees()
    later(60)
    await followRefunds(app, payments, funds.book)
    await returnOwed()
    expect([(await show(id)).refund, await ledger(app)]).toEqual(['done', {}])
    await agrees()
  })
})
