import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readinessOf } from '../../../src/delivery/domain/readiness'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const batch = (recipeVersionId: string, portions: number, time: string, begun = false) => {
  return { recipeVersionId, portions, readyAt: at(time), begun }
}
const dish = (groupId: string, recipeVersionId: string, portions = 1, hot = true) => {
  return { groupId, recipeVersionId, portions, hot }
}
const times = (ready: ReturnType<typeof readinessOf>, groupId: string) => {
  const found = ready.get(groupId)
  return found && [found.readyAt, found.useBy].map((each) => each.toISOString().slice(11, 16))
}

describe('when an order is ready', () => {
  it('who is loaded first gets what is ready first, dish by dish', () => {
    const batches = [batch('rice', 2, '10:00'), batch('pork', 1, '10:40'), batch('pork', 2, '10:20')]
    const dishes = [dish('a', 'pork', 2), dish('b', 'pork'), dish('b', 'rice')]
    const ready = readinessOf(['a', 'b'], dishes, batches, at('11:00'))
    expect(times(ready, 'a')).toEqual(['10:20', '15:00'])
    expect(times(ready, 'b')).toEqual(['10:40', '15:00'])
    expect(times(readinessOf(['b', 'a'], dishes, batches, at('11:00')), 'b')?.[0]).toBe('10:20')
  })

  it('the oldest dish on the heat starts the clock; what is only planned does not before the meal', () => {
    const batches = [batch('rice', 9, '09:30', true), batch('pork', 9, '10:45', true), batch('soup', 9, '10:00')]
    const ready = readinessOf(
      ['a', 'b'],
      [dish('a', 'rice'), dish('a', 'pork'), dish('b', 'soup')],
      batches,
      at('11:00'),
    )
    expect(times(ready, 'a')).toEqual(['10:45', '13:30'])
    expect(times(ready, 'b')).toEqual(['10:00', '15:00'])
  })

  it('what is eaten cold has no clock of hot food', () => {
    const batches = [batch('jelly', 9, '07:00', true), batch('pork', 9, '10:45', true)]
    const ready = readinessOf(
      ['a', 'b'],
      [dish('a', 'jelly', 1, false), dish('a', 'pork'), dish('b', 'jelly', 1, false)],
      batches,
      at('11:00'),
    )
    expect(times(ready, 'a')).toEqual(['10:45', '14:45'])
    expect(times(ready, 'b')).toEqual(['07:00', '15:00'])
  })

  it('what no batch covers waits for the last one, and nothing is known of what is not cooked', () => {
    const ready = readinessOf(
      ['a', 'b', 'c'],
      [dish('a', 'rice', 3), dish('b', 'rice'), dish('c', 'fruit')],
      [batch('rice', 2, '10:00')],
      at('11:00'),
    )
    expect(times(ready, 'b')?.[0]).toBe('10:00')
    expect(ready.has('c')).toBe(false)
  })

  it('never hands a portion out twice', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const batches = sizes.map((_, i) => batch('rice', 5, `10:${String(i * 5).padStart(2, '0')}`))
        const groups = sizes.map((portions, i) => dish(`g${i}`, 'rice', portions))
        const order = groups.map(({ groupId }) => groupId)
        const ready = readinessOf(order, groups, batches, at('11:00'))
        let sum = 0
        for (const { groupId, portions } of groups) {
          sum += portions
          const minute = Math.min(batches.length - 1, Math.ceil(sum / 5) - 1) * 5
          expect(ready.get(groupId)?.readyAt).toEqual(at(`10:${String(minute).padStart(2, '0')}`))
        }
      }),
    ))
})
