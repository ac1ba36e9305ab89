import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkPlan, type Plan, type RoutingProblem, readProblem, solve } from 'linli/routing'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(__dirname, '../../..')
const node = (...argv: string[]) => execFileSync(process.execPath, argv, { cwd: ROOT, encoding: 'utf8' })

describe('the engine as a library', { timeout: 30_000 }, () => {
  it('is found by the name of the package, with types', () => {
    const problem: RoutingProblem = {
      depots: [{ id: 'kitchen', location: 0 }],
      vehicles: [{ id: 'van', depot: 'kitchen', capacity: {} }],
      stops: [{ id: 'a', location: 1 }],
      travel: {
        points: [
          [0, 0],
          [3, 4],
        ],
      },
    }
    const plan: Plan = solve(problem, { iterations: 1 })
    expect(plan.cost).toBe(10)
  })

  it('is found by programs without a loader, by import and by require', () => {
    const say = 'console.log(typeof solve, typeof insertLate, InvalidProblem.name)'
    const names = '{ solve, insertLate, InvalidProblem }'
    expect(node('--input-type=module', '-e', `import ${names} from 'linli/routing'; ${say}`)).toContain(
      'function function InvalidProblem',
    )
    expect(node('-e', `const ${names} = require('linli/routing'); ${say}`)).toContain('function function')
  })

  it('solves the example with a matrix', () => {
    expect(node('--import', 'tsx', 'examples/routing/matrix.ts')).toContain('violations seen by the checker: 0')
  })

  it('solves the meal example, with hot-holding, reload trips and a rest', () => {
    const { problem } = readProblem(readFileSync(path.join(ROOT, 'examples/routing/meal.json'), 'utf8'))
    const plan = solve(problem, { seed: 1, iterations: 5000 })
    expect(checkPlan(problem, plan)).toEqual([])
    expect(plan.unserved.map(({ reason }) => reason)).toEqual(['cost'])
  })
})
