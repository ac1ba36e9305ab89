import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPhoto } from '../../../src/delivery/boxes/add-photo'
import { decideDrop } from '../../../src/delivery/boxes/decide-drop'
import { discardOverdue } from '../../../src/delivery/boxes/discard-overdue'
import { emptyCompartment } from '../../../src/delivery/boxes/empty-compartment'
import { fetchDrop } from '../../../src/delivery/boxes/fetch-drop'
import { finishFollowUp } from '../../../src/delivery/boxes/finish-follow-up'
import { photoById } from '../../../src/delivery/boxes/queries'
import { storeDrop } from '../../../src/delivery/boxes/store-drop'
import { DropClosed } from '../../../src/delivery/events'
import { importFleet } from '../../../src/delivery/fleet/import-fleet'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { failDrop } from '../../../src/delivery/runs/fail-drop'
import { handOver } from '../../../src/delivery/runs/hand-over'
import { loadRun } from '../../../src/delivery/runs/load-run'
import { compartments } from '../../../src/delivery/schema/lockers'
import { alerts } from '../../../src/delivery/schema/watch'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { group, labelsOf, load, lunch, onTheWay, planned, planWhole } from './lunch'

const named = (name: string) => ({ zh: name, en: name })
const NOON = new Date('2026-11-24T03:20:00Z')

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
beforeEach(() => app.setNow(NOON))
afterAll(() => app.close())

const closings = async (dropId: string) => {
  const facts = await app.db.select().from(outbox).where(eq(outbox.event, DropClosed.name))
  return facts.map(({ payload }) => DropClosed.payload.parse(payload)).filter((fact) => fact.dropId === dropId)
}
const alertsOn = async (...subjects: string[]) =>
  (await app.db.select().from(alerts).where(inArray(alerts.subjectId, subjects))).map(({ kind }) => kind)

describe('loadRun', () => {
  const claimed = async () => {
    const day = lunch()
    await planWhole(app, day)
    const runId = (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
    await claimRun(app, { runId, courierId: 'c1' })
    return { runId, labels: await labelsOf(app, runId), day }
  }

  it('names the boxes that are missing and those that are foreign, and loads only what is complete', async () => {
    const { runId, labels } = await claimed()
    const scanned = [...labels.slice(1), 'grp_other.1']
    const checked = await loadRun(app, { runId, courierId: 'c1', scanned })
    expect(checked).toMatchObject({
      loaded: false,
      missing: [{ code: labels[0], number: '001' }],
      foreign: ['grp_other.1'],
    })
    expect(await loadRun(app, { runId, courierId: 'c1', scanned: labels })).toMatchObject({ loaded: true, missing: [] })
  })

  it('goes without a box only with a reason, which stays with the run', async () => {
    const { runId, labels, day } = await claimed()
    const scanned = labels.slice(1)
    const reason = 'fell off the shelf, remade'
    expect(await loadRun(app, { runId, courierId: 'c1', scanned, reason })).toMatchObject({ loaded: true })
    expect((await planned(app, day.menuDayId)).runs[0]).toMatchObject({
      status: 'loaded',
      loadCheck: { missing: [labels[0]], foreign: [], reason },
    })
  })

  it("refuses a colleague's run and one that nobody has claimed", async () => {
    const { runId, labels } = await claimed()
    const asked = loadRun(app, { runId, courierId: 'c2', scanned: labels })
    await expect(asked).rejects.toMatchObject({ code: 'run_not_yours' })
  })
})

describe('a box that could not be handed over', () => {
  const failed = async (reason: 'nobody_there' | 'refused' | 'damaged', over = {}) => {
    const day = lunch({ groups: [group('east-1', over), group('west-1')] })
    const { drops, courierId } = await onTheWay(app, day)
    const drop = drops.find(({ groupId }) => groupId === day.groups[0]?.groupId)
    if (!drop) throw new Error('no drop')
    await failDrop(app, { dropId: drop.id, courierId, reason })
    const now = async () => (await planned(app, day.menuDayId)).drops.find(({ id }) => id === drop.id)
    return { day, dropId: drop.id, courierId, now }
  }

  it('D4 nobody there: it is held on board and somebody is asked; come again later on the same run it is delivered', async () => {
    const { day, dropId, courierId, now } = await failed('nobody_there')
    expect(await now()).toMatchObject({ status: 'held', nextAction: 'call_customer', attempts: 1, actedAt: null })
    expect(await alertsOn(dropId)).toEqual(['held'])
    expect(await closings(dropId)).toEqual([])

    await decideDrop(app, { dropId, actorId: 'd', decision: 'retry_later' })
    const { stops, runs } = await planned(app, day.menuDayId)
    const there = (await now())?.stopId
    expect(stops.find(({ id }) => id === there)?.runId).toBe(runs[0]?.id)
    expect(stops.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(await now()).toMatchObject({ status: 'waiting', nextAction: 'retry_later', actedAt: NOON })
    expect(await handOver(app, { dropId, courierId, code: '4711' })).toBeUndefined()
    expect(await closings(dropId)).toMatchObject([{ outcome: 'delivered' }])
  })

  it('D4 does not come a third time: then it goes back, and is done when it is back', async () => {
    const { dropId, courierId, now } = await failed('nobody_there')
    await decideDrop(app, { dropId, actorId: courierId, decision: 'retry_later' })
    expect(await failDrop(app, { dropId, courierId, reason: 'nobody_there' })).toBe('return_to_kitchen')
    expect(await now()).toMatchObject({ status: 'failed', attempts: 2, actedAt: null })
    const twice = await Promise.allSettled([1, 2].map(() => finishFollowUp(app, { dropId, actorId: 'd' })))
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await now()).toMatchObject({ actedAt: NOON })
  })

  it('D4 R5 moved to a locker: it takes the mode of its new point, a compartment is kept, its customer fetches it', async () => {
    const { dropId, courierId, now } = await failed('nobody_there')
    await importFleet(app, {
      vehicles: [],
      couriers: [],
      windows: [],
      compartments: [
        {
          id: `${dropId}-1`,
          servicePointId: `locker-${dropId}`,
          number: 7,
          boxes: 2,
        },
      ],
    })
    const building = {
      buildingId: 'east-2',
      communityId: 'east',
      name: named('east-2'),
      community: named('east'),
      lat: 31.2,
      lon: 121.53,
    }
    const to = { servicePointId: `locker-${dropId}`, kind: 'locker' as const, point: named('locker'), building }
    await decideDrop(app, { dropId, actorId: 'd', decision: 'move_to_point', to })
    expect(await now()).toMatchObject({ status: 'waiting', pointKind: 'locker', nextAction: 'move_to_point' })
    await storeDrop(app, { dropId, courierId })
    expect(await now()).toMatchObject({ status: 'stored', storedAt: NOON })
    expect(await closings(dropId)).toEqual([])
    const { number } = (await now()) ?? { number: '' }
    const open = (code: string) => fetchDrop(app, { servicePointId: to.servicePointId, number, code })
    expect(await open('0000')).toMatchObject({ code: 'wrong_code', params: { left: 4 } })
    expect(await open('4711')).toMatchObject({ compartment: 7 })
    await expect(open('4711')).rejects.toMatchObject({ code: 'not_in_locker' })
    expect(await closings(dropId)).toMatchObject([{ outcome: 'delivered' }])
    const [door] = await app.db
      .select()
      .from(compartments)
      .where(eq(compartments.id, `${dropId}-1`))
    expect(door).toMatchObject({ state: 'free', dropId: null })
  })

  it('D4 refused goes back, damaged is cooked again, and neither can be decided once more', async () => {
    for (const [reason, action] of [
      ['refused', 'return_to_kitchen'],
      ['damaged', 'remake'],
    ] as const) {
      const { dropId, now } = await failed(reason)
      expect(await now()).toMatchObject({ status: 'failed', nextAction: action })
      await expect(decideDrop(app, { dropId, actorId: 'd', decision: 'retry_later' })).rejects.toMatchObject({
        code: 'drop_not_held',
      })
    }
  })

  it('of two who decide at once one is heard', async () => {
    const { dropId } = await failed('nobody_there')
    const decisions = ['retry_later', 'return_to_kitchen'] as const
    const answers = await Promise.allSettled(
      decisions.map((decision) => decideDrop(app, { dropId, actorId: 'd', decision })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('lockers', () => {
  const atLocker = (point: string, sizes: number[], doors: number[]) => async () => {
    await importFleet(app, {
      vehicles: [],
      couriers: [],
      windows: [],
      compartments: doors.map((boxes, i) => ({
        id: `${point}-${i + 1}`,
        servicePointId: point,
        number: i + 1,
        boxes,
      })),
    })
    const groups = sizes.map((boxes, i) =>
      group('east-1', { boxes, number: `L${i}`, servicePointId: point, pointKind: 'locker', point: named('locker') }),
    )
    return lunch({ groups })
  }
  const doorsOf = async (point: string) =>
    (
      await app.db
        .select()
        .from(compartments)
        .where(eq(compartments.servicePointId, point))
        .orderBy(compartments.number)
    ).map(({ state, boxes, dropId }) => ({ state, boxes, kept: dropId !== null }))

  it('keeps the smallest door with room for each order when the run is loaded, and says for which there is none', async () => {
    const day = await atLocker('lk-1', [3, 1, 1, 2], [1, 2, 4])()
    const { drops } = await onTheWay(app, day)
    expect(await doorsOf('lk-1')).toEqual([
      { state: 'reserved', boxes: 1, kept: true },
      { state: 'reserved', boxes: 2, kept: true },
      { state: 'reserved', boxes: 4, kept: true },
    ])
    const kinds = await alertsOn(...drops.map(({ id }) => id))
    expect(kinds).toEqual(['locker_full'])
  })

  it('gives the last door to one of two runs that are loaded at once', async () => {
    const first = await atLocker('lk-2', [1], [1])()
    const second = { ...(await atLocker('lk-2', [1], [1])()), menuDayId: `${first.menuDayId}-b` }
    const runIds: string[] = []
    for (const day of [first, second]) {
      await planWhole(app, day)
      const runId = (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
      await claimRun(app, { runId, courierId: 'c1' })
      runIds.push(runId)
    }
    await Promise.all(runIds.map((runId) => load(app, runId, 'c1')))
    expect(await doorsOf('lk-2')).toEqual([{ state: 'reserved', boxes: 1, kept: true }])
    const drops = [...(await planned(app, first.menuDayId)).drops, ...(await planned(app, second.menuDayId)).drops]
    expect(await alertsOn(...drops.map(({ id }) => id))).toEqual(['locker_full'])
  })

  it('throws hot food away that nobody fetched in two hours, and frees the door when it is taken out', async () => {
    const day = await atLocker('lk-3', [1], [1])()
    const { drops, courierId } = await onTheWay(app, day)
    const dropId = drops[0]?.id ?? ''
    await storeDrop(app, { dropId, courierId })
    app.setNow(new Date(NOON.getTime() + 2 * 3_600_000 - 1_000))
    expect(await discardOverdue(app)).toBe(0)
    app.setNow(new Date(NOON.getTime() + 2 * 3_600_000))
    const counts = await Promise.all([discardOverdue(app), discardOverdue(app)])
    expect(counts.sort()).toEqual([0, 1])
    expect(await closings(dropId)).toMatchObject([{ outcome: 'failed' }])
    expect(await alertsOn(dropId)).toEqual(['overdue'])
    expect(await doorsOf('lk-3')).toEqual([{ state: 'overdue', boxes: 1, kept: true }])
    await expect(fetchDrop(app, { servicePointId: 'lk-3', number: 'L0', code: '4711' })).rejects.toMatchObject({
      code: 'not_in_locker',
    })
    await emptyCompartment(app, { id: 'lk-3-1', actorId: 'd' })
    expect(await doorsOf('lk-3')).toEqual([{ state: 'free', boxes: 1, kept: false }])
  })

  it('D4 locks at the locker after five wrong codes, even for the right one', async () => {
    const day = await atLocker('lk-4', [1], [1])()
    const { drops, courierId } = await onTheWay(app, day)
    await storeDrop(app, { dropId: drops[0]?.id ?? '', courierId })
    const open = (code: string) => fetchDrop(app, { servicePointId: 'lk-4', number: 'L0', code })
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => open('0000')))
    expect(guesses.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    await expect(open('4711')).rejects.toMatchObject({ code: 'code_locked' })
  })
})

describe('photos', () => {
  const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

  it('keeps a picture of the kind it says, up to its size, of the courier’s own run', async () => {
    const { drops, courierId } = await onTheWay(app)
    const dropId = drops[0]?.id ?? ''
    const type = 'image/png' as const
    const id = await addPhoto(app, { dropId, courierId, type, bytes: PNG })
    const found = await photoById(app, id)
    expect(found).toMatchObject({
      operatorId: 'op-a',
      siteId: 'site-a',
      photo: { dropId, size: 8, takenBy: courierId },
    })
    expect(found?.photo.bytes.equals(PNG)).toBe(true)
    const refused = (over: object) =>
      addPhoto(app, { dropId, courierId, type, bytes: PNG, ...over }).catch((error) => error.code)
    expect(await refused({ type: 'image/jpeg' })).toBe('photo_unreadable')
    expect(await refused({ bytes: Buffer.concat([PNG, Buffer.alloc(70_000)]) })).toBe('photo_too_large')
    expect(await refused({ courierId: 'somebody' })).toBe('run_not_yours')
    expect(await refused({ dropId: 'drp_none' })).toBe('not_found')
  })
})
