import { describe, expect, it } from 'vitest'
import type { Drop, RunDetail, Stop } from '../../../storefront/api/courier'
import type { CourierAct } from '../../../storefront/courier/acts/act'
import { type ShownDrop, withActs } from '../../../storefront/courier/acts/with-acts'
import { heldDrops, isLate, nextStop } from '../../../storefront/courier/journey'
import { heardOf, loadOf } from '../../../storefront/courier/load/load'

const drop = (id: string, more: Partial<Drop> = {}) =>
  ({
    id,
    number: id.toUpperCase(),
    status: 'waiting',
    boxCodes: [`${id}-1`],
    photos: 0,
    nextAction: null,
    ...more,
  }) as Drop
const stop = (id: string, drops: Drop[]) => ({ id, drops, doneAt: null, eta: null }) as unknown as Stop
const run = (more: Partial<RunDetail> = {}) =>
  ({
    id: 'run',
    status: 'on_the_way',
    delivered: 0,
    failed: 0,
    stopList: [
      stop('s1', [drop('a'), drop('b', { boxCodes: ['b-1', 'b-2'] })]),
      stop('s2', [drop('c', { status: 'held' })]),
    ],
    ...more,
  }) as RunDetail

type Rest<A> = A extends unknown ? Omit<A, 'id' | 'runId'> : never
let made = 0
const act = (rest: Rest<CourierAct>): CourierAct => {
  made += 1
  return { id: `act${made}`, runId: 'run', ...rest }
}
const on = (dropId: string) => ({ dropId, number: dropId.toUpperCase() })
const dropsOf = ({ stopList }: RunDetail) =>
  Object.fromEntries(stopList.flatMap(({ drops }) => drops).map((one) => [one.id, one as ShownDrop]))

describe('a run as the phone shows it while nobody answers', () => {
  it('counts what was done here and says that it is not sent', () => {
    const shown = withActs(run(), [
      act({ kind: 'hand-over', ...on('a'), code: '4711' }),
      act({ kind: 'fail', ...on('b'), reason: 'damaged' }),
    ])
    expect(dropsOf(shown)).toMatchObject({
      a: { status: 'delivered', unsent: true },
      b: { status: 'failed', failureReason: 'damaged', nextAction: null, unsent: true },
      c: { status: 'held' },
    })
    expect(shown).toMatchObject({ delivered: 1, failed: 1, status: 'on_the_way' })
    expect(nextStop(shown)).toBeUndefined()
  })

  it('changes nothing of another run, nor of an order the server has closed', () => {
    const told = run()
    expect(withActs(told, [{ ...act({ kind: 'hand-over', ...on('a'), code: '1' }), runId: 'other' }])).toBe(told)
    const closed = run({ stopList: [stop('s1', [drop('a', { status: 'delivered' })])] })
    const late = withActs(closed, [act({ kind: 'fail', ...on('a'), reason: 'refused' })])
    expect(dropsOf(late)['a']).toEqual(drop('a', { status: 'delivered' }))
  })

  it('follows what is decided about an order on board, and hands it over after all', () => {
    const retry = act({ kind: 'decide', ...on('c'), decision: { decision: 'retry_later' } })
    const waits = withActs(run(), [retry])
    expect(dropsOf(waits)['c']).toMatchObject({ status: 'waiting' })
    expect(heldDrops(waits)).toEqual([])
    const handed = withActs(run(), [retry, act({ kind: 'hand-over', ...on('c'), code: '4711' })])
    expect(dropsOf(handed)['c']).toMatchObject({ status: 'delivered' })
    const back = withActs(run(), [act({ kind: 'decide', ...on('c'), decision: { decision: 'return_to_kitchen' } })])
    expect(dropsOf(back)['c']).toMatchObject({ status: 'failed', nextAction: 'return_to_kitchen' })
  })

  it('keeps photos of what is closed, and counts what lies in a locker as delivered', () => {
    const shown = withActs(run({ stopList: [stop('s1', [drop('a', { status: 'failed' }), drop('b')])] }), [
      act({ kind: 'photo', ...on('a'), type: 'image/jpeg', base64: '' }),
      act({ kind: 'store', ...on('b') }),
    ])
    expect(dropsOf(shown)).toMatchObject({ a: { status: 'failed', photos: 1 }, b: { status: 'stored' } })
    expect(shown).toMatchObject({ delivered: 1, failed: 1 })
  })

  it('is loaded when every box is in or there is a reason, and gone when the courier left', () => {
    const claimed = run({ status: 'claimed' })
    const load = (scanned: string[], reason?: string) => act({ kind: 'load', scanned, ...(reason ? { reason } : {}) })
    const all = ['a-1', 'b-1', 'b-2', 'c-1']
    expect(withActs(claimed, [load(all)]).status).toBe('loaded')
    expect(withActs(claimed, [load(['a-1'])]).status).toBe('claimed')
    expect(withActs(claimed, [load(['a-1'], 'sold out')]).status).toBe('loaded')
    expect(withActs(claimed, [load(all), act({ kind: 'depart' })]).status).toBe('on_the_way')
    expect(withActs(run({ status: 'done' }), [act({ kind: 'depart' })]).status).toBe('done')
  })
})

describe('the check of the boxes', () => {
  it('lists the last stop first and knows what is missing and what is not of the run', () => {
    const load = loadOf(run(), ['b-2', 'x-9'])
    expect(load.boxes.map(({ code, isScanned }) => [code, isScanned])).toEqual([
      ['c-1', false],
      ['a-1', false],
      ['b-1', false],
      ['b-2', true],
    ])
    expect(load).toMatchObject({ scanned: 1, isComplete: false, foreign: ['x-9'] })
    expect(loadOf(run(), ['a-1', 'b-1', 'b-2', 'c-1']).isComplete).toBe(true)
    expect(loadOf(run({ stopList: [stop('s', [drop('v', { status: 'void' })])] }), []).boxes).toEqual([])
  })

  it('tells a new box from one that is in and one that is not of the run; a typed number is the next box of its order', () => {
    expect(heardOf(run(), [], 'a-1')).toMatchObject({ is: 'right', box: { code: 'a-1', part: 1, parts: 1 } })
    expect(heardOf(run(), ['a-1'], 'a-1')).toMatchObject({ is: 'again' })
    expect(heardOf(run(), ['b-1'], 'b')).toMatchObject({ is: 'right', box: { code: 'b-2', part: 2, parts: 2 } })
    expect(heardOf(run(), ['b-1', 'b-2'], 'B')).toMatchObject({ is: 'again' })
    expect(heardOf(run(), [], 'x-9')).toEqual({ is: 'foreign', code: 'x-9' })
  })
})

it('says that a stop is late while nobody has been there', () => {
  const late = { eta: '2026-11-25T04:31:00Z', windowTo: '2026-11-25T04:30:00Z', doneAt: null } as Stop
  expect(isLate(late)).toBe(true)
  expect(isLate({ ...late, doneAt: '2026-11-25T04:32:00Z' })).toBe(false)
  expect(isLate({ ...late, eta: null })).toBe(false)
})
