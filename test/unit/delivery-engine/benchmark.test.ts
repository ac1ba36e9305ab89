import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import { readProblem } from '../../../src/delivery/engine/formats/read'
import { solve } from '../../../src/delivery/engine/solve'

const DATA = path.resolve(__dirname, '../../../../shared/data/routing')
const present = existsSync(path.join(DATA, 'BKS.tsv'))
if (!present) console.warn(`skipped: no benchmark data in ${DATA}`)

/** Cost in the literature's unit after a number of steps that a slow machine makes in a few seconds. */
const gapOf = (file: string, best: number, iterations: number): number => {
  const { problem, unit } = readProblem(readFileSync(path.join(DATA, file), 'utf8'))
  const plan = solve(problem, { seed: 1, iterations })
  expect(checkPlan(problem, plan)).toEqual([])
  expect(plan.unserved).toEqual([])
  return (plan.cost / unit / best - 1) * 100
}

describe.skipIf(!present)('public instances (skipped without the data folder)', () => {
  it('come within 1% of the best known: one trip, with windows, several trips', { timeout: 60_000 }, () => {
    expect(gapOf('cvrp-x/X-n101-k25.vrp', 27591, 200_000)).toBeLessThan(1)
    expect(gapOf('solomon/C101.txt', 827.3, 15_000)).toBeLessThan(1)
    expect(gapOf('mtvrptwr/C201R0.25.vrp', 15006, 20_000)).toBeLessThan(1)
  })
})
