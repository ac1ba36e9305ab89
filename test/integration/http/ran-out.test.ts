import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as kitchen from '../../../src/http/kitchen/contract'
import * as labels from '../../../src/http/kitchen/labels/contract'
import * as service from '../../../src/http/kitchen/service/contract'
import * as operator from '../../../src/http/operator/contract'
import * as allergens from '../../../src/http/store/allergens/contract'
import * as store from '../../../src/http/store/contract'
import * as storeBasket from '../../../src/http/store/basket/contract'
import * as storeOrders from '../../../src/http/store/orders/contract'
import { addDays, dateIn, instantOf } from '../../../src/kernel/time'
import { OPERATOR, peopleOf, type Tokens } from '../../support/service-day'
import { type City, openCity } from './city'

const ZONE = 'Asia/Shanghai'
const SITE = 'site_k1'
const servicePointId = 'sp_door_luqi_05'
const contact = { name: '林夏', phone: '13800000000' }

describe('a kitchen in the middle of its service', () => {
  let city: City
  let tokens: Tokens
  let date: string
  let menu: any

  beforeAll(async () => {
    city = await openCity()
    tokens = await peopleOf(city, OPERATOR)
    date = addDays(dateIn(ZONE, city.app.now()), 1)
    const at = instantOf(addDays(date, -1), '12:00', ZONE).toISOString()
    await city.call(operator.setClock, { token: tokens.operator, body: { at } })
    menu = await lunch()
  })
  afterAll(() => city?.close())

  async function lunch() {
    const { body } = await city.call(store.showMenu, { query: { servicePointId, date, period: 'lunch' } })
    return body.menus.find((one: any) => one.site.id === SITE)
  }
  async function order(offerId: string, more: object = {}, headers: Record<string, string> = {}) {
    const items = [{ offerId, quantity: 1 }]
    const { body: quote } = await city.call(storeBasket.quote, { body: { servicePointId, items } })
    const body = { servicePointId, items, contact, totalMinor: quote.totalMinor, ...more }
    return city.call(storeOrders.placeOrder, { token: tokens.guest, body, headers })
  }
  const paid = async (offerId: string) => pay((await order(offerId)).body.id)
  async function pay(orderId: string) {
    const intent = await city.call(storeOrders.startPayment, { token: tokens.guest, params: { orderId } })
    const params = { intentId: intent.body.intentId }
    await city.call(storeOrders.decideLocalPayment, { token: tokens.guest, params, body: { decision: 'pay' } })
  }
  const countOf = async (query: ReturnType<typeof sql>) => {
    const { rows } = await city.app.db.execute<{ n: number }>(query)
    return rows[0]?.n
  }
  const meal = () => ({ siteId: SITE, serviceDate: date, period: 'lunch' as const })

  it('R4 a dish with what somebody declared is refused until they say that they want it all the same', async () => {
    const offer = menu.offers.find((one: any) => one.allergens.contains.length > 0 && !one.soldOut)
    const [code] = offer.allergens.contains
    const bare = await city.call(allergens.declareAllergens, { token: tokens.guest, body: { codes: [code] } })
    expect([bare.status, bare.body.error.code]).toEqual([422, 'allergy_consent_needed'])
    await city.call(allergens.declareAllergens, { token: tokens.guest, body: { codes: [code], agrees: true } })
    const refused = await order(offer.id)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'allergen_declared'])
    expect(refused.body.error.message).toContain(offer.name.zh)
    const english = await order(offer.id, {}, { 'accept-language': 'en' })
    expect(english.body.error.message).toContain(`${offer.name.en} has, or may have,`)
    expect(english.body.error.message).toMatch(/cannot eat: [a-z]/)

    // said of another dish it says nothing of this one
    const other = menu.offers.find((one: any) => one.id !== offer.id)
    const elsewhere = await order(offer.id, { acknowledged: [{ offerId: other.id, codes: [code] }] })
    expect(elsewhere.body.error.code).toBe('allergen_declared')

    const items = [{ offerId: offer.id, quantity: 1 }]
    const quote = await city.call(storeBasket.quote, { token: tokens.guest, body: { servicePointId, items } })
    expect(quote.body.groups[0].items).toMatchObject([{ offerId: offer.id, hits: [code] }])
    const taken = await order(offer.id, { acknowledged: [{ offerId: offer.id, codes: [code] }] })
    expect(taken.status).toBe(201)
    expect(taken.body.groups[0].lines).toMatchObject([{ acknowledged: [code] }])
    const { rows } =
      await city.app.db.execute(sql`select o.allergies, l.acknowledged, o.person_id from ordering.orders o
      join ordering.order_lines l on l.order_id = o.id where o.id = ${taken.body.id}`)
    const [kept] = rows as any[]
    expect(kept).toMatchObject({ allergies: [code], acknowledged: { codes: [code], personId: kept.person_id } })
    expect(Date.parse(kept.acknowledged.at)).not.toBeNaN()
    await pay(taken.body.id)
    const number = taken.body.number
    const ticket = async () => {
      const board = await city.call(kitchen.showService, { token: tokens.kitchen, params: meal() })
      return board.body.tickets.find((one: any) => one.number === number)
    }
    await expect.poll(async () => (await ticket())?.allergies, { timeout: 20_000 }).toEqual([code])
    await city.call(allergens.declareAllergens, { token: tokens.guest, body: { codes: [] } })
  })

  it('a paused kitchen takes no order, and takes them again', async () => {
    const intake = (mode: string) =>
      city.call(service.setIntake, {
        token: tokens.kitchen,
        params: { siteId: SITE },
        body: { mode, leadMinutes: 0, until: null, minutesPerMeal: null },
      })
    await intake('paused')
    const { status, body } = await order(menu.offers[0].id)
    expect([status, body.error.code]).toEqual([409, 'kitchen_paused'])
    await intake('open')
    expect((await order(menu.offers[0].id)).status).toBe(201)
  })

  it('K4 37 paid orders, 12 portions: 25 get their money back, each once, customers see it, and nobody can order it any more', {
    timeout: 120_000,
  }, async () => {
    const offer = menu.offers.findLast((one: any) => !one.soldOut)
    const { dishId } = offer
    await city.app.db.execute(sql`update catalogue.dishes set substitute_id = null where id = ${dishId}`)
    await city.app.db.execute(sql`update ordering.capacity_pools set capacity = 100 where offer_id = ${offer.id}`)
    for (let i = 0; i < 37; i++) await paid(offer.id)
    await expect
      .poll(async () => countOf(sql`select count(*)::int as n from kitchen.ticket_items where dish_id = ${dishId}`), {
        timeout: 30_000,
      })
      .toBe(37)

    const press = () =>
      city.call(service.markSoldOut, { token: tokens.kitchen, params: meal(), body: { dishId, portionsLeft: 12 } })
    const answers = await Promise.all([press(), press()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 200)?.body).toEqual({ kept: 12, substituted: 0, refunded: 25 })

    const refundedLines = () =>
      countOf(
        sql`select count(*)::int as n from ordering.order_lines where dish_id = ${dishId} and refund_id is not null`,
      )
    await expect.poll(refundedLines, { timeout: 30_000 }).toBe(25)

    // each of the 25 reads on the order's page what went back, and to whom
    const { body: list } = await city.call(storeOrders.listOrders, { token: tokens.guest })
    const told = list.orders.filter((one: any) => one.returns.length > 0)
    expect(told.length).toBeGreaterThan(0)
    for (const { returns, groups, totalMinor, status } of told) {
      const [line] = groups[0].lines
      expect([line.removed, status, groups[0].status]).toEqual([true, 'cancelled', 'cancelled'])
      // nothing is left to bring: the fee goes back too
      expect(returns).toMatchObject([{ cause: 'sold_out', lineIds: [line.id], totalMinor }])
      expect(returns[0].parts).toEqual([{ name: null, amountMinor: totalMinor }])
    }

    const again = await order(offer.id)
    expect([again.status, again.body.error.code]).toEqual([409, 'sold_out'])
    const now = await lunch()
    expect(now.offers.find(({ id }: any) => id === offer.id)).toMatchObject({ soldOut: true })
    const { body: board } = await city.call(kitchen.showService, { token: tokens.kitchen, params: meal() })
    expect(board.totals.find((total: any) => total.dishId === dishId)).toMatchObject({ total: 12 })
  })

  it('E2 prints labels of 60 × 40 mm', async () => {
    const { status, headers } = await city.call(labels.printBoxLabels, { token: tokens.kitchen, params: meal() })
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })
})
