import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import { solve } from '../../../src/delivery/engine/solve'
import { InvalidProblem } from '../../../src/delivery/engine/fields'
import { solveInThreads } from '../../../src/delivery/planning/engine-pool'
import { grid } from './problems'

describe('seeds in parallel', () => {
  it('return the best of the plans that the seeds make alone', async () => {
    const problem = grid(50, 8, 8)
    const plan = await solveInThreads(problem, { threads: 2, seed: 3, iterations: 500 })
    const alone = [3, 4].map((seed) => solve(problem, { seed, iterations: 500 }).cost)
    expect(plan.cost).toBe(Math.min(...alone))
    expect(checkPlan(problem, plan)).toEqual([])
  })

  it('stop on a signal with the best so far, while the event loop stays free', async () => {
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 1500)
    const plan = await solveInThreads(grid(100, 20, 8), { milliseconds: 60_000, signal: abort.signal })
    expect(plan.unserved).toEqual([])
  })

  it('count CPU time where asked, so that waiting for a core costs no steps', async () => {
    const before = process.cpuUsage()
    await solveInThreads(grid(100, 20, 8), { threads: 2, milliseconds: 300, clock: 'cpu' })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeGreaterThan(500)
  })

  it('hand on what is wrong with the problem', async () => {
    await expect(solveInThreads({ ...grid(3, 1, 8), vehicles: [] })).rejects.toThrow(InvalidProblem)
  })
})
