import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCallers } from '../../../src/http/auth'
import { sessionRoutes } from '../../../src/http/session/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { funds } from '../../../src/funding/funds'
import { kitchenSeconds } from '../../../src/catalogue/kitchen-seconds'
import { KitchenTimeSet } from '../../../src/kitchen/events'
import { setIntake } from '../../../src/kitchen/sold-out/set-intake'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { portionsLeft } from '../../../src/ordering/queries'
import { slots } from '../../../src/ordering/schema/slots'
import { openPayments } from '../../../src/platform/payments/open'
import { outbox } from '../../../src/platform/schema'
import { ordering } from '../../../workers/ordering'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { BEFORE, offerOf, oneRice, raise, SERVICE_DATE } from './neighbourhood'

describe('kitchen time', () => {
  let app: TestApp
  let door: Awaited<ReturnType<typeof openDoor>>
  beforeEach(async () => {
    app = await testApp()
    app.setNow(BEFORE)
    await raise(app, { portions: 1_000 })
    const noPasswords = () => Promise.reject(new Error('nobody logs in here'))
    door = await openDoor(app, [
      ...storeRoutes(openPayments(app.config)),
      ...sessionRoutes(noPasswords, openCallers(app)),
    ])
  })
  afterEach(async () => {
    await door.close()
    await app.close()
  })

  /** The kitchen says how much time a meal may take, and the worker tells ordering. */
  async function limit(minutesPerMeal: number | null): Promise<void> {
    const intake = { operatorId: 'op', siteId: 'k1', mode: 'open' as const, leadMinutes: 0, until: null }
    await setIntake(app, { ...intake, minutesPerMeal, actorId: 'chef' })
    const said = await app.db.select().from(outbox).where(eq(outbox.event, KitchenTimeSet.name))
    const handler = ordering(openPayments(app.config)).find(({ event }) => event === KitchenTimeSet.name)
    for (const { id, payload } of said) await handler?.handle(app, 'ordering', id, payload)
  }
  const held = async () => {
    const lunch = and(eq(slots.siteId, 'k1'), eq(slots.serviceDate, SERVICE_DATE))
    const [slot] = await app.db.select().from(slots).where(lunch)
    return { capacity: slot?.capacitySeconds, reserved: slot?.reservedSeconds }
  }
  const ask = async (times: number, dishes: readonly string[]) => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => guest(app)))
    return Promise.all(
      Array.from({ length: times }, (_, i) => {
        const items = [{ offerId: offerOf('k1', dishes[i % dishes.length] ?? 'rice'), quantity: 1 }]
        const totalMinor = (items[0]?.offerId === offerOf('k1', 'rice') ? 1_800 : 1_000) + 300
        return caller(door.url, tokens[i % 20]).post('/api/store/orders', oneRice({ items, totalMinor }))
      }),
    )
  }
  const countOf = (answers: readonly { status: number; body: { error?: { code: string } } }[]) => ({
    taken: answers.filter(({ status }) => status === 201).length,
    full: answers.filter(({ body }) => body.error?.code === 'kitchen_full').length,
  })

  it('K3 an hour of the kitchen at 36 s a portion takes exactly 100 orders of a crowd, whatever the dishes, and abandoned ones give it back', async () => {
    // 12 minutes a batch of 20
    const seconds = await kitchenSeconds(app, 'k1', SERVICE_DATE)
    expect(new Set(seconds.map((offer) => offer.seconds))).toEqual(new Set([36]))
    await limit(60)
    expect(countOf(await ask(150, ['rice', 'soup']))).toEqual({ taken: 100, full: 50 })
    expect(await held()).toEqual({ capacity: 3_600, reserved: 3_600 })
    expect((await portionsLeft(app, [offerOf('k1', 'bun')])).get(offerOf('k1', 'bun'))?.left).toBe(0)
    expect(await auditOrders(app)).toEqual([])

    app.setNow(new Date(BEFORE.getTime() + 10 * 60_000))
    while ((await expireHolds(app, funds.release)) > 0);
    expect(await held()).toEqual({ capacity: 3_600, reserved: 0 })
    expect(await auditOrders(app)).toEqual([])
  })

  it('counts what stands when it is limited later, keeps its promises, and forgets it without a limit', async () => {
    expect(countOf(await ask(10, ['rice']))).toEqual({ taken: 10, full: 0 })
    await limit(3)
    // ten portions are six minutes: more than there should be, and none is taken back
    expect(await held()).toEqual({ capacity: 360, reserved: 360 })
    expect(countOf(await ask(2, ['soup']))).toEqual({ taken: 0, full: 2 })
    await limit(null)
    expect(await held()).toEqual({ capacity: null, reserved: 0 })
    expect(countOf(await ask(2, ['soup']))).toEqual({ taken: 2, full: 0 })
  })
})
