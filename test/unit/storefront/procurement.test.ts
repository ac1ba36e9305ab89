import { describe, expect, it } from 'vitest'
import type { OrderLine } from '../../../storefront/api/procurement'
import type { Scanned } from '../../../storefront/api/procurement-receiving'
import { baseUnits, minorIn, typedFrom } from '../../../storefront/console/procurement/quantity-text'
import { arrivalOf, faultsOf, receiptLine, withScan } from '../../../storefront/console/procurement/receiving/arrival'
import { heatOf, heatsOf } from '../../../storefront/console/procurement/stock/heat'
import { lotIn } from '../../../storefront/console/procurement/tracing/lot-in'
import { atLevel, fanOf } from '../../../storefront/ui/chart/fan'

const LINE = {
  id: 'pol_1',
  unit: 'g',
  storage: 'chilled',
  temperatureRange: { from: 0, to: 80 },
  toCome: 20_000,
  most: 21_000,
} as OrderLine

const scanned = (lotCode: string, quantity: number | null): Scanned => ({
  scan: {
    gtin: '06901234567892',
    lotCode,
    expiresOn: '2026-12-01',
    producedOn: null,
    netGrams: null,
    count: null,
    serial: null,
    orderNumber: null,
    item: null,
  },
  lineId: 'pol_1',
  ingredient: null,
  unit: 'g',
  quantity,
})

describe('quantities as people type them', () => {
  it('are read with comma, full-width digits and nothing at all, and refused when they are none', () => {
    expect(baseUnits('12,5', 'g')).toBe(12_500)
    expect(baseUnits('１２.５', 'ml')).toBe(12_500)
    expect(baseUnits('', 'piece')).toBe(0)
    expect(baseUnits('-1', 'g')).toBeUndefined()
    expect(baseUnits('2 kg', 'g')).toBeUndefined()
    expect(typedFrom(12_500, 'g')).toBe('12.5')
  })

  it('are fen when they are money', () => {
    expect(minorIn('¥12.345')).toBe(1_235)
    expect(minorIn('￥8')).toBe(800)
    expect(minorIn('eight')).toBeUndefined()
  })
})

describe('what came of a line', () => {
  it('P5 cannot be good and out of its range, only sent back', () => {
    const filled = { ...arrivalOf(LINE, 'a'), lotCode: 'L1', expiresOn: '2026-12-01' }
    expect(faultsOf(filled, LINE)).toEqual({ temperature: 'required' })
    expect(faultsOf({ ...filled, temperature: '3,5' }, LINE)).toEqual({})
    expect(faultsOf({ ...filled, temperature: '9' }, LINE)).toEqual({ temperature: 'outOfRange' })
    const back = { ...filled, temperature: '9', quantity: '0', rejected: '20', rejectReason: 'warm' }
    expect(faultsOf(back, LINE)).toEqual({})
    expect(receiptLine(back, LINE)).toMatchObject({ quantity: 0, rejected: 20_000, temperature: 90 })
  })

  it('fills in from a scan; the same lot again counts up, another one is added', () => {
    const one = withScan([], scanned('L1', 5_000), LINE, 'a')
    expect(one).toMatchObject([{ lotCode: 'L1', expiresOn: '2026-12-01', quantity: '5', gtin: '06901234567892' }])
    const two = withScan(one, scanned('L1', 5_000), LINE, 'b')
    expect(two).toMatchObject([{ lotCode: 'L1', quantity: '10' }])
    expect(withScan(two, scanned('L2', null), LINE, 'c')).toMatchObject([{ quantity: '10' }, { quantity: '20' }])
  })
})

describe('a stock by expiry', () => {
  it('says expired, today, soon, this week and later; a lot is good on its last day', () => {
    expect([-1, 0, 1, 2, 3, 7, 8].map(heatOf)).toEqual(['expired', 'today', 'soon', 'soon', 'week', 'week', 'later'])
  })

  it('adds lots and money of each', () => {
    const lot = { quantity: 1_500, costPerThousand: 1_000 }
    const { expired, later } = heatsOf([
      { ...lot, daysLeft: -1 },
      { ...lot, daysLeft: -5 },
    ])
    expect(expired).toEqual({ lots: 2, minor: 3_000 })
    expect(later).toEqual({ lots: 0, minor: 0 })
  })
})

describe('a code on a box', () => {
  it.each([
    ['(01)06901234567892(17)261130(10)L2611A', 'L2611A'],
    ['0106901234567892172611301 0L2611A'.replace(' ', ''), 'L2611A'],
    [']C1010690123456789217261130' + '10L2611A\u001d3103001250', 'L2611A'],
    ['10L2611A\u001d0106901234567892', 'L2611A'],
    ['261123-ZAO-764', '261123-ZAO-764'],
  ])('%s gives the lot %s', (code, lot) => expect(lotIn(code)).toBe(lot))
})

describe('a fan chart', () => {
  const LEVELS = [0.05, 0.5, 0.95]
  const days = [
    { date: '2026-11-23', actual: 12, planned: 15, chosen: null, quantiles: null },
    { date: '2026-11-24', actual: null, planned: null, chosen: 14, quantiles: [5, 10, 20] },
  ]

  it('is columns by level, bands from outside in and the middle as a line', () => {
    const fan = fanOf(days, LEVELS)
    expect(fan.days).toEqual([1_795_392_000, 1_795_478_400])
    expect(fan.quantiles).toEqual([
      [null, 5],
      [null, 10],
      [null, 20],
    ])
    expect(fan.bands).toEqual([[0, 2]])
    expect(fan.middle).toBe(1)
    expect(fanOf(days, [0.1, 0.9]).middle).toBeUndefined()
  })

  it('is read between two levels in proportion, and not outside of them', () => {
    expect(atLevel(LEVELS, [5, 10, 20], 0.5)).toBe(10)
    expect(atLevel(LEVELS, [5, 10, 20], 0.05)).toBe(5)
    expect(atLevel(LEVELS, [5, 10, 20], 0.725)).toBeCloseTo(15)
    expect(atLevel(LEVELS, [5, 10, 20], 0.99)).toBeUndefined()
    expect(atLevel(LEVELS, [5, 10, 20], 0.01)).toBeUndefined()
  })
})
