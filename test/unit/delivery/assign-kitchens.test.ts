import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignKitchens, type CommunityToServe, type KitchenToLoad } from '../../../src/delivery/domain/assign-kitchens'
import { roadMetres } from '../../../src/kernel/distance'

/** On the equator, where 0.001 degrees are 111.195 m. */
const kitchen = (id: string, lon: number, boxes = 10): KitchenToLoad => ({ id, lat: 0, lon, boxes })
const community = (id: string, lon: number, boxes: number, kitchenIds = ['A', 'B']): CommunityToServe => ({
  id,
  lat: 0,
  lon,
  boxes,
  kitchenIds,
})

describe('assignKitchens', () => {
  it('gives the nearest kitchen to whom it saves most, as worked out by hand', () => {
    const communities = [community('half-way', 0.009, 6), community('at-A', 0.004, 6)]
    const { kitchenOf, unassigned, boxMetres } = assignKitchens([kitchen('A', 0), kitchen('B', 0.02)], communities)
    expect(Object.fromEntries(kitchenOf)).toEqual({ 'at-A': 'A', 'half-way': 'B' })
    expect(unassigned).toEqual([])
    // 444.78 m are 587 m and 83 m on the road, 1,223.14 m are 1,614.5 m and 99 m
    expect(boxMetres).toBe(6 * 670 + 6 * 1_714)
  })

  it('R1 never sends food where a kitchen does not serve, nor more than it cooks', () => {
    const far = [community('only-B', 0.001, 4, ['B']), community('nobody', 0.001, 1, []), community('crowd', 0, 11)]
    const { kitchenOf, unassigned } = assignKitchens([kitchen('A', 0), kitchen('B', 0.02)], far)
    expect(Object.fromEntries(kitchenOf)).toEqual({ 'only-B': 'B' })
    expect(unassigned).toEqual([
      { communityId: 'nobody', reason: 'coverage' },
      { communityId: 'crowd', reason: 'load' },
    ])
  })

  it('makes room where somebody can go elsewhere', () => {
    // `a` takes its only kitchen first; `b` and `c` both want B, and only `c` has another way
    const three = [community('c', 0.019, 6), community('b', 0.001, 6, ['B']), community('a', 0, 2, ['A'])]
    const { kitchenOf } = assignKitchens([kitchen('A', 0), kitchen('B', 0.02)], three)
    expect(Object.fromEntries(kitchenOf)).toEqual({ a: 'A', b: 'B', c: 'A' })
  })

  const lon = fc.integer({ min: 0, max: 40 }).map((each) => each / 1_000)
  const kitchens = fc
    .tuple(lon, lon, lon, fc.integer({ min: 5, max: 20 }))
    .map(([a, b, c, boxes]) => [kitchen('A', a, boxes), kitchen('B', b, boxes), kitchen('C', c, 10)])
  const coverage = fc.subarray(['A', 'B', 'C'])
  const communities = fc
    .array(fc.tuple(lon, fc.integer({ min: 1, max: 8 }), coverage), { maxLength: 6 })
    .map((list) => list.map(([at, boxes, by], i) => community(`c${i}`, at, boxes, by)))

  it('R1 keeps coverage and load on any map, names everybody once and costs what it says', () =>
    fc.assert(
      fc.property(kitchens, communities, (givers, takers) => {
        const { kitchenOf, unassigned, boxMetres } = assignKitchens(givers, takers)
        expect([...kitchenOf.keys(), ...unassigned.map((each) => each.communityId)].sort()).toEqual(
          takers.map(({ id }) => id).sort(),
        )
        let cost = 0
        for (const { id, boxes } of givers) {
          const fed = takers.filter((taker) => kitchenOf.get(taker.id) === id)
          expect(fed.reduce((sum, taker) => sum + taker.boxes, 0)).toBeLessThanOrEqual(boxes)
        }
        for (const taker of takers) {
          const from = givers.find(({ id }) => id === kitchenOf.get(taker.id))
          if (!from) continue
          expect(taker.kitchenIds).toContain(from.id)
          cost += roadMetres(from, taker) * taker.boxes
        }
        expect(boxMetres).toBe(cost)
      }),
    ))

  it('comes within a fiftieth of the best of all assignments, on average of small maps', () => {
    let [found, best] = [0, 0]
    fc.assert(
      fc.property(kitchens, communities, (givers, takers) => {
        const { unassigned, boxMetres } = assignKitchens(givers, takers)
        const optimum = cheapest(givers, takers)
        if (unassigned.length > 0 || optimum === undefined) return
        expect(boxMetres).toBeGreaterThanOrEqual(optimum)
        found += boxMetres
        best += optimum
      }),
      { seed: 7, numRuns: 300 },
    )
    expect(best).toBeGreaterThan(0)
    expect(found / best).toBeLessThan(1.02)
  })
})

/** Tries all assignments; undefined when none serves everybody. */
function cheapest(givers: readonly KitchenToLoad[], takers: readonly CommunityToServe[]): number | undefined {
  const [first, ...rest] = takers
  if (!first) return 0
  const costs = givers.flatMap((giver) => {
    if (!first.kitchenIds.includes(giver.id) || giver.boxes < first.boxes) return []
    const left = givers.map((each) => (each === giver ? { ...each, boxes: each.boxes - first.boxes } : each))
    const others = cheapest(left, rest)
    return others === undefined ? [] : [others + roadMetres(giver, first) * first.boxes]
  })
  return costs.length > 0 ? Math.min(...costs) : undefined
}
