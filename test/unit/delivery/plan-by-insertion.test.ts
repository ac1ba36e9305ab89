import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem, StopToServe } from '../../../src/delivery/domain/plan'
import { planByInsertion } from '../../../src/delivery/domain/plan-by-insertion'

const TEN_BOXES = { boxes: 10, metresPerSecond: 10 }
const fleet = (...boxes: number[]) => boxes.map((each, i) => ({ ...TEN_BOXES, id: `v${i}`, boxes: each }))

/** On the equator, where 0.001 degrees are 111.195 m, so 147 m and 36 m round the block on the road. */
const stop = (id: string, lon: number, over: Partial<StopToServe> = {}): StopToServe => ({
  id,
  communityId: id.slice(0, 1),
  lat: 0,
  lon,
  boxes: 4,
  serviceSeconds: 100,
  gateSeconds: 60,
  from: 1_000,
  to: 5_000,
  ...over,
})
const problem = (over: Partial<Problem> = {}): Problem => ({
  depot: { lat: 0, lon: 0 },
  readyAt: 900,
  vehicles: fleet(10, 10),
  stops: [],
  ...over,
})

describe('planByInsertion', () => {
  it('plans two communities as worked out by hand', () => {
    const stops = [stop('b1', -0.01), stop('a2', 0.011), stop('a1', 0.01)]
    // a2 is farthest: 1,714 m. a1 costs no detour and no second gate; then 2 boxes of room are left, too few for b1.
    expect(planByInsertion(problem({ stops }))).toEqual({
      runs: [
        {
          vehicleId: 'v0',
          departAt: 900,
          stops: [
            { stopId: 'a1', eta: 1_117 }, // 1,567 m = 157 s, and 60 s for the gate
            { stopId: 'a2', eta: 1_235 }, // 100 s at a1, 183 m = 18 s, no gate
          ],
          metres: 1_567 + 183 + 1_714,
          seconds: 606, // 335 s until a2 is reached, 100 s there, 171 s back
        },
        { vehicleId: 'v1', departAt: 900, stops: [{ stopId: 'b1', eta: 1_117 }], metres: 3_134, seconds: 474 },
      ],
      unserved: [],
    })
  })

  it('leaves so that the first door is reached when its window opens', () => {
    const [run] = planByInsertion(problem({ stops: [stop('a1', 0.01, { from: 2_000 })] })).runs
    expect(run).toMatchObject({ departAt: 1_783, stops: [{ stopId: 'a1', eta: 2_000 }] })
  })

  it('fills a run inside one community before it opens the next gate', () => {
    // both lie on the way to z1; but b1 has a gate of its own, which takes 300 s
    const stops = [stop('z1', 0.02), stop('b1', 0.019, { gateSeconds: 300 }), stop('z2', 0.018)]
    const [run] = planByInsertion(problem({ vehicles: fleet(8, 8), stops })).runs
    expect(run?.stops.map(({ stopId }) => stopId)).toEqual(['z2', 'z1'])
  })

  it('D2 names why a stop is not served and plans everything else', () => {
    const stops = [
      stop('a1', 0.01),
      stop('b1', 0.5), // 73 km: 7,339 s by road, window closed at 5,000
      stop('c1', 0.01, { boxes: 11 }),
    ]
    const plan = planByInsertion(problem({ stops }))
    expect(plan.runs.flatMap((run) => run.stops.map(({ stopId }) => stopId))).toEqual(['a1'])
    expect(plan.unserved).toEqual([
      { stopId: 'b1', reason: 'window' },
      { stopId: 'c1', reason: 'capacity' },
    ])
  })

  it('serves nobody without vehicles, and says so', () => {
    const plan = planByInsertion(problem({ vehicles: [], stops: [stop('a1', 0.01)] }))
    expect(plan).toEqual({ runs: [], unserved: [{ stopId: 'a1', reason: 'capacity' }] })
  })
})

const problems = fc
  .record({
    stops: fc.array(
      fc.record({
        community: fc.constantFrom('a', 'b', 'c'),
        lat: fc.double({ min: 31, max: 31.08, noNaN: true }),
        lon: fc.double({ min: 121, max: 121.08, noNaN: true }),
        boxes: fc.integer({ min: 1, max: 30 }),
        from: fc.integer({ min: 0, max: 3_000 }),
        length: fc.integer({ min: 0, max: 4_000 }),
      }),
      { maxLength: 25 },
    ),
    capacities: fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 6 }),
    readyAt: fc.integer({ min: 0, max: 2_000 }),
  })
  .map(
    ({ stops, capacities, readyAt }): Problem => ({
      depot: { lat: 31.04, lon: 121.04 },
      readyAt,
      vehicles: fleet(...capacities),
      stops: stops.map(({ community, length, ...each }, i) =>
        stop(`${community}${i}`, each.lon, { ...each, to: each.from + length }),
      ),
    }),
  )

const property = (check: (asked: Problem) => void) => fc.assert(fc.property(problems, (asked) => check(asked)))

describe('planByInsertion, whatever is asked', () => {
  it('D1 gives every stop back exactly once, in a run or with a reason', () =>
    property((asked) => {
      const { runs, unserved } = planByInsertion(asked)
      const given = [...runs.flatMap((run) => run.stops), ...unserved].map(({ stopId }) => stopId)
      expect(given.sort()).toEqual(asked.stops.map(({ id }) => id).sort())
    }))

  it('D1 never loads a vehicle over its boxes and never uses it twice', () =>
    property((asked) => {
      const { runs } = planByInsertion(asked)
      expect(new Set(runs.map((run) => run.vehicleId)).size).toBe(runs.length)
      for (const run of runs) {
        const room = asked.vehicles.find(({ id }) => id === run.vehicleId)?.boxes ?? 0
        const load = run.stops.map(({ stopId }) => asked.stops.find(({ id }) => id === stopId)?.boxes ?? 0)
        expect(load.reduce((a, b) => a + b)).toBeLessThanOrEqual(room)
      }
    }))

  it('D1 reaches every stop inside its window, in the order of the run, after the food is ready', () =>
    property((asked) => {
      for (const run of planByInsertion(asked).runs) {
        let earliest = Math.max(asked.readyAt, run.departAt)
        expect(run.departAt).toBeGreaterThanOrEqual(asked.readyAt)
        for (const { stopId, eta } of run.stops) {
          const wanted = asked.stops.find(({ id }) => id === stopId)
          expect(eta).toBeGreaterThanOrEqual(Math.max(earliest, wanted?.from ?? 0))
          expect(eta).toBeLessThanOrEqual(wanted?.to ?? 0)
          earliest = eta + (wanted?.serviceSeconds ?? 0)
        }
        expect(run.departAt + run.seconds).toBeGreaterThanOrEqual(earliest)
      }
    }))

  it('D1 gives the same plan for the same problem, in whatever order it is asked', () =>
    property((asked) => {
      const turned = { ...asked, stops: asked.stops.toReversed(), vehicles: asked.vehicles.toReversed() }
      expect(planByInsertion(turned)).toEqual(planByInsertion(asked))
    }))
})
