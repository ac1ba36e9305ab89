import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { acceptOrders } from '../../../src/kitchen/accept-orders'
import { bumpTicket } from '../../../src/kitchen/bump-ticket'
import { TicketProgressed } from '../../../src/kitchen/events'
import { showService } from '../../../src/kitchen/queries'
import { recallTicket } from '../../../src/kitchen/recall-ticket'
import { bumps, ticketItems, tickets } from '../../../src/kitchen/schema/tickets'
import { voidOrder } from '../../../src/kitchen/void-order'
import { Refusal } from '../../../src/kernel/refusal'
import { streamEvents } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { announced, anOrder, cutlery, pork, salad, SERVING, ticketFor, touch } from './kitchen'

const LUNCH = { siteId: 'site-a', serviceDate: '2026-11-02', period: 'lunch' as const }
const later = (minutes: number) => new Date(SERVING.getTime() + minutes * 60_000)

describe('tickets', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(SERVING)
  })
  afterEach(() => app.close())

  const told = () => app.db.select().from(streamEvents).where(eq(streamEvents.topic, 'kitchen:site-a'))

  it('K1 routes each line to its station, and what no recipe cooks to packing', async () => {
    await acceptOrders(app, [anOrder('a')])
    const { tickets: shown } = await showService(app, LUNCH)
    expect(shown).toMatchObject([{ number: 'A', status: 'open', version: 1 }])
    expect(shown[0]?.items.map(({ dishId, station }) => [dishId, station])).toEqual([
      ['pork', 'wok'],
      ['salad', 'cold'],
      ['cutlery', 'pack'],
    ])
  })

  it('K1 shows the order ready only when every station is done', async () => {
    const id = await ticketFor(app, anOrder('a'))
    expect(await bumpTicket(app, touch(id, 'wok'))).toMatchObject({ status: 'open', version: 2 })
    expect(await bumpTicket(app, touch(id, 'pack'))).toMatchObject({ status: 'open', version: 3 })
    expect(await bumpTicket(app, touch(id, 'cold'))).toMatchObject({ status: 'ready', version: 4 })
    expect(await announced(app, TicketProgressed)).toMatchObject([
      { ticketId: id, orderId: 'a', groupId: 'a-g', version: 2, status: 'cooking' },
      { ticketId: id, orderId: 'a', groupId: 'a-g', version: 4, status: 'ready' },
    ])
  })

  it('K1 a recall restores the ticket for 30 minutes and is refused after', async () => {
    const id = await ticketFor(app, anOrder('a', { lines: [pork('a')] }))
    await bumpTicket(app, touch(id, 'wok'))
    app.setNow(later(30))
    expect(await recallTicket(app, touch(id, 'wok'))).toMatchObject({ status: 'open', items: [{ doneAt: null }] })
    await bumpTicket(app, touch(id, 'wok'))
    app.setNow(new Date(later(60).getTime() + 1))
    await expect(recallTicket(app, touch(id, 'wok'))).rejects.toThrow(new Refusal('recall_expired'))
    const states = await announced(app, TicketProgressed)
    expect(states).toMatchObject([{ status: 'ready' }, { status: 'placed' }, { status: 'ready' }])
  })

  it('K1 two tablets bumping at once make one event', async () => {
    const id = await ticketFor(app, anOrder('a', { lines: [pork('a')] }))
    const before = (await told()).length
    const answers = await Promise.all(Array.from({ length: 8 }, () => bumpTicket(app, touch(id, 'wok'))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await announced(app, TicketProgressed)).toHaveLength(1)
    expect((await told()).length - before).toBe(1)
  })

  it('one touch sent twice is one touch, even after a recall in between', async () => {
    const id = await ticketFor(app, anOrder('a', { lines: [pork('a')] }))
    const once = touch(id, 'wok')
    await bumpTicket(app, once)
    await recallTicket(app, touch(id, 'wok'))
    expect(await bumpTicket(app, once)).toMatchObject({ status: 'open' })
    expect(await app.db.select().from(bumps)).toHaveLength(2)
  })

  it('refuses a touch whose id was another touch', async () => {
    const a = await ticketFor(app, anOrder('a'))
    const b = await ticketFor(app, anOrder('b'))
    const once = touch(a, 'wok')
    await bumpTicket(app, once)
    await expect(bumpTicket(app, { ...once, ticketId: b })).rejects.toThrow(new Refusal('conflict'))
    await expect(recallTicket(app, once)).rejects.toThrow(new Refusal('conflict'))
  })

  it('refuses unknown tickets and stations that have nothing on the ticket', async () => {
    const id = await ticketFor(app, anOrder('a'))
    await expect(bumpTicket(app, touch('tkt_none', 'wok'))).rejects.toThrow(new Refusal('not_found'))
    await expect(bumpTicket(app, touch(id, 'grill'))).rejects.toThrow(new Refusal('not_found'))
    expect(await app.db.select().from(bumps)).toHaveLength(0)
  })

  it('accepts an order once, however often and however parallel it is told', async () => {
    await Promise.all(Array.from({ length: 6 }, () => acceptOrders(app, [anOrder('a')])))
    expect(await app.db.select().from(tickets)).toHaveLength(1)
    expect(await app.db.select().from(ticketItems)).toHaveLength(3)
    expect(await told()).toHaveLength(1)
  })

  it('a lost item comes back when the order is told again, and the ticket is not ready any more', async () => {
    const id = await ticketFor(app, anOrder('a'))
    await bumpTicket(app, touch(id, null))
    await app.db.delete(ticketItems).where(eq(ticketItems.lineId, salad('a').lineId))
    await acceptOrders(app, [anOrder('a')])
    const { tickets: shown } = await showService(app, LUNCH)
    expect(shown).toMatchObject([{ status: 'open', version: 3 }])
    expect(shown[0]?.items.filter(({ doneAt }) => doneAt === null)).toMatchObject([{ dishId: 'salad' }])
  })

  it('a cancelled order is void on the screen and cannot be bumped', async () => {
    const id = await ticketFor(app, anOrder('a'))
    await voidOrder(app, { groupIds: ['a-g'] })
    await voidOrder(app, { groupIds: ['a-g'] })
    await expect(bumpTicket(app, touch(id, 'wok'))).rejects.toThrow(new Refusal('ticket_void'))
    const { tickets: shown, totals } = await showService(app, LUNCH)
    expect(shown).toMatchObject([{ status: 'void', version: 2 }])
    expect(totals).toEqual([])
  })

  it('a cancellation that arrives first wins, also when both arrive at once', async () => {
    await voidOrder(app, { groupIds: ['a-g'] })
    await acceptOrders(app, [anOrder('a')])
    expect(await app.db.select().from(tickets)).toEqual([])
    const names = Array.from({ length: 10 }, (_, i) => `b${i}`)
    const both = (name: string) => [acceptOrders(app, [anOrder(name)]), voidOrder(app, { groupIds: [`${name}-g`] })]
    await Promise.all(names.flatMap(both))
    expect(await app.db.select().from(tickets).where(eq(tickets.status, 'open'))).toEqual([])
  })

  it('adds up what is left to make over all open tickets', async () => {
    await acceptOrders(app, [anOrder('a', { lines: [pork('a', 3), salad('a')] })])
    const id = await ticketFor(app, anOrder('b', { lines: [pork('b', 4), cutlery('b')] }))
    await bumpTicket(app, touch(id, 'pack'))
    const { totals } = await showService(app, LUNCH)
    expect(totals.map(({ dishId, left, total }) => [dishId, left, total])).toEqual([
      ['pork', 7, 7],
      ['salad', 1, 1],
      ['cutlery', 0, 1],
    ])
  })

  it('shows one service only, and finished tickets as long as they can be recalled', async () => {
    await acceptOrders(app, [anOrder('other-site', { siteId: 'site-b' })])
    await acceptOrders(app, [anOrder('other-meal', { period: 'dinner' })])
    const id = await ticketFor(app, anOrder('a'))
    await bumpTicket(app, touch(id, null))
    expect((await showService(app, LUNCH)).tickets).toMatchObject([{ id, status: 'ready' }])
    app.setNow(later(31))
    expect((await showService(app, LUNCH)).tickets).toEqual([])
  })
})
