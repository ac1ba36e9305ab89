import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { customersOf } from '../../people/queries'
import { recordOrders } from '../../ordering/record-orders'
import { openApp, type RunningApp } from '../../platform/app'
import { openCommerce } from '../../platform/commerce'
import type { Pool } from '../../platform/database'
import { openStreams, versionOf } from '../../platform/realtime'
import type { Process } from '../up/linli'
import { closedLoop, type Measured, measured, round } from './load'
import { preparePlainMedusa, purchaseOnce } from './plain-medusa'
import { cpuMs, residentMb } from './process-cost'
import { prepareShop, purchase, type Shop } from './purchase'
import { report } from './report'
import { openStack } from './stack'

const CLIENTS = [1, 8, 32] as const
const SUMMARY_CLIENTS = 8
/** Orders a second for the way from the phone to the kitchen's screen. */
const TICKET_RATE = 100
/** How long the last tickets may take before they count as missing. */
const LAST_TICKETS_MS = 3_000

interface Row extends Measured {
  readonly path: string
  readonly clients: number
  /** Of the process that answers, per operation. */
  readonly cpuMs: number
  /** Statements of the database, per operation. */
  readonly queries: number
}

/** Plain Medusa, our order path, recording in bulk and a bare insert, one after the other on one machine. */
export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'string' }, seconds: { type: 'string', default: '8' } },
  })
  const seconds = Number(values.seconds)
  const tell = (line: string) => console.error(`… ${line}`)
  const stack = await openStack(tell)
  const app = await openApp({ ...stack.config, LOG_LEVEL: 'error' }, { name: 'bench', poolSize: 40 })
  try {
    const base = `http://127.0.0.1:${stack.config.PORT}`
    const commerce = await stack.start('commerce')
    const medusa = await preparePlainMedusa(stack.config)
    const level = (path: string, own: Process | undefined, work: (client: number) => Promise<unknown>) => {
      return async (clients: number): Promise<Row> => {
        tell(`${path}, ${clients} clients`)
        return observe(app.pool, own, { path, clients, seconds, work })
      }
    }
    const rows: Row[] = []
    await closedLoop(2, 3, () => purchaseOnce(medusa))
    for (const clients of CLIENTS) rows.push(await level('plain Medusa', commerce, () => purchaseOnce(medusa))(clients))

    const webStart = performance.now()
    const web = await stack.start('web')
    const webReadyMs = performance.now() - webStart
    const webMb = residentMb(web.mark().pid)
    const shop = await prepareShop(base, app.pool, 64)
    await closedLoop(8, 3, (client) => purchase(shop, client))
    for (const clients of CLIENTS) {
      rows.push(await level('our order', web, (client) => purchase(shop, client))(clients))
    }
    rows.push(await recording(app, openCommerce(stack.config), commerce))
    await app.pool.query(
      'create table bench_insert (id bigint generated always as identity primary key, at timestamptz default now())',
    )
    const insert = () => app.pool.query('insert into bench_insert default values')
    for (const clients of CLIENTS) rows.push(await level('bare insert', undefined, insert)(clients))

    const workerStart = performance.now()
    const worker = await stack.start('worker')
    const workerReadyMs = performance.now() - workerStart
    const workerMb = residentMb(worker.mark().pid)
    await caughtUp(app.pool)
    const ticket = await orderToTicket(app, shop, seconds)
    const of = (path: string) => rows.find((row) => row.path === path && row.clients === SUMMARY_CLIENTS)
    const [plain, own, record, bare] = [
      of('plain Medusa'),
      of('our order'),
      rows.find(({ path }) => path === 'record in bulk'),
      of('bare insert'),
    ]
    const times = (row: Row | undefined) => round((row?.perSecond ?? 0) / (plain?.perSecond || 1))
    const figures = (row: Row | undefined) => ({
      perSecond: row?.perSecond ?? 0,
      p50Ms: row?.p50Ms ?? 0,
      p99Ms: row?.p99Ms ?? 0,
    })
    const start = { webMs: round(webReadyMs), webMb, workerMs: round(workerReadyMs), workerMb }
    const summary = {
      medusa: figures(plain),
      order: figures(own),
      record: { perSecond: record?.perSecond ?? 0 },
      insert: figures(bare),
      orderToMedusa: times(own),
      recordToMedusa: times(record),
      ticket,
      start,
    }
    report({ bench: 'orders', summary, rows: rows.map((row) => ({ ...row })) }, values.json)
    console.log(`our order ${times(own)} × plain Medusa, recording ${times(record)} ×, at ${SUMMARY_CLIENTS} clients`)
    console.log(
      `order → kitchen ticket at ${ticket.perSecond}/s: p50 ${ticket.p50Ms} ms, p99 ${ticket.p99Ms} ms (${ticket.count} orders, ${ticket.failed} failed)`,
    )
    console.log(`web ready in ${start.webMs} ms with ${webMb} MB, worker in ${start.workerMs} ms with ${workerMb} MB`)
  } finally {
    await app.close()
    await stack.close()
  }
}

interface Level {
  readonly path: string
  readonly clients: number
  readonly seconds: number
  readonly work: (client: number) => Promise<unknown>
}

/** One level of load with what it cost: CPU of the process that answers, statements of the database. */
async function observe(pool: Pool, own: Process | undefined, { path, clients, seconds, work }: Level): Promise<Row> {
  const before = await statements(pool)
  const cpuBefore = own ? cpuMs(own.mark().pid) : 0
  const result = await closedLoop(clients, seconds, work)
  const cpu = own ? cpuMs(own.mark().pid) - cpuBefore : 0
  const queries = (await statements(pool)) - before
  const each = (total: number) => round(total / Math.max(1, result.count))
  return { path, clients, ...result, cpuMs: each(cpu), queries: each(queries) }
}

async function statements(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ calls: string }>('select sum(calls) as calls from pg_stat_statements')
  return Number(rows[0]?.calls ?? 0)
}

/** Carries what was just ordered over to Medusa, a hundred a request. */
async function recording(app: RunningApp, client: ReturnType<typeof openCommerce>, own: Process): Promise<Row> {
  const MOST = 3_000
  await app.pool.query(`update ordering.orders set recorded_at = now() where recorded_at is null and id not in
    (select id from ordering.orders where placed_at is not null and recorded_at is null order by placed_at limit ${MOST})`)
  const times: number[] = []
  const before = await statements(app.pool)
  const cpuBefore = cpuMs(own.mark().pid)
  const startedAt = performance.now()
  let count = 0
  for (let batch = 1; batch > 0; count += batch) {
    const at = performance.now()
    batch = await recordOrders(app, client, customersOf)
    if (batch > 0) times.push(performance.now() - at)
  }
  const result = measured(times, 0, (performance.now() - startedAt) / 1_000)
  const each = (total: number) => round(total / Math.max(1, count))
  const perSecond = round(count / ((performance.now() - startedAt) / 1_000))
  const cost = { cpuMs: each(cpuMs(own.mark().pid) - cpuBefore), queries: each((await statements(app.pool)) - before) }
  return { path: 'record in bulk', clients: 1, ...result, count, perSecond, ...cost }
}

/** The kitchen has a ticket for everything that was ordered before. */
async function caughtUp(pool: Pool): Promise<void> {
  const behind = `select 1 from ordering.fulfilment_groups g where g.status = 'placed'
    and not exists (select 1 from kitchen.tickets t where t.group_id = g.id) limit 1`
  while ((await pool.query(behind)).rows.length > 0) await sleep(250)
}

/** From the moment an order is due to the moment its ticket is told to the kitchen's screens, at a steady rate. */
async function orderToTicket(app: RunningApp, shop: Shop, seconds: number) {
  const topic = `kitchen:${shop.siteId}`
  const seen = new Map<string, number>()
  const streams = openStreams(app.config, app.pool, app.log)
  const stop = streams.watch(topic, await versionOf(app.db, topic), ({ data }) => {
    const { number } = data as { number?: string }
    if (number && !seen.has(number)) seen.set(number, performance.now())
  })
  const due = new Map<string, number>()
  let failed = 0
  const startedAt = performance.now()
  const one = async (i: number) => {
    const at = startedAt + (i * 1_000) / TICKET_RATE
    await sleep(Math.max(0, at - performance.now()))
    await purchase(shop, i).then(
      ({ number }) => due.set(number, at),
      () => {
        failed += 1
      },
    )
  }
  await Promise.all(Array.from({ length: TICKET_RATE * seconds }, (_, i) => one(i)))
  await sleep(LAST_TICKETS_MS)
  stop()
  await streams.close()
  const waits = [...due].flatMap(([number, at]) => {
    const ticketAt = seen.get(number)
    return ticketAt === undefined ? [] : [ticketAt - at]
  })
  const { count, p50Ms, p99Ms } = measured(waits, 0, seconds)
  return { perSecond: TICKET_RATE, count, missing: due.size - count, failed, p50Ms, p99Ms }
}
