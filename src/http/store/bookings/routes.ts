import type { z } from 'zod'
import { calendarFile } from '../../../booking/calendar-file'
import { cancelBooking } from '../../../booking/cancel-booking'
import { changeBooking } from '../../../booking/change-booking'
import { freeSlots } from '../../../booking/kinds/service-slot/free-slots'
import { freeRooms, listOfferings, openPlaces, showOffering } from '../../../booking/offerings'
import { type OwnBooking, ownBooking, ownBookings } from '../../../booking/own-bookings'
import { joinWaiting, ownWaiting, type WaitingRow } from '../../../booking/waiting/join-waiting'
import { voucherImage } from '../../../booking/voucher-image'
import { bookPayment } from '../../../funding/book-payment'
import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, instantOf } from '../../../kernel/time'
import { moveBooked } from '../../../ordering/booked/move-booked'
import { ordersOfBookings } from '../../../ordering/booked/queries'
import { refundBooked } from '../../../ordering/booked/refund-booked'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const NOWHERE = { zh: '', en: '' }

type Found = Awaited<ReturnType<typeof showOffering>>

const offeringView = ({ offering, provider }: Found): z.input<typeof contract.Offering> => {
  const { id, section, kind, name, about, zone, currency, fromMinor, ladder, isHealth, options } = offering
  const who = { provider: provider.name, address: provider.address }
  return { id, section, kind, name, about, zone, currency, fromMinor, ladder, isHealth, options, ...who }
}

const bookingView = (
  own: OwnBooking,
  order: { id: string; number: string } | null,
): z.input<typeof contract.Booking> => {
  const { row, provider, cancelling, isOpen, party } = own
  const { id, offeringId, kind, status, quantity, zone, priceMinor, feeMinor, refundMinor, currency, ladder } = row
  return {
    id,
    offeringId,
    kind,
    name: row.name ?? NOWHERE,
    provider: provider?.name ?? NOWHERE,
    address: provider?.address ?? NOWHERE,
    status,
    quantity,
    zone,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    priceMinor,
    feeMinor,
    refundMinor,
    currency,
    ladder,
    cancelling,
    isOpen,
    isMovable: isOpen && cancelling.feeMinor === 0,
    code: status === 'confirmed' || status === 'completed' ? row.code : null,
    isNear: row.remindedAt !== null && isOpen,
    party: [...party],
    options: row.options,
    order,
  }
}

const waitingView = ({ id, offeringId, poolId: placeId, quantity, status, offeredUntil }: WaitingRow) => {
  return { id, offeringId, placeId, quantity, status, offeredUntil: offeredUntil?.toISOString() ?? null }
}

async function viewsOf(app: App, own: readonly OwnBooking[]): Promise<z.input<typeof contract.Booking>[]> {
  const orders = await ordersOfBookings(
    app,
    own.map(({ row }) => row.id),
  )
  const byBooking = new Map(orders.map(({ bookingId, orderId: id, number }) => [bookingId, { id, number }]))
  return own.map((one) => bookingView(one, byBooking.get(one.row.id) ?? null))
}

async function readOwn(app: App, personId: string, bookingId: string): Promise<z.input<typeof contract.Booking>> {
  const own = await ownBooking(app, personId, bookingId)
  const [view] = await viewsOf(app, [own])
  return view ?? bookingView(own, null)
}

/** What can be booked, and the bookings of whoever asks. */
export const bookingRoutes: Route[] = [
  serve(contract.listOfferings, async ({ app, query }) => ({
    offerings: (await listOfferings(app, query.section)).map(offeringView),
  })),

  serve(contract.showOffering, async ({ app, params }) => {
    const found = await showOffering(app, params.offeringId)
    const now = app.now()
    return { ...offeringView(found), now: now.toISOString(), today: dateIn(found.offering.zone, now) }
  }),

  serve(contract.listSlots, async ({ app, params: { offeringId }, query }) => {
    const { offering } = await showOffering(app, offeringId)
    const asked = { operatorIds: [offering.operatorId], serviceId: offeringId, ...query }
    return { zone: offering.zone, starts: (await freeSlots(app, asked)).map((start) => start.toISOString()) }
  }),

  serve(contract.listOpenPlaces, async ({ app, caller, params: { offeringId }, query: { from, to } }) => {
    const { zone } = (await showOffering(app, offeringId)).offering
    const [first, end] = [instantOf(from, '00:00', zone), instantOf(addDays(to, 1), '00:00', zone)]
    // places kept for whoever asks are theirs to take
    const kept = new Map(
      (await ownWaiting(app, caller.personId))
        .filter(({ status }) => status === 'offered')
        .map(({ poolId, quantity }) => [poolId, quantity]),
    )
    const places = (await openPlaces(app, offeringId, first, end)).map(
      ({ id, startsAt, endsAt, closesAt, priceMinor, seats, sold, minimum, unitGrams, leader, communityId }) => ({
        id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        closesAt: closesAt.toISOString(),
        priceMinor,
        left: seats - sold + (kept.get(id) ?? 0),
        minimum,
        sold,
        leader,
        communityId,
        unitGrams,
      }),
    )
    return { zone, places }
  }),

  serve(contract.listRooms, async ({ app, params: { offeringId }, query }) => {
    const found = await freeRooms(app, { offeringId, ...query })
    return {
      rooms: found.map(({ type: { id, name, sleeps, checkIn, checkOut }, ...free }) => {
        return { id, name: name ?? NOWHERE, sleeps, checkIn, checkOut, ...free }
      }),
    }
  }),

  serve(contract.joinWaiting, async ({ app, caller: { personId }, params: { offeringId }, body }) => {
    return waitingView(await joinWaiting(app, { personId, offeringId, poolId: body.placeId, quantity: body.quantity }))
  }),

  serve(contract.listWaiting, async ({ app, caller: { personId } }) => ({
    waiting: (await ownWaiting(app, personId)).map(waitingView),
  })),

  serve(contract.listBookings, async ({ app, caller: { personId } }) => ({
    bookings: await viewsOf(app, await ownBookings(app, personId)),
  })),

  serve(contract.showBooking, ({ app, caller: { personId }, params }) => readOwn(app, personId, params.bookingId)),

  serve(contract.calendarFile, async ({ app, caller: { personId }, params: { bookingId }, locale }) => {
    const own = await ownBooking(app, personId, bookingId)
    return { name: `linli-${bookingId}.ics`, content: calendarFile(own, locale, app.now()) }
  }),

  serve(contract.voucherCode, async ({ app, caller: { personId }, params: { bookingId } }) => {
    const { row } = await ownBooking(app, personId, bookingId)
    if (row.status !== 'confirmed' || !row.code) throw new Refusal('booking_not_firm')
    return { name: `linli-${bookingId}.svg`, content: voucherImage(row.code) }
  }),

  serve(contract.cancelBooking, async ({ app, caller: { personId }, params: { bookingId }, body: { quantity } }) => {
    const { left, refundMinor } = await cancelBooking(app, { bookingId, personId, ...(quantity ? { quantity } : {}) })
    const over = left === 0 ? { status: 'cancelled' as const } : {}
    await refundBooked(app, bookPayment, { bookingId, refundMinor, cause: `booking:${bookingId}:${left}`, ...over })
    return readOwn(app, personId, bookingId)
  }),

  serve(contract.changeBooking, async ({ app, caller: { personId }, params: { bookingId }, body }) => {
    const { startsAt, ...stay } = body
    const to = { ...stay, ...(startsAt ? { startsAt: new Date(startsAt) } : {}) }
    const { row, refundMinor } = await changeBooking(app, { bookingId, personId, to })
    await moveBooked(app, { bookingId, newId: row.id, startsAt: row.startsAt, endsAt: row.endsAt })
    await refundBooked(app, bookPayment, { bookingId: row.id, refundMinor, cause: `change:${row.id}` })
    return readOwn(app, personId, row.id)
  }),
]
