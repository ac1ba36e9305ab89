import { describe, expect, it } from 'vitest'
import { buildCity } from '../../../src/scripts/city/city'

const { buildings, cities, communities, coverage, servicePoints, sites } = buildCity('2026-11-23')
const served = (siteId: string, communityId: string, period: string) =>
  coverage.some((c) => c.siteId === siteId && c.communityId === communityId && c.period === period)

describe('places', () => {
  it('R1 have a community with lunch from one kitchen and not from another that brings its dinner', () => {
    expect(served('site_k1', 'com_luqi', 'lunch')).toBe(true)
    expect(served('site_k2', 'com_luqi', 'lunch')).toBe(false)
    expect(served('site_k2', 'com_luqi', 'dinner')).toBe(true)
  })

  it('are covered only by sites that cook in that period, and each community has lunch', () => {
    for (const { siteId, period } of coverage)
      expect(sites.find(({ id }) => id === siteId)?.periods.map((p) => p.period)).toContain(period)
    for (const { id } of communities)
      expect(coverage.filter((c) => c.communityId === id && c.period === 'lunch')).not.toEqual([])
  })

  it('leave the acquired firm to some communities and to its own city in the main', () => {
    const own = new Set(sites.filter(({ operatorId }) => operatorId === 'op_huaideng').map(({ id }) => id))
    const reached = new Set(coverage.filter(({ siteId }) => own.has(siteId)).map(({ communityId }) => communityId))
    expect([...reached].sort()).toEqual(['com_harbour', 'com_hedu', 'com_luqi', 'com_wuli', 'com_yanbei'])
  })

  it('have a lift above six floors, households only where people live, and a point to hand food over', () => {
    for (const building of buildings) {
      if (building.floors > 6) expect(building.lift).toBe(true)
      const home = communities.find(({ id }) => id === building.communityId)?.type === 'residential'
      expect(building.households > 0).toBe(home)
      expect(servicePoints.filter(({ buildingId }) => buildingId === building.id)).not.toEqual([])
    }
    expect(new Set(servicePoints.map(({ kind }) => kind))).toEqual(
      new Set(['door', 'lobby', 'locker', 'desk', 'canteen']),
    )
  })

  it('charge more for stairs, and nothing for a locker', () => {
    const fee = (id: string) => servicePoints.find((point) => point.id === id)?.feeMinor
    expect(fee('sp_door_luqi_01')).toBe(300)
    expect(fee('sp_door_wuli_01')).toBe(400)
    expect(fee('sp_locker_luqi_01')).toBe(0)
  })

  it('lie in the city they belong to, no two buildings in one spot', () => {
    expect(new Set(buildings.map(({ lat, lon }) => `${lat}/${lon}`)).size).toBe(buildings.length)
    for (const point of [...buildings, ...sites]) {
      expect(point.lat).toBeGreaterThan(30.95)
      expect(point.lat).toBeLessThan(31.02)
      expect(point.lon).toBeGreaterThan(118.72)
      expect(point.lon).toBeLessThan(118.86)
    }
  })

  it('make a map of 30 to 65 KB with streets, river, parks and every building, all rings closed', () => {
    for (const { map } of cities) {
      expect(JSON.stringify(map).length).toBeGreaterThan(30_000)
      expect(JSON.stringify(map).length).toBeLessThan(65_000)
      for (const { geometry } of map.features)
        if (geometry.type === 'Polygon') for (const ring of geometry.coordinates) expect(ring.at(-1)).toEqual(ring[0])
    }
    const kinds = cities.flatMap(({ map }) => map.features.map(({ properties }) => properties.kind))
    expect(kinds.filter((kind) => kind === 'building')).toHaveLength(240)
    expect(kinds.filter((kind) => kind === 'community')).toHaveLength(12)
    expect(kinds.filter((kind) => kind === 'road').length).toBeGreaterThanOrEqual(50)
    expect(new Set(kinds)).toEqual(new Set(['river', 'park', 'road', 'community', 'building', 'site']))
  })
})
