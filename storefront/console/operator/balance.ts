import type { StatementLine } from '../../api/operator'

export interface Balance {
  readonly currency: string
  readonly lines: readonly StatementLine[]
  readonly debitMinor: number
  readonly creditMinor: number
  /** Zero, unless a booking is wrong. */
  readonly differenceMinor: number
}

/** The lines by currency, with what stands on each side. */
export function balancesOf(lines: readonly StatementLine[]): Balance[] {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency)
    const debitMinor = own.reduce((sum, { amountMinor }) => sum + Math.max(0, amountMinor), 0)
    const creditMinor = own.reduce((sum, { amountMinor }) => sum + Math.max(0, -amountMinor), 0)
    return { currency, lines: own, debitMinor, creditMinor, differenceMinor: debitMinor - creditMinor }
  })
}
