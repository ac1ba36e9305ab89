import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { menuDaysOf, offersOn } from '../../../src/catalogue/queries'
import { addDays, dateIn } from '../../../src/kernel/time'
import { coverageOf } from '../../../src/places/queries'
import { buildCity } from '../../../src/scripts/city/city'
import { type Loaded, loadCity } from '../../../src/scripts/city/load/load-city'
import { type TestApp, testApp } from '../../support/app'

/** A Monday noon in Shanghai. */
const NOW = new Date('2026-11-23T04:00:00Z')
const today = dateIn('Asia/Shanghai', NOW)
const nowhere = { salesChannels: {}, products: {}, customers: {} }
let app: TestApp
let loaded: Loaded

beforeAll(async () => {
  app = await testApp()
  app.setNow(NOW)
  loaded = await loadCity(app, buildCity(today), today, nowhere)
})

afterAll(() => app.close())

const count = async (query: ReturnType<typeof sql>) =>
  Number((await app.db.execute<{ count: string }>(query)).rows[0]?.count)

describe('loading the demo city', () => {
  it('fills every table the loop of one lunch needs', () => {
    expect(loaded).toMatchObject({
      operators: 2,
      cities: 2,
      districts: 4,
      communities: 12,
      buildings: 240,
      sites: 6,
      persons: 1225,
      companies: 6,
      employees: 602,
      stations: 30,
      suppliers: 10,
      ingredients: 162,
    })
    for (const rows of Object.values(loaded)) expect(rows).toBeGreaterThan(0)
  })

  it('changes nothing the second time', async () => {
    const { offers: _, ...again } = await loadCity(app, buildCity(today), today, nowhere)
    expect(Object.entries(again).filter(([, rows]) => rows !== 0)).toEqual([])
  })

  it('leaves nothing behind when one part fails', async () => {
    const other = await testApp()
    const city = buildCity(today)
    const broken = { ...city, ingredients: city.ingredients.slice(1) }
    await expect(loadCity(other, broken, today, nowhere)).rejects.toThrow('unknown_component')
    expect((await other.db.execute(sql`select id from places.operators`)).rows).toEqual([])
    await other.close()
  })

  it('R1 offers a community what its kitchens cook in that period, and lets it see the next fourteen days', async () => {
    const lunch = (await coverageOf(app, 'com_luqi')).filter(({ period }) => period === 'lunch')
    expect(lunch.map(({ siteId }) => siteId).sort()).toEqual(['site_ck', 'site_k1'])
    const days = await menuDaysOf(app, ['site_k1'], today, addDays(today, 30))
    expect(new Set(days.map(({ serviceDate }) => serviceDate)).size).toBe(14)
    const tomorrow = days.find(({ serviceDate, period }) => serviceDate === addDays(today, 1) && period === 'lunch')
    expect(tomorrow?.cutoffAt.toISOString()).toBe('2026-11-24T02:00:00.000Z')
    const offers = await offersOn(app, [tomorrow?.id ?? ''])
    expect(offers.length).toBeGreaterThanOrEqual(8)
    const beef = offers.find(({ dishId }) => dishId === 'dish_tomato_beef_rice')
    expect(beef).toMatchObject({ priceMinor: 3200, currency: 'cny', taxBps: 600 })
    expect(beef?.allergens).toEqual({ contains: ['gluten', 'soybeans'], mayContain: [], assessed: true })
    expect(beef?.nutrition.kcal).toBeGreaterThan(600)
  })

  it('opens every menu day with a pool for each of its dishes', async () => {
    expect(await count(sql`select count(*) from ordering.slots`)).toBe(loaded['menuDays'])
    expect(await count(sql`select count(*) from ordering.capacity_pools where capacity >= 10`)).toBe(loaded['offers'])
  })

  it('opens the stock with moves that sum to what is left', async () => {
    const unequal = sql`select count(*) from procurement.lots l where l.quantity <>
      (select sum(delta) from procurement.stock_moves m where m.lot_id = l.id)`
    expect(await count(unequal)).toBe(0)
    expect(await count(sql`select count(*) from procurement.stock_moves where reason = 'opening'`)).toBe(loaded['lots'])
  })

  it('lets every reference point at something that is there', async () => {
    const lost = [
      sql`select count(*) from people.persons p where service_point_id is not null
        and not exists (select from places.service_points s where s.id = p.service_point_id)`,
      sql`select count(*) from people.memberships m where scope_id <> '' and not exists (
        select id from places.sites where id = scope_id union all select id from funding.companies where id = scope_id
        union all select id from procurement.suppliers where id = scope_id
        union all select id from booking.providers where id = scope_id)`,
      sql`select count(*) from funding.companies c
        where not exists (select from places.buildings b where b.id = c.building_id)`,
      sql`select count(*) from catalogue.recipe_lines l where sub_recipe_id is not null
        and not exists (select from catalogue.recipes r where r.id = l.sub_recipe_id)`,
      sql`select count(*) from catalogue.recipe_lines l where ingredient_id is not null
        and not exists (select from procurement.ingredients i where i.id = l.ingredient_id)`,
      sql`select count(*) from catalogue.menu_cycle c
        where not exists (select from catalogue.dishes d where d.id = c.dish_id)`,
      sql`select count(*) from catalogue.offers where recipe_version_id is null`,
    ]
    for (const query of lost) expect(await count(query)).toBe(0)
  })
})
