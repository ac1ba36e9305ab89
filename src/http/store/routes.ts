import type { z } from 'zod'
import { funds } from '../../funding/funds'
import { findTopUp } from '../../funding/purses/queries'
import { conflictsOf } from '../../kernel/allergens'
import { Refusal } from '../../kernel/refusal'
import { cancelOrder } from '../../ordering/cancel-order'
import { withBooked } from '../../ordering/booked/price-booked'
import { ownOrders } from '../../ordering/order-details'
import { findPayment } from '../../ordering/queries'
import { startPayment } from '../../ordering/start-payment'
import { allergensOf } from '../../people/declare-allergens'
import { listCities, listCommunities, listPointsIn } from '../../places/queries'
import type { App } from '../../platform/app'
import { localFact } from '../../platform/payments/local'
import type { Payments } from '../../platform/payments/open'
import { askPayers, pricesFor } from '../../shopping/ask-payers'
import { readBasket } from '../../shopping/basket'
import { openKnown } from '../../shopping/known'
import { placeBasket } from '../../shopping/place-basket'
import type { Caller } from '../caller'
import { type Route, serve, stream } from '../serve'
import { holdBookings, pricedView, priceBookings } from './bookings/basket'
import * as basketContract from './basket/contract'
import type { PlaceOrder } from './basket/contract'
import * as contract from './contract'
import * as ordersContract from './orders/contract'
import { readMenu } from './menu'
import { readOrders, readOwnOrder } from './orders'
import { payerView, payingOf } from './payers'
import { paymentView } from './payment-view'
import { keepSlots, offeredSlots, readSlots } from './slots'
import { takePaymentFact } from './take-payment-fact'

interface Placing {
  readonly app: App
  readonly caller: Caller
  readonly body: z.output<typeof PlaceOrder>
  readonly receivedAt: Date
}

/** The resident's side: places, menus, baskets, orders and paying for them. */
export function storeRoutes(payments: Payments): Route[] {
  const known = openKnown()
  const place = async ({ app, caller, body, receivedAt }: Placing) => {
    const point = await known.place(app, body.servicePointId)
    const paying = payingOf(caller, body)
    const basket = await readBasket(app, known, point, body.items, pricesFor(app, paying))
    const slots = await readSlots(app, known, point, basket.menuDays, body.slots)
    const { contact, note, acknowledged, totalMinor: agreedMinor, dueMinor: agreedDueMinor } = body
    const provider = payments.current
    const booked = await holdBookings(app, caller.personId, body.bookings)
    const agreed = { agreedMinor, agreedDueMinor, receivedAt, provider }
    const wish = { basket, place: point, paying, contact, note, acknowledged, booked, ...agreed }
    const placed = await placeBasket(app, known, wish)
    const [order] = await readOrders(app, known, [placed], await keepSlots(app, slots, placed.groups))
    if (!order) throw new Refusal('not_found')
    return { ...order, payment: placed.intent ? paymentView(app, provider, placed.intent) : null }
  }
  return [
    serve(contract.listPlaces, async ({ app }) => {
      const [cities, communities] = await Promise.all([listCities(app), listCommunities(app)])
      return {
        cities: cities.map((city) => ({
          ...city,
          communities: communities.filter(({ cityId }) => cityId === city.id),
        })),
      }
    }),

    serve(contract.listBuildings, async ({ app, params }) => {
      const rows = await listPointsIn(app, params.communityId)
      if (rows.length === 0) throw new Refusal('not_found')
      const buildings = new Map(rows.map(({ building }) => [building.id, building]))
      const pointsIn = (id: string) => rows.filter(({ building }) => building.id === id).map(({ point }) => point)
      return { buildings: [...buildings.values()].map((building) => ({ ...building, points: pointsIn(building.id) })) }
    }),

    serve(contract.showMenu, ({ app, caller, query }) => readMenu(app, known, caller, query)),

    serve(basketContract.quote, async ({ app, caller, body }) => {
      const place = await known.place(app, body.servicePointId)
      const paying = payingOf(caller, body)
      const basket = await readBasket(app, known, place, body.items, pricesFor(app, paying))
      const { quote, menuDays, feeReasons } = basket
      const { payers } = await askPayers(app, known, paying, place, basket)
      const slots = await offeredSlots(app, known, place, menuDays)
      const declared = await allergensOf(app, paying.proxyFor ?? caller.personId)
      const nameOf = await known.siteNames(
        app,
        [...menuDays.values()].map(({ siteId }) => siteId),
      )
      const bookings = await priceBookings(app, caller.personId, body.bookings)
      const { groups, ...totals } = withBooked(quote, bookings)
      return {
        ...totals,
        payWith: paying.payWith,
        payers: payers.payers.map((payer) => payerView(payer, payer.groupKey)),
        dueMinor: payers.unpaidMinor + totals.totalMinor - quote.totalMinor,
        bookings: bookings.map(pricedView),
        currency: place.currency,
        groups: groups.flatMap(({ menuDayId, feeMinor, items }) => {
          const day = menuDays.get(menuDayId)
          if (!day) return []
          return {
            menuDayId,
            site: nameOf.get(day.siteId) ?? { zh: '', en: '' },
            serviceDate: day.serviceDate,
            period: day.period,
            servesFrom: day.servesFrom.toISOString(),
            servesTo: day.servesTo.toISOString(),
            cutoffAt: day.cutoffAt.toISOString(),
            feeMinor,
            feeReason: feeReasons.get(menuDayId) ?? null,
            slots: slots.get(menuDayId) ?? [],
            items: items.map(({ offerId, name, quantity, unitMinor, allergens }) => {
              const hits = conflictsOf(declared, allergens)
              return { offerId, name, quantity, unitMinor, totalMinor: unitMinor * quantity, hits }
            }),
          }
        }),
      }
    }),

    serve(ordersContract.placeOrder, place),

    serve(ordersContract.changeOrder, async ({ params: { orderId }, body: { groupId, ...body }, ...asked }) => {
      const { app, caller, receivedAt } = asked
      // what the old one held is free for the new one, and stands as it was where that is refused: one transaction
      await cancelOrder(app, { orderId, personId: caller.personId, receivedAt, groupId }, funds)
      return place({ ...asked, body })
    }),

    serve(ordersContract.listOrders, async ({ app, caller, query }) => {
      const before = query.before ? new Date(query.before) : undefined
      return { orders: await readOrders(app, known, await ownOrders(app, caller.personId, before)) }
    }),

    serve(ordersContract.showOrder, ({ app, caller, params }) =>
      readOwnOrder(app, known, caller.personId, params.orderId),
    ),

    stream(ordersContract.watchOrder, async ({ app, caller, params }) => {
      await readOwnOrder(app, known, caller.personId, params.orderId)
      return `order:${params.orderId}`
    }),

    serve(ordersContract.startPayment, async ({ app, caller: { personId }, params: { orderId } }) => {
      const intent = await startPayment(app, payments.current, { orderId, personId })
      return paymentView(app, payments.current, intent)
    }),

    serve(ordersContract.decideLocalPayment, async ({ app, caller, params: { intentId }, body: { decision } }) => {
      const found = await findPayment(app, 'local', intentId)
      const ofOrder = found?.personId === caller.personId ? found.payment : undefined
      const payment = ofOrder ?? (await findTopUp(app, 'local', intentId, caller.personId))
      if (!payment) throw new Refusal('not_found')
      const { orderId } = await takePaymentFact(app, localFact(decision, payment))
      return { orderId, status: decision === 'pay' ? ('succeeded' as const) : ('failed' as const) }
    }),

    serve(ordersContract.cancelOrder, async ({ app, caller: { personId }, params: { orderId }, body, receivedAt }) => {
      await cancelOrder(app, { orderId, personId, receivedAt, groupId: body?.groupId }, funds)
      return readOwnOrder(app, known, personId, orderId)
    }),
  ]
}
