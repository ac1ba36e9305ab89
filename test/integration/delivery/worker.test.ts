import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WaveToPlan } from '../../../src/delivery/events'
import { runForCourier, runsOfDay } from '../../../src/delivery/queries'
import { MenuClosed, OrderCancelled, OrderPlaced } from '../../../src/ordering/events'
import { fulfilmentGroups, orders } from '../../../src/ordering/schema/orders'
import { slots } from '../../../src/ordering/schema/slots'
import { buildings, cities, communities, districts, servicePoints, sites } from '../../../src/places/schema'
import { outbox } from '../../../src/platform/schema'
import { delivery } from '../../../workers/delivery'
import { type TestApp, testApp } from '../../support/app'

const named = (zh: string, en: string) => ({ zh, en })
const now = new Date('2026-11-23T10:00:00Z')
const meal = {
  menuDayId: 'md-1',
  operatorId: 'op-a',
  siteId: 'site-a',
  serviceDate: '2026-11-24',
  period: 'lunch',
} as const

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(now)
  await app.db
    .insert(cities)
    .values({ id: 'c', name: named('临江', 'Linjiang'), zone: 'Asia/Shanghai', currency: 'CNY', map: {} })
  await app.db.insert(districts).values({ id: 'd', cityId: 'c', name: named('东区', 'East') })
  await app.db.insert(communities).values({
    id: 'com',
    districtId: 'd',
    cityId: 'c',
    name: named('桂花苑', 'Osmanthus Court'),
    siteType: 'residential',
    households: 500,
    lat: 31.2,
    lon: 121.53,
    gateSeconds: 60,
  })
  await app.db.insert(buildings).values({
    id: 'bld',
    communityId: 'com',
    name: named('3 号楼', 'Building 3'),
    floors: 6,
    lift: false,
    households: 60,
    lat: 31.2,
    lon: 121.53,
  })
  await app.db
    .insert(servicePoints)
    .values({ id: 'pt', buildingId: 'bld', kind: 'door', name: named('送到门口', 'To the door'), feeMinor: 0 })
  await app.db.insert(sites).values({
    id: 'site-a',
    operatorId: 'op-a',
    cityId: 'c',
    kind: 'kitchen',
    name: named('东厨', 'East Kitchen'),
    zone: 'Asia/Shanghai',
    lat: 31.2,
    lon: 121.5,
  })
  await app.db.insert(slots).values({
    ...meal,
    zone: 'Asia/Shanghai',
    cutoffAt: now,
    servesFrom: new Date('2026-11-24T03:00:00Z'),
    servesTo: new Date('2026-11-24T05:00:00Z'),
  })
  for (const [i, status] of (['placed', 'ready', 'cancelled', 'awaiting_payment'] as const).entries()) {
    await app.db.insert(orders).values({
      id: `ord-${i}`,
      number: `00${i}`,
      operatorId: 'op-a',
      personId: 'per',
      status: 'placed',
      servicePointId: 'pt',
      buildingId: 'bld',
      communityId: 'com',
      contactName: '王小明',
      contactPhone: '13800000000',
      itemsMinor: 100,
      feeMinor: 0,
      totalMinor: 100,
      taxMinor: 6,
      currency: 'CNY',
      receivedAt: now,
    })
    await app.db.insert(fulfilmentGroups).values({
      ...meal,
      id: `grp-${i}`,
      orderId: `ord-${i}`,
      status,
      boxes: 2,
      handoverCode: '4711',
      updatedAt: now,
    })
  }
})
afterAll(() => app.close())

const tell = (event: string, eventId: string, payload: unknown) =>
  delivery.find((handler) => handler.event === event)?.handle(app, 'delivery', eventId, payload)
/** The jobs the relay would bring, once. */
const planWaves = async () => {
  const asked = await app.db.select().from(outbox).where(eq(outbox.event, WaveToPlan.name))
  for (const { id, payload } of asked) await tell(WaveToPlan.name, id, payload)
  return asked.length
}
const line = { lineId: 'lin', dishId: 'dsh', recipeVersionId: null, quantity: 1 }
const today = { operatorIds: ['op-a'], date: meal.serviceDate }

it('plans what was ordered when its menu closes, once, with the words a courier needs', async () => {
  await tell(MenuClosed.name, 'evt-1', meal)
  await tell(MenuClosed.name, 'evt-1', meal)
  await tell(MenuClosed.name, 'evt-2', meal)
  expect(await planWaves()).toBe(1)
  await planWaves()
  const runs = await runsOfDay(app, today)
  expect(runs).toMatchObject([{ boxes: 4, stops: 1, drops: 2, departAt: '2026-11-24T03:00:00.000Z' }])
  const run = await runForCourier(app, runs[0]?.id ?? '', 'courier-1')
  expect(run.stopList).toMatchObject([
    {
      name: { en: 'Building 3' },
      community: { zh: '桂花苑' },
      drops: [
        { number: '000', initial: '王', point: { en: 'To the door' } },
        { number: '001', initial: '王' },
      ],
    },
  ])
})

it('takes a cancelled order off its run', async () => {
  const cancelled = { orderId: 'ord-0', operatorId: 'op-a', groupIds: ['grp-0'] }
  await tell(OrderCancelled.name, 'evt-3', cancelled)
  await tell(OrderCancelled.name, 'evt-3', cancelled)
  expect(await runsOfDay(app, today)).toMatchObject([{ boxes: 2, drops: 1 }])
})

it('takes a late order along, and one that is on board already only once', async () => {
  await app.db.update(fulfilmentGroups).set({ status: 'placed' }).where(eq(fulfilmentGroups.id, 'grp-3'))
  const placed = { ...meal, orderId: 'ord-3', groupId: 'grp-3', lines: [line] }
  for (const eventId of ['evt-5', 'evt-6']) await tell(OrderPlaced.name, eventId, placed)
  await tell(OrderPlaced.name, 'evt-7', { ...meal, orderId: 'ord-1', groupId: 'grp-1', lines: [line] })
  expect(await runsOfDay(app, today)).toMatchObject([{ boxes: 4, drops: 2 }])
})

it('leaves an order alone whose menu day is still open: the cut-off will take it', async () => {
  await tell(OrderPlaced.name, 'evt-8', { ...meal, menuDayId: 'md-open', orderId: 'o', groupId: 'g', lines: [line] })
  expect(await runsOfDay(app, today)).toHaveLength(1)
})

it('lets an unknown menu day fail loudly, to be tried again', async () => {
  await expect(tell(MenuClosed.name, 'evt-4', { ...meal, menuDayId: 'md-none' })).rejects.toThrow('md-none')
})
