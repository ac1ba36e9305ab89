import type { z } from 'zod'
import * as session from '../../http/session/contract'
import * as store from '../../http/store/contract'
import * as storeBasket from '../../http/store/basket/contract'
import * as storeOrders from '../../http/store/orders/contract'
import type { Rng } from '../city/rng'
import { type Person, person, Refused } from './api'
import { inParallel } from './patience'
import { progress } from './progress'

export interface Placed {
  readonly orderId: string
  readonly who: Person
  readonly totalMinor: number
  readonly cancelled: boolean
}

export interface Crowd {
  readonly placed: readonly Placed[]
  readonly soldOut: number
}

interface Home {
  readonly servicePointId: string
  readonly weight: number
}

/** How many residents have their phone in hand at once. */
const HANDS = 6
const DECLINED = 0.03
const CANCELLED = 0.02
const DOUBLE_CLICK = 0.1

/** Residents all over the city order lunch of a day: look at the menu, choose, order, pay; a few change their mind. */
export async function orderLunch(base: string, rng: Rng, orders: number, date: string): Promise<Crowd> {
  const homes = await findHomes(base, date)
  const bar = progress('residents order', orders)
  const total = homes.reduce((sum, { weight }) => sum + weight, 0)
  const guests = Array.from({ length: orders }, (_, i) => ({
    rng: rng.fork(`guest ${i}`),
    home: weighted(homes, rng.next() * total),
  }))
  const placed = await inParallel(guests, HANDS, async (guest) => {
    const order = await orderOnce(base, guest.rng, guest.home, date)
    bar.tick()
    return order
  })
  bar.end()
  return {
    placed: placed.filter((order) => order !== undefined),
    soldOut: placed.filter((order) => order === undefined).length,
  }
}

/** Every hand-over point that can order this lunch, by how many live there. */
async function findHomes(base: string, date: string): Promise<Home[]> {
  const visitor = person(base)
  const { cities } = await visitor.call(store.listPlaces)
  const communities = cities.flatMap((city) => city.communities)
  const found = await inParallel(communities, HANDS, async ({ id: communityId, households }) => {
    const { buildings } = await visitor.call(store.listBuildings, { params: { communityId } })
    const points = buildings.flatMap((building) => building.points.filter(({ kind }) => kind !== 'canteen'))
    const [first] = points
    if (!first) return []
    const query = { servicePointId: first.id, date, period: 'lunch' as const }
    const { menus } = await visitor.call(store.showMenu, { query })
    if (!menus.some(({ open }) => open)) return []
    return points.map(({ id: servicePointId }) => ({ servicePointId, weight: Math.max(1, households) / points.length }))
  })
  return found.flat()
}

function weighted(homes: readonly Home[], at: number): Home {
  let left = at
  for (const home of homes) {
    left -= home.weight
    if (left < 0) return home
  }
  const last = homes.at(-1)
  if (!last) throw new Error('nobody can order this lunch: is the demo city seeded?')
  return last
}

async function orderOnce(base: string, rng: Rng, { servicePointId }: Home, date: string): Promise<Placed | undefined> {
  const visitor = person(base)
  const { menus } = await visitor.call(store.showMenu, { query: { servicePointId, date, period: 'lunch' } })
  const menu = rng.pick(menus.filter(({ open }) => open))
  const name = rng.pick(['小陈', '小林', '小吴', '阿敏', '老周', '秋秋'])
  const contact = { name, phone: `139${String(rng.int(0, 99_999_999)).padStart(8, '0')}` }
  const { token } = await visitor.call(session.beGuest, { body: contact })
  const who = person(base, token)
  try {
    const order = await place(who, rng, menu, servicePointId, contact)
    await pay(who, order.id, rng)
    const cancelled = rng.chance(CANCELLED)
    if (cancelled) await who.call(storeOrders.cancelOrder, { params: { orderId: order.id } })
    return { orderId: order.id, who, totalMinor: order.totalMinor, cancelled }
  } catch (error) {
    if (error instanceof Refused && error.code === 'sold_out') return undefined
    throw error
  }
}

async function place(
  who: Person,
  rng: Rng,
  menu: z.output<typeof store.Menu>,
  servicePointId: string,
  contact: z.output<typeof storeBasket.Contact>,
) {
  const dishes = rng.shuffled(menu.offers.filter(({ soldOut }) => !soldOut)).slice(0, rng.int(1, 3))
  const items = dishes.map(({ id: offerId }) => ({ offerId, quantity: rng.chance(0.2) ? 2 : 1 }))
  const { totalMinor } = await who.call(storeBasket.quote, { body: { servicePointId, items } })
  const body = { servicePointId, items, contact, totalMinor }
  const key = `demo-${rng.int(0, 1e9)}-${rng.int(0, 1e9)}`
  const clicks = rng.chance(DOUBLE_CLICK) ? 2 : 1
  const [order] = await Promise.all(
    Array.from({ length: clicks }, () => who.call(storeOrders.placeOrder, { body, key })),
  )
  if (!order) throw new Error('the order was not answered')
  return order
}

async function pay(who: Person, orderId: string, rng: Rng): Promise<void> {
  for (let declined = rng.chance(DECLINED); ; declined = false) {
    const payment = await who.call(storeOrders.startPayment, { params: { orderId } })
    if (payment.provider !== 'local') throw new Error('the demo pays with the local provider: unset STRIPE_SECRET_KEY')
    const decision = declined ? 'decline' : 'pay'
    await who.call(storeOrders.decideLocalPayment, { params: { intentId: payment.intentId }, body: { decision } })
    if (!declined) return
  }
}
