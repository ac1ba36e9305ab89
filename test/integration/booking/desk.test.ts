import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOffShort } from '../../../src/booking/desk/call-off'
import { remindDue } from '../../../src/booking/remind-due'
import { bookings, seatPools } from '../../../src/booking/schema/bookings'
import { offerPlaces } from '../../../src/booking/waiting/offer-places'
import * as operator from '../../../src/http/operator/contract'
import * as desk from '../../../src/http/provider/contract'
import * as booked from '../../../src/http/store/bookings/contract'
import * as basket from '../../../src/http/store/basket/contract'
import * as orders from '../../../src/http/store/orders/contract'
import { addDays, dateIn, instantOf } from '../../../src/kernel/time'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { staff } from '../../support/door'
import { OPERATOR, OTHER, peopleOf, type Tokens } from '../../support/service-day'
import { type City, openCity } from '../http/city'

const ZONE = 'Asia/Shanghai'
const servicePointId = 'sp_door_luqi_05'
const contact = { name: '林夏', phone: '13800000000' }
const WULI = { providerId: 'pvd_wuli' }

describe('the desk of whoever can be booked', () => {
  let city: City
  let tokens: Tokens
  let farm: string
  let today: string
  let date: string

  beforeAll(async () => {
    city = await openCity()
    tokens = await peopleOf(city, OPERATOR)
    farm = await staff(city.app, 'provider', OPERATOR, 'pvd_poshang')
    today = addDays(dateIn(ZONE, city.app.now()), 1)
    await setClock(instantOf(today, '08:00', ZONE))
    date = [3, 4, 5].map((n) => addDays(today, n)).find((day) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 > 0) ?? ''
  })
  afterAll(() => city?.close())

  const setClock = (at: Date) =>
    city.call(operator.setClock, { token: tokens.operator, body: { at: at.toISOString() } })
  const at = (time: string, on = date) => instantOf(on, time, ZONE).toISOString()
  const massage = (time: string) => ({ offeringId: 'off_rehab', startsAt: at(time), consent: true, note: '左膝' })
  const poolOf = async (where: ReturnType<typeof sql>) => {
    const [pool] = await city.app.db.select().from(seatPools).where(where).orderBy(seatPools.startsAt)
    if (!pool) throw new Error('no such pool')
    return pool
  }
  async function buy(wish: object, token = tokens.guest) {
    const body = { servicePointId, bookings: [wish] }
    const { body: quote } = await city.call(basket.quote, { token, body })
    const answer = await city.call(orders.placeOrder, {
      token,
      body: { ...body, contact, totalMinor: quote.totalMinor },
    })
    expect(answer.status, JSON.stringify([quote, answer.body])).toBe(201)
    const intent = await city.call(orders.startPayment, { token, params: { orderId: answer.body.id } })
    const params = { intentId: intent.body.intentId }
    await city.call(orders.decideLocalPayment, { token, params, body: { decision: 'pay' } })
    const { bookingId } = answer.body.bookings[0]
    await expect.poll(() => rowOf(bookingId).then((row) => row?.status)).toBe('confirmed')
    return { bookingId: bookingId as string, orderId: answer.body.id as string }
  }
  const rowOf = async (id: string) => (await city.app.db.select().from(bookings).where(eq(bookings.id, id)))[0]
  const show = async (orderId: string, token = tokens.guest) =>
    (await city.call(orders.showOrder, { token, params: { orderId } })).body
  const code = (answer: { status: number; body: any }) => [answer.status, answer.body?.error?.code]

  it('redeems a voucher once, whoever scans it how often', async () => {
    const { bookingId, orderId } = await buy(massage('09:00'))
    const voucher = (await rowOf(bookingId))?.code
    const scan = () => city.call(desk.redeem, { token: tokens.provider, params: WULI, body: { code: voucher } })
    const all = await Promise.all(Array.from({ length: 8 }, scan))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(all.filter(({ status }) => status !== 200).map((one) => one.body.error.code))).toEqual(
      new Set(['voucher_used']),
    )
    // at another desk it is nobody's
    const elsewhere = { token: farm, params: { providerId: 'pvd_poshang' }, body: { code: voucher } }
    expect(code(await city.call(desk.redeem, elsewhere))).toEqual([404, 'not_found'])
    await expect.poll(async () => (await show(orderId)).status).toBe('completed')
  })

  it('shows notes of health to its own desk alone, and moves a slot where people and rooms are free', async () => {
    const first = await buy(massage('10:00'))
    const calendar = { params: WULI, query: { from: date, to: date } }
    const { body } = await city.call(desk.showCalendar, { ...calendar, token: tokens.provider })
    expect(body.bookings.find(({ id }: any) => id === first.bookingId)).toMatchObject({ note: '左膝', guest: '林夏' })
    const strangers = await peopleOf(city, OTHER)
    for (const token of [farm, strangers.provider, strangers.operator])
      expect((await city.call(desk.showCalendar, { ...calendar, token })).status).toBe(404)

    const use = body.uses.find(({ id, resourceId }: any) => id === first.bookingId && /tao|mu/.test(resourceId))
    const other = use.resourceId === 'rsc_tao' ? 'rsc_mu' : 'rsc_tao'
    const params = { ...WULI, bookingId: first.bookingId }
    const block = { resourceId: other, from: at('13:30'), to: at('14:30') }
    const blocked = await city.call(desk.blockTime, { token: tokens.provider, params: WULI, body: block })
    expect(blocked.status).toBe(201)
    const move = (body: object) => city.call(desk.moveBooking, { token: tokens.provider, params, body })
    expect(code(await move({ startsAt: at('14:00'), resourceId: other }))).toEqual([409, 'slot_taken'])
    expect(code(await move({ startsAt: at('14:00'), resourceId: 'rsc_bian' }))).toEqual([404, 'not_found'])
    expect(code(await move({ startsAt: at('09:00', today) }))[0]).toBe(200)
    const gone = { token: tokens.provider, params: { ...WULI, blockId: blocked.body.id } }
    expect((await city.call(desk.unblockTime, gone)).status).toBe(200)
    expect((await move({ startsAt: at('14:00'), resourceId: other })).status).toBe(200)
    const order = await show(first.orderId)
    expect(order.bookings[0].startsAt).toBe(at('14:00'))
    // a block is never put over a booking
    const over = { token: tokens.provider, params: WULI, body: { ...block, from: at('14:30'), to: at('15:00') } }
    expect(code(await city.call(desk.blockTime, over))).toEqual([409, 'slot_taken'])
  })

  it('lets a guest move a slot by half its length while that is free, and keeps code, note and payment', async () => {
    const { bookingId, orderId } = await buy(massage('16:00'))
    const voucher = (await rowOf(bookingId))?.code
    const answer = await city.call(booked.changeBooking, {
      token: tokens.guest,
      params: { bookingId },
      body: { startsAt: at('16:30') },
    })
    expect(answer.body).toMatchObject({ status: 'confirmed', startsAt: at('16:30'), code: voucher, refundMinor: 0 })
    expect((await show(orderId)).bookings[0]).toMatchObject({ bookingId: answer.body.id, status: 'placed' })
    const back = await city.call(booked.cancelBooking, {
      token: tokens.guest,
      params: { bookingId: answer.body.id },
      body: {},
    })
    expect(back.body).toMatchObject({ status: 'cancelled', refundMinor: 16_800 })
    expect(await show(orderId)).toMatchObject({ status: 'cancelled', refundedMinor: 16_800 })
  })

  it('refuses a dearer departure and leaves all as it was; to a cheaper one passengers go along, sealed, and the difference comes back', async () => {
    const far = instantOf(addDays(today, 10), '00:00', ZONE).toISOString()
    const [first, other] = await city.app.db
      .select()
      .from(seatPools)
      .where(sql`offering_id = 'off_weir' and starts_at > ${far}`)
      .orderBy(seatPools.startsAt)
    if (!first || !other) throw new Error('no two departures')
    const party = ['旅客甲', '旅客乙'].map((name) => ({ name, birthDate: '1950-01-01' }))
    const { bookingId, orderId } = await buy({ offeringId: 'off_weir', subjectId: first.id, quantity: 2, party })
    const priceAt = (minor: number) =>
      city.app.db.update(seatPools).set({ priceMinor: minor }).where(eq(seatPools.id, other.id))
    const body = { subjectId: other.id }
    const move = () => city.call(booked.changeBooking, { token: tokens.guest, params: { bookingId }, body })
    const places = () => Promise.all([first, other].map(({ id }) => poolOf(sql`id = ${id}`)))
    const before = await rowOf(bookingId)
    const taken = (await places()).map(({ sold }) => sold)

    await priceAt(first.priceMinor + 1_000)
    expect(code(await move())).toEqual([409, 'change_costs_more'])
    expect(await rowOf(bookingId)).toEqual(before)
    expect((await places()).map(({ sold }) => sold)).toEqual(taken)

    await priceAt(first.priceMinor - 1_000)
    const moved = await move()
    expect(moved.body).toMatchObject({ status: 'confirmed', party: party.map(({ name }) => ({ name })) })
    expect((await show(orderId)).refundedMinor).toBe(2_000)
    const office = await staff(city.app, 'provider', OPERATOR, 'pvd_manxing')
    const day = dateIn(ZONE, other.startsAt)
    const seen = { token: office, params: { providerId: 'pvd_manxing' }, query: { from: day, to: day } }
    const calendar = (await city.call(desk.showCalendar, seen)).body
    expect(calendar.bookings.find(({ id }: any) => id === moved.body.id)?.party).toEqual(party.map(({ name }) => name))
    await priceAt(other.priceMinor)
  })

  it('settles what is sold by weight to what it weighs: less comes back, more is a present', async () => {
    const pool = await poolOf(sql`offering_id = 'off_greens' and starts_on = ${date}`)
    const two = { offeringId: 'off_greens', subjectId: pool.id, quantity: 4 }
    const [light, heavy] = [await buy(two), await buy(two)]
    const weigh = ({ bookingId }: { bookingId: string }, grams: number) =>
      city.call(desk.weigh, { token: farm, params: { providerId: 'pvd_poshang', bookingId }, body: { grams } })
    // 2 kg at 3,840 fen: 1.85 kg are 3,552
    expect((await weigh(light, 1_850)).body).toMatchObject({ refundMinor: 288 })
    expect(code(await weigh(light, 1_850))).toEqual([409, 'booking_not_firm'])
    expect((await weigh(heavy, 2_100)).body).toMatchObject({ refundMinor: 0 })
    expect(code(await weigh(heavy, 9_000))).toEqual([409, 'booking_not_firm'])
    expect(await show(light.orderId)).toMatchObject({ status: 'placed', refundedMinor: 288 })
    expect(await auditOrders(city.app)).toEqual([])
  })

  it('calls a tour and a group buy off at their deadline when too few have joined: everybody gets everything back', async () => {
    const tour = await poolOf(sql`offering_id = 'off_weir' and closes_at > ${city.app.now().toISOString()}`)
    const eggs = await poolOf(sql`offering_id = 'off_groupbuy' and closes_at > ${city.app.now().toISOString()}`)
    const party = [{ name: '老林', birthDate: '1950-02-28' }]
    const joined = await buy({ offeringId: 'off_weir', subjectId: tour.id, party })
    const boxes = await buy({ offeringId: 'off_groupbuy', subjectId: eggs.id, quantity: 19 })
    const enough = await poolOf(
      sql`offering_id = 'off_groupbuy' and closes_at > now() and id <> ${eggs.id} and starts_on = ${eggs.startsOn}`,
    )
    const kept = await buy({ offeringId: 'off_groupbuy', subjectId: enough.id, quantity: 20 })
    const late = new Date(Math.max(tour.closesAt.getTime(), eggs.closesAt.getTime()))
    // the later one of the two begins after both have closed, or not at all
    const app = { ...city.app, now: () => (late < eggs.startsAt && late < tour.startsAt ? late : eggs.closesAt) }
    expect(await callOffShort(app)).toBeGreaterThanOrEqual(1)
    await callOffShort({ ...city.app, now: () => tour.closesAt })
    await expect.poll(async () => (await show(boxes.orderId)).refundedMinor).toBe(19 * 3_600)
    await expect.poll(async () => (await show(joined.orderId)).refundedMinor).toBe(16_800)
    expect((await rowOf(kept.bookingId))?.status).toBe('confirmed')
    expect(await show(kept.orderId)).toMatchObject({ status: 'placed', refundedMinor: 0 })
    expect(await auditOrders(city.app)).toEqual([])
  })

  it('offers places that come free to whoever is next in line, for a while, and to nobody else', async () => {
    const pool = await poolOf(sql`offering_id = 'off_calligraphy' and starts_on > ${date}`)
    const [second, third] = [(await peopleOf(city, OPERATOR)).guest, (await peopleOf(city, OPERATOR)).guest]
    const wish = { offeringId: 'off_calligraphy', subjectId: pool.id }
    const join = (token: string) =>
      city.call(booked.joinWaiting, { token, params: { offeringId: 'off_calligraphy' }, body: { placeId: pool.id } })
    expect(code(await join(second))).toEqual([409, 'places_are_free'])
    const first = await buy({ ...wish, quantity: pool.seats })
    expect([(await join(second)).status, code(await join(second))[1], (await join(third)).status]).toEqual([
      201,
      'already_waiting',
      201,
    ])
    expect(await offerPlaces(city.app)).toBe(0)
    const params = { bookingId: first.bookingId }
    await city.call(booked.cancelBooking, { token: tokens.guest, params, body: { quantity: 1 } })
    expect(await offerPlaces(city.app)).toBe(1)
    // kept for the first in line: not for the next, nor for who comes by
    const ask = (token: string) => city.call(basket.quote, { token, body: { servicePointId, bookings: [wish] } })
    expect(code(await ask(third))).toEqual([409, 'no_seats'])
    await buy(wish, second)
    expect((await poolOf(eq(seatPools.id, pool.id))).sold).toBe(pool.seats)
    // what is not taken goes to the next
    await city.call(booked.cancelBooking, { token: tokens.guest, params, body: { quantity: 1 } })
    expect(await offerPlaces(city.app)).toBe(1)
    const later = { ...city.app, now: () => new Date(city.app.now().getTime() + 3 * 3_600_000) }
    await offerPlaces(later)
    expect((await poolOf(eq(seatPools.id, pool.id))).sold).toBe(pool.seats - 1)
  })

  it('notes who did not come only once it has begun, and reminds each once', async () => {
    const { bookingId, orderId } = await buy(massage('11:30'))
    const params = { ...WULI, bookingId }
    const miss = () => city.call(desk.noShow, { token: tokens.provider, params })
    expect(code(await miss())).toEqual([409, 'booking_not_firm'])
    const dayBefore = { ...city.app, now: () => new Date(Date.parse(at('11:30')) - 20 * 3_600_000) }
    await remindDue(dayBefore)
    expect((await rowOf(bookingId))?.remindedAt).not.toBeNull()
    expect(await remindDue(dayBefore)).toBe(0)
    await setClock(new Date(Date.parse(at('11:40'))))
    expect((await miss()).status).toBe(200)
    await expect.poll(async () => (await show(orderId)).bookings[0].status).toBe('failed')
    expect(await show(orderId)).toMatchObject({ status: 'completed', refundedMinor: 0 })
  })
})
