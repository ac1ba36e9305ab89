import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { baselines } from '../../delivery/engine/baselines'
import { checkPlan } from '../../delivery/engine/checker'
import { readProblem } from '../../delivery/engine/formats/read'
import { solve } from '../../delivery/engine/solve'
import { solveInThreads } from '../../delivery/planning/engine-pool'

interface Row {
  readonly set: string
  readonly instance: string
  readonly stops: number
  readonly cost: number
  readonly bestKnown: number | null
  readonly gap: number | null
  readonly nearestNeighbourGap: number | null
  readonly savingsGap: number | null
  readonly cpuSeconds: number
  readonly iterationsPerSecond: number
  readonly peakMb: number
  readonly unserved: number
  readonly violations: number
}

/** CPU time of this process in milliseconds: on a shared machine the wall clock would measure the neighbours. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** All problem files below a folder, sorted; the set of a file is the name of the folder that holds it. */
function problemFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(dir, name))
    .filter((file) => /\.(vrp|txt|json)$/i.test(file) && statSync(file).isFile())
    .toSorted()
}

/** Best-known values by `set/instance`, from a table with the columns set, instance and bks. */
function readBestKnown(file: string | undefined): Map<string, number> {
  if (file === undefined) return new Map()
  const [head, ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  const column = (name: string) => head!.indexOf(name)
  return new Map(rows.map((row) => [`${row[column('set')]}/${row[column('instance')]}`, Number(row[column('bks')])]))
}

const percentAbove = (cost: number | null, best: number | null): number | null =>
  cost === null || best === null ? null : (cost / best - 1) * 100

async function measure(file: string, seconds: number, threads: number, bestKnown: Map<string, number>): Promise<Row> {
  const set = path.basename(path.dirname(file))
  const instance = path.basename(file).replace(/\.\w+$/, '')
  const { problem, unit } = readProblem(readFileSync(file, 'utf8'))
  const best = bestKnown.get(`${set}/${instance}`) ?? problem.bestKnown ?? null
  const simple = baselines(problem)
  let iterations = 0
  const onProgress = (progress: { iterations: number }) => {
    iterations = progress.iterations
  }
  const before = cpu()
  // One thread is held to CPU seconds; several share the process's clock, so they are held to the wall clock.
  const plan =
    threads === 1
      ? solve(problem, { milliseconds: seconds * 1000, clock: cpu, onProgress })
      : await solveInThreads(problem, { threads, milliseconds: seconds * 1000, onProgress })
  const used = (cpu() - before) / 1000
  const inUnit = (cost: number | null) => (cost === null ? null : cost / unit)
  return {
    set,
    instance,
    stops: problem.stops.length,
    cost: plan.cost / unit,
    bestKnown: best,
    gap: plan.unserved.length > 0 ? null : percentAbove(plan.cost / unit, best),
    nearestNeighbourGap: percentAbove(inUnit(simple.nearestNeighbour), best),
    savingsGap: percentAbove(inUnit(simple.savings), best),
    cpuSeconds: used,
    iterationsPerSecond: Math.round(iterations / used),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    unserved: plan.unserved.length,
    violations: checkPlan(problem, plan).length,
  }
}

const shown = (gap: number | null): string => (gap === null ? '-' : gap.toFixed(2)).padStart(7)

/** `--dir DIR [--bks FILE] --seconds S [--threads 1] [--json OUT]`: gaps per instance and set, beside two simple methods. */
export async function run(argv: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...argv],
    options: { dir: text, bks: text, seconds: text, threads: text, json: text },
  })
  if (values.dir === undefined) throw new Error('bench routing: --dir DIR is needed')
  const seconds = Number(values.seconds ?? 1)
  const threads = Number(values.threads ?? 1)
  const bestKnown = readBestKnown(values.bks)
  const rows: Row[] = []
  console.log(`${'instance'.padEnd(24)}  gap %   near %  saves %   CPU s     it/s   MB`)
  for (const file of problemFiles(values.dir)) {
    const row = await measure(file, seconds, threads, bestKnown)
    rows.push(row)
    const notes = `${row.unserved > 0 ? `  ${row.unserved} unserved` : ''}${row.violations > 0 ? `  ${row.violations} VIOLATIONS` : ''}`
    console.log(
      `${`${row.set}/${row.instance}`.padEnd(24)}${shown(row.gap)}  ${shown(row.nearestNeighbourGap)}  ${shown(row.savingsGap)}  ${row.cpuSeconds.toFixed(1).padStart(6)}  ${String(row.iterationsPerSecond).padStart(7)}  ${row.peakMb}${notes}`,
    )
  }
  const summary: Record<string, { meanGap: number | null; files: number }> = {}
  for (const set of new Set(rows.map((row) => row.set))) {
    const own = rows.filter((row) => row.set === set)
    const gaps = own.flatMap(({ gap }) => (gap === null ? [] : [gap]))
    const mean = gaps.length === own.length ? gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length : null
    summary[set] = { meanGap: mean, files: own.length }
    console.log(`${set}: mean gap ${mean === null ? 'unknown' : `${mean.toFixed(3)}%`} over ${own.length} files`)
  }
  const machine = {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    node: process.version,
    load: os.loadavg(),
  }
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ bench: 'routing', machine, seconds, threads, summary, rows }, null, 2)}\n`,
    )
}

if (require.main === module) void run(process.argv.slice(2))
