import type * as contract from '../../src/http/provider/contract'
import { type Answer, get, post, remove } from './call'

export const listProviders = get<typeof contract.listProviders>('/api/provider/providers')
export const showCalendar = get<typeof contract.showCalendar>('/api/provider/providers/:providerId/calendar')
export const blockTime = post<typeof contract.blockTime>('/api/provider/providers/:providerId/blocks')
export const unblockTime = remove<typeof contract.unblockTime>('/api/provider/providers/:providerId/blocks/:blockId')
export const moveBooking = post<typeof contract.moveBooking>(
  '/api/provider/providers/:providerId/bookings/:bookingId/move',
)
export const redeem = post<typeof contract.redeem>('/api/provider/providers/:providerId/redemptions')
export const noShow = post<typeof contract.noShow>('/api/provider/providers/:providerId/bookings/:bookingId/no-show')
export const weigh = post<typeof contract.weigh>('/api/provider/providers/:providerId/bookings/:bookingId/weight')
export const callOff = post<typeof contract.callOff>('/api/provider/providers/:providerId/departures/:poolId/call-off')

export type Calendar = Answer<typeof contract.showCalendar>
export type DeskBooking = Calendar['bookings'][number]
export type Session = Calendar['sessions'][number]
