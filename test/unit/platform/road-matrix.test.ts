import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roadMetres } from '../../../src/kernel/distance'
import { openRoads } from '../../../src/platform/road-matrix/open'
import { osrmRoads } from '../../../src/platform/road-matrix/osrm'
import { NO_ROAD, RoadTrouble } from '../../../src/platform/road-matrix/port'
import { valhallaRoads } from '../../../src/platform/road-matrix/valhalla'
import { fakeMetres, type RoadService, roadService } from '../../support/road-services'

const NORTH = { lat: 31.21, lon: 121.5 }
const SOUTH = { lat: 31.2, lon: 121.5 }
const EAST = { lat: 31.2, lon: 121.52 }
const FAR_BANK = { lat: 31.2, lon: 122.5 }

let osrm: RoadService
let valhalla: RoadService
beforeAll(async () => {
  osrm = await roadService('osrm')
  valhalla = await roadService('valhalla')
})
afterAll(() => Promise.all([osrm.close(), valhalla.close()]))

const open = (name: 'haversine' | 'osrm' | 'valhalla') =>
  openRoads({
    ROAD_MATRIX: name,
    ROAD_MATRIX_URL: name === 'osrm' ? osrm.url : name === 'valhalla' ? valhalla.url : undefined,
    ROAD_MATRIX_PROFILE: undefined,
  })

describe.each(['haversine', 'osrm', 'valhalla'] as const)('the road port with %s', (name) => {
  it('V5 answers row by row, as many rows as come from and columns as go to', async () => {
    const { metres, seconds } = await open(name).table([NORTH, SOUTH], [NORTH, SOUTH, EAST])
    expect([metres.length, seconds.length]).toEqual([6, 6])
    expect([metres[0], metres[4]]).toEqual([0, 0])
    const straight = roadMetres(SOUTH, EAST)
    expect(metres[5]).toBeGreaterThanOrEqual(straight - 1)
    expect(metres[5]).toBeLessThanOrEqual(straight * 1.5 + 1)
    expect(seconds[5]).toBeGreaterThan(0)
  })

  it('V5 gives whole numbers below the engine’s end of the world', async () => {
    const { metres, seconds } = await open(name).table([NORTH], [SOUTH, EAST])
    for (const each of [...metres, ...seconds]) {
      expect(Number.isInteger(each)).toBe(true)
      expect(each).toBeGreaterThan(0)
      expect(each).toBeLessThan(NO_ROAD)
    }
  })
})

describe.each(['osrm', 'valhalla'] as const)('%s', (name) => {
  const service = () => (name === 'osrm' ? osrm : valhalla)

  it('V5 keeps one-way streets: there is not back', async () => {
    const { metres } = await open(name).table([NORTH, SOUTH], [NORTH, SOUTH])
    expect([...metres]).toEqual([0, fakeMetres(NORTH, SOUTH), fakeMetres(SOUTH, NORTH), 0])
    expect(metres[1]).toBeGreaterThan(metres[2] ?? 0)
  })

  it('V5 says where there is no road', async () => {
    const { metres, seconds } = await open(name).table([SOUTH], [FAR_BANK, EAST])
    expect([metres[0], seconds[0]]).toEqual([NO_ROAD, NO_ROAD])
    expect(metres[1]).toBeLessThan(NO_ROAD)
  })

  it('V5 waits no longer than its patience', async () => {
    service().behave('silent')
    const source = (name === 'osrm' ? osrmRoads : valhallaRoads)(service().url, 'any', 150)
    const startedAt = performance.now()
    await expect(source.table([NORTH], [SOUTH])).rejects.toThrow(RoadTrouble)
    expect(performance.now() - startedAt).toBeLessThan(3_000)
    service().behave('well')
  })

  it.each(['broken', 'nonsense'] as const)('V5 throws RoadTrouble when the service is %s', async (how) => {
    service().behave(how)
    await expect(open(name).table([NORTH], [SOUTH])).rejects.toThrow(RoadTrouble)
    service().behave('well')
  })
})
