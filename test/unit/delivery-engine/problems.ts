import fc from 'fast-check'
import type { RoutingProblem, Stop, Vehicle } from '../../../src/delivery/engine/problem'

const window = (latest: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: latest }), fc.integer({ min: 20, max: 900 }))
    .map(([from, length]) => [from, from + length] as const)

/** Often left out, sometimes there: a key with `undefined` would not be the same as no key. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>, freq = 3) =>
  fc.option(value, { freq, nil: undefined }).map((v) => (v === undefined ? {} : { [key]: v }) as Partial<Record<K, T>>)

const merged = <T>(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<T> =>
  fc.tuple(...parts).map((list) => Object.assign({}, ...list) as T)

const stop = (i: number, places: number, vehicles: number, depots: number): fc.Arbitrary<Stop> =>
  merged<Stop>(
    fc.record({ id: fc.constant(`s${i}`), location: fc.nat(places - 1), service: fc.nat(30) }),
    fc.record({ boxes: fc.nat(8), hot: fc.nat(3) }).map((demand) => ({ demand })),
    maybe('windows', fc.array(window(1200), { minLength: 1, maxLength: 3 }), 2),
    fc
      .tuple(fc.nat(600), fc.integer({ min: 50, max: 600 }))
      .chain(([ready, hold]) => fc.constantFrom({}, {}, { ready }, { ready, holdFromReady: hold })),
    maybe('holdOnBoard', fc.integer({ min: 30, max: 400 }), 2),
    maybe('skills', fc.constant(['lift']), 1),
    maybe('community', fc.constantFrom('east', 'west'), 1),
    maybe('penalty', fc.nat(400), 2),
    maybe('priority', fc.nat(5), 1),
    maybe(
      'vehicles',
      fc.subarray(
        Array.from({ length: vehicles }, (_, v) => `v${v}`),
        { minLength: 1 },
      ),
      1,
    ),
    maybe(
      'depots',
      fc.subarray(
        Array.from({ length: depots }, (_, d) => `d${d}`),
        { minLength: 1 },
      ),
      1,
    ),
  )

const vehicle = (i: number, depots: number): fc.Arbitrary<Vehicle> =>
  merged<Vehicle>(
    fc.record({ id: fc.constant(`v${i}`), depot: fc.nat(depots - 1).map((d) => `d${d}`) }),
    fc
      .record({ boxes: fc.integer({ min: 4, max: 30 }), hot: fc.integer({ min: 2, max: 12 }) })
      .map((capacity) => ({ capacity })),
    maybe(
      'shift',
      fc
        .tuple(fc.nat(300), fc.integer({ min: 200, max: 1800 }))
        .map(([from, length]) => [from, from + length] as const),
      2,
    ),
    maybe('skills', fc.constant(['lift']), 1),
    maybe('speed', fc.constantFrom(0.5, 1, 1.7), 1),
    maybe(
      'cost',
      fc.record({
        perMetre: fc.constantFrom(0, 1, 2.5),
        perSecond: fc.constantFrom(0, 0.7),
        perUse: fc.constantFrom(0, 100),
      }),
      1,
    ),
    maybe('trips', fc.integer({ min: 1, max: 4 }), 1),
    maybe('reload', fc.nat(40), 1),
    maybe('rest', fc.record({ window: window(900), seconds: fc.integer({ min: 5, max: 90 }) }), 2),
  )

const entry = (noRoad: number) =>
  fc.oneof({ weight: 30, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.constant(noRoad) })

/** Small problems in which every field of the model appears, with asymmetric matrices and pairs without a road. */
export const problems: fc.Arbitrary<RoutingProblem> = fc
  .record({
    places: fc.integer({ min: 1, max: 9 }),
    stops: fc.integer({ min: 0, max: 9 }),
    vehicles: fc.integer({ min: 1, max: 4 }),
    depots: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ places, stops, vehicles, depots }) => {
    const matrix = fc.array(fc.array(entry(100_000), { minLength: places, maxLength: places }), {
      minLength: places,
      maxLength: places,
    })
    return merged<RoutingProblem>(
      fc
        .tuple(
          ...Array.from({ length: depots }, (_, d) =>
            fc.nat(places - 1).map((location) => ({ id: `d${d}`, location })),
          ),
        )
        .map((list) => ({ depots: list })),
      fc.tuple(...Array.from({ length: vehicles }, (_, v) => vehicle(v, depots))).map((list) => ({ vehicles: list })),
      fc
        .tuple(...Array.from({ length: stops }, (_, i) => stop(i, places, vehicles, depots)))
        .map((list) => ({ stops: list })),
      fc.record({ distance: matrix, duration: matrix }).map((travel) => ({ travel: { ...travel, noRoad: 100_000 } })),
      fc.constantFrom({}, { gates: { east: 25, west: 60 } }),
      fc.constantFrom({}, {}, { balance: 50 }),
    )
  })

/** `count` stops on a grid around a depot in the middle, one unit of load each, for tests that need a plain problem. */
export function grid(count: number, vehicles: number, capacity: number, extra: Partial<Vehicle> = {}): RoutingProblem {
  const side = Math.ceil(Math.sqrt(count))
  const points = Array.from({ length: count }, (_, i) => [(i % side) * 10, Math.floor(i / side) * 10] as const)
  return {
    name: 'grid',
    depots: [{ id: 'kitchen', location: 0 }],
    vehicles: Array.from({ length: vehicles }, (_, v) => ({
      id: `v${v}`,
      depot: 'kitchen',
      capacity: { boxes: capacity },
      ...extra,
    })),
    stops: points.map((_, i) => ({ id: `s${i}`, location: i + 1, demand: { boxes: 1 } })),
    travel: { points: [[side * 5 + 1, side * 5 + 2], ...points] },
  }
}
