import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import { InvalidProblem, LARGEST } from '../../../src/delivery/engine/fields'
import type { RoutingProblem } from '../../../src/delivery/engine/problem'
import { solve } from '../../../src/delivery/engine/solve'
import { problems } from './problems'

const MEAL = readFileSync(path.resolve(__dirname, '../../../examples/routing/meal.json'), 'utf8')
/** The largest whole number a problem may name, and those around it and around the ends of 32 and 53 bits. */
const LARGE = [2 ** 28, 2 ** 29 - 1, 2 ** 29, 2 ** 30, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53, 1e12, 1e300, 1e-9]
const JUNK = [null, undefined, NaN, Infinity, -1, 0, 0.5, true, 'x', [], [[]], {}, ...LARGE]
/** 400 in the suite; `ROUTING_PROBLEMS=10000` for the long run. */
const numRuns = Number(process.env['ROUTING_PROBLEMS'] ?? 400)

type Place = readonly [holder: Record<string, unknown>, key: string]

/** Every value of a problem, as the object or list that holds it and its key there. */
const placesIn = (value: unknown): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]): Place[] => [
        [value as Record<string, unknown>, key],
        ...placesIn(inner),
      ])

const plansOrRefuses = (problem: RoutingProblem): void => {
  try {
    expect(checkPlan(problem, solve(problem, { iterations: 10 }))).toEqual([])
  } catch (error) {
    if (!(error instanceof InvalidProblem)) throw error
    expect(error.field).not.toBe('')
  }
}

describe('a damaged problem', { timeout: 20_000 + numRuns * 30 }, () => {
  it('is refused by the name of a field or planned within its constraints, whatever is wrong', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.constantFrom(...JUNK), { nil: 'gone', freq: 8 }), (where, junk) => {
        const problem = JSON.parse(MEAL) as RoutingProblem
        const places = placesIn(problem)
        const [holder, key] = places[where % places.length]!
        if (junk === 'gone') delete holder[key]
        else holder[key] = junk
        plansOrRefuses(problem)
      }),
      { numRuns },
    )
  })

  it('is planned or refused where several numbers at once are too large to add up', () => {
    const spots = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...LARGE)), { minLength: 2, maxLength: 6 })
    const PRICES = /^(perMetre|perSecond|perUse|penalty|priority|balance|speed)$/
    fc.assert(
      fc.property(problems, spots, (sound, wrong) => {
        const problem = structuredClone(sound)
        const numbers = placesIn(problem).filter(
          ([holder, key]) => typeof holder[key] === 'number' && key !== 'location',
        )
        for (const [where, large] of wrong) {
          const [holder, key] = numbers[where % numbers.length]!
          holder[key] = PRICES.test(key) ? large : Math.ceil(Math.min(large, LARGEST))
        }
        plansOrRefuses(problem)
      }),
      { numRuns },
    )
  })

  it('is planned where identical vehicles meet large distances, demands and times', () => {
    const size = fc.oneof({ weight: 3, arbitrary: fc.nat(60) }, fc.constantFrom(2 ** 27, 2 ** 28, LARGEST))
    const row = fc.array(size, { minLength: 7, maxLength: 7 })
    const stop = fc.record({ boxes: size, service: size, opens: size, length: size })
    const large = fc.record({
      distance: fc.array(row, { minLength: 7, maxLength: 7 }),
      stops: fc.array(stop, { minLength: 2, maxLength: 6 }),
      capacity: size,
      shift: fc.option(size),
      windows: fc.boolean(),
    })
    fc.assert(
      fc.property(large, ({ distance, stops, capacity, shift, windows }) => {
        plansOrRefuses({
          depots: [{ id: 'kitchen', location: 0 }],
          vehicles: ['a', 'b', 'c'].map((id) => ({
            id,
            depot: 'kitchen',
            capacity: { boxes: capacity },
            ...(shift === null ? {} : { shift: [0, shift] as const }),
          })),
          stops: stops.map(({ boxes, service, opens, length }, i) => ({
            id: `s${i}`,
            location: i + 1,
            demand: { boxes },
            ...(windows ? { service, windows: [[opens, Math.min(LARGEST, opens + length)]] as const } : {}),
          })),
          travel: { distance },
        })
      }),
      { numRuns },
    )
  })
})
