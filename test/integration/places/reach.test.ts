import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nearnessOf } from '../../../src/places/reach/nearness'
import { proposePlaces } from '../../../src/places/reach/propose-places'
import { communityReach, coverageGaps, householdsWithin } from '../../../src/places/reach/reach-of-kitchens'
import { communities } from '../../../src/places/schema'
import { type TestApp, testApp } from '../../support/app'

let app: TestApp
let cityId: string
let operatorIds: string[]
beforeAll(async () => {
  app = await testApp({ template: 'city' })
  const { rows } = await app.db.execute<{ city_id: string; operator_id: string }>(
    sql`select city_id, operator_id from places.sites where kind <> 'canteen' order by id`,
  )
  cityId = rows[0]?.city_id ?? ''
  operatorIds = [...new Set(rows.filter((row) => row.city_id === cityId).map((row) => row.operator_id))]
})
afterAll(() => app.close())

/** The distance to the nearest kitchen by the law of cosines: other words for the same sphere. */
const metresTo = (what: 'communities' | 'buildings') => sql`
  select p.id, p.households, min(6371000 * acos(least(1,
      sin(radians(p.lat)) * sin(radians(s.lat))
      + cos(radians(p.lat)) * cos(radians(s.lat)) * cos(radians(s.lon - p.lon))))) as metres
  from places.${sql.raw(what)} p
  left join places.sites s on s.city_id = ${cityId} and s.kind in ('kitchen', 'central_kitchen')
    and s.operator_id = any(${sql.param(operatorIds)})
  where p.${sql.raw(what === 'communities' ? 'id' : 'community_id')} in (select id from places.communities where city_id = ${cityId})
  group by p.id, p.households`

it('O2 lists communities with more than N households and no kitchen within 1,000 m, as an independent SQL does', async () => {
  let found = 0
  for (const [moreThan, metres] of [
    [300, 1_000],
    [0, 700],
    [800, 500],
  ] as const) {
    const { rows } = await app.db.execute<{ id: string; metres: number }>(sql`
      select id, metres from (${metresTo('communities')}) as near
      where households > ${moreThan} and metres > ${metres} order by households desc, id`)
    const gaps = await coverageGaps(app, { operatorIds, cityId, metres, moreThan })
    expect(gaps.map(({ communityId }) => communityId)).toEqual(rows.map(({ id }) => id))
    found += gaps.length
    gaps.forEach((gap, i) => {
      expect(Math.abs((gap.metres ?? 0) - (rows[i]?.metres ?? 0))).toBeLessThan(1)
    })
  }
  expect(found).toBeGreaterThan(0)
})

it('O2 counts households with a kitchen within 1,000 m as an independent SQL does', async () => {
  const { rows } = await app.db.execute<{ households: number; within: number }>(sql`
    select sum(households)::int as households,
           coalesce(sum(households) filter (where metres <= 1000), 0)::int as within
    from (${metresTo('buildings')}) as near`)
  const found = await householdsWithin(app, { operatorIds, cityId, metres: 1_000 })
  expect(found).toEqual(rows[0])
  expect(found.households).toBeGreaterThan(found.within)
})

it('O2 a community in the fields is a gap until a kitchen stands beside it', async () => {
  const [any] = await app.db.select().from(communities).limit(1)
  if (!any) throw new Error('the city has no communities')
  await app.db.insert(communities).values({ ...any, id: 'com_far', cityId, lat: any.lat + 0.3, households: 4_000 })
  const near = { operatorIds, cityId, metres: 1_000 }
  const [largest] = await coverageGaps(app, { ...near, moreThan: 3_999 })
  expect(largest).toMatchObject({ communityId: 'com_far', households: 4_000 })
  await app.db.execute(sql`delete from places.communities where id = 'com_far'`)
})

it('a tenant without kitchens has a gap everywhere and reaches nobody', async () => {
  const nobody = { operatorIds: ['op-nobody'], cityId }
  const reach = await communityReach(app, nobody)
  expect(reach.length).toBeGreaterThan(3)
  expect(reach.every(({ siteId, metres }) => siteId === null && metres === null)).toBe(true)
  expect((await householdsWithin(app, { ...nobody, metres: 1_000 })).within).toBe(0)
})

it.each(['kitchen', 'locker'] as const)(
  'O2 proposes the next %s where most households come within reach',
  async (kind) => {
    const metres = { kitchen: 400, locker: 60 }[kind]
    const asked = { operatorIds, cityId, metres, kind, count: 4, demand: new Map<string, number>() }
    const { households, within, places } = await proposePlaces(app, asked)
    expect(places.length).toBeGreaterThan(0)
    const gains = places.map((place) => place.households)
    expect(gains).toEqual([...gains].sort((a, b) => b - a))
    expect(places.at(-1)?.within).toBe(within + gains.reduce((a, b) => a + b, 0))
    expect(places.at(-1)?.within).toBeLessThanOrEqual(households)
    expect(new Set(places.map(({ placeId }) => placeId)).size).toBe(places.length)
  },
)

it('finds who is near across the date line and nobody in an empty place', () => {
  const { nearest, within } = nearnessOf([
    { lat: 0, lon: 179.999 },
    { lat: 0, lon: 10 },
  ])
  expect(nearest({ lat: 0, lon: -179.999 })?.index).toBe(0)
  expect(within({ lat: 0, lon: 10.001 }, 120)).toEqual([1])
  expect(nearnessOf([]).nearest({ lat: 0, lon: 0 })).toBeUndefined()
})
