import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serviceSeconds, stopsByBuilding } from '../../../src/delivery/domain/stops'

const parcel = (groupId: string, buildingId: string, boxes: number) => ({ groupId, buildingId, boxes })

const upTo =
  (most: number) =>
  ({ boxes }: { readonly boxes: number }) =>
    boxes <= most

describe('stopsByBuilding', () => {
  it('D1 makes one stop of a building, however many order there', () => {
    const parcels = [parcel('g1', 'b2', 2), parcel('g2', 'b1', 1), parcel('g3', 'b2', 3)]
    expect(stopsByBuilding(parcels, upTo(5))).toEqual([
      { buildingId: 'b1', part: 1, boxes: 1, parcels: [parcels[1]] },
      { buildingId: 'b2', part: 1, boxes: 5, parcels: [parcels[2], parcels[0]] },
    ])
  })

  it('D1 splits a building that no vehicle holds, and only as often as it must', () => {
    const parcels = [parcel('g1', 'b1', 3), parcel('g2', 'b1', 3), parcel('g3', 'b1', 2), parcel('g4', 'b1', 2)]
    expect(stopsByBuilding(parcels, upTo(5)).map(({ part, boxes }) => ({ part, boxes }))).toEqual([
      { part: 1, boxes: 5 },
      { part: 2, boxes: 5 },
    ])
  })

  it('D1 one stop a building and window, whose parts count on', () => {
    const at = (from: string, to: string) => ({
      from: new Date(`2026-11-24T${from}Z`),
      to: new Date(`2026-11-24T${to}Z`),
    })
    const [early, late] = [at('03:00', '03:30'), at('03:30', '04:00')]
    const asked = [
      { ...parcel('g1', 'b1', 2), slot: late },
      { ...parcel('g2', 'b1', 1), slot: early },
      parcel('g3', 'b1', 1),
      { ...parcel('g4', 'b1', 3), slot: late },
    ]
    expect(stopsByBuilding(asked, upTo(9)).map(({ part, boxes, slot }) => ({ part, boxes, slot }))).toEqual([
      { part: 1, boxes: 1 },
      { part: 2, boxes: 1, slot: early },
      { part: 3, boxes: 5, slot: late },
    ])
  })

  it('D1 splits what no compartment holds', () => {
    const asked = [1, 2, 3].map((i) => ({ ...parcel(`g${i}`, 'b1', 4), chilled: 2 }))
    const stops = stopsByBuilding(asked, (load) => load.boxes <= 20 && load.chilled <= 4)
    expect(stops.map(({ boxes }) => boxes)).toEqual([8, 4])
  })

  const parcels = fc.array(
    fc.record({ buildingId: fc.constantFrom('b1', 'b2', 'b3'), boxes: fc.integer({ min: 1, max: 12 }) }),
    { maxLength: 40 },
  )

  it('D1 loses no parcel, doubles none, and keeps every stop within the largest vehicle', () =>
    fc.assert(
      fc.property(parcels, fc.integer({ min: 12, max: 60 }), (drawn, largest) => {
        const asked = drawn.map((each, i) => ({ ...each, groupId: `g${i}` }))
        const stops = stopsByBuilding(asked, upTo(largest))
        const given = stops.flatMap((stop) => stop.parcels.map(({ groupId }) => groupId))
        expect(given.sort()).toEqual(asked.map(({ groupId }) => groupId).sort())
        for (const stop of stops) {
          expect(stop.boxes).toBeLessThanOrEqual(largest)
          expect(stop.boxes).toBe(stop.parcels.reduce((sum, { boxes }) => sum + boxes, 0))
          expect(stop.parcels.every(({ buildingId }) => buildingId === stop.buildingId)).toBe(true)
        }
        for (const buildingId of ['b1', 'b2', 'b3']) {
          const here = stops.filter((stop) => stop.buildingId === buildingId)
          const boxes = here.reduce((sum, stop) => sum + stop.boxes, 0)
          if (boxes <= largest) expect(here.length).toBeLessThanOrEqual(1)
        }
      }),
    ))
})

describe('serviceSeconds', () => {
  it('counts half the stairs where there is no lift, at doors only', () => {
    const stop = { boxes: 3, floors: 7, lift: false, toTheDoor: true }
    expect(serviceSeconds(stop)).toBe(90 + 3 * 20 + 4 * 15)
    expect(serviceSeconds({ ...stop, lift: true })).toBe(150)
    expect(serviceSeconds({ ...stop, toTheDoor: false })).toBe(150)
  })
})
