import { describe, expect, it } from 'vitest'
import { balancesOf } from '../../../storefront/console/operator/balance'
import { bandOf, BANDS } from '../../../storefront/console/operator/bands'
import { communitiesOf } from '../../../storefront/console/operator/communities'
import { boundsOf, coloured, southOf, tours } from '../../../storefront/console/operator/map-data'
import { fitting } from '../../../storefront/console/operator/fitting'
import { mealRows, stepsOf } from '../../../storefront/console/operator/progress'
import { LOOKS, lookOf } from '../../../storefront/console/operator/run-looks'
import { addDays, isDate, withDate } from '../../../storefront/console/operator/days'

const name = (en: string) => ({ zh: en, en })
const meal = {
  menuDayId: 'md_1',
  period: 'lunch' as const,
  cutoffAt: '2026-11-25T02:00:00Z',
  servesFrom: '2026-11-25T03:00:00Z',
  closed: true,
  orders: 20,
  boxes: 31,
  cooking: 4,
  ready: 3,
  onTheWay: 5,
  delivered: 6,
  failed: 1,
  late: 2,
  batches: { planned: 1, cooking: 1, cooked: 6 },
  runs: { planned: 1, claimed: 1, loaded: 0, on_the_way: 1, done: 2 },
}

describe('a meal’s progress', () => {
  it('counts what is further on with the steps before', () => {
    expect(stepsOf(meal)).toEqual([
      { key: 'batches', done: 6, all: 8 },
      { key: 'ready', done: 15, all: 20 },
      { key: 'runs', done: 3, all: 5 },
      { key: 'delivered', done: 6, all: 20 },
    ])
  })

  it('stands in a row of its own, with its kitchen', () => {
    const site = { siteId: 's', name: name('K'), zone: 'Asia/Shanghai', meals: [meal, { ...meal, late: 0 }] }
    expect(mealRows([site])).toMatchObject([
      { siteId: 's', site: name('K'), late: 2 },
      { siteId: 's', site: name('K'), late: 0 },
    ])
  })
})

const square = (id: string, west: number) => ({
  type: 'Feature' as const,
  id,
  properties: { kind: 'community' as const, name: name(id), households: 200 },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [[west, west + 1, west + 1, west].map((lon, i): [number, number] => [lon, i < 2 ? 30 : 31])],
  },
})
const map = { type: 'FeatureCollection' as const, features: [square('a', 10), square('b', 12)] }
const dense = {
  communityId: 'b',
  cityId: 'c',
  name: name('b'),
  lat: 30,
  lon: 12,
  households: 200,
  orders: 6,
  boxes: 9,
  buildings: 4,
  per100Households: 3,
}

describe('the map', () => {
  it('colours communities by their density, and marks the chosen one', () => {
    const { features } = coloured(map, [dense], 'a')
    expect(features.map(({ properties: { colour, chosen } }) => [colour, chosen])).toEqual([
      [BANDS[0]?.colour, true],
      [bandOf(3).colour, false],
    ])
    expect(BANDS.map(({ from }) => bandOf(from).from)).toEqual(BANDS.map(({ from }) => from))
    expect(bandOf(2.99).from).toBe(2)
  })

  it('frames what it shows and puts names below', () => {
    expect(boundsOf(map.features)).toEqual([
      [10, 30],
      [13, 31],
    ])
    expect(boundsOf([])).toBeUndefined()
    expect(southOf(square('a', 10))).toEqual([10.5, 30])
  })

  it('draws fifteen runs in fifteen looks, none by colour alone between neighbours', () => {
    expect(new Set(LOOKS.map((look) => JSON.stringify(look))).size).toBe(15)
    for (let i = 0; i < 15; i += 1) expect(lookOf(i).dash).not.toEqual(lookOf(i + 1).dash)
    const run = { path: [{ lat: 1, lon: 2 }] } as Parameters<typeof tours>[0][number]
    expect(tours(Array.from({ length: 16 }, () => run)).features.at(-1)).toMatchObject({
      properties: { look: 0 },
      geometry: { coordinates: [[2, 1]] },
    })
  })

  it('is there to read as well: every community, the densest first', () => {
    expect(communitiesOf(map, [dense])).toEqual([
      { id: 'b', name: name('b'), households: 200, orders: 6, per100Households: 3, perBuilding: 1.5 },
      { id: 'a', name: name('a'), households: 200, orders: 0, per100Households: 0, perBuilding: null },
    ])
    expect(communitiesOf(undefined, [dense])).toEqual([])
  })
})

describe('the statement', () => {
  it('O5 puts debit and credit side by side in each currency and sees a fen too much', () => {
    const line = (account: string, amountMinor: number, currency = 'cny') => ({
      account,
      amountMinor,
      currency,
      bookings: 1,
    })
    const [cny, eur] = balancesOf([line('cash', 1000), line('tax', -57), line('revenue', -943), line('cash', 5, 'eur')])
    expect(cny).toMatchObject({ debitMinor: 1000, creditMinor: 1000, differenceMinor: 0 })
    expect(eur).toMatchObject({ currency: 'eur', differenceMinor: 5 })
    expect(balancesOf([])).toEqual([])
  })
})

describe('days and orders', () => {
  it('take a day of the calendar and nothing else', () => {
    expect(['2026-11-25', '2028-02-29'].map(isDate)).toEqual([true, true])
    expect(['', '2026-02-30', '2026-13-01', '26-1-1', 'today'].map(isDate)).toEqual(Array(5).fill(false))
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(withDate('/console', undefined)).toBe('/console')
    expect(withDate('/console/orders', '2026-11-25', { status: 'failed' })).toBe(
      '/console/orders?date=2026-11-25&status=failed',
    )
  })

  it('find orders by number or place in either language', () => {
    const order = (number: string, zh: string, status: string) =>
      ({
        number,
        community: { zh, en: `${number} Court` },
        building: name('Building 1'),
        status,
        period: 'lunch',
      }) as never
    const orders = [order('A001', '樟汀苑', 'placed'), order('A002', '鹭栖坊', 'failed')]
    const all = { status: '', period: '', search: '' }
    expect(fitting(orders, all)).toHaveLength(2)
    expect(fitting(orders, { ...all, search: ' 鹭栖 ' })).toEqual([orders[1]])
    expect(fitting(orders, { ...all, search: 'a001 court' })).toEqual([orders[0]])
    expect(fitting(orders, { ...all, status: 'failed' })).toEqual([orders[1]])
    expect(fitting(orders, { ...all, period: 'dinner' })).toEqual([])
  })
})
