import { describe, expect, it } from 'vitest'
import type { Affected, Board, Meal, Run, SiteDay, Stop } from '../../../storefront/api/dispatch'
import {
  byLoad,
  canChange,
  fitting,
  isMoved,
  isThere,
  latenessOf,
  neighbour,
  placesIn,
  runsOf,
  shareDone,
  shiftOf,
  shownOf,
  unservedOf,
} from '../../../storefront/console/dispatch/board'
import { cornersOf, marksOf, waysOf } from '../../../storefront/console/dispatch/board-map-data'
import { mealFor, siteFor } from '../../../storefront/console/dispatch/choose-meal'
import { changeOf } from '../../../storefront/console/dispatch/nearest-change'

const stop = (id: string, runId: string | null, sequence: number | null, more: Partial<Stop> = {}) =>
  ({
    id,
    runId,
    sequence,
    lat: 30,
    lon: 120,
    eta: '2026-11-25T04:10:00.000Z',
    windowFrom: '2026-11-25T04:00:00.000Z',
    windowTo: '2026-11-25T04:30:00.000Z',
    doneAt: null,
    ...more,
  }) as Stop

const run = (id: string, number: number, more: Partial<Run> = {}) =>
  ({
    id,
    number,
    status: 'planned',
    departAt: `2026-11-25T03:0${number}:00.000Z`,
    late: 0,
    stopReason: null,
    drops: 4,
    delivered: 1,
    failed: 1,
    path: [{ lat: 30, lon: 120 }],
    ...more,
  }) as Run

const board = {
  plan: { kitchen: { lat: 29, lon: 119 } },
  runs: [run('a', 1), run('b', 2, { late: 1, status: 'on_the_way' }), run('c', 3, { status: 'done' })],
  stops: [stop('a2', 'a', 2), stop('a1', 'a', 1), stop('b1', 'b', 1), stop('lost', null, null, { lat: 31 })],
} as unknown as Board

describe('the dispatcher’s board', () => {
  const runs = runsOf(board)
  const [b, a] = runs
  if (!a || !b) throw new Error('two runs')

  it('puts runs that need somebody first and their stops in the order they are driven', () => {
    expect(runs.map(({ id, stopList }) => [id, stopList.map((one) => one.id)])).toEqual([
      ['b', ['b1']],
      ['a', ['a1', 'a2']],
      ['c', []],
    ])
    expect(unservedOf(board).map(({ id }) => id)).toEqual(['lost'])
  })

  it('shows what the address asks for, and everything where it asks for nothing we know', () => {
    expect(shownOf('late')).toBe('late')
    expect(shownOf('nonsense')).toBe('all')
    expect(fitting(runs, 'all')).toHaveLength(3)
    expect(fitting(runs, 'late').map(({ id }) => id)).toEqual(['b'])
    expect(fitting(runs, 'waiting').map(({ id }) => id)).toEqual(['a'])
    expect(fitting(runs, 'moving').map(({ id }) => id)).toEqual(['b'])
    expect(fitting(runs, 'done').map(({ id }) => id)).toEqual(['c'])
  })

  it('changes only what is not loaded', () => {
    expect(runs.map(canChange)).toEqual([false, true, false])
    expect(canChange({ status: 'loaded' })).toBe(false)
  })

  it('knows how a stop stands against its window', () => {
    const at = (eta: string | null, doneAt: string | null = null) => latenessOf(stop('s', 'a', 1, { eta, doneAt }))
    expect(at('2026-11-25T04:10:00.000Z')).toEqual({ is: 'on_time' })
    expect(at('2026-11-25T03:50:00.000Z')).toEqual({ is: 'early' })
    expect(at('2026-11-25T04:27:30.000Z')).toEqual({ is: 'close', minutes: 2 })
    expect(at('2026-11-25T04:30:00.000Z')).toEqual({ is: 'close', minutes: 0 })
    expect(at('2026-11-25T04:30:01.000Z')).toEqual({ is: 'late', minutes: 1 })
    expect(at(null)).toEqual({ is: 'unknown' })
    expect(at('2026-11-25T05:00:00.000Z', '2026-11-25T04:20:00.000Z')).toEqual({ is: 'done' })
  })

  it('says which places a stop may take', () => {
    const [a1, a2] = a.stopList
    const [lost] = unservedOf(board)
    if (!a1 || !a2 || !lost) throw new Error('three stops')
    expect(placesIn(a, a1)).toBe(2)
    expect(placesIn(a, lost)).toBe(3)
    expect(neighbour(a, a1, -1)).toBeUndefined()
    expect(neighbour(a, a1, 1)).toEqual({ runId: 'a', position: 2 })
    expect(neighbour(a, a2, 1)).toBeUndefined()
    expect(isThere(a, a2, { runId: 'a', position: 2 })).toBe(true)
    expect(isThere(a, a2, { runId: 'a', position: 1 })).toBe(false)
    expect(isThere(a, lost, { runId: 'a', position: 1 })).toBe(false)
  })

  it('says by how much a stop comes later or earlier', () => {
    const affected = (from: string | null, to: string) => ({ from: { eta: from }, to: { eta: to } }) as Affected
    expect(shiftOf(affected('2026-11-25T04:10:00Z', '2026-11-25T04:14:20Z'))).toBe(4)
    expect(shiftOf(affected('2026-11-25T04:10:00Z', '2026-11-25T04:07:00Z'))).toBe(-3)
    expect(shiftOf(affected(null, '2026-11-25T04:07:00Z'))).toBeNull()
  })

  it('leaves out of a preview what nobody would notice', () => {
    const affected = (sequence: number, eta: string) =>
      ({
        from: { runId: 'a', sequence: 1, eta: '2026-11-25T04:10:00Z' },
        to: { runId: 'a', sequence, eta },
      }) as Affected
    expect(isMoved(affected(1, '2026-11-25T04:10:00.032Z'))).toBe(false)
    expect(isMoved(affected(2, '2026-11-25T04:10:00Z'))).toBe(true)
    expect(isMoved(affected(1, '2026-11-25T04:11:00Z'))).toBe(true)
  })

  it('offers the couriers with the fewest runs first', () => {
    const courier = (name: string, runs: number) => ({
      personId: name,
      name,
      skills: [],
      runIds: Array(runs).fill('r'),
    })
    expect(byLoad([courier('b', 2), courier('c', 0), courier('a', 0)]).map(({ name }) => name)).toEqual(['a', 'c', 'b'])
    expect(shareDone(run('x', 1))).toBe(0.5)
    expect(shareDone(run('x', 1, { drops: 0, delivered: 0, failed: 0 }))).toBe(0)
  })

  it('draws each run in the look of its number and each stop with its place', () => {
    expect(waysOf(runs).features.map(({ properties }) => properties.look)).toEqual([1, 0, 2])
    expect(marksOf([a], unservedOf(board))).toMatchObject([
      { id: 'lost', text: '×', state: 'unserved', run: null },
      { id: 'a1', text: '1', state: 'open' },
      { id: 'a2', text: '2', state: 'open' },
    ])
    expect(cornersOf([board.plan.kitchen, ...board.stops])).toEqual([
      [119, 29],
      [120, 31],
    ])
  })
})

describe('what would let an unserved stop in', () => {
  const zone = 'Asia/Shanghai'
  const change = (field: string, value: string | number) => changeOf({ of: 'stop', id: 's', field, value }, zone)

  it.each([
    ['windows', '2026-11-25T04:40:00Z', { key: 'window', value: '12:40' }],
    ['windows', Date.parse('2026-11-25T04:40:00Z') / 1000, { key: 'window', value: '12:40' }],
    ['shift', '2026-11-25T06:00:00Z', { key: 'shift', value: '14:00' }],
    ['holdOnBoard', 3_001, { key: 'hold', value: '51' }],
    ['capacity.boxes', 34, { key: 'capacity', value: '34' }],
    ['skills', 'chilled', { key: 'skill', value: 'chilled' }],
    ['depots', 'K2', { key: 'other', value: 'K2' }],
  ] as const)('%s', (field, value, said) => {
    expect(change(field, value)).toEqual(said)
  })
})

describe('the meal a board opens with', () => {
  const meal = (period: Meal['period'], hour: string, stops = 3, alerts = 0) =>
    ({
      period,
      stops,
      alerts,
      unserved: 0,
      followUps: 0,
      servesFrom: `2026-11-25T${hour}:00:00Z`,
      servesTo: `2026-11-25T${hour}:59:00Z`,
    }) as Meal
  const site = (id: string, meals: Meal[]) => ({ id, meals }) as SiteDay

  it('is the one asked for, else the one that is due', () => {
    const day = site('s', [meal('dinner', '10'), meal('lunch', '04')])
    expect(mealFor(day, 'dinner', '2026-11-25T03:00:00Z')?.period).toBe('dinner')
    expect(mealFor(day, null, '2026-11-25T03:00:00Z')?.period).toBe('lunch')
    expect(mealFor(day, 'nonsense', '2026-11-25T06:00:00Z')?.period).toBe('dinner')
    expect(mealFor(day, null, '2026-11-25T23:00:00Z')?.period).toBe('dinner')
    expect(
      mealFor(site('s', [meal('lunch', '04', 0), meal('dinner', '10', 0)]), null, '2026-11-25T05:00:00Z')?.period,
    ).toBe('dinner')
    expect(mealFor(site('s', []), null, '')).toBeUndefined()
  })

  it('is of the kitchen asked for, else of the one that needs somebody most', () => {
    const sites = [site('quiet', [meal('lunch', '04', 50)]), site('alarm', [meal('lunch', '04', 1, 1)])]
    expect(siteFor(sites, 'quiet')?.id).toBe('quiet')
    expect(siteFor(sites, null)?.id).toBe('alarm')
    expect(siteFor([], null)).toBeUndefined()
  })
})
