import { afterAll, beforeAll, expect, it } from 'vitest'
import { densityOfDay } from '../../../src/delivery/density/density-of-day'
import { runsOfDay, stopsOfDay } from '../../../src/delivery/queries'
import { voidGroups } from '../../../src/delivery/runs/void-groups'
import { type TestApp, testApp } from '../../support/app'
import { group, lunch, planWhole } from './lunch'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const day = { operatorIds: ['op-a'], date: '2026-11-24' }

it('O2 counts orders a building, boxes a stop and stops a kilometre as done by hand', async () => {
  const cancelled = group('east-1', { boxes: 5 })
  const groups = [
    group('east-1'),
    group('east-1', { boxes: 3 }),
    group('east-2', { boxes: 2 }),
    group('west-1'),
    cancelled,
  ]
  const asked = lunch({ groups })
  await planWhole(app, asked)
  await planWhole(app, lunch({ operatorId: 'op-b', siteId: 'site-b' }))
  await planWhole(app, lunch({ groups: [], period: 'dinner' }))
  await voidGroups(app, { operatorId: 'op-a', groupIds: [cancelled.groupId] })

  const density = await densityOfDay(app, day)
  const [run] = await runsOfDay(app, day)
  const metres = run?.metres ?? 0
  expect(metres).toBeGreaterThan(10_000)
  expect(density).toEqual([
    expect.objectContaining({
      period: 'dinner',
      orders: 0,
      stops: 0,
      ordersPerBuilding: null,
      boxesPerStop: null,
      stopsPerKm: null,
    }),
    {
      menuDayId: asked.menuDayId,
      operatorId: 'op-a',
      siteId: 'site-a',
      serviceDate: '2026-11-24',
      period: 'lunch',
      orders: 4,
      buildings: 3,
      boxes: 7,
      stops: 3,
      unserved: 0,
      runs: 1,
      metres,
      ordersPerBuilding: 1.33,
      boxesPerStop: 2.33,
      stopsPerKm: Math.round((3 / (metres / 1_000)) * 100) / 100,
    },
  ])
})

it('O1 shows the runs and stops of the asked tenants only', async () => {
  const runs = await runsOfDay(app, day)
  expect(runs).toMatchObject([{ operatorId: 'op-a', stops: 3, drops: 4, delivered: 0, failed: 0 }])
  expect(await stopsOfDay(app, day)).toHaveLength(3)
  expect(await stopsOfDay(app, { ...day, date: '2026-11-25' })).toEqual([])
  expect(await runsOfDay(app, { ...day, operatorIds: [] })).toEqual([])
})
