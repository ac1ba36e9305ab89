import type { z } from 'zod'
import { blockTime, unblockTime } from '../../booking/desk/block-time'
import { callOff } from '../../booking/desk/call-off'
import { noteNoShow, redeemVoucher } from '../../booking/desk/close-booking'
import { moveBooking } from '../../booking/desk/move-booking'
import { findProvider, listProviders, readCalendar, readGuests } from '../../booking/desk/read-calendar'
import { weighGoods } from '../../booking/desk/weigh-goods'
import { bookPayment } from '../../funding/book-payment'
import { Refusal } from '../../kernel/refusal'
import { addDays, instantOf, type ServiceDate } from '../../kernel/time'
import { moveBooked } from '../../ordering/booked/move-booked'
import { guestsOf } from '../../ordering/booked/queries'
import { refundBooked } from '../../ordering/booked/refund-booked'
import type { App } from '../../platform/app'
import { type Caller, requireWithin, scopesOf, tenantsOf } from '../caller'
import { type Route, serve } from '../serve'
import * as contract from './contract'

const { who: WHO } = contract.listProviders

type ProviderRow = NonNullable<Awaited<ReturnType<typeof findProvider>>>

/** A provider the caller may sit at the desk of. @throws Refusal `not_found`. */
async function own(app: App, caller: Caller, providerId: string): Promise<ProviderRow> {
  const provider = await findProvider(app, providerId)
  if (!provider) throw new Refusal('not_found')
  requireWithin(caller, WHO, provider.operatorId, provider.id)
  return provider
}

const providerView = ({ id, name, address, zone }: ProviderRow) => ({ id, name, address, zone })

/** The most days a desk looks at at once. */
const MOST_DAYS = 31

async function calendarOf(app: App, provider: ProviderRow, from: ServiceDate, to: ServiceDate) {
  const { id, zone } = provider
  const last = to > addDays(from, MOST_DAYS) ? addDays(from, MOST_DAYS) : to
  const [start, end] = [instantOf(from, '00:00', zone), instantOf(addDays(last, 1), '00:00', zone)]
  const { resources, uses, bookings, sessions, options } = await readCalendar(app, id, start, end)
  const ids = bookings.map((row) => row.id)
  const { party, notes } = await readGuests(app, ids)
  const guests = new Map((await guestsOf(app, ids)).map((guest) => [guest.bookingId, guest]))
  const grams = new Map(sessions.map(({ pool }) => [pool.id, pool.unitGrams]))
  const bookingView = (row: (typeof bookings)[number]): z.input<typeof contract.DeskBooking> => {
    const unit = grams.get(row.subjectId) ?? null
    return {
      id: row.id,
      kind: row.kind,
      name: row.name ?? { zh: '', en: '' },
      status: row.status,
      quantity: row.quantity,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      guest: guests.get(row.id)?.name ?? '',
      phone: guests.get(row.id)?.phone ?? '',
      party: party.filter(({ bookingId }) => bookingId === row.id).map(({ name }) => name),
      note: notes.get(row.id) ?? '',
      options: row.options.flatMap((chosen) => options.find((option) => option.id === chosen)?.name ?? []),
      orderedGrams: unit === null ? null : unit * row.quantity,
      weighedGrams: row.weighedGrams,
    }
  }
  return {
    provider: providerView(provider),
    now: app.now().toISOString(),
    resources: resources.map(({ id: resourceId, kind, name }) => ({ id: resourceId, kind, name })),
    uses: uses.map((use) => ({ ...use, from: use.from.toISOString(), to: use.to.toISOString() })),
    bookings: bookings.map(bookingView),
    sessions: sessions.map(({ pool, name }) => ({
      id: pool.id,
      name,
      startsAt: pool.startsAt.toISOString(),
      endsAt: pool.endsAt.toISOString(),
      seats: pool.seats,
      sold: pool.sold,
      minimum: pool.minimum,
      calledOff: pool.calledOffAt !== null,
    })),
  }
}

/** The desk of whoever can be booked. */
export const providerRoutes: Route[] = [
  serve(contract.listProviders, async ({ app, caller }) => ({
    providers: (await listProviders(app, tenantsOf(caller, WHO), scopesOf(caller, WHO))).map(providerView),
  })),

  serve(contract.showCalendar, async ({ app, caller, params, query: { from, to } }) =>
    calendarOf(app, await own(app, caller, params.providerId), from, to),
  ),

  serve(contract.blockTime, async ({ app, caller, params: { providerId }, body: { resourceId, from, to } }) => {
    await own(app, caller, providerId)
    const span = { from: new Date(from), to: new Date(to) }
    return { id: await blockTime(app, { providerId, resourceId, ...span, actorId: caller.personId }) }
  }),

  serve(contract.unblockTime, async ({ app, caller, params: { providerId, blockId } }) => {
    await own(app, caller, providerId)
    await unblockTime(app, { providerId, blockId })
    return { id: blockId }
  }),

  serve(contract.moveBooking, async ({ app, caller, params: { providerId, bookingId }, body }) => {
    await own(app, caller, providerId)
    const to = { startsAt: new Date(body.startsAt), resourceId: body.resourceId }
    const { startsAt, endsAt } = await moveBooking(app, { providerId, bookingId, ...to, actorId: caller.personId })
    await moveBooked(app, { bookingId, newId: bookingId, startsAt, endsAt })
    return { id: bookingId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  }),

  serve(contract.redeem, async ({ app, caller, params: { providerId }, body: { code } }) => {
    await own(app, caller, providerId)
    const { id, name, quantity, startsAt } = await redeemVoucher(app, { providerId, code, actorId: caller.personId })
    return { id, name: name ?? { zh: '', en: '' }, quantity, startsAt: startsAt.toISOString() }
  }),

  serve(contract.noShow, async ({ app, caller, params: { providerId, bookingId } }) => {
    await own(app, caller, providerId)
    await noteNoShow(app, { providerId, bookingId, actorId: caller.personId })
    return { id: bookingId }
  }),

  serve(contract.weigh, async ({ app, caller, params: { providerId, bookingId }, body: { grams } }) => {
    await own(app, caller, providerId)
    const refundMinor = await weighGoods(app, { providerId, bookingId, grams, actorId: caller.personId })
    await refundBooked(app, bookPayment, { bookingId, refundMinor, cause: `weight:${bookingId}` })
    return { id: bookingId, refundMinor }
  }),

  serve(contract.callOff, async ({ app, caller, params: { providerId, poolId } }) => {
    await own(app, caller, providerId)
    return { id: poolId, bookings: await callOff(app, { providerId, poolId, actorId: caller.personId }) }
  }),
]
