import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followFood, noteReadiness } from '../../../src/delivery/planning/note-readiness'
import { planWave } from '../../../src/delivery/planning/plan-wave'
import { runs } from '../../../src/delivery/schema/runs'
import { plans, waves } from '../../../src/delivery/schema/plans'
import { departRun } from '../../../src/delivery/runs/depart-run'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { type TestApp, testApp } from '../../support/app'
import { group, load, lunch, planned, planWhole } from './lunch'

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`)

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(at('10:00'))
})
afterAll(() => app.close())

const eats = (groupId: string, recipeVersionId = 'pork') => ({ groupId, recipeVersionId, portions: 1, hot: true })
const cooked = (readyAt: Date, over: object = {}) => {
  return { recipeVersionId: 'pork', portions: 9, readyAt, begun: false, ...over }
}
const replan = async (menuDayId: string) => {
  const due = await app.db.select().from(waves).where(eq(waves.menuDayId, menuDayId))
  const open = due.filter(({ planned: done, wanted }) => done < wanted)
  for (const { wave, wanted: round } of open) await planWave(app, { menuDayId, wave, round })
  return open.length
}

describe('food that is ready when the kitchen says', () => {
  it('D1 a run may leave before the meal when its food is ready, to be at the door when it opens', async () => {
    const day = lunch({ groups: [group('east-1')] })
    await planWhole(app, day)
    const before = await planned(app, day.menuDayId)
    expect(before.runs[0]?.departAt).toEqual(day.servesFrom)
    await noteReadiness(app, {
      menuDayId: day.menuDayId,
      dishes: day.groups.map(({ groupId }) => eats(groupId)),
      batches: [cooked(at('10:20'))],
    })
    await app.db.update(waves).set({ wanted: 2 }).where(eq(waves.menuDayId, day.menuDayId))
    await replan(day.menuDayId)
    const { runs: after, stops } = await planned(app, day.menuDayId)
    expect(after[0]!.departAt < day.servesFrom).toBe(true)
    expect(after[0]!.departAt >= stops[0]!.readyAt).toBe(true)
    expect(stops[0]?.eta).toEqual(day.servesFrom)
  })

  it('D1 food that is late makes its run leave later, once: the same word again changes nothing', async () => {
    const day = lunch()
    await planWhole(app, day)
    const food = {
      menuDayId: day.menuDayId,
      dishes: day.groups.map(({ groupId }) => eats(groupId)),
      batches: [cooked(at('11:30'))],
    }
    await followFood(app, food)
    expect(await replan(day.menuDayId)).toBe(1)
    const { runs: after, stops } = await planned(app, day.menuDayId)
    for (const { departAt } of after) expect(departAt >= at('11:30')).toBe(true)
    for (const { unservedReason } of stops) expect(unservedReason).toBeNull()
    for (let again = 0; again < 3; again++) await followFood(app, food)
    expect(await replan(day.menuDayId)).toBe(0)
  })

  it('food that slips on and on is followed three times, then a person decides', async () => {
    const day = lunch()
    await planWhole(app, day)
    const dishes = day.groups.map(({ groupId }) => eats(groupId))
    let rounds = 0
    for (const time of ['11:10', '11:25', '11:40', '11:55', '12:10']) {
      await followFood(app, { menuDayId: day.menuDayId, dishes, batches: [cooked(at(time))] })
      rounds += await replan(day.menuDayId)
    }
    expect(rounds).toBe(3)
    const [plan] = await app.db.select().from(plans).where(eq(plans.menuDayId, day.menuDayId))
    expect(plan?.foodRounds).toBe(3)
  })

  it('the oldest dish says until when the box is good, and a run that would be later may not leave', async () => {
    const day = lunch({ groups: [group('east-1')] })
    await planWhole(app, day)
    const { groupId } = day.groups[0]!
    const [run] = await app.db.select().from(runs).where(eq(runs.menuDayId, day.menuDayId))
    await claimRun(app, { runId: run!.id, courierId: 'courier-1' })
    await load(app, run!.id, 'courier-1')
    await noteReadiness(app, {
      menuDayId: day.menuDayId,
      dishes: [eats(groupId), eats(groupId, 'rice')],
      batches: [cooked(at('10:40'), { begun: true }), cooked(at('06:50'), { recipeVersionId: 'rice', begun: true })],
    })
    const { stops } = await planned(app, day.menuDayId)
    expect(stops[0]).toMatchObject({ readyAt: at('10:40'), useBy: at('10:50') })
    await expect(departRun(app, { runId: run!.id, courierId: 'courier-1' })).rejects.toMatchObject({
      code: 'food_too_old',
    })
  })

  it('without a word from the kitchen everything is ready when the meal begins', async () => {
    const day = lunch({ groups: [group('east-1')] })
    await planWhole(app, day)
    await followFood(app, { menuDayId: day.menuDayId, dishes: [], batches: [] })
    const { stops } = await planned(app, day.menuDayId)
    expect(stops[0]).toMatchObject({ readyAt: day.servesFrom, useBy: at('15:00') })
  })
})
