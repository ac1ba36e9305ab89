import { z } from 'zod'
import { allocate } from '../../kernel/money'

export const CHARGE_KINDS = ['food', 'delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'] as const
export const ChargeKind = z.enum(CHARGE_KINDS)
export type ChargeKind = z.infer<typeof ChargeKind>

/** One thing to be paid: an order line or a fee. Minor units, not negative. */
export interface Charge {
  readonly id: string
  readonly kind: ChargeKind
  readonly amountMinor: number
}

/** Somebody who pays at most so much, and not for everything. */
export interface Payer {
  readonly id: string
  readonly limitMinor: number
  /** Kinds of charges it does not pay. */
  readonly excludes: readonly string[]
}

export interface Share {
  readonly payerId: string
  readonly amountMinor: number
  /** What of it goes to which charge, by the charge's id; sums to `amountMinor`. */
  readonly byCharge: ReadonlyMap<string, number>
}

export interface Split {
  readonly shares: readonly Share[]
  /** What no payer covers. */
  readonly unpaidMinor: number
}

/**
 * Splits charges over payers in tender order: each pays as much as its limit allows of what is left of the charges it
 * covers, spread over them by largest remainder. The tender order is policy; by default discounts, grants, company
 * allowance, cost-centre budget, stored value, card.
 */
export function split(charges: readonly Charge[], payers: readonly Payer[]): Split {
  const left = new Map(charges.map(({ id, amountMinor }) => [id, amountMinor]))
  const shares = payers.map(({ id: payerId, limitMinor, excludes }) => {
    const covered = charges.filter(({ kind }) => !excludes.includes(kind))
    const open = covered.map(({ id }) => left.get(id) ?? 0)
    const amountMinor = Math.max(0, Math.min(limitMinor, sum(open)))
    const parts = amountMinor === 0 ? open.map(() => 0) : allocate(amountMinor, open)
    const byCharge = new Map<string, number>()
    covered.forEach(({ id }, i) => {
      const part = parts[i] ?? 0
      left.set(id, (left.get(id) ?? 0) - part)
      if (part > 0) byCharge.set(id, part)
    })
    return { payerId, amountMinor, byCharge }
  })
  return { shares, unpaidMinor: sum([...left.values()]) }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)
