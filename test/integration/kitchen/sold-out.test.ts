import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/kernel/refusal'
import { acceptOrders } from '../../../src/kitchen/accept-orders'
import { bumpTicket } from '../../../src/kitchen/bump-ticket'
import { LinesRanOut } from '../../../src/kitchen/events'
import { showService } from '../../../src/kitchen/queries'
import { soldOutLines } from '../../../src/kitchen/schema/service'
import { countOf, type MarkSoldOut, markSoldOut, settleLateLines } from '../../../src/kitchen/sold-out/mark-sold-out'
import { refuseWhenPaused, setIntake } from '../../../src/kitchen/sold-out/set-intake'
import { outbox, streamEvents } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { anOrder, MORNING, pork, SERVING, salad, touch } from './kitchen'

const text = (en: string) => ({ zh: en, en })
const soldOut: MarkSoldOut = {
  operatorId: 'op-a',
  siteId: 'site-a',
  menuDayId: 'day-1',
  dishId: 'pork',
  name: text('Twice-cooked pork'),
  portionsLeft: 12,
  actorId: 'chef',
}
const tofu = (portions: number) => ({
  dishId: 'tofu',
  recipeVersionId: 'tofu-1',
  station: 'wok',
  name: text('Mapo tofu'),
  allergens: ['soybeans'],
  portions,
})
const LUNCH = { siteId: 'site-a', serviceDate: '2026-11-02', period: 'lunch' as const }

describe('a dish that runs out', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(MORNING)
  })
  afterEach(() => app.close())

  /** Orders of one portion each, the last to be told promised first. */
  const orders = (count: number) =>
    acceptOrders(
      app,
      Array.from({ length: count }, (_, i) => {
        const id = `o${String(i).padStart(2, '0')}`
        const servesFrom = new Date(SERVING.getTime() - i * 60_000)
        return anOrder(id, { servesFrom, lines: [pork(id, 1), salad(id)] })
      }),
    )
  const owed = async () => {
    const rows = await app.db.select().from(outbox).where(eq(outbox.event, LinesRanOut.name))
    return rows.flatMap(({ payload }) => LinesRanOut.payload.parse(payload).lineIds)
  }
  const lineOf = (i: number) => `o${String(i).padStart(2, '0')}-1`

  it('K4 37 orders meet 12 portions: the first 12 by promised time keep theirs, 25 are owed their money, each once, however often it is pressed', async () => {
    await orders(37)
    const pressed = await Promise.allSettled([1, 2, 3, 4].map(() => markSoldOut(app, soldOut)))
    const answered = pressed.flatMap((one) => (one.status === 'fulfilled' ? [countOf(one.value)] : []))
    expect(answered).toEqual([{ kept: 12, substituted: 0, refunded: 25 }])
    for (const one of pressed) {
      if (one.status === 'rejected') expect(one.reason).toEqual(new Refusal('dish_sold_out_already'))
    }
    // the last twelve were promised first
    const rows = await app.db.select().from(soldOutLines)
    const kept = rows.filter(({ outcome }) => outcome === 'kept').map(({ lineId }) => lineId)
    expect(kept.sort()).toEqual(Array.from({ length: 12 }, (_, i) => lineOf(25 + i)))
    const lines = await owed()
    expect([...lines].sort()).toEqual(Array.from({ length: 25 }, (_, i) => lineOf(i)))
    const { totals, tickets } = await showService(app, LUNCH)
    expect(totals.find(({ dishId }) => dishId === 'pork')).toMatchObject({ total: 12 })
    expect(tickets.filter(({ items }) => items.some(({ isVoid }) => isVoid))).toHaveLength(25)
    expect(await app.db.select().from(streamEvents)).toHaveLength(37 + 25)
  })

  it('K4 ten get what stands in for it, fifteen their money', async () => {
    await orders(37)
    const decided = await markSoldOut(app, { ...soldOut, standIn: tofu(10) })
    expect(countOf(decided)).toEqual({ kept: 12, substituted: 10, refunded: 15 })
    expect(await owed()).toHaveLength(15)
    const { tickets, totals } = await showService(app, LUNCH)
    const stoodIn = tickets.flatMap(({ items }) => items).filter(({ was }) => was !== null)
    expect(stoodIn).toHaveLength(10)
    expect(stoodIn[0]).toMatchObject({ dishId: 'tofu', was: { en: 'Twice-cooked pork' } })
    expect(totals.find(({ dishId }) => dishId === 'tofu')).toMatchObject({ left: 10 })
  })

  it('what is cooked stays cooked, and a ticket whose rest ran out is ready or void', async () => {
    await acceptOrders(app, [
      anOrder('done', { lines: [pork('done', 1), salad('done')] }),
      anOrder('half', { lines: [pork('half', 1), salad('half')] }),
      anOrder('all', { lines: [pork('all', 1)] }),
    ])
    const before = (await showService(app, LUNCH)).tickets
    const idOf = (number: string) => before.find((ticket) => ticket.number === number)?.id ?? ''
    await bumpTicket(app, touch(idOf('DONE'), 'wok'))
    await bumpTicket(app, touch(idOf('HALF'), 'cold'))
    await markSoldOut(app, { ...soldOut, portionsLeft: 0 })
    const after = (await showService(app, LUNCH)).tickets
    const statusOf = (number: string) => after.find((ticket) => ticket.number === number)?.status
    expect([statusOf('DONE'), statusOf('HALF'), statusOf('ALL')]).toEqual(['open', 'ready', 'void'])
    expect((await owed()).sort()).toEqual(['all-1', 'half-1'])
  })

  it('an order paid after it ran out gets what nobody was promised, then its money', async () => {
    await orders(1)
    await markSoldOut(app, { ...soldOut, portionsLeft: 2 })
    await acceptOrders(app, [anOrder('p1', { lines: [pork('p1', 1)] }), anOrder('p2', { lines: [pork('p2', 1)] })])
    await Promise.all([settleLateLines(app, ['day-1']), settleLateLines(app, ['day-1'])])
    expect(await owed()).toEqual(['p2-1'])
  })

  it('a paused kitchen takes nothing, a busy one what has time, and both are over by themselves', async () => {
    const intake = { operatorId: 'op-a', siteId: 'site-a', actorId: 'chef', leadMinutes: 0, minutesPerMeal: null }
    const meals = [{ siteId: 'site-a', servesFrom: SERVING }]
    const until = new Date(MORNING.getTime() + 30 * 60_000)
    await setIntake(app, { ...intake, mode: 'paused', until })
    await expect(refuseWhenPaused(app, meals)).rejects.toThrow('kitchen_paused')
    app.setNow(until)
    await expect(refuseWhenPaused(app, meals)).resolves.toBeUndefined()
    await setIntake(app, { ...intake, mode: 'busy', leadMinutes: 120, until: null })
    await expect(refuseWhenPaused(app, meals)).rejects.toThrow('kitchen_busy')
    await setIntake(app, { ...intake, mode: 'busy', leadMinutes: 60, until: null })
    await expect(refuseWhenPaused(app, meals)).resolves.toBeUndefined()
  })
})
