import * as courier from '../../http/courier/contract'
import type { z } from 'zod'
import * as storeOrders from '../../http/store/orders/contract'
import * as storeDelivery from '../../http/store/delivery/contract'
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
      await loadAll(who, runId)
      await who.call(courier.departRun, { params: { runId } })
      const run = await who.call(courier.showRun, { params: { runId } })
      for (const { drops } of run.stopList) {
        for (const drop of drops.filter(({ status }) => status === 'waiting')) {
          const customer = rng.fork(`${i} ${drop.number}`).chance(NOBODY_THERE) ? undefined : codes.get(drop.number)
          const ok = await handOver(who, drop, customer)
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

/** Who waits for an order and what they would say at the door. */
interface Customer {
  readonly who: Person
  readonly number: string
  readonly orderId: string
  readonly code: string
}

/** The customers, by the order's number. */
async function codesOf(placed: readonly Placed[]): Promise<ReadonlyMap<string, Customer>> {
  const told = await inParallel(placed, 6, async ({ orderId, who }) => {
    const { number, groups } = await who.call(storeOrders.showOrder, { params: { orderId } })
    return [number, { who, number, orderId, code: groups[0]?.handoverCode ?? '' }] as const
  })
  return new Map(told)
}

/** Scans every label of the run. */
async function loadAll(who: Person, runId: string): Promise<void> {
  const { stopList } = await who.call(courier.showRun, { params: { runId } })
  const waiting = stopList.flatMap(({ drops }) => drops).filter(({ status }) => status === 'waiting')
  await who.call(courier.loadRun, { params: { runId }, body: { scanned: waiting.flatMap(({ boxCodes }) => boxCodes) } })
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
      // a colleague was faster, or has the pass for a door on the way: the next one
      if (!(error instanceof Refused && ['run_taken', 'skill_missing'].includes(error.code))) throw error
    }
  }
  return undefined
}

type Drop = z.output<(typeof courier.failDrop)['answer']>['drop']

/** Nobody there: after a call the box goes back. A locker keeps it until its customer opens the door. */
async function handOver(who: Person, drop: Drop, customer: Customer | undefined): Promise<boolean> {
  const params = { dropId: drop.id }
  if (!customer) {
    const { drop: failed } = await who.call(courier.failDrop, { params, body: { reason: 'nobody_there' } })
    if (failed.status === 'held')
      await who.call(courier.decideDrop, { params, body: { decision: 'return_to_kitchen' } })
    return false
  }
  const { code, number } = customer
  if (drop.pointKind !== 'locker') {
    await who.call(courier.handOver, { params, body: { code } })
    return true
  }
  await who.call(courier.storeDrop, { params })
  const { servicePointId } = await pointOf(customer, number)
  await customer.who.call(storeDelivery.openLocker, { params: { servicePointId }, body: { number, code } })
  return true
}

/** Where the customer's page says the order lies. */
async function pointOf({ who, orderId }: Customer, number: string) {
  const { groups } = await who.call(storeDelivery.showDelivery, { params: { orderId } })
  const stored = groups.find(({ status }) => status === 'stored')
  if (!stored) throw new Error(`order ${number} should lie in a locker`)
  return stored
}
