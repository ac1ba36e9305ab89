import { describe, expect, it } from 'vitest'
import { greatCircle } from '../../../src/kernel/distance'
import { ruleOf, UNTYPED, wrongIn } from '../../../storefront/console/operator/density/fees/new-rule'
import { candidateOverlay, cellOverlay } from '../../../storefront/console/operator/density/overlay'

const NAME = { zh: '一', en: 'One' }

describe('the layers of the density map', () => {
  it('draws what a place would reach as a disc of that size, numbered as in the list', () => {
    const place = { communityId: 'c', name: NAME, community: NAME, households: 1, within: 1, demand: 0 }
    const spot = { lat: 31.2, lon: 121.5 }
    const { shapes, marks } = candidateOverlay(
      [
        { ...place, ...spot, placeId: 'p1' },
        { ...place, lat: 31.3, lon: 121.5, placeId: 'p2' },
      ],
      1_000,
      'p2',
    )
    expect(marks.map(({ text }) => text)).toEqual(['1', '2'])
    expect(shapes.features.map(({ properties }) => properties.chosen)).toEqual([false, true])
    const [ring = []] = shapes.features[0]?.geometry.coordinates ?? []
    expect(ring[0]).toEqual(ring.at(-1))
    for (const [lon, lat] of ring) {
      expect(Math.abs(greatCircle(spot, { lat, lon }) - 1_000)).toBeLessThan(5)
    }
  })

  it('colours hexagons by penetration, as communities are', () => {
    const cell = { households: 100, orders: 1, boxes: 1, ring: [] }
    const { shapes } = cellOverlay(
      [
        { ...cell, cell: 'a', penetration: 0 },
        { ...cell, cell: 'b', penetration: 6 },
      ],
      undefined,
    )
    expect(new Set(shapes.features.map(({ properties }) => properties.colour)).size).toBe(2)
  })
})

describe('a fee rule as it is typed', () => {
  it('is kept in metres and fen, and open where nothing was typed', () => {
    expect(ruleOf({ ...UNTYPED, pointKind: 'door', fromKm: '2.5', fee: '3', perKm: '0.5', toValue: '99.9' })).toEqual({
      siteId: null,
      communityId: null,
      pointKind: 'door',
      fromMetres: 2_500,
      toMetres: null,
      fromMinor: 0,
      toMinor: 9_990,
      feeMinor: 300,
      perKmMinor: 50,
    })
  })

  it('says which end lies before its beginning', () => {
    expect(wrongIn(UNTYPED)).toBeUndefined()
    expect(wrongIn({ ...UNTYPED, fromKm: '3', toKm: '3' })).toBe('toKm')
    expect(wrongIn({ ...UNTYPED, fromValue: '60', toValue: '50' })).toBe('toValue')
  })
})
