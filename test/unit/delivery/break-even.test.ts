import { describe, expect, it } from 'vitest'
import { breakEvenDropSize } from '../../../src/delivery/domain/break-even'
import { penetration } from '../../../src/delivery/domain/penetration'

const PRICES = { perRunMinor: 3_000, perKmMinor: 50, perStopMinor: 150, marginPerBoxMinor: 400 }

describe('breakEvenDropSize', () => {
  it('O2 is the drop size at which a tour earns what it costs, as worked out by hand', () => {
    // 10 tours of 6 stops and 5 km: 3,000 + 250 over 6 · 400, and 150 over 400 at the door
    const dropSize = breakEvenDropSize(PRICES, { runs: 10, stops: 60, metres: 50_000 })
    expect(dropSize).toBeCloseTo(1.354_167 + 0.375, 6)
    const earned = (dropSize ?? 0) * 60 * PRICES.marginPerBoxMinor
    expect(earned).toBeCloseTo(10 * 3_000 + 50 * 50 + 60 * 150, 6)
  })

  it('asks fewer boxes of a stop the more stops share a tour', () => {
    const of = (stops: number) => breakEvenDropSize(PRICES, { runs: 1, stops, metres: 5_000 }) ?? 0
    expect(of(12)).toBeLessThan(of(6))
  })

  it('says nothing where nothing was driven or a box leaves nothing', () => {
    expect(breakEvenDropSize(PRICES, { runs: 0, stops: 0, metres: 0 })).toBeNull()
    expect(breakEvenDropSize({ ...PRICES, marginPerBoxMinor: 0 }, { runs: 1, stops: 5, metres: 100 })).toBeNull()
  })
})

it('O2 penetration counts orders for 100 households in one meal', () => {
  expect(penetration({ orders: 30, households: 500, meals: 2 })).toBe(3)
  expect(penetration({ orders: 3, households: 0, meals: 1 })).toBe(0)
})
