import { menuDays } from '../../../src/catalogue/schema/menus'
import { recipes, recipeVersions } from '../../../src/catalogue/schema/recipes'
import { fulfilmentGroups, orderLines, orders } from '../../../src/ordering/schema/orders'
import { slots } from '../../../src/ordering/schema/slots'
import { buildings, communities } from '../../../src/places/schema'
import type { App } from '../../../src/platform/app'
import { SERVING } from './kitchen'

const text = (en: string) => ({ zh: `${en}（中）`, en })
const NOTHING_EATEN = { kcal: 0, proteinMg: 0, fatMg: 0, carbohydrateMg: 0, sodiumMg: 0 }
const CUTOFF = new Date('2026-11-01T10:00:00Z')
const MENU_DAY = {
  operatorId: 'op-a',
  siteId: 'site-a',
  serviceDate: '2026-11-02',
  period: 'lunch' as const,
  zone: 'Asia/Shanghai',
  cutoffAt: CUTOFF,
  servesFrom: SERVING,
  servesTo: new Date(SERVING.getTime() + 90 * 60_000),
}

/** A kitchen's lunch: a place to bring it to, two recipes, one menu day. */
export async function aLunch(app: App): Promise<void> {
  const somewhere = { lat: 0, lon: 0, households: 100 }
  await app.db.insert(communities).values({
    ...somewhere,
    id: 'com-1',
    districtId: 'd',
    cityId: 'c',
    name: { zh: '桂花苑', en: 'Osmanthus Court' },
    siteType: 'residential',
    gateSeconds: 60,
  })
  await app.db.insert(buildings).values({
    ...somewhere,
    id: 'bld-3',
    communityId: 'com-1',
    name: { zh: '3 号楼', en: 'Building 3' },
    floors: 6,
    lift: true,
  })
  const recipe = { version: 1, yieldGrams: 300, nutrition: NOTHING_EATEN }
  const allergens = { contains: [], mayContain: [], assessed: true }
  await app.db
    .insert(recipes)
    .values(['pork', 'rice'].map((id) => ({ id, operatorId: 'op-a', name: text(id), currentVersion: 1 })))
  await app.db.insert(recipeVersions).values([
    { ...recipe, id: 'pork-1', recipeId: 'pork', station: 'wok', minutes: 12, batchPortions: 20, allergens },
    { ...recipe, id: 'rice-1', recipeId: 'rice', station: 'steam', minutes: 40, batchPortions: 60, allergens },
  ])
  await app.db.insert(menuDays).values({
    ...MENU_DAY,
    id: 'day-1',
    cutoffRule: { daysBefore: 1, at: '18:00' },
    publishedAt: CUTOFF,
  })
  await app.db.insert(slots).values({ ...MENU_DAY, menuDayId: 'day-1' })
}

/** An order of pork, rice and a drink that nobody cooks, as ordering keeps it; answers what it announces. */
export async function placeOrder(app: App, id: string, portions: number) {
  const { siteId, serviceDate, period } = MENU_DAY
  const facts = { orderId: id, groupId: `${id}-g`, operatorId: 'op-a', siteId, menuDayId: 'day-1', serviceDate, period }
  await app.db.insert(orders).values({
    id,
    number: id.toUpperCase(),
    operatorId: 'op-a',
    personId: 'per_1',
    status: 'placed',
    servicePointId: 'pt-1',
    buildingId: 'bld-3',
    communityId: 'com-1',
    contactName: '王',
    contactPhone: '13000000000',
    itemsMinor: 0,
    feeMinor: 0,
    totalMinor: 0,
    taxMinor: 0,
    currency: 'CNY',
    receivedAt: CUTOFF,
  })
  await app.db
    .insert(fulfilmentGroups)
    .values({ ...facts, id: facts.groupId, status: 'placed', boxes: 1, handoverCode: '1234', updatedAt: CUTOFF })
  const line = (dishId: string, recipeVersionId: string | null, contains: string[], quantity: number) => ({
    id: `${id}-${dishId}`,
    orderId: id,
    groupId: facts.groupId,
    offerId: dishId,
    dishId,
    recipeVersionId,
    name: text(dishId),
    quantity,
    unitMinor: 0,
    taxBps: 600,
    allergens: { contains, mayContain: [], assessed: true },
  })
  const lines = [
    line('pork', 'pork-1', ['soybeans'], portions),
    line('rice', 'rice-1', [], portions),
    line('water', null, [], 1),
  ]
  await app.db.insert(orderLines).values(lines)
  const announcedLines = lines.map(({ id: lineId, dishId, recipeVersionId, quantity }) => ({
    lineId,
    dishId,
    recipeVersionId,
    quantity,
  }))
  return { ...facts, lines: announcedLines }
}
