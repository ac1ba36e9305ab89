import { setTimeout as sleep } from 'node:timers/promises'
import * as store from '../../src/http/store/contract'
import * as basket from '../../src/http/store/basket/contract'
import * as bookings from '../../src/http/store/bookings/contract'
import * as orders from '../../src/http/store/orders/contract'
import { addDays } from '../../src/kernel/time'
import type { Asked, Call } from './call'

type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

/** Somebody's paid bookings on a day: a massage, a bag of greens and a tour; and what a provider might do with them. */
export async function bookingDay(ask: Ask, { token, point, date }: { token: string; point: string; date: string }) {
  const from = addDays(date, 3)
  const to = addDays(date, 12)
  const span = (offeringId: string) => ({ params: { offeringId }, query: { from, to } })
  const { starts } = await ask(bookings.listSlots, span('off_rehab'))
  const greens = await ask(bookings.listOpenPlaces, span('off_greens'))
  const tours = await ask(bookings.listOpenPlaces, span('off_weir'))
  const [harvest] = greens.places
  const tour = tours.places.at(-1)
  const party = [{ name: '林若谷', birthDate: '1951-05-06' }]
  const slot = (startsAt: string) => ({ offeringId: 'off_rehab', startsAt, consent: true })
  const wishes = [
    // one to look at, one to cancel, one to change, one to move, one that came
    ...starts
      .filter((_: string, i: number) => i % 3 === 0)
      .slice(0, 5)
      .map(slot),
    { offeringId: 'off_greens', subjectId: harvest.id, quantity: 4 },
    { offeringId: 'off_weir', subjectId: tour.id, party },
  ]
  const { place } = await ask(store.showMenu, { query: { servicePointId: point } })
  const wish = { servicePointId: place.servicePointId, bookings: wishes }
  const { totalMinor } = await ask(basket.quote, { body: wish })
  const contact = { name: '林夏', phone: '13800000000' }
  const placed = await ask(orders.placeOrder, { token, body: { ...wish, contact, totalMinor } })
  const params = { intentId: placed.payment.intentId }
  await ask(orders.decideLocalPayment, { token, params, body: { decision: 'pay' } })
  const mine = async () => (await ask(bookings.listBookings, { token })).bookings
  for (let i = 0; i < 100 && (await mine()).some(({ status }: any) => status === 'held'); i++) await sleep(100)
  const own = await mine()
  const slots = own.filter(({ kind }: any) => kind === 'service_slot')
  const idOf = (kind: string) => own.find((one: any) => one.kind === kind).id
  return {
    slotIds: slots.map(({ id }: any) => id) as string[],
    code: slots[4].code as string,
    greensId: idOf('produce') as string,
    tourId: tour.id as string,
    from,
    to,
    freeStart: starts.at(-1) as string,
    moveTo: starts.at(-4) as string,
    providerId: 'pvd_wuli',
    farmId: 'pvd_poshang',
    tourDeskId: 'pvd_manxing',
  }
}
