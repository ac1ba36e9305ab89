import { describe, expect, it } from 'vitest'
import { arrivalNote, firstArrival } from '../../../src/http/arrival'
import { Turnstile } from '../../../src/http/turnstile'

function crowd(most: number, patienceMs: number) {
  const clock = { ms: 0 }
  const turnstile = new Turnstile({ most, patienceMs }, () => clock.ms)
  const seen: string[] = []
  const come = (name: string) =>
    turnstile.come(
      () => void seen.push(`${name} in`),
      () => void seen.push(`${name} away`),
    )
  /** One leaves after so many milliseconds. */
  const leaveAfter = (ms: number) => {
    clock.ms += ms
    turnstile.leave()
  }
  return { come, leaveAfter, seen }
}

describe('a turnstile', () => {
  it('lets so many in and the next as one leaves, in the order they came', () => {
    const { come, leaveAfter, seen } = crowd(2, 1_000)
    for (const name of ['a', 'b', 'c', 'd']) come(name)
    expect(seen).toEqual(['a in', 'b in'])
    leaveAfter(5)
    leaveAfter(5)
    expect(seen).toEqual(['a in', 'b in', 'c in', 'd in'])
  })

  it('turns away whoever would wait longer than people bear, by the pace it saw', () => {
    const { come, leaveAfter, seen } = crowd(1, 1_000)
    for (let i = 0; i < 150; i++) come(`first${i}`)
    // 10 ms each until it knows better: a hundred may wait
    expect(seen.filter((said) => said.endsWith('away'))).toHaveLength(49)
    for (let i = 0; i < 30; i++) leaveAfter(50)
    seen.length = 0
    for (let i = 0; i < 100; i++) come(`later${i}`)
    // 70 wait already, at about 40 ms each
    expect(seen.filter((said) => said.endsWith('away'))).toHaveLength(100)
    for (let i = 0; i < 30; i++) leaveAfter(5)
    seen.length = 0
    come('after the rush')
    expect(seen).toEqual([])
  })

  it('turns away whoever waited far too long because the pace broke down', () => {
    const { come, leaveAfter, seen } = crowd(1, 1_000)
    for (const name of ['a', 'b', 'c']) come(name)
    leaveAfter(2_500)
    expect(seen).toEqual(['a in', 'b away', 'c away'])
    come('d')
    expect(seen.at(-1)).toBe('d in')
  })
})

describe('a note of arrival', () => {
  const bound = { secret: 'the secret of this installation', key: 'order-1' }
  const at = new Date('2026-11-01T09:59:59.000Z')
  const soon = new Date('2026-11-01T10:00:20.000Z')

  it('says when a request came first, for the same act only', () => {
    const note = arrivalNote(bound, at)
    expect(firstArrival(bound, note, soon)).toEqual(at)
    expect(firstArrival({ ...bound, key: 'order-2' }, note, soon)).toBeUndefined()
    expect(firstArrival({ ...bound, secret: 'another' }, note, soon)).toBeUndefined()
  })

  it('is no good when it was changed, is too old, or from the future', () => {
    const note = arrivalNote(bound, at)
    expect(firstArrival(bound, note.replace(/^\d/, '2'), soon)).toBeUndefined()
    expect(firstArrival(bound, note, new Date('2026-11-01T10:01:00.000Z'))).toBeUndefined()
    expect(firstArrival(bound, note, new Date('2026-11-01T09:59:58.000Z'))).toBeUndefined()
    for (const nonsense of ['', '.', 'x.y', '1e400.', `${at.getTime()}.`]) {
      expect(firstArrival(bound, nonsense, soon)).toBeUndefined()
    }
  })
})
