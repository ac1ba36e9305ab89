import { describe, expect, it } from 'vitest'
import { shareOut } from '../../../src/kitchen/domain/share-out'
import { boxLabels, type PackedGroup } from '../../../src/kitchen/domain/box-labels'

const line = (lineId: string, minute: number, quantity = 1, allergens = ['soybeans']) => ({
  lineId,
  quantity,
  allergens,
  dueAt: new Date(Date.UTC(2026, 10, 2, 3, minute)),
  createdAt: new Date(Date.UTC(2026, 10, 1)),
})
const outcomes = (decided: readonly { lineId: string; outcome: string }[]) =>
  Object.fromEntries(decided.map(({ lineId, outcome }) => [lineId, outcome]))

describe('who gets the last portions', () => {
  it('K4 the first by promised time keep theirs, the rest get the substitute while there is any, then their money', () => {
    const lines = [line('late', 30), line('first', 0), line('second', 10), line('third', 20)]
    const substitute = { portions: 1, allergens: ['soybeans'] }
    expect(outcomes(shareOut(lines, 2, substitute))).toEqual({
      first: 'kept',
      second: 'kept',
      third: 'substituted',
      late: 'refunded',
    })
  })

  it('a line that does not fit whole leaves the portions to the next that does', () => {
    expect(outcomes(shareOut([line('two', 0, 2), line('one', 10)], 1))).toEqual({ two: 'refunded', one: 'kept' })
  })

  it('nobody gets an allergen they had not seen', () => {
    expect(outcomes(shareOut([line('a', 0)], 0, { portions: 9, allergens: ['peanuts'] }))).toEqual({ a: 'refunded' })
  })
})

describe('the labels of boxes', () => {
  const text = (en: string) => ({ zh: en, en })
  const group = (number: string, given: Partial<PackedGroup>): PackedGroup => ({
    groupId: `g${number}`,
    number,
    run: 1,
    stop: 1,
    place: text('Building 1'),
    floor: text('Door'),
    initial: '林',
    boxes: 1,
    allergens: [{ contains: ['soybeans'], mayContain: ['nuts', 'soybeans'], assessed: true }],
    eatBy: new Date(0),
    ...given,
  })

  it('E2 sixty boxes to three buildings come in the order run, stop, floor, name, as many labels as boxes', () => {
    const groups = Array.from({ length: 30 }, (_, i) =>
      group(`A${100 + i}`, {
        run: 2 - (i % 2),
        stop: 3 - (i % 3),
        floor: text(`${12 - (i % 12)} 层`),
        initial: i % 2 ? '林' : '白',
        boxes: 1 + (i % 3),
      }),
    )
    const labels = boxLabels(groups)
    expect(labels).toHaveLength(60)
    expect(new Set(labels.map(({ code }) => code)).size).toBe(60)
    const places = labels.map(
      ({ run, stop, floor }) => (run ?? 0) * 1e4 + (stop ?? 0) * 100 + Number.parseInt(floor.zh, 10),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says what is in any dish of the box, and nothing of what one dish leaves open', () => {
    const [one] = boxLabels([
      group('A1', {
        allergens: [
          { contains: ['eggs'], mayContain: ['nuts'], assessed: true },
          { contains: ['nuts'], mayContain: [], assessed: false },
        ],
      }),
    ])
    expect(one).toMatchObject({ contains: ['eggs', 'nuts'], mayContain: [], assessed: false })
  })

  it('what no run carries comes last', () => {
    expect(boxLabels([group('A1', { run: null, stop: null }), group('A2', {})]).map(({ number }) => number)).toEqual([
      'A2',
      'A1',
    ])
  })
})
