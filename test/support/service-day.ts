import { setTimeout as sleep } from 'node:timers/promises'
import { openPurse } from '../../src/funding/purses/top-up'
import * as companyStatements from '../../src/http/company/statements/contract'
import * as courier from '../../src/http/courier/contract'
import * as dispatch from '../../src/http/dispatch/contract'
import { raiseAlerts } from '../../src/delivery/watch/raise-alerts'
import * as kitchen from '../../src/http/kitchen/contract'
import * as operator from '../../src/http/operator/contract'
import * as procurement from '../../src/http/procurement/contract'
import * as forecasts from '../../src/http/procurement/forecasts/contract'
import * as store from '../../src/http/store/contract'
import * as storeBasket from '../../src/http/store/basket/contract'
import * as storeOrders from '../../src/http/store/orders/contract'
import * as storePlans from '../../src/http/store/plans/contract'
import * as supplier from '../../src/http/supplier/contract'
import { addDays, dateIn, instantOf } from '../../src/kernel/time'
import { closeDueMenus } from '../../src/ordering/close-due-menus'
import type { App } from '../../src/platform/app'
import { guest, staff } from './door'
import { bookingDay } from './booking-day'
import type { Asked, Call } from './call'
import { companyDay } from './company-day'
import { foodOfDay } from './food-of-day'
import { tillDay } from './till-day'
import { purchasingDay } from './purchasing-day'

export const OPERATOR = 'op_suiqiao'
export const OTHER = 'op_huaideng'
const SITE = 'site_k1'
/** A canteen whose counter opens at the hour the day stops at. */
const COUNTER = 'site_c2'
const COMPANY = 'cmp_ruiluan'
const SUPPLIER = 'sup_qiyu'
const POINT = 'sp_door_luqi_05'
const ZONE = 'Asia/Shanghai'
const CONTACT = { name: '林夏', phone: '13800000000' }

/** A Linli on the demo city: its database and its API. */
export interface Reached {
  readonly app: App
  readonly call: Call
}

/** One token a role, all of the same tenant; `guest` is the customer. */
export type Tokens = Readonly<
  Record<
    | 'guest'
    | 'resident'
    | 'employee'
    | 'company_admin'
    | 'kitchen'
    | 'courier'
    | 'dispatcher'
    | 'procurement'
    | 'supplier'
    | 'operator'
    | 'till'
    | 'provider',
    string
  >
>

/** A standing order of any lunch at the customer's door. */
const standingLunch = (from: string) => ({
  servicePointId: POINT,
  contact: CONTACT,
  wishes: [{ days: 'workdays', period: 'lunch', quantity: 1, dishIds: [], chefsChoice: true, maxMinor: 3_000 }],
  from,
  to: null,
})

/** Everybody at one tenant. What somebody is limited to is that tenant's. */
export async function peopleOf({ app }: Pick<Reached, 'app'>, operatorId: string): Promise<Tokens> {
  const own = operatorId === OPERATOR
  return {
    guest: await guest(app),
    resident: await staff(app, 'resident', ''),
    employee: await staff(app, 'employee', operatorId, own ? COMPANY : 'cmp_bodeng'),
    company_admin: await staff(app, 'company_admin', operatorId, own ? COMPANY : 'cmp_bodeng'),
    kitchen: await staff(app, 'kitchen', operatorId, own ? SITE : 'site_k2'),
    courier: await staff(app, 'courier', operatorId),
    dispatcher: await staff(app, 'dispatcher', operatorId),
    procurement: await staff(app, 'procurement', operatorId),
    supplier: await staff(app, 'supplier', operatorId, own ? SUPPLIER : 'sup_zaoyan'),
    operator: await staff(app, 'operator', operatorId),
    till: await staff(app, 'till', operatorId, own ? COUNTER : 'site_c3'),
    provider: await staff(app, 'provider', operatorId, own ? 'pvd_wuli' : 'pvd_none'),
  }
}

/** Asks until there is an answer that will do. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    const found = await ask()
    if (found !== undefined) return found
  }
  throw new Error(`waited in vain: ${what}`)
}

/**
 * A day at one tenant on which everything is under way: a lunch that is closed, batched and routed with two paid orders,
 * orders for the day after in every state, and purchase orders proposed, approved and sent. All through the API.
 */
export async function serviceDay(city: Reached) {
  const tokens = await peopleOf(city, OPERATOR)
  const ask = async (endpoint: Parameters<Call>[0], asked: Asked) => {
    const { status, body } = await city.call(endpoint, asked)
    if (status >= 300) throw new Error(`${endpoint.method} ${endpoint.path}: ${status} ${JSON.stringify(body)}`)
    return body
  }
  const setClock = (at: Date) => ask(operator.setClock, { token: tokens.operator, body: { at: at.toISOString() } })

  const date = addDays(dateIn(ZONE, city.app.now()), 1)
  const later = addDays(date, 1)
  await setClock(instantOf(addDays(date, -1), '12:00', ZONE))
  const wishes = async (on: string) => {
    const { menus } = await ask(store.showMenu, { query: { servicePointId: POINT, date: on, period: 'lunch' } })
    const menu = menus.find((each: any) => each.site.id === SITE)
    const offers = menu.offers.filter((offer: any) => !offer.soldOut).slice(0, 2)
    return { menuDayId: menu.menuDayId, items: offers.map(({ id }: any) => ({ offerId: id, quantity: 2 })) }
  }
  const [now, next] = [await wishes(date), await wishes(later)]
  const order = async ({ items }: { items: unknown }) => {
    const { totalMinor } = await ask(storeBasket.quote, { body: { servicePointId: POINT, items } })
    const body = { servicePointId: POINT, items, contact: CONTACT, totalMinor }
    return { body, order: await ask(storeOrders.placeOrder, { token: tokens.guest, body }) }
  }
  const intentOf = async (orderId: string) =>
    (await ask(storeOrders.startPayment, { token: tokens.guest, params: { orderId } })).intentId
  const paid = async (wish: { items: unknown }) => {
    const { id } = (await order(wish)).order
    const params = { intentId: await intentOf(id) }
    await ask(storeOrders.decideLocalPayment, { token: tokens.guest, params, body: { decision: 'pay' } })
    return id
  }
  const cookedIds = [await paid(now), await paid(now)]
  const cancellableId = await paid(next)

  const service = { siteId: SITE, serviceDate: date, period: 'lunch' }
  const shown = () => ask(kitchen.showService, { token: tokens.kitchen, params: service })
  const tickets = await until('tickets', async () => {
    const { tickets: all } = await shown()
    return all.length >= 2 ? all : undefined
  })
  await setClock(instantOf(date, '10:15', ZONE))
  await closeDueMenus(city.app)
  const batches = await until('batches', async () => {
    const { batches: all } = await shown()
    return all.length >= 2 ? all : undefined
  })
  await ask(kitchen.startBatch, { token: tokens.kitchen, params: { batchId: batches[1].id } })
  // only now: unpaid orders keep their portions for minutes
  const unpaidId = (await order(next)).order.id
  const { body: orderBody, order: toPay } = await order(next)
  const intentId = await intentOf(toPay.id)
  const board = await until('a plan', async () => {
    const { sites } = await ask(dispatch.listDays, { token: tokens.dispatcher, query: { date } })
    const meal = sites.flatMap(({ meals }: any) => meals).find(({ menuDayId }: any) => menuDayId === now.menuDayId)
    if (!meal || meal.planning) return undefined
    return ask(dispatch.showBoard, { token: tokens.dispatcher, params: { menuDayId: now.menuDayId } })
  })
  const run = await until('a run', async () => {
    const { sites } = await ask(courier.listRuns, { token: tokens.courier, query: { date } })
    return sites.find(({ id }: any) => id === SITE)?.runs[0]
  })
  const { stopList } = await ask(courier.showRun, { token: tokens.courier, params: { runId: run.id } })
  const drops = stopList.flatMap((stop: any) => stop.drops)
  const claimed = { token: tokens.courier, params: { runId: run.id } }
  await ask(courier.claimRun, claimed)
  const { photoId } = await ask(courier.addPhoto, {
    token: tokens.courier,
    params: { dropId: drops[0].id },
    body: { type: 'image/png', base64: Buffer.from('89504e470d0a1a0a', 'hex').toString('base64') },
  })
  await ask(courier.releaseRun, claimed)
  const alert = { operatorId: OPERATOR, siteId: SITE, menuDayId: now.menuDayId, runId: run.id }
  await raiseAlerts(city.app, [{ ...alert, kind: 'late', subjectId: stopList[0].id, detail: { minutes: 7 } }])
  const { alerts } = await ask(dispatch.showBoard, { token: tokens.dispatcher, params: { menuDayId: now.menuDayId } })
  const codes = await Promise.all(
    cookedIds.map(async (orderId) => {
      const { number, groups } = await ask(storeOrders.showOrder, { token: tokens.guest, params: { orderId } })
      return { number, code: groups[0].handoverCode }
    }),
  )
  const codeOf = (number: string) => codes.find((each) => each.number === number)?.code

  const food = await foodOfDay(city, ask, { token: tokens.kitchen, menuDayId: now.menuDayId, batches })
  const review = await ask(procurement.requestReview, { token: tokens.procurement, body: { siteId: SITE } })
  await until('a finished review', async () => {
    const params = { reviewId: review.id }
    return (await ask(procurement.showReview, { token: tokens.procurement, params })).finishedAt ?? undefined
  })
  const ahead = { token: tokens.procurement, params: { siteId: SITE } }
  const { id: forecastRunId } = await ask(forecasts.requestForecast, ahead)
  await until('a finished forecast', async () => {
    const params = { siteId: SITE, runId: forecastRunId }
    return (await ask(forecasts.showRun, { token: tokens.procurement, params })).finishedAt ?? undefined
  })
  const { series } = await ask(forecasts.listSeries, { ...ahead, query: {} })
  const foreseen = series.find(({ next }: any) => next !== null)
  const proposed = await ask(procurement.listOrders, { token: tokens.procurement, query: { status: 'proposed' } })
  const own = proposed.orders.find(({ supplierId }: any) => supplierId === SUPPLIER)
  const [approvable, rejectable] = proposed.orders.filter(({ supplierId }: any) => supplierId !== SUPPLIER)
  if (!own || !approvable || !rejectable) throw new Error(`only ${proposed.orders.length} proposals`)
  await ask(procurement.approveOrder, { token: tokens.procurement, params: { orderId: own.id } })
  await until('a purchase order that was sent', async () => {
    const { orders } = await ask(supplier.listOrders, { token: tokens.supplier, query: {} })
    return orders.find(({ id }: any) => id === own.id)
  })
  const detail = (orderId: string) => ask(procurement.showOrder, { token: tokens.procurement, params: { orderId } })

  const purchasing = await purchasingDay(ask, {
    buyer: tokens.procurement,
    supplier: tokens.supplier,
    supplierId: SUPPLIER,
    siteId: SITE,
    date,
    orderId: own.id,
    proposalId: rejectable.id,
  })

  const booked = await bookingDay(ask, { token: tokens.guest, point: POINT, date })
  const sales = await tillDay(ask, {
    token: tokens.till,
    operator: tokens.operator,
    guest: tokens.guest,
    other: tokens.resident,
    operatorId: OPERATOR,
    siteId: COUNTER,
  })

  const planBody = standingLunch(addDays(date, 2))
  const { plans } = await ask(storePlans.startPlan, { token: tokens.guest, body: planBody })

  const ofCompany = await companyDay(ask, {
    admin: tokens.company_admin,
    employee: tokens.employee,
    operator: tokens.operator,
    companyId: COMPANY,
    menuDayId: next.menuDayId,
    date: later,
    servicePointId: POINT,
  })
  const { statements } = await ask(companyStatements.listStatements, { token: tokens.company_admin })
  const purse = { id: 'pur_day', operatorId: OPERATOR, personId: 'per_demo_employee', companyId: null } as const
  const terms = { kind: 'personal', holder: 'registered', currency: 'cny', expiresOn: null } as const
  await openPurse(city.app, { ...purse, ...terms })

  return {
    tokens,
    booked,
    till: sales,
    company: { companyId: COMPANY, statementId: statements[0].id as string, purseId: purse.id, ...ofCompany },
    purchasing,
    date,
    point: POINT,
    place: (await ask(store.showMenu, { query: { servicePointId: POINT } })).place,
    service,
    menuDayId: now.menuDayId,
    nextMenuDayId: next.menuDayId,
    orderBody,
    items: next.items,
    standing: { planId: plans[0].id as string, body: planBody },
    cookedIds,
    cancellableId,
    unpaidId,
    intentId,
    ticketId: tickets[0].id,
    batchIds: batches.map(({ id }: any) => id),
    food,
    runId: run.id,
    stopId: stopList[0].id,
    planVersion: board.plan.version,
    photoId,
    alertId: alerts[0].id,
    vehicleId: 'veh_k1_van_1',
    drops: drops.map(({ id, number }: any) => ({ id, code: codeOf(number) })),
    reviewId: review.id,
    forecast: {
      runId: forecastRunId,
      dishId: foreseen.dishId,
      period: foreseen.period,
      serviceDate: foreseen.next.date,
    },
    sent: await detail(own.id),
    approvable: await detail(approvable.id),
    rejectable: await detail(rejectable.id),
    supplierId: SUPPLIER,
    now: city.app.now(),
  }
}

export type ServiceDay = Awaited<ReturnType<typeof serviceDay>>
