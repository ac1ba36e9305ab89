import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paymentReceived, paymentUnwanted, refundOwed, refundPaid } from '../../../src/funding/domain/postings'

const paid = { provider: 'local', totalMinor: 2_100, feeMinor: 300, taxMinor: 119, feeTaxMinor: 17 } as const
const balance = (postings: readonly { amountMinor: number }[]) => postings.reduce((a, b) => a + b.amountMinor, 0)

describe('postings', () => {
  it('book 21.00 as 16.98 of meals, 2.83 of delivery and 1.19 of tax', () => {
    expect(paymentReceived(paid)).toEqual([
      { account: 'cash:local', amountMinor: 2_100 },
      { account: 'revenue:meals', amountMinor: -1_698 },
      { account: 'revenue:delivery', amountMinor: -283 },
      { account: 'tax:output', amountMinor: -119 },
    ])
  })

  it('balance for every payment, and a return leaves every account at zero', () => {
    const orders = fc
      .record({ items: fc.nat(1e6), fee: fc.nat(1e4), tax: fc.nat(100), feeTax: fc.nat(10) })
      .map(({ items, fee, tax, feeTax }) => ({
        provider: 'stripe' as const,
        totalMinor: items + fee,
        feeMinor: fee,
        taxMinor: Math.min(tax, items) + Math.min(feeTax, fee),
        feeTaxMinor: Math.min(feeTax, fee),
      }))
    fc.assert(
      fc.property(orders, (order) => {
        const all = [paymentReceived(order), refundOwed(order), refundPaid(order.provider, order.totalMinor)]
        for (const booking of all) expect(balance(booking)).toBe(0)
        const accounts = new Map<string, number>()
        for (const { account, amountMinor } of all.flat())
          accounts.set(account, (accounts.get(account) ?? 0) + amountMinor)
        expect([...accounts.values()].every((amount) => amount === 0)).toBe(true)
        expect(balance(paymentUnwanted(order.provider, order.totalMinor))).toBe(0)
      }),
    )
  })
})
