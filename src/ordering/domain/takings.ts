import { taxIncluded } from '../../kernel/money'

interface Taxed {
  readonly kind: 'food' | 'delivery_fee'
  readonly amountMinor: number
  readonly taxBps: number
}

/** What charges come to, for the ledger: tax is rounded per charge, as it was when the order was placed. */
export function takingsOf(charges: readonly Taxed[]) {
  const tax = ({ amountMinor, taxBps }: Taxed) => taxIncluded(amountMinor, taxBps)
  const fees = charges.filter(({ kind }) => kind === 'delivery_fee')
  return {
    totalMinor: sum(charges.map(({ amountMinor }) => amountMinor)),
    feeMinor: sum(fees.map(({ amountMinor }) => amountMinor)),
    taxMinor: sum(charges.map(tax)),
    feeTaxMinor: sum(fees.map(tax)),
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)
