import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq, sql } from 'drizzle-orm'
import * as proxies from '../../../src/http/store/proxies/contract'
import * as store from '../../../src/http/store/contract'
import * as storeBasket from '../../../src/http/store/basket/contract'
import * as storeOrders from '../../../src/http/store/orders/contract'
import { tillRoutes } from '../../../src/http/till/routes'
import * as till from '../../../src/http/till/contract'
import { settleTopUp } from '../../../src/funding/purses/settle-top-up'
import { startTopUp } from '../../../src/funding/purses/start-top-up'
import { openPurse } from '../../../src/funding/purses/top-up'
import { proxyRoutes } from '../../../src/http/store/proxies/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { addDays, dateIn, instantOf } from '../../../src/kernel/time'
import { localFact } from '../../../src/platform/payments/local'
import { openPayments } from '../../../src/platform/payments/open'
import { audit } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { type Call, callAt } from '../../support/call'
import { openDoor, staff } from '../../support/door'
import { guestToken } from '../../../src/http/auth'

const ZONE = 'Asia/Shanghai'
const params = { siteId: 'site_c2' }
/** The demo's senior who logs in: 83, of the city, in basic care. */
const FATHER = 'per_demo_resident_senior'

describe('the till of a canteen', () => {
  let app: TestApp
  let call: Call
  let close: () => Promise<void>
  let token: string
  let day: string

  beforeAll(async () => {
    app = await testApp({ template: 'city' })
    const payments = openPayments(app.config)
    const door = await openDoor(app, [...tillRoutes(payments), ...proxyRoutes, ...storeRoutes(payments)])
    call = callAt(door.url)
    close = door.close
    token = await staff(app, 'till', 'op_suiqiao', 'site_c2')
    day = addDays(dateIn(ZONE, app.now()), 1)
    app.setNow(instantOf(day, '11:15', ZONE))
  })
  afterAll(async () => {
    await close?.()
    await app?.close()
  })

  const menu = async () => (await call(till.showTillMenu, { token, params })).body
  const lunch = async (least: number) => {
    const { offers } = await menu()
    const offer = offers.find(({ left }: { left: number }) => left > 9)
    const quantity = Math.ceil(least / offer.priceMinor)
    return { offer, items: [{ offerId: offer.id, quantity }] }
  }
  const member = async (code = 'LL100001') => (await call(till.findTillMember, { token, params, body: { code } })).body
  const quote = async (body: object) => (await call(till.quoteSale, { token, params, body })).body
  const ledger = async () => {
    const { rows } = await app.db.execute<{ account: string; minor: number }>(sql`
      select account, sum(amount_minor)::int as minor from funding.ledger_entries group by account having sum(amount_minor) <> 0`)
    return new Map(rows.map(({ account, minor }) => [account, minor]))
  }

  it('sells to a senior after the cut-off with the grants of every funder, gives change, and undoes it to the fen', async () => {
    const before = await ledger()
    const { memberId } = await member()
    const { items } = await lunch(1_800)
    const asked = await quote({ items, memberId })
    const grants = asked.payers.filter(({ kind }: { kind: string }) => kind === 'grant')
    expect(grants.map(({ amountMinor }: { amountMinor: number }) => amountMinor)).toEqual([500, 300])
    const body = { items, memberId, dueMinor: asked.dueMinor, givenMinor: 5_000 }
    const wrong = await call(till.sell, { token, params, body: { ...body, dueMinor: asked.dueMinor - 1 } })
    expect([wrong.status, wrong.body.error.code]).toEqual([409, 'quote_changed'])
    const poor = await call(till.sell, { token, params, body: { ...body, givenMinor: asked.dueMinor - 1 } })
    expect(poor.body.error.code).toBe('too_little_cash')

    const { status, body: receipt } = await call(till.sell, { token, params, body })
    expect([status, receipt.changeMinor]).toEqual([201, 5_000 - asked.dueMinor])
    const books = await ledger()
    expect(books.get('cash:till:site_c2:cash')).toBe(asked.dueMinor)
    expect(books.get('receivable:funder:cn-bj-2022:city')).toBe(500)
    // today's grants are used
    expect(
      (await quote({ items, memberId })).payers.filter(
        ({ kind, amountMinor }: any) => kind === 'grant' && amountMinor > 0,
      ),
    ).toEqual([])

    const undo = { token, params: { ...params, orderId: receipt.orderId }, body: { reason: 'wrong dish' } }
    const undone = await Promise.all([call(till.voidSale, undo), call(till.voidSale, undo)])
    expect(undone.map((each) => each.status).sort()).toEqual([200, 409])
    expect(await ledger()).toEqual(before)
    expect((await quote({ items, memberId })).dueMinor).toBe(asked.dueMinor)
  })

  it('has one effect a key, the same prices for everybody, and knows nobody of another operator', async () => {
    const { items, offer } = await lunch(1_000)
    const { totalMinor, dueMinor } = await quote({ items, payment: 'card_terminal' })
    expect([totalMinor, dueMinor]).toEqual([items[0]!.quantity * offer.priceMinor, totalMinor])
    const headers = { 'idempotency-key': 'till-sale-pressed-thrice' }
    const body = { items, payment: 'card_terminal', dueMinor }
    const sold = await Promise.all([1, 2, 3].map(() => call(till.sell, { token, params, body, headers })))
    expect(new Set(sold.map((each) => each.body.orderId)).size).toBe(1)
    const stranger = await staff(app, 'till', 'op_huaideng', 'site_c3')
    const asStranger = await call(till.showDay, { token: stranger, params })
    expect(asStranger.status).toBe(404)
    expect((await call(till.findTillMember, { token, params, body: { code: '000000000' } })).status).toBe(404)
  })

  it('R10 takes the guest’s part from their card, once, and refuses what is not on it', async () => {
    const { memberId } = await member()
    const { items } = await lunch(1_800)
    const wish = { items, memberId, payment: 'purse' }
    const short = await call(till.sell, { token, params, body: { ...wish, dueMinor: 0 } })
    expect(short.body.error.code).toBe('purse_short')
    const card = { id: 'pur_father', operatorId: 'op_suiqiao', personId: FATHER, companyId: null } as const
    const terms = { kind: 'personal', holder: 'registered', currency: 'cny', expiresOn: null } as const
    await openPurse(app, { ...card, ...terms })
    const { intentId } = await startTopUp(app, openPayments(app.config).current, { ...card, amountMinor: 5_000 })
    await settleTopUp(app, localFact('pay', { intentId, amountMinor: 5_000, currency: 'cny' }))
    const { dueMinor, payers } = await quote(wish)
    const own = payers.find(({ kind }: { kind: string }) => kind === 'purse').amountMinor
    const { status, body } = await call(till.sell, { token, params, body: { ...wish, dueMinor } })
    expect([status, body.paidMinor]).toEqual([201, own])
    expect((await ledger()).get('liability:purse:personal:pur_father')).toBe(own - 5_000)

    const undo = { token, params: { ...params, orderId: body.orderId }, body: { reason: 'wrong dish' } }
    expect((await call(till.voidSale, undo)).status).toBe(200)
    expect((await ledger()).get('liability:purse:personal:pur_father')).toBe(-5_000)
  })

  it('closes a day once, with what was counted, and sells nothing on it afterwards', async () => {
    const { items } = await lunch(500)
    const { dueMinor } = await quote({ items })
    const sell = () => call(till.sell, { token, params, body: { items, dueMinor } })
    expect((await sell()).status).toBe(201)
    const { body: before } = await call(till.showDay, { token, params })
    expect(before.totals).toMatchObject({ cash: dueMinor })
    const shut = () => call(till.closeDay, { token, params, body: { day, countedMinor: dueMinor - 100 } })
    const closed = await Promise.all([shut(), shut()])
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await sell()).body.error.code).toBe('till_closed')
  })

  it('S4 lets a daughter order for her father with his grants and her money, until he takes it back', async () => {
    app.setNow(instantOf(day, '08:00', ZONE))
    const own = await guestToken(app, 'per_resident_001')
    const his = await guestToken(app, FATHER)
    const { body: invitation } = await call(proxies.inviteProxy, { token: his })
    const { body: accepted } = await call(proxies.acceptProxy, { token: own, body: { code: invitation.code } })
    const { menus } = (
      await call(store.showMenu, { query: { servicePointId: 'sp_canteen_c2', date: day, period: 'lunch' } })
    ).body
    const own2 = menus.find(({ site }: any) => site.id === 'site_c2')
    const offer = own2.offers.find(({ left }: any) => left > 9)
    const items = [{ offerId: offer.id, quantity: Math.ceil(1_800 / offer.priceMinor) }]
    const basket = { servicePointId: 'sp_canteen_c2', items, forPersonId: FATHER }
    const { body: asked } = await call(storeBasket.quote, { token: own, body: basket })
    const granted = asked.payers
      .filter(({ kind }: any) => kind === 'grant')
      .reduce((sum: number, p: any) => sum + p.amountMinor, 0)
    expect(granted).toBe(800)
    // without him she has none of it
    expect(
      (await call(storeBasket.quote, { token: own, body: { ...basket, forPersonId: undefined } })).body.dueMinor,
    ).toBe(asked.totalMinor)

    const contact = { name: '父亲', phone: '13800000002' }
    const order = { ...basket, contact, totalMinor: asked.totalMinor, dueMinor: asked.dueMinor }
    const placed = await call(storeOrders.placeOrder, { token: own, body: order })
    expect(placed.status).toBe(201)
    const [trail] = await app.db.select().from(audit).where(eq(audit.action, 'funding.order-as-proxy'))
    expect([trail?.actorId, trail?.detail, trail?.subject]).toEqual([
      'per_resident_001',
      { principalId: FATHER },
      placed.body.id,
    ])
    const { rows } = await app.db.execute(
      sql`select distinct identified from funding.grant_uses where order_id = ${placed.body.id}`,
    )
    expect(rows).toEqual([{ identified: 'proxy' }])

    await call(proxies.revokeProxy, { token: his, params: { proxyId: accepted.proxies[0].proxyId } })
    const refused = await call(storeOrders.placeOrder, { token: own, body: order })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'proxy_not_agreed'])
  })
})
