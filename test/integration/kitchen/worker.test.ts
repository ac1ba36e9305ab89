import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kitchenRoutes } from '../../../src/http/kitchen/routes'
import { reportOutage } from '../../../src/kitchen/planning/report-outage'
import { showService } from '../../../src/kitchen/queries'
import { markSoldOut } from '../../../src/kitchen/sold-out/mark-sold-out'
import { MenuClosed, OrderCancelled, OrderPlaced } from '../../../src/ordering/events'
import { consume } from '../../../src/platform/consume'
import { publish } from '../../../src/platform/outbox'
import { openQueues } from '../../../src/platform/queue'
import { openRedis } from '../../../src/platform/redis'
import { startRelay } from '../../../src/platform/relay'
import { inbox } from '../../../src/platform/schema'
import { kitchen } from '../../../workers/kitchen'
import { type TestApp, testApp } from '../../support/app'
import { listenTo, openDoor, staff } from '../../support/door'
import { addSite, addStation, MORNING, SERVING } from './kitchen'
import { aLunch, placeOrder } from './lunch'

const LUNCH = { siteId: 'site-a', serviceDate: '2026-11-02', period: 'lunch' as const }

describe('the kitchen’s worker, behind outbox, relay and queue', () => {
  let app: TestApp
  let close: () => Promise<void>

  beforeAll(async () => {
    app = await testApp()
    app.setNow(MORNING)
    await aLunch(app)
    await addStation(app, 'wok', 2)
    const [producer, worker] = [openRedis(app.config, 'producer'), openRedis(app.config, 'worker')]
    const queues = openQueues(app.config, producer)
    const relay = startRelay(app, queues, new Map(kitchen.map(({ event }) => [event, ['kitchen']])))
    const consumer = consume({ app, redis: worker, name: 'kitchen', handlers: kitchen })
    close = async () => {
      await relay.close()
      await consumer.close()
      await queues.close()
      producer.disconnect()
      worker.disconnect()
      await app.close()
    }
  })
  afterAll(() => close())

  const shown = () => showService(app, LUNCH)
  /** Waits until the kitchen has noted so many facts. */
  const noted = async (count: number) => {
    while ((await app.db.select().from(inbox)).length < count) await sleep(20)
  }

  it('an order becomes a ticket with its place, stations and allergens within 2 s; telling it again adds nothing', async () => {
    const fact = await placeOrder(app, 'a', 25)
    const started = Date.now()
    await publish(app.db, OrderPlaced, fact)
    await noted(1)
    expect(Date.now() - started).toBeLessThan(2_000)
    const { tickets } = await shown()
    expect(tickets).toMatchObject([
      {
        number: 'A',
        dueAt: SERVING.toISOString(),
        destination: { zh: '桂花苑 3 号楼', en: 'Osmanthus Court, Building 3' },
        items: [
          { dishId: 'pork', station: 'wok', quantity: 25, allergens: ['soybeans'] },
          { dishId: 'rice', station: 'steam', quantity: 25, allergens: [] },
          { dishId: 'water', station: 'pack', quantity: 1 },
        ],
      },
    ])
    await publish(app.db, OrderPlaced, fact)
    await noted(2)
    expect((await shown()).tickets).toEqual(tickets)
  })

  it('a cancelled order becomes void', async () => {
    const { orderId, operatorId, groupId, ...rest } = await placeOrder(app, 'b', 3)
    await publish(app.db, OrderPlaced, { orderId, operatorId, groupId, ...rest })
    await noted(3)
    await publish(app.db, OrderCancelled, { orderId, operatorId, groupIds: [groupId] })
    await noted(4)
    expect((await shown()).tickets.find(({ number }) => number === 'B')?.status).toBe('void')
  })

  it('a closed menu becomes batches of what is cooked, counted back from serving', async () => {
    const { operatorId, siteId, menuDayId, serviceDate, period } = await placeOrder(app, 'c', 30)
    await publish(app.db, MenuClosed, { operatorId, siteId, menuDayId, serviceDate, period })
    await noted(5)
    const { batches } = await shown()
    // 25 + 3 + 30 portions: one steamer, three woks of at most 20, two at a time; water is not cooked
    expect(batches.map(({ dishId, portions, startBy }) => [dishId, portions, startBy])).toEqual([
      ['rice', 58, '2026-11-02T02:20:00.000Z'],
      ['pork', 20, '2026-11-02T02:36:00.000Z'],
      ['pork', 20, '2026-11-02T02:48:00.000Z'],
      ['pork', 18, '2026-11-02T02:48:00.000Z'],
    ])
  })

  /** What a screen is told, while something happens, by so many words of the kitchen's stream. */
  async function told(words: number, happens: () => Promise<unknown>) {
    const door = await openDoor(app, kitchenRoutes)
    const token = await staff(app, 'kitchen', 'op-a', 'site-a')
    const { version } = await shown()
    const watching = listenTo(`${door.url}/api/kitchen/sites/site-a/stream?from=${version}`, token, words)
    await happens()
    const events = await watching
    await door.close()
    return events.map(({ event }) => event)
  }
  const ofPork = async () =>
    (await shown()).batches
      .filter(({ dishId }) => dishId === 'pork')
      .map(({ portions, startBy }) => [portions, startBy])

  it('a broken wok is planned round, and the screen is told', async () => {
    await addSite(app, 'site-a', 'op-a')
    const outage = { operatorId: 'op-a', siteId: 'site-a', station: 'wok', places: 1, from: MORNING, until: SERVING }
    expect(await told(1, () => reportOutage(app, { ...outage, actorId: 'cook' }))).toEqual(['plan'])
    expect(await ofPork()).toEqual([
      [20, '2026-11-02T02:24:00.000Z'],
      [20, '2026-11-02T02:36:00.000Z'],
      [18, '2026-11-02T02:48:00.000Z'],
    ])
  })

  it('a dish that ran out is cooked for those who get it only, and the screen is told of ticket and plan', async () => {
    const name = { zh: '回锅肉', en: 'Twice-cooked pork' }
    const ranOut = { operatorId: 'op-a', siteId: 'site-a', menuDayId: 'day-1', dishId: 'pork', name, portionsLeft: 10 }
    expect(await told(2, () => markSoldOut(app, { ...ranOut, actorId: 'cook' }))).toEqual(['ticket', 'plan'])
    // 10 portions are not the 25 of order A: 3 + 30 are cooked
    expect((await ofPork()).map(([portions]) => portions)).toEqual([20, 13])
  })
})
