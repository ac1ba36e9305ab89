import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDaysBefore, cancellationFee, CancellationLadder } from '../../../src/booking/domain/ladder'

const TOUR: CancellationLadder = [
  { fromDays: 8, charge: { bps: 0 } },
  { fromDays: 4, charge: { bps: 5_000 } },
  { fromDays: 1, charge: { bps: 6_000 } },
  { fromDays: 0, charge: { bps: 8_000 } },
]
const paid = (priceMinor: number, incurredMinor = 0, nightsMinor: number[] = []) => ({
  priceMinor,
  incurredMinor,
  nightsMinor,
})

describe('a cancellation ladder', () => {
  it.each([
    [30, 0],
    [8, 0],
    [7, 50_000],
    [4, 50_000],
    [3, 60_000],
    [1, 60_000],
    [0, 80_000],
    [-1, 80_000],
  ])('R9 keeps of 1,000.00 what its tier says: %i days before, %i', (days, fee) => {
    expect(cancellationFee(TOUR, days, paid(100_000))).toBe(fee)
  })

  it('R9 counts calendar days of the destination, not hours and not of the one who cancels', () => {
    // 23:30 in Shanghai is still the 5th there and the afternoon in Paris
    expect(calendarDaysBefore('2026-12-09', 'Asia/Shanghai', new Date('2026-12-05T15:30:00Z'))).toBe(4)
    expect(calendarDaysBefore('2026-12-09', 'Asia/Shanghai', new Date('2026-12-05T16:30:00Z'))).toBe(3)
    // a day of 25 hours is one day
    expect(calendarDaysBefore('2026-11-02', 'America/New_York', new Date('2026-11-01T04:30:00Z'))).toBe(1)
  })

  it('keeps incurred costs first and takes the share of the rest', () => {
    expect(cancellationFee(TOUR, 5, paid(100_000, 20_000))).toBe(60_000)
    expect(cancellationFee(TOUR, 30, paid(100_000, 20_000))).toBe(20_000)
  })

  it('keeps the first nights or a fixed amount, never more than was paid', () => {
    const hotel: CancellationLadder = [
      { fromDays: 2, charge: { minor: 3_000 } },
      { fromDays: 0, charge: { nights: 1 } },
    ]
    expect(cancellationFee(hotel, 9, paid(50_000, 0, [30_000, 20_000]))).toBe(3_000)
    expect(cancellationFee(hotel, 1, paid(50_000, 0, [30_000, 20_000]))).toBe(30_000)
    expect(cancellationFee(hotel, 9, paid(2_000, 0, [2_000]))).toBe(2_000)
  })

  it('never keeps less than nothing or more than the price', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 40 }),
        fc.nat(1e7),
        fc.nat(1e7),
        fc.nat(10_000),
        (days, price, spent, bps) => {
          const ladder = [
            { fromDays: 3, charge: { minor: spent } },
            { fromDays: 0, charge: { bps } },
          ]
          const fee = cancellationFee(ladder, days, paid(price, spent))
          expect(fee).toBeGreaterThanOrEqual(0)
          expect(fee).toBeLessThanOrEqual(price)
        },
      ),
    ))

  it.each([
    ['no tier', []],
    ['nothing for the day itself', [{ fromDays: 1, charge: { bps: 0 } }]],
    [
      'near before far',
      [
        { fromDays: 0, charge: { bps: 0 } },
        { fromDays: 7, charge: { bps: 0 } },
      ],
    ],
    ['more than all', [{ fromDays: 0, charge: { bps: 10_001 } }]],
  ])('is refused with %s', (_, tiers) => {
    expect(CancellationLadder.safeParse(tiers).success).toBe(false)
  })
})
