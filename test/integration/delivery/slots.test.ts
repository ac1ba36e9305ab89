import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RemakeWanted, RunsPlanned } from '../../../src/delivery/events'
import { runForCourier } from '../../../src/delivery/queries'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { departRun } from '../../../src/delivery/runs/depart-run'
import { failDrop } from '../../../src/delivery/runs/fail-drop'
import { importSlots } from '../../../src/delivery/slots/wish-slots'
import { storeRoutes } from '../../../src/http/store/routes'
import { instantOf } from '../../../src/kernel/time'
import { BatchesPlanned } from '../../../src/kitchen/events'
import { showService } from '../../../src/kitchen/queries'
import { batches } from '../../../src/kitchen/schema/batches'
import { closeDueMenus } from '../../../src/ordering/close-due-menus'
import { openPayments } from '../../../src/platform/payments/open'
import { outbox } from '../../../src/platform/schema'
import { delivery } from '../../../workers/delivery'
import { kitchen } from '../../../workers/kitchen'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { BEFORE, CUTOFF, offerOf, oneRice, raise, SERVICE_DATE } from '../ordering/neighbourhood'
import { load, planned } from './lunch'

const LUNCH = `md_k1_${SERVICE_DATE}_lunch`
const at = (time: string) => instantOf(SERVICE_DATE, time, 'Asia/Shanghai')
const slot = (from: string, to: string) => ({ from: at(from).toISOString(), to: at(to).toISOString() })

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let api: ReturnType<typeof caller>
beforeAll(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  const own = { operatorId: 'op', siteId: 'k1', period: 'lunch' as const, pointKinds: ['door' as const] }
  await importSlots(app, [
    { ...own, id: 's1', from: '11:00', to: '11:30' },
    { ...own, id: 's2', from: '11:20', to: '12:00' },
    { ...own, id: 's3', from: '12:00', to: '12:30' },
  ])
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
  api = caller(door.url, await guest(app))
})
afterAll(async () => {
  await door.close()
  await app.close()
})

const order = async (over: Record<string, unknown> = {}) => {
  const { status, body } = await api.post('/api/store/orders', oneRice(over))
  if (status !== 201) return { status, body }
  await api.post(`/api/store/local-payments/${body.payment.intentId}`, { decision: 'pay' })
  return { status, body }
}

it('R5 the slots are those of the mode and the meal: a lobby asks for none, and the fee follows too', async () => {
  const items = [{ offerId: offerOf('k1', 'rice'), quantity: 1 }]
  const quoted = async (servicePointId: string) => (await api.post('/api/store/quotes', { servicePointId, items })).body
  // what begins before the meal ends up within it; too little of it is none
  const atDoor = await quoted('door')
  expect(atDoor.groups[0].slots).toEqual([slot('11:30', '12:00'), slot('12:00', '12:30')])
  const atLobby = await quoted('lobby')
  expect(atLobby.groups[0].slots).toEqual([])
  expect([atDoor.feeMinor, atLobby.feeMinor]).toEqual([300, 0])
})

it('R5 an order keeps its slot, and one that is not on offer at its point is refused', async () => {
  const from = at('12:00').toISOString()
  const kept = await order({ slots: [{ menuDayId: LUNCH, from }] })
  expect(kept).toMatchObject({ status: 201, body: { groups: [{ slot: slot('12:00', '12:30') }] } })
  expect((await api.get(`/api/store/orders/${kept.body.id}`)).body.groups[0].slot).toEqual(slot('12:00', '12:30'))
  expect((await order()).body.groups[0].slot).toBeNull()
  for (const refused of [
    { slots: [{ menuDayId: LUNCH, from: at('11:00').toISOString() }] },
    { slots: [{ menuDayId: LUNCH, from }], servicePointId: 'lobby', totalMinor: 1_800 },
  ])
    expect(await order(refused)).toMatchObject({ status: 409, body: { error: { code: 'slot_gone' } } })
})

const done = new Set<string>()
/** Lets the kitchen and the delivery answer each other until nobody has anything to say; answers how often they spoke. */
async function untilQuiet(): Promise<number> {
  for (let spoken = 0; ; ) {
    const facts = await app.db.select().from(outbox).orderBy(asc(outbox.id))
    const open = facts.filter(({ id }) => !done.has(id))
    if (open.length === 0) return spoken
    for (const { id, event, payload } of open) {
      done.add(id)
      for (const [queue, handlers] of Object.entries({ kitchen, delivery })) {
        const handler = handlers.find((each) => each.event === event)
        if (handler) await handler.handle(app, queue, id, payload)
      }
    }
    spoken += open.length
    if (spoken > 500) throw new Error('they answer each other for ever')
  }
}

it('D1 one stop a building and slot; kitchen and runs come to rest, with every batch ready when its run is loaded', async () => {
  await order({ slots: [{ menuDayId: LUNCH, from: at('11:30').toISOString() }] })
  app.setNow(new Date(CUTOFF.getTime() + 60_000))
  await closeDueMenus(app)
  await untilQuiet()
  const { runs, stops } = await planned(app, LUNCH)
  expect(stops.map(({ windowFrom, windowTo }) => [windowFrom, windowTo])).toEqual(
    expect.arrayContaining([
      [at('11:30'), at('12:30')],
      [at('11:30'), at('12:00')],
      [at('12:00'), at('12:30')],
    ]),
  )
  for (const { eta, windowFrom, windowTo } of stops) {
    expect(eta! >= windowFrom).toBe(true)
    expect(eta! <= windowTo).toBe(true)
  }
  const cooked = await app.db.select().from(batches).where(eq(batches.menuDayId, LUNCH))
  expect(cooked.length).toBeGreaterThan(0)
  const first = Math.min(...runs.map(({ departAt }) => departAt.getTime()))
  const firstEnd = Math.min(...cooked.map(({ startBy, minutes }) => startBy.getTime() + minutes * 60_000))
  expect(firstEnd).toBeLessThanOrEqual(first)
})

it('food that cannot be ready any more in time makes its runs later, once, and the two rest again', async () => {
  const said = async (event: string) => (await app.db.select().from(outbox).where(eq(outbox.event, event))).length
  const [runsBefore, batchesBefore] = [await said(RunsPlanned.name), await said(BatchesPlanned.name)]
  // nobody has begun to cook, and the runs were to leave soon
  app.setNow(at('11:50'))
  const before = await planned(app, LUNCH)
  const { operatorId, siteId } = before.runs[0]!
  const kitchenSays = delivery.find(({ event }) => event === BatchesPlanned.name)
  await kitchenSays?.handle(app, 'delivery', 'evt-late', { menuDayId: LUNCH, operatorId, siteId })
  await untilQuiet()
  const after = await planned(app, LUNCH)
  for (const { departAt } of after.runs) expect(departAt >= at('12:02')).toBe(true)
  expect(await said(RunsPlanned.name)).toBeLessThanOrEqual(runsBefore + 2)
  expect(await said(BatchesPlanned.name)).toBeLessThanOrEqual(batchesBefore + 2)
  expect(await untilQuiet()).toBe(0)
})

it('D4 a damaged box is a ticket of its own in the kitchen, due at once, however often it is told', async () => {
  const [run] = (await planned(app, LUNCH)).runs
  await claimRun(app, { runId: run!.id, courierId: 'courier-1' })
  await load(app, run!.id, 'courier-1')
  app.setNow(run!.departAt)
  await departRun(app, { runId: run!.id, courierId: 'courier-1' })
  const [drop] = (await runForCourier(app, run!.id, 'courier-1')).stopList.flatMap(({ drops }) => drops)
  expect(await failDrop(app, { dropId: drop!.id, courierId: 'courier-1', reason: 'damaged' })).toBe('remake')
  await untilQuiet()
  const again = kitchen.find(({ event }) => event === RemakeWanted.name)
  const [fact] = await app.db.select().from(outbox).where(eq(outbox.event, RemakeWanted.name))
  await again?.handle(app, 'kitchen', 'evt-again', fact?.payload)
  const service = { siteId: 'k1', serviceDate: SERVICE_DATE, period: 'lunch' as const }
  const own = (await showService(app, service)).tickets.filter(({ number }) => number === drop!.number)
  expect(own.map(({ destination }) => destination.en.startsWith('Remake'))).toEqual([false, true])
  expect(own[1]).toMatchObject({ dueAt: app.now().toISOString(), status: 'open', items: [{ quantity: 1 }] })
})
