import { parseArgs } from 'node:util'
import { openApp } from '../../platform/app'
import { judge, type Verdict } from './intake/judge'
import { prepareStage } from './intake/prepare'
import { goodputOf, runSurge, timesOf } from './intake/run-surge'
import { surgeOf } from './intake/surge'
import { closedLoop, measured, round } from './load'
import { preparePlainMedusa, purchaseOnce } from './plain-medusa'
import { report } from './report'
import { openStack } from './stack'

/** What the rush is measured at: employees of the profile, and in how much time they come. */
const EMPLOYEES = 5_000
const PROFILE_SECONDS = 300
const FACTORS = [1, 5, 20] as const

interface Row extends Verdict {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly placed: number
  /** Orders a second while people were turned away. */
  readonly goodput: number
  readonly shed: number
  readonly wrong: number
}

/**
 * The rush before a cut-off at ×1, ×5 and ×20 of 5,000 employees in five minutes, beside plain Medusa's cart flow.
 * `--seconds` shortens the time and the crowd alike, so the rate stays.
 */
export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'string' }, seconds: { type: 'string', default: '60' } },
  })
  const seconds = Number(values.seconds)
  const tell = (line: string) => console.error(`… ${line}`)
  const stack = await openStack(tell)
  const app = await openApp({ ...stack.config, LOG_LEVEL: 'error' }, { name: 'bench', poolSize: 8 })
  try {
    await stack.start('commerce')
    const medusa = await preparePlainMedusa(stack.config)
    await closedLoop(2, 3, () => purchaseOnce(medusa))
    tell('plain Medusa, 8 clients')
    const plain = await closedLoop(8, Math.min(20, seconds), () => purchaseOnce(medusa))
    await stack.start('web')
    const base = `http://127.0.0.1:${stack.config.PORT}`
    const warm = { name: 'warm', employees: 300, seconds: 5 }
    await runSurge(await prepareStage(app, base, warm), surgeOf(warm, 'warm'))
    const rows: Record<string, Row> = {}
    for (const factor of FACTORS) {
      const employees = Math.round((EMPLOYEES * factor * seconds) / PROFILE_SECONDS)
      tell(`×${factor}: ${employees} employees in ${seconds} s`)
      const surge = { employees, seconds }
      const stage = await prepareStage(app, base, { name: `x${factor}`, ...surge })
      const startedAt = performance.now()
      const outcomes = await runSurge(stage, surgeOf(surge, `intake ${factor}`))
      const took = (performance.now() - startedAt) / 1_000
      const verdict = await judge(app.pool, { ...stage, cutoffMs: seconds * 1_000 }, outcomes)
      const { p50Ms, p99Ms } = timesOf(outcomes, took)
      const placed = outcomes.filter(({ orderId }) => orderId).length
      rows[`x${factor}`] = {
        perSecond: measured(
          outcomes.filter(({ orderId }) => orderId).map(({ ms }) => ms),
          0,
          took,
        ).perSecond,
        p50Ms,
        p99Ms,
        placed,
        goodput: goodputOf(outcomes),
        shed: outcomes.reduce((sum, { shed }) => sum + shed, 0),
        wrong: Object.values(verdict).reduce((sum, count) => sum + count, 0),
        ...verdict,
      }
    }
    tell('our intake, 8 clients')
    const own = await intakeRate(app, base, Math.min(20, seconds))
    const ratioToMedusa = round(own / (plain.perSecond || 1))
    const goodputShare = round((rows['x20']?.goodput ?? 0) / (own || 1))
    const summary = { ...rows, goodputShare, plainMedusa: plain.perSecond, intake: own, ratioToMedusa }
    report({ bench: 'intake', summary, rows: Object.entries(rows).map(([run, row]) => ({ run, ...row })) }, values.json)
    console.log(`intake ${own}/s, ${ratioToMedusa} × plain Medusa's ${plain.perSecond}/s, at 8 clients`)
  } finally {
    await app.close()
    await stack.close()
  }
}

/** Covered orders a second with eight who ask again as soon as they are answered. */
async function intakeRate(app: Parameters<typeof prepareStage>[0], base: string, seconds: number): Promise<number> {
  const stage = await prepareStage(app, base, { name: 'loop', employees: 20_000, seconds: 600 })
  const acts = surgeOf({ employees: 20_000, seconds: 1 }, 'loop').map((act) => {
    return { ...act, doubled: false, cancels: false, scarce: false, at: 0 }
  })
  let next = 0
  const { perSecond } = await closedLoop(8, seconds, async () => {
    const act = acts[next++]
    const [outcome] = act ? await runSurge(stage, [act]) : []
    if (!outcome?.orderId) throw new Error(outcome?.answers[0]?.body ?? 'nobody is left to order')
  })
  return perSecond
}
