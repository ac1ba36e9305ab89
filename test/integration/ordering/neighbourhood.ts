import { dishes } from '../../../src/catalogue/schema/dishes'
import { mealPeriods, menuCycle } from '../../../src/catalogue/schema/menus'
import { recipes, recipeVersions } from '../../../src/catalogue/schema/recipes'
import { MenuPublished } from '../../../src/catalogue/events'
import { publishMenus } from '../../../src/catalogue/publish-menus'
import { openSlot } from '../../../src/ordering/open-slot'
import {
  buildings,
  cities,
  communities,
  coverage,
  districts,
  operators,
  servicePoints,
  sites,
} from '../../../src/places/schema'
import type { App } from '../../../src/platform/app'
import { outbox } from '../../../src/platform/schema'
import { eq } from 'drizzle-orm'

const text = (en: string) => ({ zh: `${en}（中）`, en })

/** Monday 2026-11-02 is served; lunch closes the evening before at 18:00, which is 10:00 in Greenwich for Shanghai. */
export const SERVICE_DATE = '2026-11-02'
export const CUTOFF = new Date('2026-11-01T10:00:00.000Z')
export const BEFORE = new Date('2026-11-01T09:00:00.000Z')

export const offerOf = (siteId: string, dish: string, period = 'lunch', date = SERVICE_DATE) =>
  `of_${siteId}_${date}_${period}_${dish}`

export interface Neighbourhood {
  readonly zone?: string
  /** Portions of each dish and day. */
  readonly portions?: number
  /** Days published from Monday on. */
  readonly days?: number
}

/**
 * One community with a door (fee 3.00) and a lobby (free). Kitchen k1 serves it lunch; k2 cooks dinner for it and lunch for
 * nobody. Three dishes: rice 18.00, soup 10.00, bun 4.00.
 */
export async function raise(
  app: App,
  { zone = 'Asia/Shanghai', portions = 100, days = 2 }: Neighbourhood = {},
): Promise<void> {
  const { db } = app
  await db.insert(operators).values({ id: 'op', name: text('Operator'), kind: 'group' })
  await db.insert(cities).values({ id: 'city', name: text('City'), zone, currency: 'cny', map: {} })
  await db.insert(districts).values({ id: 'district', cityId: 'city', name: text('District') })
  const here = { lat: 29.5, lon: 106.5 }
  await db.insert(communities).values({
    id: 'com',
    districtId: 'district',
    cityId: 'city',
    name: text('Osmanthus Court'),
    siteType: 'residential',
    households: 800,
    gateSeconds: 90,
    ...here,
  })
  const building = { communityId: 'com', floors: 18, lift: true, households: 72, ...here }
  await db.insert(buildings).values({ id: 'bld', name: text('Building 3'), ...building })
  await db.insert(servicePoints).values([
    { id: 'door', buildingId: 'bld', kind: 'door', name: text('Door'), feeMinor: 300 },
    { id: 'lobby', buildingId: 'bld', kind: 'lobby', name: text('Lobby'), feeMinor: 0 },
  ])
  const kitchen = { operatorId: 'op', cityId: 'city', kind: 'kitchen' as const, zone, ...here }
  await db.insert(sites).values([
    { id: 'k1', name: text('Kitchen one'), ...kitchen },
    { id: 'k2', name: text('Kitchen two'), ...kitchen },
  ])
  await db.insert(coverage).values([
    { siteId: 'k1', communityId: 'com', period: 'lunch' },
    { siteId: 'k2', communityId: 'com', period: 'dinner' },
  ])
  await cook(app)
  const lunch = {
    period: 'lunch',
    servesFrom: '11:30',
    servesTo: '12:30',
    cutoff: { daysBefore: 1, at: '18:00' },
  } as const
  const dinner = {
    period: 'dinner',
    servesFrom: '17:30',
    servesTo: '18:30',
    cutoff: { daysBefore: 0, at: '10:00' },
  } as const
  await db.insert(mealPeriods).values([
    { siteId: 'k1', ...lunch },
    { siteId: 'k2', ...lunch },
    { siteId: 'k2', ...dinner },
  ])
  const cycle = (siteId: string, period: 'lunch' | 'dinner') =>
    ['rice', 'soup', 'bun'].map((dish) => ({ siteId, period, day: 0, length: 1, dishId: `dish_${dish}`, portions }))
  await db.insert(menuCycle).values([...cycle('k1', 'lunch'), ...cycle('k2', 'lunch'), ...cycle('k2', 'dinner')])
  for (const siteId of ['k1', 'k2']) {
    await publishMenus(app, { operatorId: 'op', siteId, zone, currency: 'cny', from: SERVICE_DATE, days })
  }
  const published = await db.select().from(outbox).where(eq(outbox.event, MenuPublished.name))
  for (const { payload } of published) await openSlot(app, MenuPublished.payload.parse(payload))
}

async function cook({ db }: App): Promise<void> {
  const allergens = { contains: ['soybeans'], mayContain: [], assessed: true }
  const nutrition = { kcal: 600, proteinMg: 20_000, fatMg: 10_000, carbohydrateMg: 80_000, sodiumMg: 900 }
  for (const [dish, priceMinor] of [
    ['rice', 1_800],
    ['soup', 1_000],
    ['bun', 400],
  ] as const) {
    await db.insert(recipes).values({ id: `rec_${dish}`, operatorId: 'op', name: text(dish), currentVersion: 1 })
    await db.insert(recipeVersions).values({
      id: `rec_${dish}_v1`,
      recipeId: `rec_${dish}`,
      version: 1,
      station: 'wok',
      minutes: 12,
      batchPortions: 20,
      yieldGrams: 400,
      allergens,
      nutrition,
    })
    await db.insert(dishes).values({
      id: `dish_${dish}`,
      operatorId: 'op',
      kind: 'meal',
      name: text(dish),
      description: text(`A bowl of ${dish}`),
      category: 'eat',
      tags: [],
      art: 'rice',
      priceMinor,
      taxBps: 600,
      variantId: `variant_${dish}`,
      recipeId: `rec_${dish}`,
    })
  }
}

/** An order of one rice to the door, 21.00 in all. */
export const oneRice = (given: Record<string, unknown> = {}) => ({
  servicePointId: 'door',
  items: [{ offerId: offerOf('k1', 'rice'), quantity: 1 }],
  contact: { name: '林夏', phone: '13800000000' },
  totalMinor: 2_100,
  ...given,
})
