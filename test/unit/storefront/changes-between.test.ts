import { describe, expect, it } from 'vitest'
import type { Quote } from '../../../storefront/api/store'
import { changesBetween } from '../../../storefront/shop/checkout/changes-between'

const text = (en: string) => ({ zh: en, en })

/** Rice at a price, of which the company pays a part. */
function quoteOf(unitMinor: number, companyMinor: number): Quote {
  const item = { offerId: 'rice', name: text('Rice'), quantity: 1, unitMinor, totalMinor: unitMinor }
  const payer = {
    kind: 'allowance',
    name: text('Company'),
    amountMinor: companyMinor,
    refundedMinor: 0,
    menuDayId: 'mon',
  }
  return {
    payWith: 'company',
    payers: companyMinor > 0 ? [{ ...payer, reason: { code: 'allowance_meal', params: {} } }] : [],
    dueMinor: unitMinor - companyMinor,
    itemsMinor: unitMinor,
    feeMinor: 0,
    totalMinor: unitMinor,
    taxMinor: 0,
    currency: 'cny',
    bookings: [],
    groups: [{ menuDayId: 'mon', feeMinor: 0, items: [item] } as unknown as Quote['groups'][number]],
  }
}

describe('what a changed quote shows', () => {
  it('E1 says nothing where nothing changed', () => {
    expect(changesBetween(quoteOf(1_800, 700), quoteOf(1_800, 700))).toEqual([])
  })

  it('E1 names the payer and the person’s own part when the allowance went elsewhere', () => {
    const changes = changesBetween(quoteOf(1_800, 700), quoteOf(1_800, 0))
    expect(changes.map(({ of, wasMinor, nowMinor }) => [of, wasMinor, nowMinor])).toEqual([
      [text('Company'), 700, 0],
      ['yourPart', 1_100, 1_800],
    ])
  })

  it('E1 names the dish, the total and the own part when a price changed', () => {
    const changes = changesBetween(quoteOf(1_800, 700), quoteOf(2_000, 700))
    expect(changes.map(({ of, wasMinor, nowMinor }) => [of, wasMinor, nowMinor])).toEqual([
      [text('Rice'), 1_800, 2_000],
      ['total', 1_800, 2_000],
      ['yourPart', 1_100, 1_300],
    ])
  })
})
