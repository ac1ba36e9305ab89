import { type Charge, type Payer, type Split, split } from './tender'

/** The payer that stands in for what nobody else should pay: the operator. */
export const GOODWILL = 'operator_goodwill'

export interface Paid {
  readonly charges: readonly Charge[]
  /** In tender order, with the limits of the moment the order was placed. */
  readonly payers: readonly Payer[]
}

export interface Replay {
  /** Who pays what of the order as it is now, `GOODWILL` last. */
  readonly amounts: ReadonlyMap<string, number>
  /** Per payer what it gets back; negative for `GOODWILL`, which pays. */
  readonly refunds: ReadonlyMap<string, number>
}

/**
 * The order as if some charges had never been in it: the same payers in the same order, each at most what it paid before,
 * and back to each what it paid too much. Grants whose threshold broke by our fault, and a unit that rounding leaves, are
 * taken over by the operator, so nobody else ever pays more. Example: food 18 + 10 + 4, fee 3, allowance 25 that covers no
 * fees → company 25, card 10; without the 10 → company 22, card 3, so 3 and 7 go back.
 */
export function replay(
  { charges, payers }: Paid,
  without: ReadonlySet<string>,
  broken: ReadonlySet<string> = new Set(),
): Replay {
  const before = amountsOf(split(charges, payers))
  const capped = payers.map((payer) => ({ ...payer, limitMinor: before.get(payer.id) ?? 0 }))
  const kept = charges.filter(({ id }) => !without.has(id))
  const again = split(kept, capped)
  const after = amountsOf(again)
  const takenOver = [...broken].reduce((total, payerId) => total + (after.get(payerId) ?? 0), again.unpaidMinor)
  const amounts = new Map([...after].map(([payerId, minor]) => [payerId, broken.has(payerId) ? 0 : minor]))
  if (takenOver > 0) amounts.set(GOODWILL, (amounts.get(GOODWILL) ?? 0) + takenOver)
  const refunds = new Map([...amounts].map(([payerId, minor]) => [payerId, (before.get(payerId) ?? 0) - minor]))
  return { amounts, refunds }
}

const amountsOf = ({ shares }: Split): Map<string, number> =>
  new Map(shares.map(({ payerId, amountMinor }) => [payerId, amountMinor]))
