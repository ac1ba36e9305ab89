import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { BadArguments, HELP, readArguments } from './forecast/arguments'
import { assess } from './forecast/assess'
import { readInputs } from './forecast/read-inputs'
import { summaryOf, tableOf } from './forecast/report'
import { BadTable } from './forecast/table'

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function main(): number {
  const args = readArguments(process.argv.slice(2))
  if (!args) {
    console.log(HELP)
    return 0
  }
  const inputs = readInputs(args)
  const read = cpuSeconds()
  const assessment = assess(inputs, args)
  const cost = { cpuS: cpuSeconds(), peakMb: process.resourceUsage().maxRSS / 1024 }
  for (const note of inputs.notes) console.log(note)
  console.log(`${inputs.names.length} series on ${inputs.panel.days.length} days`)
  console.log(tableOf(assessment))
  const load = loadavg().map((own) => own.toFixed(1))
  console.log(
    `${cost.cpuS.toFixed(1)} CPU s (${read.toFixed(1)} to start and read, the rest ${assessment.trainings} trainings and all forecasts), peak ${cost.peakMb.toFixed(0)} MB, load ${load.join(' ')}`,
  )
  if (args.json) {
    const answer = { summary: summaryOf(assessment, cost), ...assessment, load }
    writeFileSync(args.json, `${JSON.stringify(answer, null, 2)}\n`)
  }
  return 0
}

try {
  process.exitCode = main()
} catch (error) {
  const isTheirs = error instanceof BadTable || error instanceof BadArguments || error instanceof TypeError
  console.error(isTheirs ? error.message : error)
  process.exitCode = 2
}
