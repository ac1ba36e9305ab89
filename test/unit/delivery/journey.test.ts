import { describe, expect, it } from 'vitest'
import type { Drop, Run, RunDetail, Site, Stop } from '../../../storefront/api/courier'
import { afterAnswer, failedDrops, grouped, likeliest, nextStop, otherStops } from '../../../storefront/courier/journey'

const text = { zh: '', en: '' }
const drop = (status: Drop['status']): Drop => ({
  id: status,
  number: '001',
  initial: '王',
  point: text,
  pointKind: 'door',
  boxes: 1,
  boxCodes: [],
  status,
  attempts: 0,
  triesLeft: 5,
  failureReason: null,
  nextAction: null,
  actedAt: null,
  compartment: null,
  photos: 0,
})
const stop = (id: string, ...statuses: Drop['status'][]): Stop => ({
  id,
  sequence: 1,
  name: text,
  community: text,
  lat: 0,
  lon: 0,
  boxes: 1,
  eta: null,
  plannedEta: null,
  doneAt: null,
  windowFrom: '',
  windowTo: '',
  useBy: '',
  drops: statuses.map(drop),
})
const run = (over: Partial<Run> = {}): Run => ({
  id: 'run',
  siteId: 'site',
  number: 1,
  serviceDate: '2026-11-24',
  period: 'lunch',
  status: 'on_the_way',
  mine: true,
  vehicle: { id: 'tricycle', name: text, boxes: 60 },
  departAt: '',
  returnAt: '',
  loadedAt: null,
  departedAt: null,
  doneAt: null,
  metres: 0,
  seconds: 0,
  boxes: 0,
  stops: 0,
  drops: 0,
  delivered: 0,
  failed: 0,
  stopReason: null,
  takesOver: null,
  ...over,
})
const journey = (...stopList: Stop[]): RunDetail => ({
  ...run(),
  site: text,
  zone: 'UTC',
  version: 0,
  loadCheck: null,
  path: [],
  stopList,
})

describe('a run under way', () => {
  const stops = [
    stop('cancelled', 'void'),
    stop('behind', 'delivered', 'failed'),
    stop('here', 'delivered', 'waiting'),
    stop('ahead', 'waiting'),
  ]

  it('goes on where somebody still waits, and passes by what was cancelled', () => {
    expect(nextStop(journey(...stops))?.id).toBe('here')
    const { ahead, behind } = otherStops(journey(...stops))
    expect([ahead.map(({ id }) => id), behind.map(({ id }) => id)]).toEqual([['ahead'], ['behind']])
    expect(failedDrops(journey(...stops)).map(({ stop: { id } }) => id)).toEqual(['behind'])
  })

  it('is at once as the server has answered', () => {
    const before = journey(stop('here', 'waiting'), stop('ahead', 'delivered'))
    const answer = { drop: { ...drop('delivered'), id: 'waiting' }, run: run({ delivered: 2, status: 'done' }) }
    const after = afterAnswer(before, answer)
    expect(after).toMatchObject({ status: 'done', delivered: 2, zone: 'UTC' })
    expect(after.stopList.map(({ drops }) => drops.map(({ status }) => status))).toEqual([['delivered'], ['delivered']])
    expect(nextStop(after)).toBeUndefined()
  })

  it('ends when nobody waits any more', () => {
    expect(nextStop(journey(stop('a', 'delivered'), stop('b', 'void')))).toBeUndefined()
  })
})

describe('grouped', () => {
  it('puts the run under way before the claimed one, and free ones apart', () => {
    const runs = [
      run({ id: 'free', status: 'planned', mine: false }),
      run({ id: 'claimed', status: 'claimed' }),
      run({ id: 'driving' }),
      run({ id: 'over', status: 'done' }),
    ]
    const { mine, free, done } = grouped(runs)
    const ids = (list: readonly Run[]) => list.map(({ id }) => id)
    expect([ids(mine), ids(free), ids(done)]).toEqual([['driving', 'claimed'], ['free'], ['over']])
  })
})

describe('likeliest', () => {
  const site = (id: string, ...runs: Run[]): Site => ({ id, name: text, zone: 'UTC', date: '', version: 0, runs })
  const free = run({ status: 'planned', mine: false })

  it('prefers the kitchen where an own run waits, then one with a free run, then the first', () => {
    expect(likeliest([site('a', free), site('b', run({ status: 'claimed' }))])?.id).toBe('b')
    expect(likeliest([site('a', run({ status: 'done' })), site('b', free)])?.id).toBe('b')
    expect(likeliest([site('a'), site('b')])?.id).toBe('a')
    expect(likeliest([])).toBeUndefined()
  })
})
