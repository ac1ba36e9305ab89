import { run as city } from './bench/city'
import { run as kitchen } from './bench/kitchen'
import { run as intake } from './bench/intake'
import { run as orders } from './bench/orders'
import { run as booking } from './bench/booking'
import { run as paint } from './bench/paint'
import { run as recall } from './bench/recall'
import { run as requirements } from './bench/requirements'
import { run as routing } from './bench/routing'

/** Every bench prints a table; `--json FILE` writes `{ bench, machine, summary, rows }`. */
const BENCHES: Readonly<Record<string, readonly [about: string, run: (argv: string[]) => Promise<unknown>]>> = {
  orders: ['taking, paying and recording orders, beside plain Medusa and a bare insert', orders],
  intake: ['the rush before a cut-off at ×1, ×5 and ×20: [--seconds 60]', intake],
  city: ['a lunch of a whole city, from orders to tours: [--orders 100000]', city],
  kitchen: ['planning the prep of a big lunch, beside earliest due date', kitchen],
  paint: ['from a ticket written until a kitchen’s tablet has painted it, in Chromium: [--tickets 60]', paint],
  requirements: ['recipes to needs, needs to lots, and whole plans with the database', requirements],
  booking: ['50,000 slot-days of availability, and races for the last room and slot', booking],
  recall: ['from a lot to its orders and back on a million issue rows', recall],
  routing: ['the routing engine on benchmark files: --dir DIR [--bks FILE] --seconds S', routing],
}

async function main([name = '', ...rest]: string[]): Promise<void> {
  const bench = BENCHES[name]
  if (bench) return void (await bench[1](rest))
  if (name) console.error(`There is no bench named ${name}.\n`)
  console.log('npm run bench -- NAME [options] [--json FILE]\n')
  for (const [known, [about]] of Object.entries(BENCHES)) console.log(`  ${known.padEnd(10)} ${about}`)
  if (name) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exit(1)
})
