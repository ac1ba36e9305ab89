import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancelBooking } from '../../../src/booking/cancel-booking'
import { confirmBooking } from '../../../src/booking/confirm-booking'
import { expireHolds } from '../../../src/booking/expire-holds'
import { freeSlots } from '../../../src/booking/kinds/service-slot/free-slots'
import { holdSeats } from '../../../src/booking/kinds/counted/hold-seats'
import { holdSlot } from '../../../src/booking/kinds/service-slot/hold-slot'
import { holdStay } from '../../../src/booking/kinds/hotel-night/hold-stay'
import { bookings, roomNights, roomTypes, seatPools } from '../../../src/booking/schema/bookings'
import { busyDays, resources, resourceUses, services } from '../../../src/booking/schema/resources'
import type { Refusal } from '../../../src/kernel/refusal'
import { addDays, instantOf } from '../../../src/kernel/time'
import { RESOURCES, SERVICES } from '../../../src/scripts/city/bookings/calendars'
import { GROUP } from '../../../src/scripts/city/operators'
import { type TestApp, testApp } from '../../support/app'

const ZONE = 'Asia/Shanghai'
/** A Monday. */
const TODAY = '2026-11-23'
const DAY = '2026-11-30'
const FREE = [{ fromDays: 0, charge: { bps: 0 } }]
const OURS = { operatorIds: ['op'], personId: 'per_1' }

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.setNow(instantOf(TODAY, '09:00', ZONE))
})
afterEach(() => app.close())

/** How many of some attempts succeeded; the others must be refused by this code. */
async function successes(attempts: readonly Promise<unknown>[], code: string): Promise<number> {
  const settled = await Promise.allSettled(attempts)
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Refusal).code] : []))
  expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? [code] : []))
  return settled.length - refused.length
}

describe('slots', () => {
  const at = (time: string) => ({ ...OURS, serviceId: 'visit', startsAt: instantOf(DAY, time, ZONE) })
  beforeEach(async () => {
    const name = { zh: '护士', en: 'Nurse' }
    await app.db.insert(resources).values([
      { id: 'nurse', operatorId: 'op', kind: 'staff', name },
      { id: 'room', operatorId: 'op', kind: 'room', name },
    ])
    await app.db.insert(services).values({
      id: 'visit',
      operatorId: 'op',
      name,
      zone: ZONE,
      minutes: 45,
      bufferMinutes: 15,
      stepMinutes: 15,
      opening: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
      needs: [['nurse'], ['room']],
      horizonDays: 30,
      priceMinor: 12_000,
      currency: 'CNY',
      ladder: FREE,
    })
  })

  it('R7 give one of 20 clients the nurse and the room at 10:00, and 11:00 to the next', async () => {
    expect(
      await successes(
        Array.from({ length: 20 }, () => holdSlot(app, at('10:00'))),
        'slot_taken',
      ),
    ).toBe(1)
    for (const time of ['10:30', '10:45', '09:15', '09:30'])
      await expect(holdSlot(app, at(time)), time).rejects.toThrow('slot_taken')
    await holdSlot(app, at('11:00'))
    await holdSlot(app, at('09:00'))
    const free = await freeSlots(app, { ...OURS, serviceId: 'visit', from: DAY, to: DAY })
    expect(free[0]).toEqual(instantOf(DAY, '12:00', ZONE))
  })

  it('R7 are never sold twice in 50 rounds of 8 who want overlapping times', async () => {
    for (let round = 0; round < 50; round++) {
      const date = addDays(DAY, round % 5)
      const startsAt = (i: number) =>
        instantOf(date, `${10 + (Math.floor(round / 5) % 6)}:${['00', '15', '30', '45'][i % 4]}`, ZONE)
      const all = Array.from({ length: 8 }, (_, i) =>
        holdSlot(app, { ...OURS, serviceId: 'visit', startsAt: startsAt(i) }),
      )
      const won = (await Promise.allSettled(all)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      for (const a of won)
        for (const b of won)
          if (a !== b) expect(Math.abs(a.startsAt.getTime() - b.startsAt.getTime())).toBeGreaterThanOrEqual(3_600_000)
    }
  })

  it('at home keep the visitor busy on the way, whatever is asked of the same person next', async () => {
    await app.db.insert(resources).values([...RESOURCES])
    await app.db.insert(services).values([...SERVICES])
    const visit = (serviceId: string, time: string) =>
      holdSlot(app, { operatorIds: [GROUP.id], personId: 'per_1', serviceId, startsAt: instantOf(DAY, time, ZONE) })
    // a haircut until 10:45 and half an hour on the way; a cleaning takes three hours and one more
    await visit('off_haircut', '10:00')
    await expect(visit('off_haircut', '11:00')).rejects.toThrow('slot_taken')
    await visit('off_cleaning', '11:00')
    await expect(visit('off_cleaning', '11:00')).rejects.toThrow('slot_taken')
    await visit('off_cleaning', '11:30')
    await expect(visit('off_haircut', '15:00')).rejects.toThrow('slot_taken')
    const free = await freeSlots(app, { operatorIds: [GROUP.id], serviceId: 'off_haircut', from: DAY, to: DAY })
    expect(free.map((start) => start.toISOString())).toEqual(
      ['15:30', '16:00', '16:30', '17:00'].map((time) => instantOf(DAY, time, ZONE).toISOString()),
    )
  })

  it.each([
    ['in the past', '2026-11-20', '10:00', 'in_the_past'],
    ['beyond the horizon', '2027-01-04', '10:00', 'beyond_horizon'],
    ['when nobody works', '2026-11-29', '10:00', 'not_a_slot'],
    ['off the grid', DAY, '10:10', 'not_a_slot'],
    ['that end after closing', DAY, '16:30', 'not_a_slot'],
  ])('%s are refused', async (_, date, time, code) => {
    await expect(holdSlot(app, { ...at(time), startsAt: instantOf(date, time, ZONE) })).rejects.toThrow(code)
  })

  it('are free again day by day when what kept their people busy moves, ends or passes midnight', async () => {
    const ask = async (date: string) =>
      (await freeSlots(app, { ...OURS, serviceId: 'visit', from: date, to: date })).length
    const all = await ask(DAY)
    const during = `[${instantOf(DAY, '15:00', ZONE).toISOString()},${instantOf(addDays(DAY, 2), '10:00', ZONE).toISOString()})`
    await app.db.insert(resourceUses).values({ bookingId: 'blk_1', resourceId: 'nurse', during })
    expect([await ask(DAY), await ask(addDays(DAY, 1)), await ask(addDays(DAY, 2))]).toEqual([21, 0, all - 4])
    const shorter = `[${instantOf(DAY, '16:00', ZONE).toISOString()},${instantOf(DAY, '17:00', ZONE).toISOString()})`
    await app.db.update(resourceUses).set({ during: shorter })
    expect([await ask(DAY), await ask(addDays(DAY, 1))]).toEqual([25, all])
    await app.db.delete(resourceUses)
    expect(await ask(DAY)).toBe(all)
    expect(await app.db.select().from(busyDays)).toEqual([])
  })

  it('of somebody else’s operator are not found', async () => {
    await expect(holdSlot(app, { ...at('10:00'), operatorIds: ['other'] })).rejects.toThrow('not_found')
  })

  it('that nobody paid for are free again, and taken again by a late payment only while they are', async () => {
    const late = await holdSlot(app, at('10:00'))
    app.setNow(instantOf(TODAY, '09:16', ZONE))
    expect(await expireHolds(app)).toBe(1)
    expect(await expireHolds(app)).toBe(0)
    await confirmBooking(app, late.id)
    await expect(holdSlot(app, at('10:00'))).rejects.toThrow('slot_taken')

    const later = await holdSlot(app, at('14:00'))
    app.setNow(instantOf(TODAY, '10:00', ZONE))
    await expireHolds(app)
    await holdSlot(app, at('14:00'))
    await expect(confirmBooking(app, later.id)).rejects.toThrow('hold_expired')
  })
})

describe('stays', () => {
  const stay = (from: string, to: string, rooms = 1) => ({
    ...OURS,
    roomTypeId: 'twin',
    from,
    to,
    rooms,
    guests: rooms,
  })
  const night = (i: number) => addDays(DAY, i)
  beforeEach(async () => {
    const hotel = {
      operatorId: 'op',
      propertyId: 'inn',
      zone: ZONE,
      checkIn: '14:00',
      checkOut: '12:00',
      currency: 'CNY',
    }
    await app.db.insert(roomTypes).values({ ...hotel, id: 'twin', sleeps: 2, horizonDays: 60, ladder: FREE })
    const sold = [2, 2, 3, 1]
    const nights = sold.map((n, i) => ({
      roomTypeId: 'twin',
      night: night(i),
      rooms: 4,
      sold: n,
      priceMinor: 30_000 + i,
    }))
    await app.db.insert(roomNights).values(nights)
  })
  const soldNow = async () => (await app.db.select().from(roomNights).orderBy(roomNights.night)).map(({ sold }) => sold)

  it('R8 take a room on all four nights or on none', async () => {
    const held = await holdStay(app, stay(night(0), night(4)))
    expect(held.priceMinor).toBe(120_006)
    expect(await soldNow()).toEqual([3, 3, 4, 2])
    await expect(holdStay(app, stay(night(0), night(4)))).rejects.toThrow('no_room')
    expect(await soldNow()).toEqual([3, 3, 4, 2])
  })

  it('R8 that end on a day never meet one that starts on it', async () => {
    await holdStay(app, stay(night(0), night(2), 2))
    await holdStay(app, stay(night(2), night(3), 1))
    expect(await soldNow()).toEqual([4, 4, 4, 1])
  })

  it('R8 sell the last room once to 50 at once', async () => {
    const wish = () => holdStay(app, stay(night(1), night(4)))
    expect(await successes(Array.from({ length: 50 }, wish), 'no_room')).toBe(1)
    expect(await soldNow()).toEqual([2, 3, 4, 2])
  })

  it('R8 that overlap in any order do not wait for each other, over 50 rounds', async () => {
    const spans = [
      [0, 2],
      [1, 3],
      [2, 4],
      [0, 4],
    ] as const
    for (let round = 0; round < 50; round++) {
      const held = await Promise.allSettled(spans.map(([a, b]) => holdStay(app, stay(night(a), night(b)))))
      for (const one of held) {
        if (one.status === 'rejected') expect((one.reason as Refusal).code).toBe('no_room')
        else await cancelBooking(app, { bookingId: one.value.id, personId: 'per_1' })
      }
      expect(await soldNow()).toEqual([2, 2, 3, 1])
    }
  })

  it('beyond the rooms go to the overbooking limit and no further', async () => {
    await app.db
      .update(roomNights)
      .set({ overbooking: 1, sold: 4 })
      .where(eq(roomNights.night, night(2)))
    await holdStay(app, stay(night(2), night(3)))
    await expect(holdStay(app, stay(night(2), night(3)))).rejects.toThrow('no_room')
  })

  it.each([
    ['too many guests', { guests: 3 }, 'party_too_large'],
    ['no night', { to: DAY }, 'stay_ends_before_it_starts'],
    ['nights nobody sells', { to: addDays(DAY, 9) }, 'no_room'],
  ])('with %s are refused', async (_, change, code) => {
    await expect(holdStay(app, { ...stay(night(0), night(2)), ...change })).rejects.toThrow(code)
    expect(await soldNow()).toEqual([2, 2, 3, 1])
  })
})

describe('departures', () => {
  const TOUR = [
    { fromDays: 8, charge: { bps: 0 } },
    { fromDays: 4, charge: { bps: 5_000 } },
    { fromDays: 1, charge: { bps: 6_000 } },
    { fromDays: 0, charge: { bps: 8_000 } },
  ]
  const LEAVES = '2026-12-20'
  beforeEach(async () => {
    await app.db.insert(seatPools).values({
      id: 'tour',
      operatorId: 'op',
      kind: 'travel_departure',
      zone: ZONE,
      startsOn: LEAVES,
      startsAt: instantOf(LEAVES, '07:00', ZONE),
      endsAt: instantOf(LEAVES, '20:00', ZONE),
      closesAt: instantOf(LEAVES, '00:00', ZONE),
      seats: 20,
      priceMinor: 100_000,
      currency: 'CNY',
      ladder: TOUR,
    })
  })
  const party = (seats: number) => ({ ...OURS, poolId: 'tour', seats })
  const soldNow = async () => (await app.db.select().from(seatPools))[0]?.sold

  it('R9 charge by the ladder of the day of booking, in the calendar of the destination, whatever became of the product', async () => {
    const { id } = await holdSeats(app, party(1))
    await confirmBooking(app, id)
    await app.db.update(seatPools).set({ ladder: [{ fromDays: 0, charge: { bps: 10_000 } }] })
    // 23:50 there, four calendar days before
    app.setNow(instantOf('2026-12-16', '23:50', ZONE))
    expect(await cancelBooking(app, { bookingId: id, personId: 'per_1' })).toEqual({
      feeMinor: 50_000,
      refundMinor: 50_000,
      left: 0,
    })
    expect(await soldNow()).toBe(0)
  })

  it('one of a party may stay at home: the others go', async () => {
    const { id } = await holdSeats(app, party(4))
    await confirmBooking(app, id)
    app.setNow(instantOf('2026-12-19', '10:00', ZONE))
    const cancelled = await cancelBooking(app, { bookingId: id, personId: 'per_1', quantity: 1 })
    expect(cancelled).toEqual({ feeMinor: 60_000, refundMinor: 40_000, left: 3 })
    const [row] = await app.db.select().from(bookings)
    expect(row).toMatchObject({ status: 'confirmed', quantity: 3, priceMinor: 300_000, feeMinor: 60_000 })
    expect(await soldNow()).toBe(3)
    await expect(cancelBooking(app, { bookingId: id, personId: 'per_1', quantity: 4 })).rejects.toThrow(
      'more_than_booked',
    )
    await expect(cancelBooking(app, { bookingId: id, personId: 'per_2' })).rejects.toThrow('not_found')
  })

  it('two cancellations at once give the seats back once', async () => {
    const { id } = await holdSeats(app, party(4))
    const twice = Array.from({ length: 2 }, () => cancelBooking(app, { bookingId: id, personId: 'per_1' }))
    expect(await successes(twice, 'already_cancelled')).toBe(1)
    expect(await soldNow()).toBe(0)
  })

  it('take whole parties to the last seat, and nobody after closing', async () => {
    expect(
      await successes(
        Array.from({ length: 10 }, () => holdSeats(app, party(3))),
        'no_seats',
      ),
    ).toBe(6)
    expect(await soldNow()).toBe(18)
    app.setNow(instantOf(LEAVES, '00:00', ZONE))
    await expect(holdSeats(app, party(1))).rejects.toThrow('booking_closed')
  })
})
