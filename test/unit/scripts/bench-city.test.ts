import { describe, expect, it } from 'vitest'
import type { RoutingProblem } from '../../../src/delivery/engine/problem'
import { checkCity } from '../../../src/scripts/bench/city/check-city'
import { generateLunch } from '../../../src/scripts/bench/city/generate'
import { problemOf } from '../../../src/scripts/bench/city/kitchen-lunch'
import { routeKitchen } from '../../../src/scripts/bench/city/route-kitchen'
import { shareOut } from '../../../src/scripts/bench/city/share-out'
import { nearestVehicle, savings } from '../../../src/scripts/bench/city/simple-methods'

describe('the simple methods', () => {
  // on a line: the kitchen at 0, stops at 10, 12 and -9; a vehicle holds two boxes
  const at = [0, 10, 12, -9]
  const problem: RoutingProblem = {
    depots: [{ id: 'k', location: 0 }],
    vehicles: ['a', 'b'].map((id) => ({ id, depot: 'k', capacity: { boxes: 2 }, shift: [0, 1_000] as const })),
    stops: [1, 2, 3].map((location) => ({
      id: `s${location}`,
      location,
      demand: { boxes: 1 },
      windows: [[0, 1_000]] as const,
      service: 5,
    })),
    travel: { distance: at.map((a) => at.map((b) => Math.abs(a - b))) },
  }

  it('send the nearest vehicle as worked out by hand', () => {
    // 12 is 2 from 10, where a vehicle stands by then; -9 is nearest of all at first
    expect(nearestVehicle(toTable(problem))).toEqual({ metres: 9 + 10 + 2 + 9 + 12, tours: 2, unserved: 0 })
  })

  it('join what saves most, as worked out by hand', () => {
    // 10 and 12 together save 20; with -9 nothing is saved
    expect(savings(toTable(problem))).toEqual({ metres: 24 + 18, tours: 2, unserved: 0 })
  })

  it('leave what no vehicle reaches in time', () => {
    const late = { ...problem, stops: problem.stops.map((stop) => ({ ...stop, windows: [[0, 9]] as const })) }
    expect(nearestVehicle(toTable(late)).unserved).toBe(2)
  })
})

/** The simple methods read one row after the other. */
function toTable(problem: RoutingProblem): RoutingProblem {
  const { travel } = problem
  if (!('distance' in travel)) return problem
  return { ...problem, travel: { distance: Int32Array.from((travel.distance as number[][]).flat()) } }
}

describe('a small city', () => {
  const city = generateLunch(3_000)
  const shared = shareOut(city)

  it('is the same for the same seed and another for another', () => {
    expect(generateLunch(3_000)).toEqual(city)
    expect(generateLunch(3_000, 'another').orders).not.toEqual(city.orders)
    expect([city.kitchens.length, city.communities.length, city.buildings.length]).toEqual([2, 60, 480])
    const full = generateLunch(100_000)
    expect([full.kitchens.length, full.communities.length, full.buildings.length]).toEqual([50, 1_500, 12_000])
  })

  it('D1 R1 gets one stop a building, from a kitchen that covers it, and a plan the checkers have nothing against', async () => {
    expect(shared.left).toBe(0)
    const stops = shared.merged.flatMap((lunch) => lunch.stops)
    const buildings = new Set(city.orders.map(({ buildingId }) => buildingId))
    expect(new Set(stops.map(({ id }) => id.split('/')[0]))).toEqual(buildings)
    expect(stops.length).toBeLessThan(buildings.size * 1.05)

    const routed = await Promise.all(
      shared.merged.map((lunch) => routeKitchen({ lunch, budget: { iterations: 3_000 }, compare: true })),
    )
    expect(checkCity(city, shared, routed)).toEqual([])
    const [metres, greedy] = [
      routed.reduce((sum, each) => sum + each.metres, 0),
      routed.reduce((sum, each) => sum + (each.nearestVehicle?.metres ?? 0), 0),
    ]
    expect(metres).toBeLessThan(greedy)

    // what the checker of the city must catch
    const [first, ...others] = routed
    if (!first) throw new Error('no kitchen')
    const lost = { ...first, served: first.served.slice(1) }
    expect(checkCity(city, shared, [lost, ...others]).length).toBeGreaterThan(0)
    const twice = { ...first, served: [...first.served, ...first.served.slice(0, 1)] }
    expect(checkCity(city, shared, [twice, ...others])).toEqual([`${first.kitchenId} serves a stop twice`])
    const elsewhere = new Map([...shared.kitchenOf].map(([id]) => [id, 'kitchen-99'] as const))
    expect(checkCity(city, { ...shared, kitchenOf: elsewhere }, routed).length).toBe(shared.kitchenOf.size)
  })

  it('asks hot food of every stop within 45 minutes on board', async () => {
    const [lunch] = shared.merged
    if (!lunch) throw new Error('no kitchen')
    const problem = await problemOf(lunch)
    expect(problem.stops.every(({ holdOnBoard }) => holdOnBoard === 2_700)).toBe(true)
  })
})
