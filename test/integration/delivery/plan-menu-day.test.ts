import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RunsPlanned } from '../../../src/delivery/events'
import { drops } from '../../../src/delivery/schema/drops'
import { voidGroups } from '../../../src/delivery/runs/void-groups'
import { audit, outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { group, lunch, planWhole, planned } from './lunch'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(new Date('2026-11-23T10:00:00Z'))
})
afterAll(() => app.close())

const announced = async (menuDayId: string) => {
  const facts = await app.db.select().from(outbox).where(eq(outbox.event, RunsPlanned.name))
  return facts.map(({ payload }) => RunsPlanned.payload.parse(payload)).filter((fact) => fact.menuDayId === menuDayId)
}

describe('planMenuDay', () => {
  it('D1 makes one stop of each building and puts it into exactly one run', async () => {
    const day = lunch()
    await planWhole(app, day)
    const { runs, stops, drops } = await planned(app, day.menuDayId)
    expect(stops.map(({ buildingId, boxes }) => ({ buildingId, boxes })).sort()).toHaveLength(3)
    expect(stops.every(({ runId, sequence, eta }) => runId === runs[0]?.id && sequence !== null && eta !== null)).toBe(
      true,
    )
    expect(runs).toMatchObject([{ number: 1, status: 'planned', boxes: 4, operatorId: 'op-a', siteId: 'site-a' }])
    expect(runs[0]?.path).toHaveLength(5)
    expect(drops.map(({ groupId }) => groupId).sort()).toEqual(day.groups.map(({ groupId }) => groupId).sort())
    expect(await announced(day.menuDayId)).toMatchObject([{ runIds: [runs[0]?.id], siteId: 'site-a' }])
  })

  it('V3 plans a menu day once when it is announced many times at once', async () => {
    const day = lunch()
    await Promise.all(Array.from({ length: 6 }, () => planWhole(app, day)))
    await planWhole(app, day)
    const { runs, stops, drops } = await planned(app, day.menuDayId)
    expect([runs.length, stops.length, drops.length]).toEqual([1, 3, 4])
    expect(await announced(day.menuDayId)).toHaveLength(1)
    const noted = await app.db.select().from(audit).where(eq(audit.subject, day.menuDayId))
    expect(noted.map(({ action }) => action).sort()).toEqual(['delivery.lay-out', 'delivery.plan'])
  })

  it('D2 keeps a building that cannot be reached in time, with the reason and its orders', async () => {
    const day = lunch({ servesTo: new Date('2026-11-24T03:01:00Z') })
    await planWhole(app, day)
    const { runs, stops, drops } = await planned(app, day.menuDayId)
    expect(runs).toEqual([])
    expect(stops.map(({ unservedReason, runId }) => ({ unservedReason, runId }))).toEqual(
      Array.from({ length: 3 }, () => ({ unservedReason: 'window', runId: null })),
    )
    expect(drops).toHaveLength(4)
  })

  it('D1 splits a building only when no vehicle holds it', async () => {
    const day = lunch({ groups: Array.from({ length: 7 }, () => group('east-1', { boxes: 10 })) })
    await planWhole(app, day)
    const { runs, stops } = await planned(app, day.menuDayId)
    expect(stops.map(({ part, boxes }) => ({ part, boxes }))).toEqual([
      { part: 1, boxes: 60 },
      { part: 2, boxes: 10 },
    ])
    expect(runs.map(({ boxes }) => boxes)).toEqual([60, 10])
  })

  it('announces a menu day on which nobody ordered, so that nobody waits for it', async () => {
    const day = lunch({ groups: [] })
    await planWhole(app, day)
    expect(await announced(day.menuDayId)).toMatchObject([{ runIds: [] }])
  })

  it('plans all or nothing: an unknown building leaves no trace', async () => {
    const day = lunch({ groups: [group('east-1'), group('nowhere')] })
    await expect(planWhole(app, day)).rejects.toThrow('nowhere')
    expect(await planned(app, day.menuDayId)).toEqual({ runs: [], stops: [], drops: [] })
    expect(await announced(day.menuDayId)).toEqual([])
  })
})

describe('voidGroups', () => {
  it('takes a cancelled order off its stop and run, once', async () => {
    const day = lunch()
    await planWhole(app, day)
    const [first] = day.groups
    const groupIds = [first?.groupId ?? '']
    await Promise.all([1, 2, 3].map(() => voidGroups(app, { operatorId: 'op-a', groupIds })))
    const { runs, stops, drops } = await planned(app, day.menuDayId)
    expect(drops.filter(({ status }) => status === 'void').map(({ groupId }) => groupId)).toEqual(groupIds)
    expect(runs[0]).toMatchObject({ boxes: 3, status: 'planned' })
    expect(stops.find(({ buildingId }) => buildingId === 'east-1')?.boxes).toBe(1)
  })

  it('ends a run that nobody waits for any more', async () => {
    const day = lunch()
    await planWhole(app, day)
    await voidGroups(app, { operatorId: 'op-a', groupIds: day.groups.map(({ groupId }) => groupId) })
    expect((await planned(app, day.menuDayId)).runs).toMatchObject([{ status: 'done', boxes: 0 }])
  })

  it("leaves another tenant's orders alone", async () => {
    const day = lunch()
    await planWhole(app, day)
    await voidGroups(app, { operatorId: 'op-b', groupIds: day.groups.map(({ groupId }) => groupId) })
    const waiting = await app.db.select().from(drops).where(eq(drops.status, 'waiting'))
    const { drops: all } = await planned(app, day.menuDayId)
    expect(all.every(({ id }) => waiting.some((drop) => drop.id === id))).toBe(true)
  })
})
