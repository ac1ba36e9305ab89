import { afterAll, beforeAll, expect, it } from 'vitest'
import { moveStop } from '../../../src/delivery/board/move-stop'
import { previewMove } from '../../../src/delivery/board/preview-move'
import { addLateGroups } from '../../../src/delivery/planning/add-late-groups'
import { type TestApp, testApp } from '../../support/app'
import { addVehicles } from './city'
import { addSite, group, lunch, planned, planWhole } from './lunch'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(new Date('2026-11-24T02:00:00Z'))
  for (const siteId of ['site-cold', 'site-none']) await addSite(app, siteId, 'op-a')
  await addVehicles(app, 'site-cold', 2, { boxes: 30, hotBoxes: 30, chilledBoxes: 6 })
  await addVehicles(app, 'site-none', 2, { chilledBoxes: 0 })
})
afterAll(() => app.close())

it('D1 two buildings that would fit one van go in two when its cold bags hold only one of them', async () => {
  const groups = [group('east-1', { boxes: 5, chilled: 5 }), group('east-2', { boxes: 5, chilled: 4 })]
  const day = lunch({ siteId: 'site-cold', groups })
  await planWhole(app, day)
  const { runs, stops } = await planned(app, day.menuDayId)
  expect(runs).toHaveLength(2)

  const [stop, other] = stops
  const move = { stopId: stop!.id, runId: other!.runId!, position: 1 }
  const { version, warnings } = await previewMove(app, move)
  expect(warnings).toContain('overload')
  await expect(moveStop(app, { ...move, version, actorId: 'dis-1' })).rejects.toMatchObject({ code: 'run_full' })

  const warm = lunch({
    siteId: 'site-cold',
    groups: groups.map((each) => ({ ...each, groupId: `${each.groupId}-w`, chilled: 0 })),
  })
  await planWhole(app, warm)
  expect((await planned(app, warm.menuDayId)).runs).toHaveLength(1)
})

it('D2 without any cold bag chilled boxes stay behind, with the reason; what needs neither goes along', async () => {
  const groups = [group('east-1', { boxes: 2, chilled: 1 }), group('east-2', { boxes: 2, ambient: 2 }), group('west-1')]
  const day = lunch({ siteId: 'site-none', groups })
  await planWhole(app, day)
  const { stops } = await planned(app, day.menuDayId)
  const reasonAt = (buildingId: string) => stops.find((stop) => stop.buildingId === buildingId)?.unservedReason
  expect(['east-1', 'east-2', 'west-1'].map(reasonAt)).toEqual(['capacity', null, null])
})

it('a late order does not join a run whose cold bags are full', async () => {
  const day = lunch({ siteId: 'site-cold', groups: [group('east-1', { boxes: 5, chilled: 5 })] })
  await planWhole(app, day)
  await addLateGroups(app, { ...day, groups: [group('east-1', { boxes: 1, chilled: 1 })] }, 'worker')
  await addLateGroups(app, { ...day, groups: [group('east-1', { boxes: 2, chilled: 2 })] }, 'worker')
  const { stops, runs } = await planned(app, day.menuDayId)
  expect(stops.map(({ part, boxes }) => [part, boxes]).sort()).toEqual([
    [1, 6],
    [2, 2],
  ])
  expect(runs).toHaveLength(2)
})
