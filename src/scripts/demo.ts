import { parseArgs } from 'node:util'
import * as dispatch from '../http/dispatch/contract'
import * as operator from '../http/operator/contract'
import * as store from '../http/store/contract'
import { addDays, dateIn, instantOf } from '../kernel/time'
import { DEMO_PASSWORD } from '../people/demo-accounts'
import { rngOf } from './city/rng'
import { person } from './demo/api'
import { cookLunch } from './demo/cook'
import { assemble } from './demo/crew'
import { deliverLunch } from './demo/deliver'
import { orderLunch } from './demo/order'
import { until } from './demo/patience'
import { restock } from './demo/restock'
import { staffAccounts } from './demo/staff'
import { table } from './demo/table'
import { runningConfig } from './up/running-config'

const HELP = `npm run demo -- [--orders 300] [--seed 1]

Drives a whole service day through the public API of the Linli that runs here, as all its people would:
residents order tomorrow's lunch, kitchens cook it, couriers bring it, buyers restock. The service clock is
moved along; it stays where the day ended.`

/** Long enough for the last payment under way to be decided. */
const AFTER_CUTOFF_MS = 3 * 60_000

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      orders: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const orders = Number(values.orders)
  if (!Number.isInteger(orders) || orders < 1) throw new Error('--orders needs a whole number above 0')
  const config = runningConfig()
  const base = `http://127.0.0.1:${config.PORT}`
  const startedAt = performance.now()

  const crew = await assemble(base, staffAccounts(), DEMO_PASSWORD)
  const operators = crew.of('operator')
  const [chief] = operators
  if (!chief) throw new Error('the demo city has no operator: start it with npm start')
  const setClock = (at: Date) => chief.call(operator.setClock, { body: { at: at.toISOString() } })

  const day = await chooseDay(base, chief)
  const wall = (date: string, time: string) => instantOf(date, time, day.zone)
  console.log(`Lunch of ${day.date}; ${orders} orders, seed ${values.seed}`)
  await setClock(wall(addDays(day.date, -1), '12:00'))
  const rng = rngOf(`demo ${values.seed}`)
  const crowd = await orderLunch(base, rng, orders, day.date)

  const lunches = async () => {
    const days = await Promise.all(operators.map((who) => who.call(operator.showDay, { query: { date: day.date } })))
    return days.flatMap(({ sites }) => sites.flatMap(({ meals }) => meals.filter(({ period }) => period === 'lunch')))
  }
  /** A run of the first wave says nothing of the second. */
  const allPlanned = async () => {
    const boards = await Promise.all(operators.map((who) => who.call(dispatch.listDays, { query: { date: day.date } })))
    return boards.flatMap(({ sites }) => sites.flatMap(({ meals }) => meals)).every(({ planning }) => !planning)
  }
  const cutoffs = (await lunches()).map(({ cutoffAt }) => Date.parse(cutoffAt))
  await setClock(new Date(Math.max(...cutoffs) + AFTER_CUTOFF_MS))
  await until('every lunch is closed, batched and routed', async () => {
    const isReady = (await lunches()).every(({ closed, orders: own, batches, runs }) => {
      return closed && (own === 0 || (sum(Object.values(batches)) > 0 && sum(Object.values(runs)) > 0))
    })
    return isReady && (await allPlanned()) ? true : undefined
  })
  await setClock(new Date(Math.max(...cutoffs.map((at) => at + AFTER_CUTOFF_MS), +wall(day.date, '10:40'))))
  const cooked = await cookLunch(crew.of('kitchen'), day.date)
  await setClock(wall(day.date, '11:20'))
  const delivered = await deliverLunch(crew.of('courier'), crowd.placed, rng, day.date)
  await setClock(wall(day.date, '14:00'))
  const restocked = await restock(crew.of('procurement'), operators, crew.of('supplier'), day.date)

  const firm = crowd.placed.filter(({ cancelled }) => !cancelled)
  table([
    [
      'orders',
      `${crowd.placed.length}`,
      `${crowd.placed.length - firm.length} cancelled, ${crowd.soldOut} met a sold-out dish`,
    ],
    ['revenue', yuan(sum(firm.map(({ totalMinor }) => totalMinor))), ''],
    ['batches', `${cooked.batches}`, `${cooked.tickets} tickets`],
    ['runs', `${delivered.runs}`, `${delivered.delivered} handed over, ${delivered.failed} failed`],
    ['boxes per stop', ratio(delivered.boxes, delivered.stops), `${delivered.boxes} boxes at ${delivered.stops} stops`],
    ['km', (delivered.metres / 1_000).toFixed(1), `${ratio(delivered.stops, delivered.metres / 1_000)} stops per km`],
    ['purchase orders', `${restocked.purchaseOrders}`, yuan(restocked.totalMinor)],
    ['receipts', `${restocked.receipts}`, ''],
    ['took', `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`, 'now: npm run reconcile'],
  ])
}

/** The next lunch that nobody has missed yet. */
async function chooseDay(base: string, chief: ReturnType<typeof person>) {
  const { cities } = await person(base).call(store.listPlaces)
  const zone = cities[0]?.zone ?? 'UTC'
  const { now } = await chief.call(operator.showDay)
  const tomorrow = addDays(dateIn(zone, new Date(now)), 1)
  const noon = instantOf(addDays(tomorrow, -1), '12:00', zone)
  return { zone, date: new Date(now) <= noon ? tomorrow : addDays(tomorrow, 1) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const ratio = (a: number, b: number): string => (b > 0 ? (a / b).toFixed(2) : '–')
const yuan = (minor: number): string =>
  (minor / 100).toLocaleString('en', { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' })

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
