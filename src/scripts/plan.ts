import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Answer } from '../procurement/planning/cases/answer'
import { BadCase, type Limits, solveFile } from '../procurement/planning/cases/solve-file'

const HELP = `npm run plan -- CASE.json [--seconds N] [--gap G] [--json OUT]

Plans a stand-alone case: items, suppliers and days with lots, packs, minimum orders and price breaks, or one of the
classic inventory problems. A file may hold one case or a list of them.
  --seconds N   stop looking for better after N seconds (60)
  --gap G       a proof this close to the best is good enough, as a share (0)
  --json OUT    write { cost, gap, orders } as JSON`

function show(answer: Answer, indent = ''): void {
  const { id, cost, gap, orders, infeasible, parts = [] } = answer
  const found = infeasible
    ? `infeasible: ${JSON.stringify(infeasible)}`
    : `${cost === null ? '' : `cost ${cost}`}${gap === null ? '' : `  gap ${(gap * 100).toFixed(3)}%`}`
  console.log(`${indent}${id ? `${id}: ` : ''}${found.trim()}`)
  const lines: readonly unknown[] = Array.isArray(orders) ? orders : []
  const plain = lines.every((line) => typeof line === 'number')
  if (plain && lines.length > 0) console.log(`${indent}  ${lines.join(' ')}`)
  else for (const line of lines) console.log(`${indent}  ${JSON.stringify(line)}`)
  for (const part of parts) show(part, `${indent}  `)
}

/** Every case of a list is planned, whatever happens to the others. */
async function solveAll(cases: readonly unknown[], limits: Limits): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const each of cases) {
    const named = (each as { id?: unknown } | null)?.id
    const id = typeof named === 'string' ? named : String(answers.length + 1)
    answers.push(
      await solveFile(each, limits).catch((error: unknown) => {
        if (!(error instanceof BadCase)) throw error
        return { id, cost: null, gap: null, orders: [], infeasible: { reason: 'bad_case', message: error.message } }
      }),
    )
  }
  return answers
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const
  const options = { seconds: text, gap: text, json: text, help: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [file] = positionals
  if (values.help || file === undefined) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const limits = { seconds: Number(values.seconds ?? 60), gap: Number(values.gap ?? 0) }
  if (!(limits.seconds > 0 && limits.gap >= 0)) throw new BadCase('--seconds must be above 0, --gap at least 0')
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const answer = Array.isArray(content) ? await solveAll(content, limits) : await solveFile(content, limits)
  const answers = Array.isArray(answer) ? answer : [answer]
  for (const each of answers) show(each)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(answer, null, 2)}\n`)
  return answers.some(({ infeasible }) => infeasible) ? 1 : 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const known = error instanceof BadCase || error instanceof SyntaxError || (error as NodeJS.ErrnoException).code
    console.error(known ? (error as Error).message : error)
    process.exitCode = 2
  },
)
