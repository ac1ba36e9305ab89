import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runInThread } from '../../platform/thread'
import { machine } from './report'
import type { Measurement, Row } from './routing-worker'

/** All problem files below a folder, sorted; the set of a file is the name of the folder that holds it. */
function problemFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => path.resolve(dir, name))
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

const measure = (file: string, seconds: number, threads: number, bestKnown: Map<string, number>): Promise<Row> => {
  const key = `${path.basename(path.dirname(file))}/${path.basename(file).replace(/\.\w+$/, '')}`
  const job = { file, seconds, threads, bestKnown: bestKnown.get(key) ?? null }
  return runInThread<Measurement, Row>('src/scripts/bench/routing-worker.ts', job)
}

const shown = (gap: number | null): string => (gap === null ? '-' : gap.toFixed(2)).padStart(7)

function printRow(row: Row): void {
  const notes = `${row.unserved > 0 ? `  ${row.unserved} unserved` : ''}${row.violations > 0 ? `  ${row.violations} VIOLATIONS` : ''}`
  console.log(
    `${`${row.set}/${row.instance}`.padEnd(24)}${shown(row.gap)}  ${shown(row.nearestNeighbourGap)}  ${shown(row.savingsGap)}  ${row.cpuSeconds.toFixed(1).padStart(6)}  ${String(row.iterationsPerSecond).padStart(7)}  ${row.peakMb}${notes}`,
  )
}

/** Mean gap in percent and number of files by set; the mean is null when a file has no gap. */
function summarise(rows: readonly Row[]): Record<string, { meanGap: number | null; files: number }> {
  const summary: Record<string, { meanGap: number | null; files: number }> = {}
  for (const set of new Set(rows.map((row) => row.set))) {
    const own = rows.filter((row) => row.set === set)
    const gaps = own.flatMap(({ gap }) => (gap === null ? [] : [gap]))
    const mean = gaps.length === own.length ? gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length : null
    summary[set] = { meanGap: mean, files: own.length }
  }
  return summary
}

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
    printRow(row)
  }
  const summary = summarise(rows)
  for (const [set, { meanGap, files }] of Object.entries(summary))
    console.log(`${set}: mean gap ${meanGap === null ? 'unknown' : `${meanGap.toFixed(3)}%`} over ${files} files`)
  if (!values.json) return
  const report = { bench: 'routing', machine: machine(), seconds, threads, summary, rows }
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
}
