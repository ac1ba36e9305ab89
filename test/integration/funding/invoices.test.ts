import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { FapiaoRequested, StatementIssued } from '../../../src/funding/events'
import { funds } from '../../../src/funding/funds'
import { issueFapiao } from '../../../src/funding/invoicing/issue-fapiao'
import { reverseFapiao } from '../../../src/funding/invoicing/reverse-fapiao'
import { sendInvoice } from '../../../src/funding/invoicing/send-invoice'
import { invoiceRoutes } from '../../../src/http/company/invoices/routes'
import { statementRoutes } from '../../../src/http/company/statements/routes'
import { fapiaoRoutes } from '../../../src/http/store/fapiao/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { stripeWebhook } from '../../../src/http/store/stripe-webhook'
import { RefundDue } from '../../../src/ordering/events'
import { ownRefund } from '../../../src/ordering/own-part'
import { replayLines } from '../../../src/ordering/replay-sold-out'
import { localIssuer } from '../../../src/platform/e-invoices/local'
import { openInvoices } from '../../../src/platform/invoices/open'
import { openPayments } from '../../../src/platform/payments/open'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor, staff } from '../../support/door'
import { openStripeStandIn, type StripeStandIn } from '../../support/stripe-stand-in/open'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { employee, found, ledger, orderAs, pay } from './company'

let stripe: StripeStandIn
let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  stripe = await openStripeStandIn()
  app = await testApp({ env: stripe.environment(stripe.url) })
  app.setNow(BEFORE)
  await raise(app)
  await found(app)
  await pay(app)
  const payments = openPayments(app.config)
  const routes = [...storeRoutes(payments), ...statementRoutes, ...invoiceRoutes, ...fapiaoRoutes]
  door = await openDoor(app, routes, (server) => stripeWebhook(server, app, payments))
  stripe.hooks.ways({ url: `${door.url}/hooks/stripe` })
})
afterEach(async () => {
  await stripe.close()
  await door.close()
  await app.close()
})

/** What the worker does, twice: facts come more than once. */
async function work() {
  for (const { event, payload } of [...(await facts()), ...(await facts())]) {
    if (event === StatementIssued.name)
      await sendInvoice(app, openInvoices(app.config), StatementIssued.payload.parse(payload).statementId)
    if (event === RefundDue.name) {
      const refund = await ownRefund(app, RefundDue.payload.parse(payload).refundId)
      if (refund) await reverseFapiao(app, refund)
    }
  }
  for (const { event, payload } of await facts())
    if (event === FapiaoRequested.name)
      await issueFapiao(app, localIssuer, FapiaoRequested.payload.parse(payload).fapiaoId)
}

const facts = () => app.db.select({ event: outbox.event, payload: outbox.payload }).from(outbox).orderBy(outbox.id)

/** 32.00 of food and 3.00 of delivery: 25.00 the company's, 10.00 paid by the person. */
async function mixedOrder() {
  const me = await employee(app, door.url)
  const { body: order } = await orderAs(me, ['rice', 'soup', 'bun'], { servicePointId: 'door' })
  const { body: payment } = await me.post(`/api/store/orders/${order.id}/payments`)
  stripe.pays(payment.intentId)
  await stripe.hooks.quiet()
  const soup = order.groups[0].lines.find(({ unitMinor }: { unitMinor: number }) => unitMinor === 1_000)
  return { me, order, url: `/api/store/orders/${order.id}/fapiao`, soup: soup.id as string }
}

describe('bills and fapiao', () => {
  it('a statement is sent as one bill; paid, it is booked once against what the company owes', async () => {
    await mixedOrder()
    const operator = caller(door.url, await staff(app, 'operator', 'op'))
    app.setNow(new Date('2026-12-02T02:00:00.000Z'))
    const { body } = await operator.post('/api/operator/companies/cmp/statements', { month: '2026-11' })
    const [statement] = body.statements
    expect(statement.totalMinor).toBe(2_500)
    await Promise.all([work(), work()])
    expect(stripe.things('invoice')).toMatchObject([{ status: 'open', total: 2_500, currency: 'cny' }])
    stripe.hooks.ways({ copies: 3 })
    stripe.paysInvoice(stripe.things('invoice')[0]?.id ?? '')
    await stripe.hooks.quiet()
    const books = await ledger(app)
    expect([books['receivable:company:cmp'], books['cash:stripe']]).toEqual([undefined, 1_000 + 2_500])
    const admin = caller(door.url, await staff(app, 'company_admin', 'op', 'cmp'))
    const { body: papers } = await admin.get(`/api/company/statements/${statement.id}/papers`)
    expect(papers.invoice).toMatchObject({ provider: 'stripe', amountMinor: 2_500, paidAt: expect.any(String) })
    expect(await auditLedger(app)).toEqual([])
    const stranger = caller(door.url, await staff(app, 'company_admin', 'op', 'other'))
    for (const path of ['papers', 'fapiao'])
      expect((await stranger.get(`/api/company/statements/${statement.id}/${path}`)).status).toBe(404)
  })

  it('a fapiao is a payer’s own: the person’s part and the company’s never meet on one', async () => {
    const { me, order, url } = await mixedOrder()
    const asked = await Promise.all([0, 1, 2].map(() => me.post(url, { title: '林夏' })))
    expect(new Set(asked.map(({ body }) => body.id)).size).toBe(1)
    await work()
    const { body: own } = await me.get(url)
    expect(own.fapiao).toMatchObject([
      { kind: 'blue', status: 'issued', amountMinor: 1_000, taxMinor: 57, number: expect.stringMatching(/^26\d{18}$/) },
    ])
    const operator = caller(door.url, await staff(app, 'operator', 'op'))
    app.setNow(new Date('2026-12-02T02:00:00.000Z'))
    const { body } = await operator.post('/api/operator/companies/cmp/statements', { month: '2026-11' })
    const paper = await operator.post(`/api/company/statements/${body.statements[0].id}/fapiao`)
    expect(paper.body).toMatchObject({ amountMinor: 2_500, taxNumber: '91X' })
    expect(paper.body.amountMinor + own.fapiao[0].amountMinor).toBe(order.totalMinor)
  })

  it('what goes back is taken back by a red fapiao, once; what went back before is not on the blue one', async () => {
    const { me, order, url, soup } = await mixedOrder()
    await me.post(url, { title: '林夏', taxNumber: '91310000MA1FL00000' })
    await replayLines(app, { orderId: order.id, lineIds: [soup], cause: 'sold_out' }, funds)
    await Promise.all([work(), work()])
    await work()
    expect((await me.get(url)).body).toMatchObject({
      ownMinor: 300,
      fapiao: [
        { kind: 'blue', amountMinor: 1_000, status: 'issued' },
        { kind: 'red', amountMinor: 700, status: 'issued' },
      ],
    })

    const late = await mixedOrder()
    await replayLines(app, { orderId: late.order.id, lineIds: [late.soup], cause: 'sold_out' }, funds)
    await late.me.post(late.url, { title: '林夏' })
    await work()
    expect((await late.me.get(late.url)).body.fapiao).toMatchObject([{ kind: 'blue', amountMinor: 300 }])
  })

  it('has nothing to make out for a covered meal, a stranger or a nonsense tax number', async () => {
    const me = await employee(app, door.url)
    const { body: covered } = await orderAs(me, ['rice'])
    const url = `/api/store/orders/${covered.id}/fapiao`
    expect((await me.post(url, { title: '林夏' })).body.error.code).toBe('nothing_to_invoice')
    expect((await me.post(url, { title: '林夏', taxNumber: '1' })).status).toBe(422)
    const other = await employee(app, door.url)
    expect((await other.post(url, { title: '林夏' })).status).toBe(404)
    await expect(app.db.execute(sql`select count(*)::int as n from funding.fapiao`)).resolves.toMatchObject({
      rows: [{ n: 0 }],
    })
  })
})
