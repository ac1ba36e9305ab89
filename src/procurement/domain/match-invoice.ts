/** One line of order, receipt and invoice side by side. Quantities in base units, amounts in minor units. */
export interface ThreeWay {
  /** Good goods taken in so far, and what earlier invoices asked for already. */
  readonly received: number
  readonly invoicedBefore: number
  readonly invoiced: number
  readonly amountMinor: number
  /** As ordered: a pack's price and content. */
  readonly priceMinor: number
  readonly packSize: number
}

export interface Tolerances {
  /** Hundredths of a percent. */
  readonly priceToleranceBps: number
  readonly quantityToleranceBps: number
}

export interface Difference {
  readonly kind: 'price' | 'quantity' | 'not_received'
  /** `price`: minor units for 1,000 base units; else base units. */
  readonly expected: number
  readonly found: number
  /** Not paid until somebody decides. */
  readonly amountMinor: number
}

export interface Match {
  readonly match: 'agreed' | 'within_tolerance' | 'differs'
  /** To be paid without a further word. */
  readonly payableMinor: number
  readonly differences: readonly Difference[]
}

/**
 * Pays what came at what was agreed. Asked for more than came, or dearer than ordered, within tolerance: paid as asked.
 * Beyond, the part too much waits for somebody, first by quantity, then by price: payable + Σ differences = amount asked.
 */
export function matchLine(line: ThreeWay, { priceToleranceBps, quantityToleranceBps }: Tolerances): Match {
  const { invoiced, amountMinor, priceMinor, packSize } = line
  const open = Math.max(0, line.received - line.invoicedBefore)
  const tooMany = invoiced > open + Math.floor((open * quantityToleranceBps) / 10_000)
  const paidFor = tooMany ? open : invoiced
  const excess = Math.round((amountMinor * (invoiced - paidFor)) / invoiced)
  const asked = amountMinor - excess

  const agreed = Math.round((paidFor * priceMinor) / packSize)
  const tooDear = asked > agreed + Math.floor((agreed * priceToleranceBps) / 10_000)
  const payableMinor = tooDear ? agreed : asked
  const perThousand = (amount: number, quantity: number) => Math.round((amount * 1_000) / quantity)
  const differences: Difference[] = []
  if (tooMany)
    differences.push({
      kind: open === 0 ? 'not_received' : 'quantity',
      expected: open,
      found: invoiced,
      amountMinor: excess,
    })
  if (tooDear)
    differences.push({
      kind: 'price',
      expected: perThousand(priceMinor, packSize),
      found: perThousand(amountMinor, invoiced),
      amountMinor: asked - agreed,
    })
  const exact = invoiced === open && asked === agreed
  return {
    match: differences.length > 0 ? 'differs' : exact ? 'agreed' : 'within_tolerance',
    payableMinor,
    differences,
  }
}
