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
  async function order(offerId: string, more: object = {}) {
    const items = [{ offerId, quantity: 1 }]
    const { body: quote } = await city.call(storeBasket.quote, { body: { servicePointId, items } })
    const body = { servicePointId, items, contact, totalMinor: quote.totalMinor, ...more }
    return city.call(storeOrders.placeOrder, { token: tokens.guest, body })
  }
  async function paid(offerId: string) {
    const { body } = await order(offerId)
    const intent = await city.call(storeOrders.startPayment, { token: tokens.guest, params: { orderId: body.id } })
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
    await city.call(allergens.declareAllergens, { token: tokens.guest, body: { codes: [code] } })
    const refused = await order(offer.id)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'allergen_declared'])
    expect(refused.body.error.message).toContain(offer.name.zh)
    expect((await order(offer.id, { acknowledged: [code] })).status).toBe(201)
    await city.call(allergens.declareAllergens, { token: tokens.guest, body: { codes: [] } })
  })

  it('a paused kitchen takes no order, and takes them again', async () => {
    const intake = (mode: string) =>
      city.call(service.setIntake, {
        token: tokens.kitchen,
        params: { siteId: SITE },
        body: { mode, leadMinutes: 0, until: null },
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
