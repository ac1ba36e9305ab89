import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

export interface Report {
  readonly bench: string
  readonly summary: Readonly<Record<string, unknown>>
  readonly rows: readonly Readonly<Record<string, string | number>>[]
}

/** What the figures were measured on; the load says how much to trust wall times. */
export const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: loadavg().map((load) => Math.round(load * 100) / 100),
})

/** Prints the rows as a table and, where asked, writes everything as JSON. */
export function report({ bench, summary, rows }: Report, jsonFile?: string): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (row: Report['rows'][number], column: string) => {
    const value = row[column]
    return value === undefined
      ? ''
      : typeof value === 'number'
        ? value.toLocaleString('en', { maximumFractionDigits: 2 })
        : value
  }
  const width = columns.map((column) => Math.max(column.length, ...rows.map((row) => cell(row, column).length)))
  const line = (cells: readonly string[]) =>
    cells.map((text, i) => (i === 0 ? text.padEnd(width[i] ?? 0) : text.padStart(width[i] ?? 0))).join('  ')
  console.log(line(columns))
  for (const row of rows) console.log(line(columns.map((column) => cell(row, column))))
  const on = machine()
  console.log(`${on.cores} × ${on.cpu}, Node ${on.node}, load ${on.load.join(' ')}`)
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ bench, machine: on, summary, rows }, null, 2)}\n`)
}
