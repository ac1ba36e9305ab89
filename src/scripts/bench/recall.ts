import { parseArgs } from 'node:util'
import { readBack, readForward } from '../../http/procurement/tracing/views'
import { batchesOfDishes } from '../../kitchen/trace-batches'
import { dishesOfOrder } from '../../ordering/trace-orders'
import type { App } from '../../platform/app'
import { round } from './load'
import { fillTrace, TRACE } from './recall-data'
import { report } from './report'
import { openBenchDatabase } from './requirements/database'

/** Only says how many days a lot is good for, which is not what is measured. */
const TODAY = '2026-11-23'
const ROUNDS = 20

const quantile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const answer = await work()
  times.push(performance.now() - start)
  return answer
}

/** Back: from an order to its dishes, their batches and the lots in them. */
async function backFrom(app: App, orderId: string) {
  const lines = await dishesOfOrder(app, [TRACE.operatorId], orderId)
  return readBack(app, lines, await batchesOfDishes(app, lines))
}

/** `npm run bench -- recall [--json FILE]`: from a lot to its orders and back, on a million issue rows of a database of its own. */
export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { json: { type: 'string' } } })
  const { app, close } = await openBenchDatabase((line) => console.log(line))
  try {
    const filling: number[] = []
    const issueRows = await timed(filling, () => fillTrace(app.pool))
    const [forward, back]: [number[], number[]] = [[], []]
    let [orders, batches, lots] = [0, 0, 0]
    for (let i = 0; i < ROUNDS; i += 1) {
      // every other one is among the ten that lie in thousands of batches
      const lotId = `lot_${i % 2 === 0 ? 1 + ((i / 2) % 10) : 11 + ((i * 997) % TRACE.lots)}`
      const { totals } = await timed(forward, () => readForward(app, lotId, TODAY))
      orders = Math.max(orders, totals.orders)
      batches = Math.max(batches, totals.batches)
      const { dishes } = await timed(back, () => backFrom(app, `ord_${1 + ((i * 9_973) % TRACE.orders)}`))
      lots = Math.max(lots, dishes.flatMap((dish) => dish.batches.flatMap((batch) => batch.lots)).length)
    }
    report(
      {
        bench: 'recall',
        summary: {
          issueRows,
          forwardMs: quantile(forward, 0.5),
          forwardWorstMs: quantile(forward, 1),
          backMs: quantile(back, 0.5),
          backWorstMs: quantile(back, 1),
          mostBatches: batches,
          mostOrders: orders,
          mostLots: lots,
          fillS: round((filling[0] ?? 0) / 1_000),
        },
        rows: [
          { from: 'lot to orders', 'p50 ms': quantile(forward, 0.5), 'worst ms': quantile(forward, 1), rounds: ROUNDS },
          { from: 'order to lots', 'p50 ms': quantile(back, 0.5), 'worst ms': quantile(back, 1), rounds: ROUNDS },
        ],
      },
      values.json,
    )
    console.log(`${issueRows} issue rows; the widest lot lies in ${batches} batches and ${orders} orders`)
  } finally {
    await close()
  }
}
