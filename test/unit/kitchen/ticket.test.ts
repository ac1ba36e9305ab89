import { describe, expect, it } from 'vitest'
import { finishedBy, givenBackBy, progressOf, toMake } from '../../../src/kitchen/domain/ticket'
import { Refusal } from '../../../src/kernel/refusal'

const NOW = new Date('2026-11-02T03:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const item = (id: string, station: string, doneAt: Date | null = null) => ({ id, station, doneAt })

describe('ticket', () => {
  it('is placed, then cooking from the first finished item, then ready with the last', () => {
    expect(progressOf([item('a', 'wok'), item('b', 'cold')])).toBe('placed')
    expect(progressOf([item('a', 'wok', NOW), item('b', 'cold')])).toBe('cooking')
    expect(progressOf([item('a', 'wok', NOW), item('b', 'cold', NOW)])).toBe('ready')
  })

  it('a station finishes its own open items, the expediter everybody’s', () => {
    const items = [item('a', 'wok'), item('b', 'wok', NOW), item('c', 'pack')]
    expect(finishedBy(items, 'wok')).toEqual(['a'])
    expect(finishedBy(items, null)).toEqual(['a', 'c'])
  })

  it('refuses a station that has nothing on the ticket', () => {
    expect(() => finishedBy([item('a', 'wok')], 'grill')).toThrow(new Refusal('not_found'))
    expect(() => givenBackBy([item('a', 'wok')], 'grill', NOW)).toThrow(new Refusal('not_found'))
  })

  it('a recall gives back what the station finished last', () => {
    const items = [item('a', 'wok', minutesAgo(9)), item('b', 'wok', minutesAgo(2)), item('c', 'cold', minutesAgo(1))]
    expect(givenBackBy(items, 'wok', NOW)).toEqual(['b'])
    expect(givenBackBy(items, null, NOW)).toEqual(['c'])
    expect(givenBackBy([item('a', 'wok')], 'wok', NOW)).toEqual([])
  })

  it('a recall is possible for 30 minutes, to the last millisecond', () => {
    const at = (doneAt: Date) => givenBackBy([item('a', 'wok', doneAt)], 'wok', NOW)
    expect(at(minutesAgo(30))).toEqual(['a'])
    expect(() => at(new Date(minutesAgo(30).getTime() - 1))).toThrow(new Refusal('recall_expired'))
  })

  it('adds up what is still to make, the most first', () => {
    const rice = { dishId: 'rice', name: { zh: '米饭', en: 'Rice' } }
    const pork = { dishId: 'pork', name: { zh: '猪肉', en: 'Pork' } }
    const totals = toMake([
      { ...rice, station: 'steam', quantity: 2, doneAt: null },
      { ...pork, station: 'wok', quantity: 3, doneAt: null },
      { ...rice, station: 'steam', quantity: 4, doneAt: null },
      { ...pork, station: 'wok', quantity: 5, doneAt: NOW },
    ])
    expect(totals).toEqual([
      { ...rice, station: 'steam', left: 6, total: 6 },
      { ...pork, station: 'wok', left: 3, total: 8 },
    ])
  })
})
