import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startRedis } from '../up/redis'
import { openState } from '../up/state'
import { checkCity } from './city/check-city'
import { measureSpeedUp, withoutMerging } from './city/compare'
import { startCrew } from './city/crew'
import { figuresOf, kmBy, peakOf, rowOf } from './city/figures'
import { generateLunch } from './city/generate'
import { shareOut } from './city/share-out'
import { round } from './load'
import { report } from './report'

/** One a core of the machines this is meant for. */
const WORKERS = 2
/** CPU time a kitchen; more brings less than a hundredth. */
const THINKING_MS = 1_500
/** How many kitchens show what merging and a second worker bring; the others would say the same. */
const SAMPLE = 10

/** `[--orders 100000] [--json OUT]`: a city's lunch from single orders to tours, through worker processes. */
export async function run(argv: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...argv], options: { orders: text, json: text, thinking: text } })
  const orders = Number(values.orders ?? 100_000)
  if (!Number.isInteger(orders) || orders < 1) throw new Error('bench city: --orders must be a whole number above 0')
  const milliseconds = Number(values.thinking ?? THINKING_MS)

  const redis = await openRedis()
  const crew = await startCrew(redis.url, WORKERS)
  try {
    const startedAt = performance.now()
    const city = generateLunch(orders)
    const shared = shareOut(city)
    const readyAt = performance.now()
    const routed = await crew.route(shared.merged.map((lunch) => ({ lunch, budget: { milliseconds }, compare: true })))
    const seconds = round((performance.now() - startedAt) / 1_000)
    const violations = checkCity(city, shared, routed)
    const figures = figuresOf(routed)

    const sample = shared.merged.slice(0, SAMPLE)
    const perOrder = await withoutMerging(crew, sample, shared.unmerged, milliseconds)
    const speedUp = await measureSpeedUp(redis.url, crew, sample)
    const peakMb = peakOf([...routed, ...perOrder])
    const summary = {
      seconds,
      peakMb,
      km: figures.km,
      greedyKm: kmBy(routed, 'nearestVehicle'),
      violations: violations.length,
      boxesPerStop: figures.boxesPerStop,
      savingsKm: kmBy(routed, 'savings'),
      stopsPerKm: figures.stopsPerKm,
      orders,
      kitchens: routed.length,
      communitiesLeft: shared.left,
      preparationSeconds: round((readyAt - startedAt) / 1_000),
      perBuilding: figuresOf(routed.filter(({ kitchenId }) => sample.some((lunch) => lunch.kitchenId === kitchenId))),
      perOrder: figuresOf(perOrder),
      speedUp,
    }
    report({ bench: 'city', summary, rows: routed.map(rowOf) }, values.json)
    say(summary, violations)
  } finally {
    await crew.close()
    await redis.close()
  }
}

/** The Redis of REDIS_URL, or one of our own that is thrown away. */
async function openRedis(): Promise<{ url: string; close: () => Promise<void> }> {
  const url = process.env['REDIS_URL']
  if (url) return { url, close: () => Promise.resolve() }
  const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  const server = await startRedis({ state: openState(folder), durable: false })
  const close = async () => {
    await server.stop?.()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, close }
}

interface Summary {
  readonly seconds: number
  readonly peakMb: number
  readonly km: number
  readonly greedyKm: number
  readonly savingsKm: number
  readonly boxesPerStop: number
  readonly stopsPerKm: number
  readonly orders: number
  readonly kitchens: number
  readonly perBuilding: ReturnType<typeof figuresOf>
  readonly perOrder: ReturnType<typeof figuresOf>
  readonly speedUp: Awaited<ReturnType<typeof measureSpeedUp>>
}

function say(summary: Summary, violations: readonly string[]): void {
  const { seconds, peakMb, km, greedyKm, savingsKm, boxesPerStop, stopsPerKm, perBuilding, perOrder, speedUp } = summary
  const less = (than: number) => `${round((1 - km / than) * 100)}% less than ${than} km`
  console.log(`${summary.orders} orders, ${summary.kitchens} kitchens: ${seconds} s, at most ${peakMb} MB`)
  console.log(`${km} km: ${less(greedyKm)} by the nearest vehicle, ${less(savingsKm)} by savings`)
  console.log(`${boxesPerStop} boxes a stop, ${stopsPerKm} stops a kilometre, ${violations.length} violations`)
  console.log(
    `a stop an order instead of a building (${speedUp.kitchens} kitchens): ${perOrder.km} km for ${perBuilding.km}, ` +
      `${perOrder.tours} tours for ${perBuilding.tours}, ${perOrder.courierHours} courier hours for ${perBuilding.courierHours}, ` +
      `${perOrder.unserved} stops left`,
  )
  console.log(
    `${speedUp.kitchens} kitchens: ${speedUp.one} s by one worker, ${speedUp.two} s by two (${speedUp.times} times as fast)`,
  )
  for (const each of violations.slice(0, 10)) console.log(`VIOLATION ${each}`)
}
