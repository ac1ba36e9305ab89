import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cellsOf } from '../../../src/delivery/density/cells'
import { densityIndex } from '../../../src/delivery/density/density-index'
import { mealsServed, ordersByBuilding } from '../../../src/delivery/density/orders-by-building'
import { ordersByCommunity } from '../../../src/delivery/density/orders-by-community'
import { pricesOf, setRoutePrices } from '../../../src/delivery/density/route-prices'
import { voidGroups } from '../../../src/delivery/runs/void-groups'
import { type TestApp, testApp } from '../../support/app'
import { group, lunch, planWhole } from './lunch'

let app: TestApp
const filter = { operatorIds: ['op-a'], siteIds: ['site-a'], from: '2026-11-20', to: '2026-11-30' }
/** Served at the same time of another day. */
const on = (serviceDate: string) => ({
  serviceDate,
  servesFrom: new Date(`${serviceDate}T03:00:00Z`),
  servesTo: new Date(`${serviceDate}T05:00:00Z`),
})
const BUILDINGS = ['east-1', 'east-2', 'west-1'] as const

beforeAll(async () => {
  app = await testApp()
  // three meals of unequal size, one of another tenant, one outside the days, and an order that is cancelled
  const many = (count: number, every: number) =>
    Array.from({ length: count }, (_, i) => group(BUILDINGS[(i * every) % 3] ?? 'east-1', { boxes: 1 + (i % 3) }))
  const cancelled = group('west-1', { boxes: 7 })
  await planWhole(app, lunch({ groups: [...many(11, 1), cancelled] }))
  await planWhole(app, lunch({ groups: many(4, 3), ...on('2026-11-25') }))
  await planWhole(app, lunch({ groups: many(2, 1), period: 'dinner' }))
  await planWhole(app, lunch({ operatorId: 'op-b', siteId: 'site-b', groups: many(9, 2) }))
  await planWhole(app, lunch({ groups: many(5, 2), ...on('2026-12-01') }))
  await voidGroups(app, { operatorId: 'op-a', groupIds: [cancelled.groupId] })
})
afterAll(() => app.close())

/** The same question in other words: row by row, without common parts. */
const independent = (where: string) =>
  app.db.execute<{ orders: number; boxes: number; stops: number; building_meals: number; km: number }>(
    sql.raw(`
    select
      (select count(*)::int from delivery.drops d where d.status <> 'void' and exists
        (select 1 from delivery.stops s, delivery.plans p where s.id = d.stop_id and p.menu_day_id = s.menu_day_id and ${where})) as orders,
      (select sum(d.boxes)::int from delivery.drops d, delivery.stops s, delivery.plans p
        where d.status <> 'void' and s.id = d.stop_id and p.menu_day_id = s.menu_day_id and ${where}) as boxes,
      (select count(*)::int from delivery.stops s, delivery.plans p where p.menu_day_id = s.menu_day_id and ${where}
        and exists (select 1 from delivery.drops d where d.stop_id = s.id and d.status <> 'void')) as stops,
      (select count(*)::int from (select distinct s.menu_day_id, s.building_id from delivery.stops s, delivery.plans p, delivery.drops d
        where p.menu_day_id = s.menu_day_id and d.stop_id = s.id and d.status <> 'void' and ${where}) as pairs) as building_meals,
      (select sum(r.metres) / 1000.0 from delivery.runs r, delivery.plans p where p.menu_day_id = r.menu_day_id and ${where})::float8 as km`),
  )

it.each([
  ['all meals', {}, `true`],
  ['dinner', { period: 'dinner' }, `p.period = 'dinner'`],
  ['one day', { from: '2026-11-25', to: '2026-11-25' }, `p.service_date = '2026-11-25'`],
] as const)(
  'O2 orders a building and meal, drop size and stops a kilometre equal an independent SQL: %s',
  async (_, more, also) => {
    const { all } = await densityIndex(app, { ...filter, ...more })
    const where = `p.operator_id = 'op-a' and p.service_date between '2026-11-20' and '2026-11-30' and ${also}`
    const [row] = (await independent(where)).rows
    if (!row) throw new Error('no row')
    expect(row.orders).toBeGreaterThan(0)
    expect(all).toMatchObject({ orders: row.orders, boxes: row.boxes, stops: row.stops, unserved: 0 })
    expect(all.ordersPerBuilding).toBeCloseTo(row.orders / row.building_meals, 9)
    expect(all.boxesPerStop).toBeCloseTo(row.boxes / row.stops, 9)
    expect(all.stopsPerKm).toBeCloseTo(row.stops / row.km, 9)
  },
)

it('O2 is counted by hand: 17 orders in 3 meals, and the buildings they go to', async () => {
  const { all, kitchens } = await densityIndex(app, filter)
  // 3 buildings at lunch, 1 on the day after, 2 at dinner
  expect(all).toMatchObject({ meals: 3, orders: 17, ordersPerBuilding: 17 / 6 })
  expect(kitchens.map(({ period, orders, meals }) => [period, orders, meals])).toEqual([
    ['dinner', 2, 1],
    ['lunch', 15, 2],
  ])
  const rows = await ordersByBuilding(app, filter)
  expect(rows.map(({ buildingId, orders, meals }) => [buildingId, orders, meals])).toEqual([
    ['east-1', 9, 3],
    ['west-1', 3, 1],
    ['east-2', 5, 2],
  ])
  expect(await mealsServed(app, filter)).toBe(3)
})

it('O2 penetration counts orders for 100 households in a meal, by community and by hexagon', async () => {
  const asked = [
    { communityId: 'east', households: 200 },
    { communityId: 'nowhere', households: 50 },
  ]
  const [east, nowhere] = await ordersByCommunity(app, filter, asked)
  expect(east?.orders).toBe(14)
  expect(east?.penetration).toBeCloseTo(1_400 / (200 * 3), 9)
  expect(nowhere).toMatchObject({ orders: 0, ordersPerBuilding: null, penetration: 0 })

  const homes = BUILDINGS.map((id) => ({ id, lat: 31.2, lon: id === 'west-1' ? 121.47 : 121.53, households: 100 }))
  const cells = cellsOf(homes, await ordersByBuilding(app, filter), 3, 9)
  expect(cells.map(({ households, orders }) => [households, orders])).toEqual([
    [200, 14],
    [100, 3],
  ])
  expect(cells[0]?.ring[0]).toEqual(cells[0]?.ring.at(-1))
  expect(cells[0]?.penetration).toBeCloseTo(1_400 / 600, 9)
})

it('O2 breaks even where prices say, which an operator sets for itself alone', async () => {
  expect(await pricesOf(app, ['op-a'])).toMatchObject([{ assumed: true }])
  const prices = { perRunMinor: 3_000, perKmMinor: 50, perStopMinor: 150, marginPerBoxMinor: 400 }
  await setRoutePrices(app, { operatorId: 'op-a', actorId: 'per-1', ...prices })
  await setRoutePrices(app, { operatorId: 'op-a', actorId: 'per-1', ...prices, perRunMinor: 2_000 })
  expect(await pricesOf(app, ['op-b', 'op-a'])).toMatchObject([
    { assumed: true },
    { assumed: false, perRunMinor: 2_000 },
  ])
  const { all } = await densityIndex(app, filter)
  const tours = (2_000 * all.runs + 0.05 * all.metres) / (400 * all.stops)
  expect(all.breakEven).toBeCloseTo(tours + 0.375, 9)
})

it('says nothing about nobody', async () => {
  const { all, kitchens } = await densityIndex(app, { ...filter, siteIds: [] })
  expect(kitchens).toEqual([])
  expect(all).toMatchObject({ meals: 0, orders: 0, ordersPerBuilding: null, stopsPerKm: null, breakEven: null })
  expect(await ordersByBuilding(app, { ...filter, operatorIds: [] })).toEqual([])
})
