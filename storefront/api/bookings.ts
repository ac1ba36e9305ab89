import type * as contract from '../../src/http/store/bookings/contract'
import { type Answer, get, post } from './call'

export const listOfferings = get<typeof contract.listOfferings>('/api/store/offerings')
export const showOffering = get<typeof contract.showOffering>('/api/store/offerings/:offeringId')
export const listSlots = get<typeof contract.listSlots>('/api/store/offerings/:offeringId/slots')
export const listOpenPlaces = get<typeof contract.listOpenPlaces>('/api/store/offerings/:offeringId/places')
export const listRooms = get<typeof contract.listRooms>('/api/store/offerings/:offeringId/rooms')
export const listBookings = get<typeof contract.listBookings>('/api/store/bookings')
export const showBooking = get<typeof contract.showBooking>('/api/store/bookings/:bookingId')
export const cancelBooking = post<typeof contract.cancelBooking>('/api/store/bookings/:bookingId/cancellation')
export const changeBooking = post<typeof contract.changeBooking>('/api/store/bookings/:bookingId/change')

export const joinWaiting = post<typeof contract.joinWaiting>('/api/store/offerings/:offeringId/waiting')
export const listWaiting = get<typeof contract.listWaiting>('/api/store/waiting')

export type Waiting = Answer<typeof contract.listWaiting>['waiting'][number]
export type Offering = Answer<typeof contract.showOffering>
export type OfferingInList = Answer<typeof contract.listOfferings>['offerings'][number]
export type OpenPlace = Answer<typeof contract.listOpenPlaces>['places'][number]
export type Room = Answer<typeof contract.listRooms>['rooms'][number]
export type Booking = Answer<typeof contract.showBooking>
