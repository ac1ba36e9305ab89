import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { funds } from '../../../src/funding/funds'
import { employees } from '../../../src/funding/schema/companies'
import { purses } from '../../../src/funding/schema/purses'
import { storeRoutes } from '../../../src/http/store/routes'
import { memberships } from '../../../src/people/schema'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { replayLines } from '../../../src/ordering/replay-sold-out'
import { returnPayment } from '../../../src/ordering/refunding/return-payment'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor } from '../../support/door'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { budget, employee, found, ledger, orderAs, pay, placeQuoted, quoteOf } from './company'

const ROUNDS = 50

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 2_000, days: 7 })
  await found(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

const number = async (query: ReturnType<typeof sql>) => Number((await app.db.execute<{ n: string }>(query)).rows[0]?.n)
const paidBy = (body: { payers: { kind: string; amountMinor: number }[] }, kind: string) =>
  body.payers.filter((payer) => payer.kind === kind).reduce((sum, { amountMinor }) => sum + amountMinor, 0)

describe('allowance', () => {
  it('B2 pays 25.00 of one lunch in all, however two orders race', async () => {
    await pay(app)
    for (let round = 0; round < ROUNDS; round++) {
      const me = await employee(app, door.url)
      const quotes = await Promise.all([0, 1].map(() => quoteOf(me, ['rice'])))
      expect(quotes.map(({ body }) => body.dueMinor)).toEqual([0, 0])
      const answers = await Promise.all(quotes.map(({ body }) => placeQuoted(me, body, ['rice'])))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('quote_changed')
      const again = await orderAs(me, ['rice'])
      expect(again.status).toBe(201)
      expect([paidBy(again.body, 'allowance'), again.body.dueMinor]).toEqual([700, 1_100])
    }
    expect(await number(sql`select max(used_minor) as n from funding.allowance_balances`)).toBe(2_500)
    expect(await auditOrders(app)).toEqual([])
  })

  it('B2 pays nothing on a Saturday and says why, and all of a made-up workday', async () => {
    await pay(app)
    const me = await employee(app, door.url)
    const { body } = await quoteOf(me, ['rice'], { date: '2026-11-07' })
    expect(body).toMatchObject({ dueMinor: 1_800, payers: [{ amountMinor: 0, reason: { code: 'not_a_workday' } }] })
    const placed = await orderAs(me, ['rice'], { date: '2026-11-07' })
    expect(placed.body).toMatchObject({ dueMinor: 1_800, status: 'awaiting_payment', payers: [] })
  })

  it('B2 counts by the local service date: half past midnight in Shanghai is the new day', async () => {
    await pay(app, { per: 'day', days: 'every_day', periods: ['lunch', 'dinner'] })
    const me = await employee(app, door.url)
    expect((await orderAs(me, ['rice', 'bun'])).body.dueMinor).toBe(0)
    // 00:30 on Monday the 2nd where the kitchen is, still Sunday in Greenwich
    app.setNow(new Date('2026-11-01T16:30:00.000Z'))
    const rest = await quoteOf(me, ['rice'], { site: 'k2', period: 'dinner' })
    expect(rest.body).toMatchObject({ dueMinor: 1_500, payers: [{ amountMinor: 300 }] })
    const nextDay = await quoteOf(me, ['rice'], { site: 'k2', period: 'dinner', date: '2026-11-03' })
    expect(nextDay.body.dueMinor).toBe(0)
  })

  it('B3 leaves the fee to the employee, needs no payment step where nothing is left, and replays what ran out', async () => {
    await pay(app)
    const me = await employee(app, door.url)
    const { body: order } = await orderAs(me, ['rice', 'soup', 'bun'], { servicePointId: 'door' })
    expect([paidBy(order, 'allowance'), order.dueMinor]).toEqual([2_500, 1_000])
    expect(order.payment.provider).toBe('local')
    await me.post(`/api/store/local-payments/${order.payment.intentId}`, { decision: 'pay' })
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 2_500, 'cash:local': 1_000 })

    const soup = order.groups[0].lines.find((line: { unitMinor: number }) => line.unitMinor === 1_000)
    const gone = { orderId: order.id, lineIds: [soup.id], cause: 'sold_out' }
    const done = await Promise.all([0, 1, 2].map(() => replayLines(app, gone, funds)))
    expect(done.filter(Boolean)).toHaveLength(1)
    const { rows } = await app.db.execute<{ id: string }>(sql`select id from ordering.refunds`)
    for (const { id } of rows) await returnPayment(app, openPayments(app.config), { refundId: id }, funds.book)
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 2_200, 'cash:local': 300 })
    const { body: after } = await me.get(`/api/store/orders/${order.id}`)
    expect(after.payers.map((payer: { refundedMinor: number }) => payer.refundedMinor)).toEqual([300, 700])
    expect(await auditOrders(app)).toEqual([])

    const { body: covered } = await orderAs(await employee(app, door.url), ['rice', 'bun'])
    expect(covered).toMatchObject({ status: 'placed', dueMinor: 0, payment: null })
    expect(await number(sql`select count(*) as n from ordering.payments where order_id = ${covered.id}`)).toBe(0)
    expect(
      await number(sql`select count(*) as n from platform.outbox where event = 'ordering.order-placed'
        and payload ->> 'orderId' = ${covered.id}`),
    ).toBe(1)
  })

  it('E1 charges the shares that were shown, to the cent, or refuses', async () => {
    await pay(app)
    const me = await employee(app, door.url)
    await orderAs(me, ['rice'])
    const { body: quote } = await quoteOf(me, ['rice'])
    expect([paidBy(quote, 'allowance'), quote.dueMinor]).toEqual([700, 1_100])
    const wrong = await placeQuoted(me, { ...quote, dueMinor: 1_000 }, ['rice'])
    expect(wrong).toMatchObject({ status: 409, body: { error: { code: 'quote_changed' } } })
    const right = await placeQuoted(me, quote, ['rice'])
    expect([paidBy(right.body, 'allowance'), right.body.dueMinor]).toEqual([700, 1_100])
    // nothing is left of it now: what was shown before no longer holds
    expect((await placeQuoted(me, quote, ['rice'])).body.error.code).toBe('quote_changed')
  })

  it('B6 keeps the company’s kitchens and prices to the company’s money', async () => {
    await pay(app)
    await app.db.execute(sql`update funding.companies set allowed_site_ids = '["k1"]'`)
    await app.db.execute(sql`insert into funding.company_prices values ('cmp', 'dish_rice', 1500, '2026-01-01')`)
    const me = await employee(app, door.url)
    await app.db
      .insert(memberships)
      .values({ personId: me.personId, role: 'employee', operatorId: 'op', scopeId: 'cmp' })
    expect((await quoteOf(me, ['rice'])).body).toMatchObject({ totalMinor: 1_500, dueMinor: 0 })
    // the menu says what is charged, and to nobody else what a company has agreed on
    const menu = '/api/store/menu?servicePointId=lobby&date=2026-11-02&period=lunch'
    const pricesSeen = async (who: Pick<typeof me, 'get'>) =>
      (await who.get(menu)).body.menus[0].offers.map((offer: { priceMinor: number; companyMinor: number | null }) => [
        offer.priceMinor,
        offer.companyMinor,
      ])
    expect(await pricesSeen(me)).toEqual([
      [400, null],
      [1_000, null],
      [1_800, 1_500],
    ])
    expect((await pricesSeen(caller(door.url))).at(-1)).toEqual([1_800, null])
    const elsewhere = await quoteOf(me, ['rice'], { site: 'k2', period: 'dinner' })
    expect(elsewhere.body).toMatchObject({ dueMinor: 1_500, payers: [{ reason: { code: 'kitchen_not_allowed' } }] })
    const alone = await quoteOf(me, ['rice'], { payWith: 'private' })
    expect(alone.body).toMatchObject({ totalMinor: 1_800, dueMinor: 1_800, payers: [] })
    const sneaky = await placeQuoted(me, { totalMinor: 1_500, dueMinor: 0 }, ['rice'], { payWith: 'private' })
    expect(sneaky.body.error.code).toBe('quote_changed')
    expect((await orderAs(me, ['rice'], { payWith: 'private' })).body).toMatchObject({ dueMinor: 1_800, payers: [] })
  })

  it('B1 refuses a leaver at once and keeps what was placed', async () => {
    await pay(app)
    const me = await employee(app, door.url)
    const { body: kept } = await orderAs(me, ['bun'])
    const { body: quote } = await quoteOf(me, ['bun'])
    await app.db.update(employees).set({ leftAt: app.now() }).where(eq(employees.personId, me.personId))
    expect((await placeQuoted(me, quote, ['bun'])).body.error.code).toBe('not_employed')
    expect((await me.get(`/api/store/orders/${kept.id}`)).body.status).toBe('placed')
  })
})

describe('budget', () => {
  it('B4 stops hard at 100.00 however twelve orders race, and a cancelled one frees its own 9.00', async () => {
    await app.db.execute(sql`insert into funding.company_prices values ('cmp', 'dish_bun', 900, '2026-01-01')`)
    await budget(app, 10_000)
    const team = await Promise.all(Array.from({ length: 12 }, () => employee(app, door.url)))
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all(team.map((me) => placeQuoted(me, { totalMinor: 900, dueMinor: 0 }, ['bun'])))
      const taken = answers.filter(({ status }) => status === 201)
      expect([taken.length, await number(sql`select used_minor as n from funding.budgets`)]).toEqual([11, 9_900])
      const refused = answers.find(({ status }) => status === 409)
      expect(['quote_changed', 'budget_exhausted']).toContain(refused?.body.error.code)
      const [first] = taken
      const owner = team[answers.indexOf(first as (typeof answers)[number])]
      expect((await owner?.post(`/api/store/orders/${first?.body.id}/cancellation`))?.status).toBe(200)
      expect(await number(sql`select used_minor as n from funding.budgets`)).toBe(9_000)
      await app.db.execute(sql`update funding.budgets set used_minor = 0`)
    }
  }, 120_000)
})

describe('purse', () => {
  it('R10 lets three of ten parallel spends of 9.00 pass on 30.00, and the ledger says the balance', async () => {
    await app.db.execute(sql`update catalogue.offers set price_minor = 900 where dish_id = 'dish_bun'`)
    const account = 'liability:purse:personal:pur'
    for (let round = 0; round < ROUNDS; round++) {
      const me = await employee(app, door.url)
      await app.db.delete(purses)
      const common = { operatorId: 'op', personId: me.personId, holder: 'registered', currency: 'cny' } as const
      const id = `pur${round}`
      await app.db.insert(purses).values({ id, kind: 'personal', ...common, balanceMinor: 3_000, capMinor: 500_000 })
      const wish = { payWith: 'private', usePurse: true }
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => placeQuoted(me, { totalMinor: 900, dueMinor: 0 }, ['bun'], wish)),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
      const [purse] = await app.db.select().from(purses)
      expect([purse?.balanceMinor, purse?.heldMinor]).toEqual([300, 0])
      // spent: what was in it at first is no longer owed
      expect((await ledger(app))[`${account}${round}`]).toBe(2_700)
    }
  }, 120_000)
})
