import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MenuPublished } from '../../../src/catalogue/events'
import { importCatalogue } from '../../../src/catalogue/import-catalogue'
import { menusAhead } from '../../../src/catalogue/menus/menus-ahead'
import { type ReplaceMenuDay, replaceMenuDay } from '../../../src/catalogue/menus/replace-menu-day'
import { setCalendar } from '../../../src/catalogue/menus/set-calendar'
import { publishMenus } from '../../../src/catalogue/publish-menus'
import { offersOn } from '../../../src/catalogue/queries'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'

const text = (en: string) => ({ zh: `${en}（中）`, en })
const SITE = { operatorId: 'op-a', siteId: 'site-a', zone: 'Asia/Shanghai', currency: 'cny' }
const recipe = { operatorId: 'op-a', station: 'wok', minutes: 10, batchPortions: 20, yieldGrams: 300, lines: [] }
const dish = (id: string, operatorId = 'op-a') => ({
  id,
  operatorId,
  kind: 'meal' as const,
  name: text(id),
  description: text(id),
  category: 'rice',
  tags: [],
  art: 'rice',
  priceMinor: 1800,
  taxBps: 600,
  recipeId: `r-${id}`,
})

describe('menus', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(new Date('2026-11-02T00:30:00Z'))
    const names = ['noodles', 'duck', 'foreign']
    await importCatalogue(app, {
      ingredients: new Map(),
      recipes: names.map((id) => ({ ...recipe, id: `r-${id}`, name: text(id) })),
      dishes: [dish('noodles'), dish('duck'), dish('foreign', 'op-b')],
      mealPeriods: [
        {
          siteId: 'site-a',
          period: 'lunch',
          servesFrom: '11:00',
          servesTo: '13:00',
          cutoff: { daysBefore: 0, at: '09:00' },
        },
      ],
      menuCycle: [{ siteId: 'site-a', period: 'lunch', day: 0, length: 1, dishId: 'noodles', portions: 50 }],
    })
  })
  afterEach(() => app.close())

  const publish = (from: string, days: number) => publishMenus(app, { ...SITE, from, days })
  const offered = async (date: string) => {
    const found = await offersOn(app, [`md_site-a_${date}_lunch`])
    return found.map(({ dishId }) => dishId).sort()
  }
  const replace = (given: Partial<ReplaceMenuDay> = {}): Promise<void> =>
    replaceMenuDay(app, {
      ...SITE,
      serviceDate: '2026-11-03',
      period: 'lunch',
      dishes: [{ dishId: 'duck', portions: 30 }],
      actorId: 'boss',
      ...given,
    })

  it('publishing twice is publishing once, and closed holidays are not published', async () => {
    await setCalendar(app, {
      operatorId: 'op-a',
      siteId: 'site-a',
      closedOnHolidays: true,
      madeUpAs: 5,
      actorId: 'boss',
    })
    expect(await publish('2026-11-02', 3)).toHaveLength(3)
    expect(await publish('2026-11-02', 3)).toEqual([])
    // New Year 2026 was a holiday
    expect(await publish('2026-01-01', 1)).toEqual([])
  })

  it('a replaced day is published as it was said; the rotation comes back with null', async () => {
    await replace()
    await publish('2026-11-02', 2)
    expect([await offered('2026-11-02'), await offered('2026-11-03')]).toEqual([['noodles'], ['duck']])
    const { days } = await menusAhead(app, { siteId: 'site-a', zone: SITE.zone, from: '2026-11-02' })
    expect(days.slice(0, 2).map(({ origin }) => origin)).toEqual(['rotation', 'exception'])
  })

  it('a published day follows at once: other dishes open for orders, none closes it, and back again', async () => {
    await publish('2026-11-02', 2)
    await replace()
    await replace()
    expect(await offered('2026-11-03')).toEqual(['duck'])
    const told = await app.db.select().from(outbox).where(eq(outbox.event, MenuPublished.name)).orderBy(outbox.seq)
    expect(told.at(-1)?.payload).toMatchObject({
      menuDayId: 'md_site-a_2026-11-03_lunch',
      offers: [{ offerId: 'of_site-a_2026-11-03_lunch_duck', portions: 30 }],
    })
    await replace({ dishes: [] })
    expect(await offered('2026-11-03')).toEqual([])
    await replace({ dishes: null })
    expect(await offered('2026-11-03')).toEqual(['noodles'])
  })

  it('refuses a day whose cut-off has passed, and dishes that are not the operator’s', async () => {
    await publish('2026-11-02', 2)
    await expect(replace({ dishes: [{ dishId: 'foreign', portions: 5 }] })).rejects.toThrow('not_found')
    await expect(replace({ dishes: [{ dishId: 'nothing', portions: 5 }] })).rejects.toThrow('not_found')
    app.setNow(new Date('2026-11-03T01:00:00Z'))
    await expect(replace()).rejects.toThrow('menu_day_over')
    expect(await offered('2026-11-03')).toEqual(['noodles'])
  })
})
