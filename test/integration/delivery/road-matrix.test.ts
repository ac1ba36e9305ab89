import { afterAll, beforeAll, expect, it } from 'vitest'
import { roadMatrix } from '../../../src/delivery/matrix/road-matrix'
import { roadMetres, type Spot } from '../../../src/kernel/distance'
import { tallies } from '../../../src/platform/tally'
import { type TestApp, testApp } from '../../support/app'
import { fakeMetres, type RoadService, roadService } from '../../support/road-services'

let osrm: RoadService
let valhalla: RoadService
let app: TestApp
let other: TestApp
let plain: TestApp
beforeAll(async () => {
  osrm = await roadService('osrm')
  valhalla = await roadService('valhalla')
  app = await testApp({ env: { ROAD_MATRIX: 'osrm', ROAD_MATRIX_URL: osrm.url } })
  other = await testApp({ env: { ROAD_MATRIX: 'valhalla', ROAD_MATRIX_URL: valhalla.url } })
  plain = await testApp()
})
afterAll(() => Promise.all([app.close(), other.close(), plain.close(), osrm.close(), valhalla.close()]))

/** A grid of doors about 100 m apart. */
const doors = (count: number): Spot[] =>
  Array.from({ length: count }, (_, i) => ({ lat: 31.2 + (i % 12) / 1_000, lon: 121.4 + Math.floor(i / 12) / 1_000 }))

const expected = (spots: readonly Spot[], metres: (a: Spot, b: Spot) => number) =>
  spots.flatMap((a, i) => spots.map((b, j) => (i === j ? 0 : metres(a, b))))

it.each(['osrm', 'valhalla', 'haversine'] as const)(
  'V5 measures 120 doors by %s as it was configured',
  async (name) => {
    const spots = doors(120)
    const on = { osrm: app, valhalla: other, haversine: plain }[name]
    const matrix = await roadMatrix(on, spots)
    expect(matrix).toMatchObject({ size: 120, source: name })
    expect([...matrix.metres]).toEqual(expected(spots, name === 'haversine' ? roadMetres : fakeMetres))
    expect(matrix.seconds.every((each, at) => each > 0 || matrix.metres[at] === 0)).toBe(true)
  },
)

it('V5 asks in blocks a service accepts, and never again for what it knows', async () => {
  const before = osrm.asked()
  expect(before).toBe(9)
  const again = await roadMatrix(app, doors(120))
  expect([...again.metres]).toEqual(expected(doors(120), fakeMetres))
  expect(osrm.asked()).toBe(before)

  // three new doors among 120: only the blocks that hold them
  const more = await roadMatrix(app, [...doors(120), ...doors(123).slice(120)])
  expect(more.size).toBe(123)
  expect(osrm.asked() - before).toBe(5)
})

it('gives one row to every spot, also where two are the same door', async () => {
  const [a, b] = [
    { lat: 31.3, lon: 121.3 },
    { lat: 31.31, lon: 121.3 },
  ]
  const { metres } = await roadMatrix(app, [a, b, { ...a }])
  expect([...metres]).toEqual(expected([a, b, a], (x, y) => (x.lat === y.lat ? 0 : fakeMetres(x, y))))
})

it('asks anew for what was measured a month ago', async () => {
  const spots = doors(2)
  const before = osrm.asked()
  app.setNow(new Date(Date.now() + 31 * 86_400_000))
  await roadMatrix(app, spots)
  app.setNow(undefined)
  expect(osrm.asked()).toBe(before + 1)
})

it('V5 falls back to the straight line as a whole, says so and counts it', async () => {
  osrm.behave('broken')
  const spots = [...doors(2), { lat: 31.9, lon: 121.1 }]
  const matrix = await roadMatrix(app, spots)
  osrm.behave('well')
  expect(matrix.source).toBe('haversine')
  expect([...matrix.metres]).toEqual(expected(spots, roadMetres))
  expect(await tallies(app)).toEqual([{ name: 'road_fallbacks', times: 1 }])
})

it('leaves a service that failed alone for half a minute, and then asks it again', async () => {
  const spots = [...doors(2), { lat: 31.9, lon: 121.1 }]
  const before = osrm.asked()
  expect((await roadMatrix(app, spots)).source).toBe('haversine')
  expect(osrm.asked()).toBe(before)
  app.setNow(new Date(Date.now() + 31_000))
  expect((await roadMatrix(app, spots)).source).toBe('osrm')
  app.setNow(undefined)
})

it('measures nothing for nobody', async () => {
  for (const on of [app, other, plain]) {
    expect(await roadMatrix(on, [])).toMatchObject({ size: 0, metres: new Int32Array(), seconds: new Int32Array() })
  }
})
