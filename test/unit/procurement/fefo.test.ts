import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueFefo, lookAhead } from '../../../src/procurement/domain/fefo'

const DAY = '2026-11-23'
const day = fc.integer({ min: 10, max: 30 }).map((n) => `2026-11-${n}`)
const lots = fc.uniqueArray(
  fc.record({ id: fc.uuid(), expiresOn: day, quantity: fc.integer({ min: 0, max: 5_000 }) }),
  { selector: (lot) => lot.id, maxLength: 12 },
)

describe('first expired, first out', () => {
  it('P4 takes the earlier expiry first and says what is short', () => {
    const shelf = [
      { id: 'late', expiresOn: '2026-11-30', quantity: 500 },
      { id: 'gone', expiresOn: '2026-11-22', quantity: 900 },
      { id: 'early', expiresOn: '2026-11-23', quantity: 300 },
    ]
    expect(issueFefo(400, shelf, DAY)).toEqual({
      takes: [
        { lotId: 'early', quantity: 300 },
        { lotId: 'late', quantity: 100 },
      ],
      short: 0,
    })
    expect(issueFefo(1_000, shelf, DAY).short).toBe(200)
  })

  it('P4 never touches a later lot while an earlier usable one has something left, nor an expired one', () =>
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 20_000 }), (shelf, need) => {
        const { takes, short } = issueFefo(need, shelf, DAY)
        const taken = new Map(takes.map((take) => [take.lotId, take.quantity]))
        expect(takes.reduce((sum, take) => sum + take.quantity, short)).toBe(need)
        for (const used of shelf.filter((lot) => taken.has(lot.id))) {
          expect(used.expiresOn >= DAY).toBe(true)
          expect(taken.get(used.id)).toBeLessThanOrEqual(used.quantity)
          const earlier = shelf.filter((lot) => lot.expiresOn >= DAY && lot.expiresOn < used.expiresOn)
          for (const lot of earlier) expect(taken.get(lot.id) ?? 0).toBe(lot.quantity)
        }
      }),
    ))
})

describe('the outlook', () => {
  it('counts what expires unused and finds the day the shelf runs empty', () => {
    const shelf = [
      { id: 'a', expiresOn: '2026-11-24', quantity: 700 },
      { id: 'b', expiresOn: '2026-12-01', quantity: 300 },
    ]
    const needs = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((date) => ({ date, need: 200 }))
    // a gives 200 + 200 and loses 300; b gives 200, then 100 of the last 200
    expect(lookAhead(shelf, needs, [], '2026-11-27')).toEqual({ expiring: 300, runsOutOn: '2026-11-26' })
    const arrivals = [{ date: '2026-11-26', quantity: 100 }]
    expect(lookAhead(shelf, needs, arrivals, '2026-11-27').runsOutOn).toBeUndefined()
    expect(lookAhead(shelf, needs, [{ date: '2026-11-27', quantity: 100 }], '2026-11-27').runsOutOn).toBe('2026-11-26')
  })
})
