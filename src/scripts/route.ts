import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkPlan } from '../delivery/engine/checker'
import { readProblem } from '../delivery/engine/formats/read'
import { drawPlan, writeSolution } from '../delivery/engine/formats/write'
import { InvalidProblem } from '../delivery/engine/fields'
import { solveInThreads } from '../delivery/planning/engine-pool'

const HELP = `npm run route -- FILE [--seconds N] [--threads T] [--seed S] [--iterations I] [--clock cpu] [--bks COST] [--json OUT] [--svg OUT] [--sol OUT]

Plans the routes of one problem: CVRPLIB and VRPLIB, Solomon, Gehring and Homberger, or our JSON.
  --seconds N      stop after N seconds (10 when neither this nor --iterations is given)
  --threads T      run T seeds side by side and keep the best plan
  --clock cpu      count the seconds as CPU time, so that a busy machine plans as well as an idle one
  --iterations I   stop after I steps; with a seed the plan is the same on every run
  --bks COST       best-known cost, to print the gap to it
  --json, --svg, --sol   write the plan as JSON, as a picture, as a VRPLIB solution`

const number = (name: string, value: string | undefined): number | undefined => {
  if (value === undefined) return undefined
  const parsed = Number(value)
  if (!Number.isFinite(parsed) || parsed < 0)
    throw new InvalidProblem(`--${name}`, `must be a number of at least 0, not "${value}"`)
  return parsed
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const
  const options = {
    seconds: text,
    threads: text,
    seed: text,
    iterations: text,
    clock: text,
    bks: text,
    json: text,
    svg: text,
    sol: text,
    help: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const file = positionals[0]
  if (values.help || file === undefined) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const { problem, unit } = readProblem(readFileSync(file, 'utf8'))
  const iterations = number('iterations', values.iterations)
  const seconds = number('seconds', values.seconds) ?? (iterations === undefined ? 10 : undefined)
  let shown = 0
  const plan = await solveInThreads(problem, {
    threads: number('threads', values.threads) ?? 1,
    seed: number('seed', values.seed) ?? 1,
    clock: values.clock === 'cpu' ? 'cpu' : 'wall',
    ...(iterations === undefined ? {} : { iterations }),
    ...(seconds === undefined ? {} : { milliseconds: seconds * 1000 }),
    onProgress: ({ thread, iterations: steps, fraction, cost }) => {
      if (Date.now() - shown < 500) return
      shown = Date.now()
      console.error(
        `${String(Math.round(fraction * 100)).padStart(3)}%  thread ${thread + 1}  ${steps} steps  cost ${(cost / unit).toFixed(1)}`,
      )
    },
  })
  const best = number('bks', values.bks) ?? problem.bestKnown
  const gap = best === undefined ? '' : `  gap ${((plan.cost / unit / best - 1) * 100).toFixed(2)}% to ${best}`
  const trips = plan.vehicles.reduce((sum, day) => sum + day.trips.length, 0)
  console.log(
    `${problem.name ?? file}: cost ${plan.cost / unit}${gap}  vehicles ${plan.vehicles.length}  trips ${trips}  unserved ${plan.unserved.length}`,
  )
  for (const { stop, reason, change } of plan.unserved) {
    console.log(
      `  ${stop}: ${reason}${change ? `; would fit with ${change.field} of ${change.of} ${change.id} = ${change.value}` : ''}`,
    )
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(plan, null, 2)}\n`)
  if (values.sol) writeFileSync(values.sol, writeSolution(problem, plan, unit))
  if (values.svg) writeFileSync(values.svg, drawPlan(problem, plan) ?? '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
  const violations = checkPlan(problem, plan)
  for (const violation of violations) console.error(`violation: ${violation}`)
  return violations.length === 0 ? 0 : 1
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const expected = error instanceof Error && (error instanceof InvalidProblem || 'code' in error)
    console.error(expected ? error.message : error)
    process.exitCode = 2
  },
)
