import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderReceived, paymentUnwanted, refundOwed, refundPaid } from '../../../src/funding/domain/postings'

const paid = { totalMinor: 2_100, feeMinor: 300, taxMinor: 119, feeTaxMinor: 17 } as const
const balance = (postings: readonly { amountMinor: number }[]) => postings.reduce((a, b) => a + b.amountMinor, 0)

describe('postings', () => {
  it('book 21.00 as 16.98 of meals, 2.83 of delivery and 1.19 of tax', () => {
    expect(orderReceived(paid, [], 'local')).toEqual([
      { account: 'cash:local', amountMinor: 2_100 },
      { account: 'revenue:meals', amountMinor: -1_698 },
      { account: 'revenue:delivery', amountMinor: -283 },
      { account: 'tax:output', amountMinor: -119 },
    ])
  })

  it('book a company that pays 18.00 of it on its own account', () => {
    const company = { account: 'receivable:company:c', amountMinor: 1_800 }
    expect(orderReceived(paid, [company], 'local').slice(0, 2)).toEqual([
      { account: 'cash:local', amountMinor: 300 },
      company,
    ])
  })

  it('balance for every payment, and a return leaves every account at zero', () => {
    const orders = fc
      .record({ items: fc.nat(1e6), fee: fc.nat(1e4), tax: fc.nat(100), feeTax: fc.nat(10) })
      .map(({ items, fee, tax, feeTax }) => ({
        totalMinor: items + fee,
        feeMinor: fee,
        taxMinor: Math.min(tax, items) + Math.min(feeTax, fee),
        feeTaxMinor: Math.min(feeTax, fee),
      }))
    fc.assert(
      fc.property(orders, (order) => {
        const company = { account: 'receivable:company:c', seq: 0, amountMinor: order.feeMinor }
        const paymentMinor = order.totalMinor - order.feeMinor
        const back = { parts: [company], paymentMinor, goodwillMinor: 0 }
        const all = [
          orderReceived(order, [company], 'stripe'),
          refundOwed(order, back),
          refundPaid('stripe', paymentMinor),
        ]
        for (const booking of all) expect(balance(booking)).toBe(0)
        const accounts = new Map<string, number>()
        for (const { account, amountMinor } of all.flat())
          accounts.set(account, (accounts.get(account) ?? 0) + amountMinor)
        expect([...accounts.values()].every((amount) => amount === 0)).toBe(true)
        expect(balance(paymentUnwanted('stripe', order.totalMinor))).toBe(0)
      }),
    )
  })
})
