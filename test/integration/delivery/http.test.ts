import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DropView, RunView } from '../../../src/delivery/views'
import { courierRoutes } from '../../../src/http/courier/routes'
import { type TestApp, testApp } from '../../support/app'
import { type Answered, caller, listenTo, openDoor, staff } from '../../support/door'
import { addSite, group, labelsOf, lunch, planWhole, planned } from './lunch'

describe('the courier’s door', () => {
  let app: TestApp
  let door: Awaited<ReturnType<typeof openDoor>>
  let token: string
  let me: ReturnType<typeof caller>
  let colleague: ReturnType<typeof caller>
  let runId: string
  let dropIds: string[]

  beforeAll(async () => {
    app = await testApp()
    app.setNow(new Date('2026-11-24T02:50:00Z'))
    door = await openDoor(app, courierRoutes)
    for (const [site, operator] of [
      ['site-a', 'op-a'],
      ['site-a2', 'op-a'],
      ['site-b', 'op-b'],
    ] as const) {
      await addSite(app, site, operator)
    }
    token = await staff(app, 'courier', 'op-a', 'site-a')
    me = caller(door.url, token)
    colleague = caller(door.url, await staff(app, 'courier', 'op-a', ''))
  })
  afterAll(async () => {
    await door.close()
    await app.close()
  })
  beforeEach(async () => {
    const day = lunch({ groups: [group('east-1', { number: '001' }), group('west-1', { number: '002', boxes: 2 })] })
    await planWhole(app, day)
    const { runs, drops } = await planned(app, day.menuDayId)
    runId = runs[0]?.id ?? ''
    dropIds = drops.map(({ id }) => id)
  })

  const codeOf = ({ status, body }: Answered) => [status, body.error.code, body.error.params]
  const runsAt = async (who: typeof me): Promise<{ id: string; runs: RunView[] }[]> =>
    (await who.get('/api/courier/runs')).body.sites
  const leave = async (who = me) => {
    expect((await who.post(`/api/courier/runs/${runId}/claim`)).status).toBe(200)
    const scanned = await labelsOf(app, runId)
    expect((await who.post(`/api/courier/runs/${runId}/load`, { scanned })).body).toMatchObject({ loaded: true })
    expect((await who.post(`/api/courier/runs/${runId}/depart`)).status).toBe(200)
  }
  const handOver = (dropId: string | undefined, code: string, key?: string) =>
    me.post(`/api/courier/drops/${dropId}/hand-over`, { code }, key)

  it('a courier finds a run, claims it, leaves, hands one order over and fails the other', async () => {
    const [site] = await runsAt(me)
    expect(site).toMatchObject({ id: 'site-a', zone: 'Asia/Shanghai', date: '2026-11-24' })
    expect(site?.runs.find(({ id }) => id === runId)).toMatchObject({
      status: 'planned',
      mine: false,
      boxes: 3,
      stops: 2,
      drops: 2,
      delivered: 0,
    })
    await leave()
    expect((await me.get(`/api/courier/runs/${runId}`)).body).toMatchObject({
      status: 'on_the_way',
      mine: true,
      site: { en: 'site-a' },
      stopList: [{ sequence: 1, drops: [{ status: 'waiting', initial: '王', triesLeft: 5 }] }, { sequence: 2 }],
    })
    const handed = await handOver(dropIds[0], '4711')
    expect([handed.status, handed.body]).toMatchObject([
      200,
      { drop: { status: 'delivered' }, run: { status: 'on_the_way', delivered: 1 } },
    ])
    const failed = await me.post(`/api/courier/drops/${dropIds[1]}/failure`, { reason: 'damaged' })
    expect([failed.status, failed.body]).toMatchObject([
      200,
      { drop: { status: 'failed', nextAction: 'remake' }, run: { status: 'done', failed: 1 } },
    ])
  })

  it('shows a courier no code, no name, no phone', async () => {
    await leave()
    const { body } = await me.get(`/api/courier/runs/${runId}`)
    expect(JSON.stringify(body)).not.toContain('4711')
    const { stopList } = body as { stopList: { drops: DropView[] }[] }
    expect(Object.keys(stopList[0]?.drops[0] ?? {}).sort()).toEqual([
      'actedAt',
      'attempts',
      'boxCodes',
      'boxes',
      'compartment',
      'failureReason',
      'id',
      'initial',
      'nextAction',
      'number',
      'photos',
      'point',
      'pointKind',
      'status',
      'triesLeft',
    ])
  })

  it('D5 two couriers claim one run at once: one gets 200, the other 409 run_taken', async () => {
    const answers = await Promise.all([me, colleague].map((who) => who.post(`/api/courier/runs/${runId}/claim`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = answers[0]?.status === 409 ? me : colleague
    const taken = answers.find(({ status }) => status === 409)
    expect(taken && codeOf(taken)).toEqual([409, 'run_taken', {}])
    expect(codeOf(await loser.get(`/api/courier/runs/${runId}`))).toEqual([409, 'run_taken', {}])
    expect((await runsAt(loser)).flatMap(({ runs }) => runs.map(({ id }) => id))).not.toContain(runId)
  })

  it('D4 a wrong code is counted though it is refused, and the fifth locks the drop', async () => {
    await leave()
    for (const left of [4, 3, 2, 1, 0]) {
      expect(codeOf(await handOver(dropIds[0], '0000'))).toEqual([422, 'wrong_code', { left }])
    }
    expect(codeOf(await handOver(dropIds[0], '4711'))).toEqual([409, 'code_locked', {}])
    const failed = await me.post(`/api/courier/drops/${dropIds[0]}/failure`, { reason: 'code_unknown' })
    expect(failed.body).toMatchObject({ drop: { nextAction: 'call_customer' } })
  })

  it('D4 a failure without a reason is refused, one with an unknown reason is invalid', async () => {
    await leave()
    const fail = (body: object) => me.post(`/api/courier/drops/${dropIds[0]}/failure`, body)
    expect(codeOf(await fail({}))).toEqual([422, 'failure_reason_required', {}])
    expect(codeOf(await fail({ reason: 'too_lazy' })).slice(0, 2)).toEqual([422, 'invalid'])
    expect(codeOf(await handOver(dropIds[0], '47 11')).slice(0, 2)).toEqual([422, 'invalid'])
  })

  it('V3 a hand-over sent three times at once has one effect and one answer', async () => {
    await leave()
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => handOver(dropIds[0], '4711', key)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const { rows } = await app.pool.query(
      `select count(*)::int as n from platform.outbox where event = 'delivery.drop-closed' and payload->>'dropId' = $1`,
      [dropIds[0]],
    )
    expect(rows).toEqual([{ n: 1 }])
    expect(codeOf(await handOver(dropIds[0], '0000', key))).toEqual([422, 'idempotency_key_reused', {}])
    expect(codeOf(await handOver(dropIds[0], '4711'))).toEqual([409, 'drop_closed', {}])
  })

  it('V3 a wrong code repeated under one key counts once', async () => {
    await leave()
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => handOver(dropIds[0], '0000', key)))
    for (const answer of answers) expect(codeOf(answer)).toEqual([422, 'wrong_code', { left: 4 }])
    expect(codeOf(await handOver(dropIds[0], '0000'))).toEqual([422, 'wrong_code', { left: 3 }])
  })

  it("O1 a stranger's tenant or site learns nothing: every id is 404", async () => {
    await leave()
    for (const [operator, site] of [
      ['op-b', ''],
      ['op-b', 'site-b'],
      ['op-a', 'site-a2'],
    ] as const) {
      const stranger = caller(door.url, await staff(app, 'courier', operator, site))
      const tried = [
        await stranger.get(`/api/courier/runs/${runId}`),
        await stranger.get('/api/courier/sites/site-a/stream'),
        await stranger.post(`/api/courier/runs/${runId}/claim`),
        await stranger.post(`/api/courier/runs/${runId}/depart`),
        await stranger.post(`/api/courier/runs/${runId}/load`, { scanned: [] }),
        await stranger.post(`/api/courier/runs/${runId}/release`),
        await stranger.post(`/api/courier/runs/${runId}/stop`, { reason: 'illness' }),
        await stranger.post(`/api/courier/drops/${dropIds[0]}/decision`, { decision: 'retry_later' }),
        await stranger.post(`/api/courier/drops/${dropIds[0]}/store`),
        await stranger.post(`/api/courier/drops/${dropIds[0]}/hand-over`, { code: '4711' }),
        await stranger.post(`/api/courier/drops/${dropIds[0]}/failure`, { reason: 'refused' }),
      ]
      for (const response of tried) expect(codeOf(response)).toEqual([404, 'not_found', {}])
      expect((await runsAt(stranger)).flatMap(({ runs }) => runs)).toEqual([])
    }
  })

  it('is closed to other roles, to nobody, and to unknown ids', async () => {
    const cook = caller(door.url, await staff(app, 'kitchen', 'op-a', 'site-a'))
    expect((await cook.get('/api/courier/runs')).status).toBe(403)
    expect((await fetch(`${door.url}/api/courier/runs`)).status).toBe(401)
    expect(codeOf(await me.post('/api/courier/runs/run_none/claim'))).toEqual([404, 'not_found', {}])
    expect(codeOf(await handOver('drp_none', '4711'))).toEqual([404, 'not_found', {}])
  })

  it('refuses steps out of turn: leaving unclaimed, handing over before leaving, a run of a colleague', async () => {
    expect(codeOf(await me.post(`/api/courier/runs/${runId}/depart`))).toEqual([409, 'run_not_ready', {}])
    await colleague.post(`/api/courier/runs/${runId}/claim`)
    expect(codeOf(await me.post(`/api/courier/runs/${runId}/depart`))).toEqual([409, 'run_not_yours', {}])
    expect(codeOf(await handOver(dropIds[0], '4711'))).toEqual([409, 'run_not_yours', {}])
  })

  it('tells the site what happens to its runs, from where the list was read', async () => {
    const { body } = await me.get('/api/courier/runs')
    const url = `${door.url}/api/courier/sites/site-a/stream`
    await leave()
    await handOver(dropIds[0], '4711')
    await me.post(`/api/courier/drops/${dropIds[1]}/failure`, { reason: 'refused' })
    const events = await listenTo(url, token, 8, String(body.sites[0].version))
    expect(events.map(({ event, data }) => [event, (data as { status: string }).status])).toEqual([
      ['run', 'claimed'],
      ['run', 'loaded'],
      ['run', 'on_the_way'],
      ['eta', undefined],
      ['drop', 'delivered'],
      ['eta', undefined],
      ['drop', 'failed'],
      ['run', 'done'],
    ])
  })
})
