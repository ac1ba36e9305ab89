import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishBatch } from '../../../src/kitchen/finish-batch'
import { importOutput, outputPerHead } from '../../../src/kitchen/crew/output'
import { clockIn, clockOut } from '../../../src/kitchen/crew/clock'
import { acceptOrders } from '../../../src/kitchen/accept-orders'
import { bumpTicket } from '../../../src/kitchen/bump-ticket'
import { planBatches } from '../../../src/kitchen/plan-batches'
import { showService } from '../../../src/kitchen/queries'
import { clocksAt } from '../../../src/kitchen/safety/clocks'
import { importSafety } from '../../../src/kitchen/safety/import-safety'
import { holdBatch } from '../../../src/kitchen/safety/hold-batch'
import { transferDiscrepancies } from '../../../src/kitchen/schema/transfers'
import { startBatch } from '../../../src/kitchen/start-batch'
import { foodAt, receiveFood } from '../../../src/kitchen/transfers/receive-food'
import { sendFood } from '../../../src/kitchen/transfers/send-food'
import { type TestApp, testApp } from '../../support/app'
import { addStation, aMenuDay, anOrder, MORNING, pork, touch } from './kitchen'

const at = (clock: string, day = '2026-11-02') => new Date(`${day}T${clock}:00+08:00`)
const LUNCH = { siteId: 'site-a', serviceDate: '2026-11-02', period: 'lunch' as const }

describe('kitchens and their people', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(MORNING)
    await addStation(app, 'wok', 2)
  })
  afterEach(() => app.close())

  it('K7 200 chilled portions are sent, 190 received: 190 there, 10 in a discrepancy record, and the clock goes on from cooking', async () => {
    await importSafety(app, [{ siteId: 'site-a', operatorId: 'op-a', profileId: 'cn', holding: 'hot' }])
    const big = aMenuDay().dishes.map((dish) => ({ ...dish, batchPortions: 250 }))
    const wanted = [{ recipeVersionId: 'pork-1', departureId: 'serving', portions: 250 }]
    await planBatches(app, aMenuDay({ dishes: big, wanted }))
    const [batch] = (await showService(app, LUNCH)).batches
    const batchId = batch?.id ?? ''
    const send = (portions: number, toSiteId = 'site-b') =>
      sendFood(app, { batchId, fromSiteId: 'site-a', toSiteId, portions, mode: 'chilled', actorId: 'chef' })
    await expect(send(1)).rejects.toThrow('batch_not_cooked')
    await startBatch(app, { batchId, actorId: 'cook' })
    app.setNow(at('10:20'))
    await finishBatch(app, { batchId, actorId: 'cook' })
    await holdBatch(app, { batchId, siteId: 'site-a', mode: 'chilled', actorId: 'cook' })

    await expect(send(10, 'site-a')).rejects.toThrow('same_site')
    await expect(send(251)).rejects.toThrow('not_enough_portions')
    // two at once cannot send what is there once
    const sent = await Promise.allSettled([send(200), send(200)])
    const [transfer] = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(sent.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    const transferId = transfer?.id ?? ''

    app.setNow(at('11:30'))
    const receive = (received: number) =>
      receiveFood(app, { transferId, received, reason: 'A tray fell', actorId: 'satellite' })
    await expect(receive(201)).rejects.toThrow('more_than_sent')
    await Promise.allSettled([receive(190), receive(190)])
    await expect(receive(190)).rejects.toThrow('transfer_received')
    expect(await foodAt(app, 'site-b')).toMatchObject([{ id: batchId, here: 190, useBy: at('10:20', '2026-11-03') }])
    expect(await foodAt(app, 'site-a')).toMatchObject([{ id: batchId, here: 50 }])
    expect(await app.db.select().from(transferDiscrepancies)).toMatchObject([{ portions: 10, reason: 'A tray fell' }])
    await expect(app.db.execute(sql`delete from kitchen.transfer_discrepancies`)).rejects.toThrow()
    const [clock] = await clocksAt(app, 'site-b')
    expect(clock).toMatchObject({ id: batchId, cookedAt: at('10:20'), useBy: at('10:20', '2026-11-03'), state: 'good' })
  })

  it('O4 meals a labour hour by kitchen and day, next to the same weekday of last year', async () => {
    const me = { operatorId: 'op-a', siteId: 'site-a', personId: 'p1' }
    app.setNow(at('06:00'))
    await clockIn(app, me)
    await expect(clockIn(app, { ...me, siteId: 'site-b' })).rejects.toThrow('already_clocked_in')
    await clockIn(app, { ...me, personId: 'p2' })
    app.setNow(at('10:00'))
    await clockOut(app, me)
    await expect(clockOut(app, me)).rejects.toThrow('not_clocked_in')
    await acceptOrders(app, [anOrder('a', { lines: [pork('a', 30)] }), anOrder('b', { lines: [pork('b', 10)] })])
    const [ticket] = (await showService(app, LUNCH)).tickets
    await bumpTicket(app, touch(ticket?.id ?? '', 'wok'))
    await importOutput(app, [{ siteId: 'site-a', operatorId: 'op-a', date: '2025-11-03', meals: 40, minutes: 300 }])
    app.setNow(at('12:00'))

    const asked = { sites: [{ id: 'site-a', zone: 'Asia/Shanghai' }], from: '2026-11-01', to: '2026-11-02' }
    const [day, ...rest] = await outputPerHead(app, asked)
    expect(rest).toEqual([])
    // four hours of one, six of the other so far, 30 meals made
    expect(day).toMatchObject({ date: '2026-11-02', meals: 30, minutes: 600, mealsPerHour: 3 })
    expect(day?.lastYear).toMatchObject({ date: '2025-11-03', meals: 40, mealsPerHour: 8 })
  })
})
