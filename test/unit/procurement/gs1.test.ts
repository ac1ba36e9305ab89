import { describe, expect, it } from 'vitest'
import { isGtin, readGs1 } from '../../../src/procurement/domain/gs1'

const TODAY = '2026-11-23'
const FNC1 = '\u001d'
const NOTHING = {
  gtin: null,
  lotCode: null,
  expiresOn: null,
  producedOn: null,
  netGrams: null,
  pieces: null,
  count: null,
  serial: null,
  orderNumber: null,
  item: null,
}

describe('reading GS1 codes', () => {
  it('reads trade item, expiry, weight and lot as a scanner sends them', () => {
    const code = `]C1010952012345678817270131310300125010ABC-12${FNC1}3748`
    expect(readGs1(code, TODAY)).toEqual({
      ...NOTHING,
      gtin: '09520123456788',
      expiresOn: '2027-01-31',
      netGrams: 1_250,
      lotCode: 'ABC-12',
      count: 48,
    })
  })

  it('reads the same as people write it, with brackets', () => {
    const code = '(01)09520123456788(15)270100(11)261120(10)L1(21)S9'
    expect(readGs1(code, TODAY)).toMatchObject({
      gtin: '09520123456788',
      // day 00 is the last of the month
      expiresOn: '2027-01-31',
      producedOn: '2026-11-20',
      lotCode: 'L1',
      serial: 'S9',
    })
  })

  it('prefers use-by over best-before and reads our own labels', () => {
    expect(readGs1('(15)261201(17)261205', TODAY)?.expiresOn).toBe('2026-12-05')
    expect(readGs1('(241)ing_rice(30)5', TODAY)).toMatchObject({ item: 'ing_rice', pieces: 5 })
    expect(readGs1(`400PO-20261123-001${FNC1}`, TODAY)?.orderNumber).toBe('PO-20261123-001')
  })

  it('reads kilograms with any number of decimals as whole grams', () => {
    expect(readGs1('(3100)000012', TODAY)?.netGrams).toBe(12_000)
    expect(readGs1('(3105)000125', TODAY)?.netGrams).toBe(1)
    expect(readGs1('(3102)001250', TODAY)?.netGrams).toBe(12_500)
  })

  it('takes the century that is nearest', () => {
    expect(readGs1('(17)760101', TODAY)?.expiresOn).toBe('2076-01-01')
    expect(readGs1('(11)770101', TODAY)?.producedOn).toBe('1977-01-01')
  })

  it.each([
    '',
    'hello',
    '(01)09520123456789',
    '0109520123',
    '(17)261301',
    '(17)260230',
    '(10)',
    `10${FNC1}`,
    '(37)many',
    '(01)09520123456788 and more',
  ])('refuses %j', (code) => {
    expect(readGs1(code, TODAY)).toBeUndefined()
  })

  it('computes the check digit of GTIN-14', () => {
    expect(isGtin('09520123456788')).toBe(true)
    expect(isGtin('09520123456780')).toBe(false)
    expect(isGtin('9520123456788')).toBe(false)
  })
})
