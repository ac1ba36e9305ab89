import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kitchenRoutes } from '../../../src/http/kitchen/routes'
import { BatchCooked, TicketProgressed } from '../../../src/kitchen/events'
import { planBatches } from '../../../src/kitchen/plan-batches'
import { voidOrder } from '../../../src/kitchen/void-order'
import { type TestApp, testApp } from '../../support/app'
import { type Answered, caller, listenTo, openDoor, staff } from '../../support/door'
import { addSite, addStation, aMenuDay, announced, anOrder, pork, SERVING, ticketFor } from './kitchen'

describe('the kitchen’s door', () => {
  let app: TestApp
  let door: Awaited<ReturnType<typeof openDoor>>
  let cook: ReturnType<typeof caller>
  let token: string

  beforeEach(async () => {
    app = await testApp()
    app.setNow(SERVING)
    door = await openDoor(app, kitchenRoutes)
    await addSite(app, 'site-a', 'op-a')
    await addSite(app, 'site-a2', 'op-a')
    await addSite(app, 'site-b', 'op-b')
    token = await staff(app, 'kitchen', 'op-a', 'site-a')
    cook = caller(door.url, token)
  })
  afterEach(async () => {
    await door.close()
    await app.close()
  })

  const touch = (station: string | null = 'wok') => ({ id: randomUUID(), station })
  const codeOf = ({ status, body }: Answered) => [status, body.error.code]
  const LUNCH = '/api/kitchen/sites/site-a/services/2026-11-02/lunch'

  it('a cook sees a service, bumps, recalls, and finds the totals changed', async () => {
    await addStation(app, 'wok', 1)
    const id = await ticketFor(app, anOrder('a', { lines: [pork('a', 3)] }))
    expect((await cook.get('/api/kitchen/sites')).body).toMatchObject({
      now: SERVING.toISOString(),
      sites: [
        { id: 'site-a', zone: 'Asia/Shanghai', services: [{ serviceDate: '2026-11-02', period: 'lunch', open: 1 }] },
      ],
    })
    expect((await cook.get(LUNCH)).body).toMatchObject({
      stations: [{ code: 'wok' }],
      tickets: [{ id, items: [{ station: 'wok', quantity: 3 }] }],
      totals: [{ dishId: 'pork', left: 3, total: 3 }],
    })
    const bumped = await cook.post(`/api/kitchen/tickets/${id}/bump`, touch())
    expect(bumped).toMatchObject({ status: 200, body: { status: 'ready', version: 2 } })
    expect((await cook.get(LUNCH)).body).toMatchObject({ totals: [{ left: 0, total: 3 }] })
    const recalled = await cook.post(`/api/kitchen/tickets/${id}/recall`, touch())
    expect(recalled).toMatchObject({ status: 200, body: { status: 'open', version: 3 } })
  })

  it('V3 one touch sent three times at once has one effect and one answer', async () => {
    const id = await ticketFor(app, anOrder('a'))
    const once = touch()
    const answers = await Promise.all([1, 2, 3].map(() => cook.post(`/api/kitchen/tickets/${id}/bump`, once, once.id)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await announced(app, TicketProgressed)).toHaveLength(1)
    const other = await cook.post(`/api/kitchen/tickets/${id}/bump`, touch('cold'), once.id)
    expect(codeOf(other)).toEqual([422, 'idempotency_key_reused'])
  })

  it('a batch goes through its steps, each once', async () => {
    await planBatches(app, aMenuDay())
    const { batches } = (await cook.get(LUNCH)).body
    const step = async (name: string) => {
      const answer = await cook.post(`/api/kitchen/batches/${batches[0].id}/${name}`)
      return [answer.status, answer.body.status]
    }
    expect(await step('start')).toEqual([200, 'cooking'])
    expect(await step('undo')).toEqual([200, 'planned'])
    expect(await step('finish')).toEqual([409, undefined])
    expect(await step('start')).toEqual([200, 'cooking'])
    expect(await step('finish')).toEqual([200, 'cooked'])
    expect(await step('finish')).toEqual([200, 'cooked'])
    expect(await announced(app, BatchCooked)).toHaveLength(1)
  })

  it('a stranger’s and another kitchen’s things are not found', async () => {
    const theirs = await ticketFor(app, anOrder('b', { operatorId: 'op-b', siteId: 'site-b' }))
    const next = await ticketFor(app, anOrder('c', { siteId: 'site-a2' }))
    await planBatches(app, aMenuDay({ operatorId: 'op-b', siteId: 'site-b' }))
    const stranger = caller(door.url, await staff(app, 'kitchen', 'op-b'))
    const snapshot = await stranger.get('/api/kitchen/sites/site-b/services/2026-11-02/lunch')
    const { batches } = snapshot.body
    const refused = [
      ...[theirs, next, 'tkt_none'].flatMap((id) => [
        cook.post(`/api/kitchen/tickets/${id}/bump`, touch()),
        cook.post(`/api/kitchen/tickets/${id}/recall`, touch()),
      ]),
      ...[batches[0].id, 'bat_none'].flatMap((id) =>
        ['start', 'finish', 'undo'].map((step) => cook.post(`/api/kitchen/batches/${id}/${step}`)),
      ),
      ...['site-b', 'site-a2', 'site-none'].flatMap((id) => [
        cook.get(`/api/kitchen/sites/${id}/services/2026-11-02/lunch`),
        cook.get(`/api/kitchen/sites/${id}/stream`),
      ]),
    ]
    for (const answer of await Promise.all(refused)) expect(codeOf(answer)).toEqual([404, 'not_found'])
    expect(await announced(app, TicketProgressed)).toEqual([])
  })

  it('refuses whoever does not work in a kitchen, void tickets, late recalls and broken input', async () => {
    const id = await ticketFor(app, anOrder('a'))
    const courier = caller(door.url, await staff(app, 'courier', 'op-a'))
    expect(codeOf(await courier.get('/api/kitchen/sites'))).toEqual([403, 'forbidden'])
    expect((await fetch(`${door.url}/api/kitchen/sites`)).status).toBe(401)

    const bump = `/api/kitchen/tickets/${id}/bump`
    expect(codeOf(await cook.post(bump, { id: 'mine', station: 'wok' }))).toEqual([422, 'invalid'])
    expect(codeOf(await cook.post(bump, { id: randomUUID() }))).toEqual([422, 'invalid'])
    expect(codeOf(await cook.post(bump, touch(), 'short'))).toEqual([400, 'idempotency_key_required'])
    expect(codeOf(await cook.get('/api/kitchen/sites/site-a/services/2026-02-30/lunch'))).toEqual([422, 'invalid'])
    expect(codeOf(await cook.get('/api/kitchen/sites/site-a/services/2026-11-02/brunch'))).toEqual([422, 'invalid'])

    expect((await cook.post(bump, touch())).status).toBe(200)
    app.setNow(new Date(SERVING.getTime() + 31 * 60_000))
    const late = await cook.post(`/api/kitchen/tickets/${id}/recall`, touch())
    expect(codeOf(late)).toEqual([409, 'recall_expired'])
    await voidOrder(app, { groupIds: ['a-g'] })
    expect(codeOf(await cook.post(bump, touch('cold')))).toEqual([409, 'ticket_void'])
  })

  it('R11 a screen that reconnects gets what it missed, nothing twice', async () => {
    const id = await ticketFor(app, anOrder('a'))
    const { version } = (await cook.get(LUNCH)).body
    const url = `${door.url}/api/kitchen/sites/site-a/stream?from=${version}`
    const watching = listenTo(url, token, 1)
    const started = Date.now()
    await cook.post(`/api/kitchen/tickets/${id}/bump`, touch('wok'))
    const [first] = await watching
    expect(Date.now() - started).toBeLessThan(2_000)
    expect(first).toMatchObject({ event: 'ticket', data: { id, version: 2, items: [{ station: 'wok' }, {}, {}] } })

    await cook.post(`/api/kitchen/tickets/${id}/bump`, touch('cold'))
    await cook.post(`/api/kitchen/tickets/${id}/bump`, touch('pack'))
    const missed = await listenTo(url, token, 2, first?.id)
    expect(missed.map(({ data }) => (data as { version: number }).version)).toEqual([3, 4])
    expect(missed[1]).toMatchObject({ data: { id, status: 'ready' } })
    expect(await announced(app, TicketProgressed)).toMatchObject([
      { version: 2, status: 'cooking' },
      { version: 4, status: 'ready' },
    ])
  })
})
