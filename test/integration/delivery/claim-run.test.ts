import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { departRun } from '../../../src/delivery/runs/depart-run'
import { RunDeparted } from '../../../src/delivery/events'
import { voidGroups } from '../../../src/delivery/runs/void-groups'
import { audit, outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { load, lunch, planWhole, planned } from './lunch'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(new Date('2026-11-24T02:30:00Z'))
})
afterAll(() => app.close())

async function freeRun(): Promise<string> {
  const day = lunch()
  await planWhole(app, day)
  return (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
}
const stateOf = async (runId: string) => {
  const rows = await app.pool.query('select status, courier_id from delivery.runs where id = $1', [runId])
  return rows.rows[0]
}

describe('claimRun', () => {
  it('D5 gives a run to exactly one of eight couriers at once, fifty times over', async () => {
    const runId = await freeRun()
    const noted = and(eq(audit.subject, runId), eq(audit.action, 'delivery.claim-run'))
    for (let round = 0; round < 50; round++) {
      await app.pool.query(`update delivery.runs set status = 'planned', courier_id = null where id = $1`, [runId])
      await app.db.delete(audit).where(noted)
      const couriers = Array.from({ length: 8 }, (_, i) => `courier-${i}`)
      const answers = await Promise.allSettled(couriers.map((courierId) => claimRun(app, { runId, courierId })))
      const winners = couriers.filter((_, i) => answers[i]?.status === 'fulfilled')
      const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
      expect(winners).toHaveLength(1)
      expect(refusals).toEqual(Array.from({ length: 7 }, () => 'run_taken'))
      expect(await stateOf(runId)).toEqual({ status: 'claimed', courier_id: winners[0] })
      expect(await app.db.select({ by: audit.actorId }).from(audit).where(noted)).toEqual([{ by: winners[0] }])
    }
  })

  it('D5 is no error when one asks again for what one has', async () => {
    const runId = await freeRun()
    await claimRun(app, { runId, courierId: 'courier-1' })
    await claimRun(app, { runId, courierId: 'courier-1' })
    await expect(claimRun(app, { runId, courierId: 'courier-2' })).rejects.toMatchObject({ code: 'run_taken' })
  })

  it('refuses a run that does not exist', () =>
    expect(claimRun(app, { runId: 'run_none', courierId: 'courier-1' })).rejects.toMatchObject({ code: 'not_found' }))
})

describe('departRun', () => {
  it('leaves once, with every order that is still wanted, and says so', async () => {
    const day = lunch()
    await planWhole(app, day)
    const runId = (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
    const [cancelled, ...wanted] = day.groups.map(({ groupId }) => groupId)
    await voidGroups(app, { operatorId: 'op-a', groupIds: [cancelled ?? ''] })
    await claimRun(app, { runId, courierId: 'courier-1' })
    await load(app, runId, 'courier-1')
    await Promise.all([1, 2, 3].map(() => departRun(app, { runId, courierId: 'courier-1' })))
    const facts = await app.db.select().from(outbox).where(eq(outbox.event, RunDeparted.name))
    const mine = facts.map(({ payload }) => RunDeparted.payload.parse(payload)).filter((fact) => fact.runId === runId)
    expect(mine.map(({ groupIds }) => groupIds.sort())).toEqual([wanted.sort()])
  })

  it('refuses a run nobody has claimed, a run of somebody else, and one that is over', async () => {
    const runId = await freeRun()
    const leave = (courierId: string) => departRun(app, { runId, courierId })
    await expect(leave('courier-1')).rejects.toMatchObject({ code: 'run_not_ready' })
    await claimRun(app, { runId, courierId: 'courier-1' })
    await expect(leave('courier-1')).rejects.toMatchObject({ code: 'run_not_ready' })
    await expect(leave('courier-2')).rejects.toMatchObject({ code: 'run_not_yours' })
    await app.pool.query(`update delivery.runs set status = 'done' where id = $1`, [runId])
    await expect(leave('courier-1')).rejects.toMatchObject({ code: 'run_not_ready' })
  })
})
