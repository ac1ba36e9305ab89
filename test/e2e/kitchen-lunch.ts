import { randomUUID } from 'node:crypto'
import { planBatches } from '../../src/kitchen/plan-batches'
import { recipeVersions } from '../../src/catalogue/schema/recipes'
import { siteById } from '../../src/places/queries'
import { openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import { caller, listenTo } from '../support/door'
import type { StackAddress } from '../support/stack-on'

/** The kitchen of the demo account `kitchen`. */
export const KITCHEN = { siteId: 'site_k1', email: 'kitchen@linli.example' }

/** Somebody orders two portions from that kitchen and pays; answers the order and how to ask for it again. */
export async function orderFrom({ url }: StackAddress) {
  const someone = caller(url)
  const { token } = (await someone.post('/api/session/guest', { name: '林夏', phone: '13800000000' })).body
  const guest = caller(url, token)
  const { servicePointId, menu } = await openMenu(url)
  const offer = menu.offers.find((one: { soldOut: boolean; left: number }) => !one.soldOut && one.left > 1)
  const items = [{ offerId: offer.id, quantity: 2 }]
  const { totalMinor } = (await guest.post('/api/store/quotes', { servicePointId, items })).body
  const contact = { name: '林夏', phone: '13800000000' }
  const order = (await guest.post('/api/store/orders', { servicePointId, items, contact, totalMinor })).body
  const { intentId } = (await guest.post(`/api/store/orders/${order.id}/payments`)).body
  await guest.post(`/api/store/local-payments/${intentId}`, { decision: 'pay' })
  const statusNow = async () => (await guest.get(`/api/store/orders/${order.id}`)).body.groups[0].status as string
  /** How often the resident was told of a status; reads all it was told so far. */
  const timesTold = async (status: string) => {
    const { version } = (await guest.get(`/api/store/orders/${order.id}`)).body
    const told = await listenTo(`${url}/api/store/orders/${order.id}/stream`, token, version)
    return told.filter(({ data }) => (data as { status: string }).status === status).length
  }
  const service = `${menu.serviceDate} ${menu.period}`
  return {
    id: order.id as string,
    token: token as string,
    number: order.number as string,
    service,
    dish: offer.name,
    statusNow,
    timesTold,
  }
}

async function openMenu(url: string) {
  const anyone = caller(url)
  const { cities } = (await anyone.get('/api/store/places')).body
  for (const { id } of cities.flatMap((city: { communities: { id: string }[] }) => city.communities)) {
    const { buildings } = (await anyone.get(`/api/store/communities/${id}/buildings`)).body
    const servicePointId = buildings[0]?.points[0]?.id
    if (!servicePointId) continue
    const { menus } = (await anyone.get(`/api/store/menu?servicePointId=${servicePointId}`)).body
    const menu = menus.find(
      (one: { open: boolean; site: { id: string } }) => one.open && one.site.id === KITCHEN.siteId,
    )
    if (menu) return { servicePointId, menu }
  }
  throw new Error('the kitchen of the demo account sells nothing now')
}

/** A closed lunch far from everybody else's, with batches of a real recipe. */
export async function closedLunch({ env }: StackAddress): Promise<{ service: string }> {
  const app = await openApp(readConfig(env), { name: 'test', poolSize: 1 })
  try {
    const [recipe] = await app.db.select().from(recipeVersions).limit(1)
    const site = await siteById(app, KITCHEN.siteId)
    if (!recipe || !site) throw new Error('the city has no such kitchen, or no recipes')
    const serviceDate = '2039-01-03'
    const servesFrom = new Date(`${serviceDate}T03:00:00Z`)
    await planBatches(app, {
      siteId: site.id,
      operatorId: site.operatorId,
      serviceDate,
      menuDayId: `day_${randomUUID()}`,
      period: 'lunch',
      departures: [{ id: 'serving', loadAt: servesFrom, lastDropAt: servesFrom }],
      wanted: [{ recipeVersionId: recipe.id, departureId: 'serving', portions: 20 }],
      dishes: [
        {
          dishId: `dish_${randomUUID()}`,
          recipeVersionId: recipe.id,
          name: { zh: '回锅肉', en: 'Twice-cooked pork' },
          station: recipe.station,
          minutes: 12,
          batchPortions: 20,
          steps: [],
        },
      ],
    })
    return { service: `${serviceDate} lunch` }
  } finally {
    await app.close()
  }
}
