import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greedyCoverage } from '../../../src/places/domain/greedy-coverage'

describe('greedyCoverage', () => {
  it('O2 chooses the next places one after the other, as worked out by hand', () => {
    const picks = greedyCoverage(
      {
        // building 0 is served already; 3 lies within reach of two candidates
        reaches: [[0, 1], [2, 3], [3, 4], [0]],
        households: [500, 100, 80, 60, 70],
        demand: [9, 1, 1, 1, 1],
        covered: [true, false, false, false, false],
      },
      4,
    )
    expect(picks).toEqual([
      { candidate: 1, households: 140, demand: 2 },
      { candidate: 0, households: 100, demand: 1 },
      { candidate: 2, households: 70, demand: 1 },
    ])
  })

  it('takes the hungrier of two places that reach as many', () => {
    const asked = { households: [50, 50], covered: [false, false], reaches: [[0], [1]] }
    expect(greedyCoverage({ ...asked, demand: [2, 7] }, 1)[0]?.candidate).toBe(1)
  })

  const question = fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.boolean()), { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(fc.nat(7), { maxLength: 5 }), { maxLength: 6 }),
    )
    .map(([homes, reaches]) => ({
      reaches: reaches.map((list) => [...new Set(list.filter((home) => home < homes.length))]),
      households: homes.map(([households]) => households),
      demand: homes.map(() => 1),
      covered: homes.map(([, covered]) => covered),
    }))

  it('never gains less than 63% of the best two places, never a household twice, and less with every place', () =>
    fc.assert(
      fc.property(question, (asked) => {
        const picks = greedyCoverage(asked, 2)
        const gainOf = (candidates: readonly number[]) => {
          const homes = new Set(candidates.flatMap((each) => asked.reaches[each] ?? []))
          return [...homes].reduce((sum, home) => sum + (asked.covered[home] ? 0 : (asked.households[home] ?? 0)), 0)
        }
        const gained = picks.reduce((sum, { households }) => sum + households, 0)
        expect(gained).toBe(gainOf(picks.map(({ candidate }) => candidate)))
        const pairs = asked.reaches.flatMap((_, a) => asked.reaches.map((__, b) => gainOf([a, b])))
        expect(gained).toBeGreaterThanOrEqual((1 - 1 / Math.E) * Math.max(0, ...pairs))
        expect(picks[1]?.households ?? 0).toBeLessThanOrEqual(picks[0]?.households ?? 0)
      }),
    ))
})
