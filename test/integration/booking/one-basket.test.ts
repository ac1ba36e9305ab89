import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireHolds as expireBookings } from '../../../src/booking/expire-holds'
import { bookings, seatPools } from '../../../src/booking/schema/bookings'
import { releaseOrders } from '../../../src/funding/funds'
import * as operator from '../../../src/http/operator/contract'
import * as booked from '../../../src/http/store/bookings/contract'
import * as store from '../../../src/http/store/contract'
import * as basket from '../../../src/http/store/basket/contract'
import * as orders from '../../../src/http/store/orders/contract'
import { addDays, dateIn, instantOf } from '../../../src/kernel/time'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { moneyMoved } from '../../../src/ordering/books'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { OPERATOR, peopleOf, type Tokens } from '../../support/service-day'
import { type City, openCity } from '../http/city'

const ZONE = 'Asia/Shanghai'
const servicePointId = 'sp_door_luqi_05'
const contact = { name: '林夏', phone: '13800000000' }

describe('one basket', () => {
  let city: City
  let tokens: Tokens
  let today: string

  beforeAll(async () => {
    city = await openCity()
    tokens = await peopleOf(city, OPERATOR)
    today = addDays(dateIn(ZONE, city.app.now()), 1)
    await setClock(instantOf(today, '08:00', ZONE))
  })
  afterAll(() => city?.close())

  const setClock = (at: Date) =>
    city.call(operator.setClock, { token: tokens.operator, body: { at: at.toISOString() } })
  /** The first workday with everything open, some days ahead. */
  const workday = (from: number) => {
    for (let i = from; ; i++) {
      const date = addDays(today, i)
      if ([1, 2, 3, 4, 5].includes(new Date(`${date}T00:00:00Z`).getUTCDay())) return date
    }
  }
  async function offerOn(date: string, period: string, site?: string) {
    const { body } = await city.call(store.showMenu, { query: { servicePointId, date, period } })
    const menu = body.menus.find((one: any) => !site || one.site.id !== site)
    const offer = menu.offers.find((one: any) => !one.soldOut && one.left > 5)
    return { siteId: menu.site.id as string, offerId: offer.id as string }
  }
  const slot = (time: string) => ({
    offeringId: 'off_rehab',
    startsAt: instantOf(workday(3), time, ZONE).toISOString(),
    consent: true,
    note: '右肩',
  })
  async function produce(quantity: number) {
    const [pool] = await city.app.db
      .select()
      .from(seatPools)
      .where(sql`offering_id = 'off_greens' and starts_on = ${workday(3)}`)
    return { offeringId: 'off_greens', subjectId: pool?.id ?? '', quantity }
  }
  async function place(body: object) {
    const { body: quote, status } = await city.call(basket.quote, { body: { servicePointId, ...body } })
    expect(status, JSON.stringify(quote)).toBe(200)
    const wish = { servicePointId, contact, totalMinor: quote.totalMinor, ...body }
    const answer = await city.call(orders.placeOrder, { token: tokens.guest, body: wish })
    return { quote, answer }
  }
  async function pay(orderId: string) {
    const intent = await city.call(orders.startPayment, { token: tokens.guest, params: { orderId } })
    const params = { intentId: intent.body.intentId }
    await city.call(orders.decideLocalPayment, { token: tokens.guest, params, body: { decision: 'pay' } })
  }
  const show = async (orderId: string) =>
    (await city.call(orders.showOrder, { token: tokens.guest, params: { orderId } })).body
  const statusOf = async (bookingId: string) =>
    (await city.app.db.select().from(bookings).where(eq(bookings.id, bookingId)))[0]?.status

  it('R3 of two meals, 2 kg of greens and a clinic slot paid once is four groups; cancelling one leaves the others and their money', async () => {
    const lunch = await offerOn(workday(2), 'lunch')
    const dinner = await offerOn(workday(3), 'dinner', lunch.siteId)
    const items = [lunch, dinner].map(({ offerId }) => ({ offerId, quantity: 1 }))
    const { quote, answer } = await place({ items, bookings: [await produce(4), slot('10:00')] })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    expect(quote.bookings.map((one: any) => [one.kind, one.priceMinor, one.taxBps])).toEqual([
      ['produce', 3_840, 900],
      ['service_slot', 16_800, 600],
    ])
    await pay(answer.body.id)

    const paid = await show(answer.body.id)
    expect(paid.status).toBe('placed')
    expect(paid.groups).toHaveLength(2)
    expect(paid.bookings).toHaveLength(2)
    expect([...paid.groups, ...paid.bookings].map(({ status }: any) => status)).toEqual(Array(4).fill('placed'))
    // each with its own cut-off and tax
    expect(new Set(paid.groups.map(({ cutoffAt }: any) => cutoffAt)).size).toBe(2)
    expect(paid.bookings.map((one: any) => one.taxMinor)).toEqual([951, 317])
    const clinic = paid.bookings.find((one: any) => one.kind === 'service_slot')
    const farm = paid.bookings.find((one: any) => one.kind === 'produce')
    await expect.poll(() => statusOf(clinic.bookingId)).toBe('confirmed')

    // a kitchen never hears of what no kitchen cooks
    const { rows } = await city.app.db.execute(
      sql`select 1 from kitchen.groups where group_id in (${clinic.id}, ${farm.id}) union all select 1 from kitchen.tickets where group_id in (${clinic.id}, ${farm.id})`,
    )
    expect(rows).toEqual([])

    const params = { bookingId: clinic.bookingId }
    const { body: mine } = await city.call(booked.showBooking, { token: tokens.guest, params })
    expect(mine.cancelling).toMatchObject({ feeMinor: 0, refundMinor: 16_800 })
    const cancelled = await city.call(booked.cancelBooking, { token: tokens.guest, params, body: {} })
    expect(cancelled.body).toMatchObject({ status: 'cancelled', refundMinor: 16_800, feeMinor: 0 })

    const after = await show(answer.body.id)
    expect(after).toMatchObject({ status: 'placed', totalMinor: quote.totalMinor, refundedMinor: 16_800 })
    expect(after.groups).toEqual(paid.groups)
    expect(after.bookings.find((one: any) => one.kind === 'produce')).toEqual(farm)
    expect(after.bookings.find((one: any) => one.kind === 'service_slot')).toMatchObject({
      status: 'cancelled',
      refundedMinor: 16_800,
    })

    // and one meal by itself
    const [first] = paid.groups
    const meal = { token: tokens.guest, params: { orderId: paid.id }, body: { groupId: first.id } }
    expect((await city.call(orders.cancelOrder, meal)).status).toBe(200)
    const left = await show(paid.id)
    expect(left.groups.map(({ status }: any) => status)).toEqual(['cancelled', 'placed'])
    expect(left.bookings.find((one: any) => one.kind === 'produce')).toEqual(farm)
    expect(left.status).toBe('placed')

    // the rest in turn: then the whole order is void, and every fen is back
    await city.call(booked.cancelBooking, { token: tokens.guest, params: { bookingId: farm.bookingId }, body: {} })
    await city.call(orders.cancelOrder, { token: tokens.guest, params: { orderId: paid.id } })
    const end = await show(paid.id)
    expect(end).toMatchObject({ status: 'cancelled', refundedMinor: quote.totalMinor })
    expect(await auditOrders(city.app)).toEqual([])
    const ledger = await city.app.db.execute<{ account: string; sum: string }>(
      sql`select account, sum(amount_minor)::text as sum from funding.ledger_entries where account in ('revenue:bookings', 'revenue:meals') group by 1 having sum(amount_minor) <> 0`,
    )
    expect(ledger.rows.filter(({ account }) => account === 'revenue:bookings')).toEqual([])
    expect((await moneyMoved(city.app)).size).toBeGreaterThan(3)
  })

  it('R3 of a booking alone is an order too, and a second cancellation finds nothing', async () => {
    const { answer } = await place({ bookings: [slot('11:00')] })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    await pay(answer.body.id)
    const { bookings: own } = await show(answer.body.id)
    const params = { bookingId: own[0].bookingId }
    await expect.poll(() => statusOf(params.bookingId)).toBe('confirmed')
    const both = await Promise.all(
      [1, 2].map(() => city.call(booked.cancelBooking, { token: tokens.guest, params, body: {} })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await show(answer.body.id)).toMatchObject({ status: 'cancelled', refundedMinor: 16_800 })
    expect(await auditOrders(city.app)).toEqual([])
  })

  it('R7 of a slot that is gone is refused as a whole', async () => {
    const lunch = await offerOn(workday(2), 'lunch')
    // two therapists and two rooms
    for (const _ of [1, 2]) expect((await place({ bookings: [slot('14:00')] })).answer.status).toBe(201)
    const body = { servicePointId, items: [{ ...lunch, quantity: 1 }], bookings: [slot('14:00')] }
    const { offerId } = lunch
    const wish = { ...body, items: [{ offerId, quantity: 1 }], contact, totalMinor: 1 }
    const answer = await city.call(orders.placeOrder, { token: tokens.guest, body: wish })
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'slot_taken'])
  })

  it('not paid in time gives its slot back; paid all the same it is taken again, or owed back where somebody was quicker', async () => {
    const at = city.app.now()
    const first = (await place({ bookings: [slot('16:00'), await produce(1)] })).answer.body
    const intent = (await city.call(orders.startPayment, { token: tokens.guest, params: { orderId: first.id } })).body
    const later = new Date(at.getTime() + 20 * 60_000)
    await setClock(later)
    const app = { ...city.app, now: () => later }
    await expireHolds(app, releaseOrders)
    await expireBookings(app)
    const clinic = first.bookings.find((one: any) => one.kind === 'service_slot')
    await expect.poll(() => statusOf(clinic.bookingId)).toBe('expired')
    // both pairs of therapist and room go to others
    for (const _ of [1, 2]) {
      const { answer } = await place({ bookings: [slot('16:00')] })
      expect(answer.status).toBe(201)
    }
    const params = { intentId: intent.intentId }
    await city.call(orders.decideLocalPayment, { token: tokens.guest, params, body: { decision: 'pay' } })
    await expect.poll(async () => (await show(first.id)).refundedMinor).toBe(16_800)
    const after = await show(first.id)
    expect(after.status).toBe('placed')
    expect(after.bookings.map(({ kind, status }: any) => [kind, status]).toSorted()).toEqual([
      ['produce', 'placed'],
      ['service_slot', 'cancelled'],
    ])
    expect(await auditOrders(city.app)).toEqual([])
  })

  it.each([
    ['no consent', () => ({ ...slot('09:00'), consent: false }), 'consent_needed'],
    ['a slot off the grid', () => slot('09:10'), 'not_a_slot'],
    [
      'a slot in the past',
      () => ({ ...slot('09:00'), startsAt: instantOf(addDays(today, -1), '10:00', ZONE).toISOString() }),
      'in_the_past',
    ],
    [
      'a stay that ends before it begins',
      () => ({ offeringId: 'off_inn', subjectId: 'rmt_inn_twin', from: addDays(today, 5), to: addDays(today, 4) }),
      'stay_ends_before_it_starts',
    ],
    [
      'a night beyond the horizon',
      () => ({ offeringId: 'off_inn', subjectId: 'rmt_inn_twin', from: addDays(today, 120), to: addDays(today, 121) }),
      'beyond_horizon',
    ],
    [
      '30 February',
      () => ({ offeringId: 'off_inn', subjectId: 'rmt_inn_twin', from: '2027-02-28', to: '2027-02-30' }),
      'invalid',
    ],
    [
      'a party larger than the room',
      () => ({
        offeringId: 'off_inn',
        subjectId: 'rmt_inn_twin',
        from: addDays(today, 5),
        to: addDays(today, 6),
        guests: 3,
      }),
      'party_too_large',
    ],
    ['a departure without its passengers', () => departure(2, 1), 'passengers_missing'],
    ['an unknown option', async () => ({ ...(await coffee()), options: ['gold'] }), 'not_found'],
  ] as const)('with %s is refused with a code', async (_, wish, code) => {
    const body = { servicePointId, contact, totalMinor: 0, bookings: [await wish()] }
    const { body: answer } = await city.call(orders.placeOrder, { token: tokens.guest, body })
    expect(answer.error?.code).toBe(code)
  })

  async function coffee() {
    const [pool] = await city.app.db
      .select()
      .from(seatPools)
      .where(sql`offering_id = 'off_latte' and starts_on = ${workday(1)}`)
    return { offeringId: 'off_latte', subjectId: pool?.id ?? '', options: ['large', 'oat'] }
  }
  async function departure(quantity: number, passengers: number) {
    const [pool] = await city.app.db
      .select()
      .from(seatPools)
      .where(sql`offering_id = 'off_tea' and starts_at > ${instantOf(addDays(today, 8), '00:00', ZONE).toISOString()}`)
      .orderBy(seatPools.startsAt)
    const party = Array.from({ length: passengers }, (_, i) => ({ name: `旅客${i}`, birthDate: '1950-01-0' + (i + 1) }))
    return { offeringId: 'off_tea', subjectId: pool?.id ?? '', quantity, party }
  }

  it('every kind is bought, and part of a party may stay at home', async () => {
    const stay = {
      offeringId: 'off_inn',
      subjectId: 'rmt_inn_family',
      from: addDays(today, 6),
      to: addDays(today, 8),
      guests: 3,
    }
    const { quote, answer } = await place({ bookings: [stay, await departure(2, 2), await coffee()] })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    expect(quote.bookings.map((one: any) => one.kind)).toEqual(['hotel_night', 'travel_departure', 'made_to_order'])
    expect(quote.bookings[2].priceMinor).toBe(1_900 + 400 + 300)
    await pay(answer.body.id)
    const tea = answer.body.bookings.find((one: any) => one.kind === 'travel_departure')
    await expect.poll(() => statusOf(tea.bookingId)).toBe('confirmed')
    const params = { bookingId: tea.bookingId }
    const part = await city.call(booked.cancelBooking, { token: tokens.guest, params, body: { quantity: 1 } })
    expect(part.body).toMatchObject({ status: 'confirmed', quantity: 1 })
    const order = await show(answer.body.id)
    expect(order.refundedMinor).toBe(part.body.refundMinor)
    expect(order.bookings.every(({ status }: any) => status === 'placed')).toBe(true)
    // nobody else sees it
    const others = await peopleOf(city, OPERATOR)
    expect((await city.call(booked.showBooking, { token: others.guest, params })).status).toBe(404)
    expect((await city.call(booked.cancelBooking, { token: others.guest, params, body: {} })).status).toBe(404)
    // whoever booked reads who travels; the table itself tells nobody
    const mine = await city.call(booked.showBooking, { token: tokens.guest, params })
    expect(mine.body.party).toEqual([{ name: '旅客0' }, { name: '旅客1' }])
    const members = await city.app.db.execute<{ row: string }>(
      sql`select p::text as row from booking.party_members p where booking_id = ${params.bookingId}`,
    )
    expect(members.rows).toHaveLength(2)
    for (const { row } of members.rows) expect(row).not.toMatch(/旅客|1950/)
    // health notes and passengers are in no order, fact or log
    const told =
      await city.app.db.execute(sql`select 1 from platform.outbox where payload::text like '%旅客%' or payload::text like '%右肩%'
      union all select 1 from ordering.orders o where o::text like '%右肩%' or o::text like '%旅客%'
      union all select 1 from ordering.booked_groups b where b::text like '%右肩%' or b::text like '%旅客%'
      union all select 1 from platform.audit a where a::text like '%右肩%' or a::text like '%旅客%'`)
    expect(told.rows).toEqual([])
  })
})
