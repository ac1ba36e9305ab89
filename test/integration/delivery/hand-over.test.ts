import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideDrop } from '../../../src/delivery/boxes/decide-drop'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { DropClosed } from '../../../src/delivery/events'
import { failDrop } from '../../../src/delivery/runs/fail-drop'
import { handOver } from '../../../src/delivery/runs/hand-over'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { group, lunch, onTheWay, planWhole, planned } from './lunch'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(new Date('2026-11-24T03:20:00Z'))
})
afterAll(() => app.close())

const oneDrop = async (over = {}) => {
  const day = lunch({ groups: [group('east-1', over)] })
  const { drops, ...rest } = await onTheWay(app, day)
  return { ...rest, menuDayId: day.menuDayId, dropId: drops[0]?.id ?? '' }
}
const dropOf = async (menuDayId: string) => (await planned(app, menuDayId)).drops[0]
const closings = async (dropId: string) => {
  const facts = await app.db.select().from(outbox).where(eq(outbox.event, DropClosed.name))
  return facts.map(({ payload }) => DropClosed.payload.parse(payload)).filter((fact) => fact.dropId === dropId)
}

describe('handOver', () => {
  it('D4 locks a drop after five wrong codes, even for the right one', async () => {
    const { dropId, courierId, menuDayId } = await oneDrop()
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await handOver(app, { dropId, courierId, code: '0000' })).toMatchObject({
        code: 'wrong_code',
        params: { left },
      })
    }
    await expect(handOver(app, { dropId, courierId, code: '0000' })).rejects.toMatchObject({ code: 'code_locked' })
    await expect(handOver(app, { dropId, courierId, code: '4711' })).rejects.toMatchObject({ code: 'code_locked' })
    expect(await dropOf(menuDayId)).toMatchObject({ status: 'waiting', wrongCodes: 5 })
    expect(await closings(dropId)).toEqual([])
  })

  it('D4 allows no sixth guess when twenty come at once', async () => {
    const { dropId, courierId, menuDayId } = await oneDrop()
    const guess = () => handOver(app, { dropId, courierId, code: '0000' }).catch((refusal: unknown) => refusal)
    const answers = await Promise.all(Array.from({ length: 20 }, guess))
    const codes = answers.map((answer) => (answer as { code: string }).code)
    expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(5)
    expect(codes.filter((code) => code === 'code_locked')).toHaveLength(15)
    expect(await dropOf(menuDayId)).toMatchObject({ wrongCodes: 5 })
  })

  it('D4 closes a drop against its code once, and its run with the last drop', async () => {
    const { runId, drops, courierId } = await onTheWay(app)
    const twice = drops.flatMap(({ id }) => [id, id])
    const answers = await Promise.allSettled(twice.map((dropId) => handOver(app, { dropId, courierId, code: '4711' })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
    expect(refused).toEqual(['drop_closed', 'drop_closed', 'drop_closed', 'drop_closed'])
    for (const { id } of drops) expect(await closings(id)).toMatchObject([{ outcome: 'delivered' }])
    const { rows } = await app.pool.query('select status, done_at from delivery.runs where id = $1', [runId])
    expect(rows).toEqual([{ status: 'done', done_at: app.now() }])
  })

  it("refuses a drop of another courier's run and a run that has not left", async () => {
    const { dropId } = await oneDrop()
    await expect(handOver(app, { dropId, courierId: 'courier-2', code: '4711' })).rejects.toMatchObject({
      code: 'run_not_yours',
    })
    const day = lunch()
    await planWhole(app, day)
    const { runs, drops } = await planned(app, day.menuDayId)
    await claimRun(app, { runId: runs[0]?.id ?? '', courierId: 'courier-1' })
    const early = { dropId: drops[0]?.id ?? '', courierId: 'courier-1' }
    await expect(handOver(app, { ...early, code: '4711' })).rejects.toMatchObject({ code: 'run_not_ready' })
    await expect(failDrop(app, { ...early, reason: 'refused' })).rejects.toMatchObject({ code: 'run_not_ready' })
  })

  it('refuses a drop that does not exist', () =>
    expect(handOver(app, { dropId: 'drp_none', courierId: 'courier-1', code: '4711' })).rejects.toMatchObject({
      code: 'not_found',
    }))
})

describe('failDrop', () => {
  it('D4 needs a reason', async () => {
    const { dropId, courierId, menuDayId } = await oneDrop()
    await expect(failDrop(app, { dropId, courierId, reason: undefined })).rejects.toMatchObject({
      code: 'failure_reason_required',
    })
    expect(await dropOf(menuDayId)).toMatchObject({ status: 'waiting', nextAction: null })
  })

  it('D4 creates the next action that the reason and the point ask for', async () => {
    const { dropId, courierId, menuDayId } = await oneDrop({ pointKind: 'locker' })
    expect(await failDrop(app, { dropId, courierId, reason: 'nobody_there' })).toBe('leave_at_point')
    expect(await dropOf(menuDayId)).toMatchObject({
      status: 'stored',
      failureReason: 'nobody_there',
      nextAction: 'leave_at_point',
      storedAt: app.now(),
    })
    expect(await closings(dropId)).toEqual([])
    await expect(failDrop(app, { dropId, courierId, reason: 'refused' })).rejects.toMatchObject({ code: 'drop_closed' })
    await expect(handOver(app, { dropId, courierId, code: '4711' })).rejects.toMatchObject({ code: 'drop_closed' })
  })

  it('D4 closes a locked drop too, so that the run can end', async () => {
    const { dropId, courierId, menuDayId } = await oneDrop()
    for (let i = 0; i < 5; i++) await handOver(app, { dropId, courierId, code: '0000' })
    expect(await failDrop(app, { dropId, courierId, reason: 'code_unknown' })).toBe('call_customer')
    expect((await planned(app, menuDayId)).runs).toMatchObject([{ status: 'on_the_way' }])
    await decideDrop(app, { dropId, actorId: courierId, decision: 'return_to_kitchen' })
    expect((await planned(app, menuDayId)).runs).toMatchObject([{ status: 'done' }])
    expect(await closings(dropId)).toMatchObject([{ outcome: 'failed' }])
  })
})
