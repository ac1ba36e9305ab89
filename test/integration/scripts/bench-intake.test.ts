import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../../src/scripts/bench/intake/judge'
import { prepareStage } from '../../../src/scripts/bench/intake/prepare'
import { runSurge } from '../../../src/scripts/bench/intake/run-surge'
import { surgeOf } from '../../../src/scripts/bench/intake/surge'
import { type City, openCity } from '../http/city'

let city: City

beforeAll(async () => {
  city = await openCity()
})
afterAll(() => city?.close())

describe('the rush before a cut-off', () => {
  it('comes denser towards its end, with the late, the double and the undecided in it', () => {
    const acts = surgeOf({ employees: 5_000, seconds: 300 }, 'shape')
    const within = (from: number, to: number) => acts.filter(({ at }) => at >= from * 1_000 && at < to * 1_000).length
    expect(within(270, 300) / 5_000).toBeCloseTo(0.27, 1)
    const share = (of: (act: (typeof acts)[number]) => boolean) => acts.filter(of).length / 5_000
    expect(share(({ late }) => late)).toBeCloseTo(0.02, 2)
    expect(share(({ doubled }) => doubled)).toBeCloseTo(0.1, 1)
    expect(share(({ cancels }) => cancels)).toBeCloseTo(0.03, 2)
  })

  it('loses, doubles and oversells nothing, and books what it takes', async () => {
    const surge = { employees: 150, seconds: 3 }
    const stage = await prepareStage(city.app, city.url, { name: 'test', ...surge })
    const outcomes = await runSurge(stage, surgeOf(surge, 'test'))
    const verdict = await judge(city.app.pool, { ...stage, cutoffMs: surge.seconds * 1_000 }, outcomes)
    // who was late is left to the bench: here the crowd and the door share one process
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, oversold: 0, faults: 0, unbalanced: 0 })
    expect(outcomes.some(({ orderId }) => orderId)).toBe(true)
  })
})
