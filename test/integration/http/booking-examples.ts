import * as provider from '../../../src/http/provider/contract'
import * as bookings from '../../../src/http/store/bookings/contract'
import type { ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

/** One request for every operation on what can be booked. */
export function bookingExamples({ booked }: ServiceDay): Example[] {
  const { slotIds, from, to, providerId, farmId, tourDeskId } = booked
  const as = 'guest'
  const [lookedAt = '', cancelled = '', changed = '', moved = ''] = slotIds
  const stay = { from, to: to < from ? from : to }
  const desk = { as: 'provider', params: { providerId } } as const
  // whoever runs the whole tenant sits at any desk
  const office = (params: Record<string, string>) => ({ as: 'operator', params }) as const
  return [
    { endpoint: bookings.listOfferings, as: 'anyone', query: { section: 'live' } },
    { endpoint: bookings.showOffering, as: 'anyone', params: { offeringId: 'off_rehab' } },
    { endpoint: bookings.listSlots, as: 'anyone', params: { offeringId: 'off_rehab' }, query: { from, to } },
    { endpoint: bookings.listOpenPlaces, as: 'anyone', params: { offeringId: 'off_weir' }, query: { from, to } },
    { endpoint: bookings.listRooms, as: 'anyone', params: { offeringId: 'off_inn' }, query: stay },
    { endpoint: bookings.listBookings, as },
    { endpoint: bookings.listWaiting, as },
    {
      endpoint: bookings.joinWaiting,
      as,
      params: { offeringId: 'off_weir' },
      body: { placeId: booked.tourId },
      refused: 'places_are_free',
    },
    { endpoint: bookings.showBooking, as, params: { bookingId: lookedAt } },
    { endpoint: bookings.calendarFile, as, params: { bookingId: lookedAt } },
    { endpoint: bookings.voucherCode, as, params: { bookingId: lookedAt } },
    { endpoint: bookings.cancelBooking, as, params: { bookingId: cancelled }, body: {} },
    { endpoint: bookings.changeBooking, as, params: { bookingId: changed }, body: { startsAt: booked.freeStart } },
    { endpoint: provider.listProviders, as: 'provider' },
    { endpoint: provider.showCalendar, ...desk, query: { from, to } },
    {
      endpoint: provider.moveBooking,
      as: 'provider',
      params: { providerId, bookingId: moved },
      body: { startsAt: booked.moveTo },
    },
    {
      endpoint: provider.blockTime,
      ...desk,
      body: { resourceId: 'rsc_ruan', from: `${from}T12:00:00+08:00`, to: `${from}T13:00:00+08:00` },
    },
    {
      endpoint: provider.unblockTime,
      as: 'provider',
      params: { providerId, blockId: 'blk_none' },
      refused: 'not_found',
    },
    { endpoint: provider.redeem, ...desk, body: { code: booked.code } },
    {
      endpoint: provider.noShow,
      as: 'provider',
      params: { providerId, bookingId: lookedAt },
      refused: 'booking_not_firm',
    },
    { endpoint: provider.weigh, ...office({ providerId: farmId, bookingId: booked.greensId }), body: { grams: 1_900 } },
    { endpoint: provider.callOff, ...office({ providerId: tourDeskId, poolId: booked.tourId }) },
  ]
}
