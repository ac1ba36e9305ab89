import * as courier from '../../http/courier/contract'
import * as store from '../../http/store/contract'
import type { Rng } from '../city/rng'
import { type Person, Refused } from './api'
import type { Placed } from './order'
import { inParallel } from './patience'
import { progress } from './progress'

const NOBODY_THERE = 0.01

export interface Delivered {
  readonly runs: number
  readonly stops: number
  readonly boxes: number
  readonly delivered: number
  readonly failed: number
  readonly metres: number
}

/** Couriers share the runs, drive them and hand over against the code each customer says. */
export async function deliverLunch(
  couriers: readonly Person[],
  placed: readonly Placed[],
  rng: Rng,
  date: string,
): Promise<Delivered> {
  const codes = await codesOf(placed)
  const bar = progress('couriers hand over', placed.filter(({ cancelled }) => !cancelled).length)
  const shares = await inParallel(couriers, couriers.length, async (who, i) => {
    const own = { runs: 0, stops: 0, boxes: 0, delivered: 0, failed: 0, metres: 0 }
    for (let runId = await claimOne(who, date); runId; runId = await claimOne(who, date)) {
      await who.call(courier.departRun, { params: { runId } })
      const run = await who.call(courier.showRun, { params: { runId } })
      for (const { drops } of run.stopList) {
        for (const drop of drops.filter(({ status }) => status === 'waiting')) {
          const code = rng.fork(`${i} ${drop.number}`).chance(NOBODY_THERE) ? undefined : codes.get(drop.number)
          const ok = await handOver(who, drop.id, code)
          own[ok ? 'delivered' : 'failed'] += 1
          bar.tick()
        }
      }
      own.runs += 1
      own.stops += run.stops
      own.boxes += run.boxes
      own.metres += run.metres
    }
    return own
  })
  bar.end()
  const sum = (of: (share: Delivered) => number) => shares.reduce((total, share) => total + of(share), 0)
  return {
    runs: sum(({ runs }) => runs),
    stops: sum(({ stops }) => stops),
    boxes: sum(({ boxes }) => boxes),
    delivered: sum(({ delivered }) => delivered),
    failed: sum(({ failed }) => failed),
    metres: sum(({ metres }) => metres),
  }
}

/** What each customer would say at the door, by the order's number. */
async function codesOf(placed: readonly Placed[]): Promise<ReadonlyMap<string, string>> {
  const told = await inParallel(placed, 6, async ({ orderId, who }) => {
    const { number, groups } = await who.call(store.showOrder, { params: { orderId } })
    return [number, groups[0]?.handoverCode ?? ''] as const
  })
  return new Map(told)
}

/** The next free run of a day; undefined when all are taken. */
async function claimOne(who: Person, date: string): Promise<string | undefined> {
  const { sites } = await who.call(courier.listRuns, { query: { date } })
  for (const { id: runId, status } of sites.flatMap(({ runs }) => runs)) {
    if (status !== 'planned') continue
    try {
      await who.call(courier.claimRun, { params: { runId } })
      return runId
    } catch (error) {
      // a colleague was faster: the next one
      if (!(error instanceof Refused && error.code === 'run_taken')) throw error
    }
  }
  return undefined
}

async function handOver(who: Person, dropId: string, code: string | undefined): Promise<boolean> {
  const params = { dropId }
  if (code) await who.call(courier.handOver, { params, body: { code } })
  else await who.call(courier.failDrop, { params, body: { reason: 'nobody_there' } })
  return code !== undefined
}
