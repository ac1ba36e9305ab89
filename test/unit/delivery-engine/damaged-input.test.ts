import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import { InvalidProblem } from '../../../src/delivery/engine/fields'
import type { RoutingProblem } from '../../../src/delivery/engine/problem'
import { solve } from '../../../src/delivery/engine/solve'

const MEAL = readFileSync(path.resolve(__dirname, '../../../examples/routing/meal.json'), 'utf8')
const JUNK = [null, undefined, NaN, Infinity, -1, 0, 0.5, 1e12, true, 'x', [], [[]], {}]

type Place = readonly [holder: Record<string, unknown>, key: string]

/** Every value of a problem, as the object or list that holds it and its key there. */
const placesIn = (value: unknown): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]): Place[] => [
        [value as Record<string, unknown>, key],
        ...placesIn(inner),
      ])

describe('a damaged problem', () => {
  it('is refused by the name of a field or planned within its constraints, whatever is wrong', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.constantFrom(...JUNK), { nil: 'gone', freq: 8 }), (where, junk) => {
        const problem = JSON.parse(MEAL) as RoutingProblem
        const places = placesIn(problem)
        const [holder, key] = places[where % places.length]!
        if (junk === 'gone') delete holder[key]
        else holder[key] = junk
        try {
          expect(checkPlan(problem, solve(problem, { iterations: 10 }))).toEqual([])
        } catch (error) {
          if (!(error instanceof InvalidProblem)) throw error
          expect(error.field).not.toBe('')
        }
      }),
      { numRuns: 400 },
    )
  })
})
