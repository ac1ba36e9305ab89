import type { Text } from '../../kernel/text'
import type { PayerReason } from '../schema/payers'

/** Somebody who pays a part of a basket, as the one who knows the money says; `groupKey` is a menu day. */
export interface BasketPayer {
  readonly groupKey: string
  readonly seq: number
  readonly kind: string
  readonly ref: string
  readonly bucket: string
  readonly account: string
  readonly limitMinor: number
  readonly amountMinor: number
  readonly excludes: readonly string[]
  readonly name: Text
  readonly reason: PayerReason
  /** By charge: an offer's id, or `fee:<menuDayId>`. */
  readonly byCharge: ReadonlyMap<string, number>
}

export interface BasketPayers {
  readonly payers: readonly BasketPayer[]
  /** What is left to the person, by charge. */
  readonly unpaid: ReadonlyMap<string, number>
  readonly unpaidMinor: number
}

/** The payer that is the person's own money. */
export const PAYMENT = 'payment'

/** What a basket calls a charge and what the order calls it. */
export interface KnownCharge {
  readonly key: string
  readonly chargeId: string
  readonly groupId: string
  readonly groupKey: string
}

export const feeCharge = (groupId: string): string => `fee:${groupId}`

/** The payers of an order and which of its charges each pays, ready to be written; payers who pay nothing are left out. */
export function payersOfOrder({ payers, unpaid, unpaidMinor }: BasketPayers, charges: readonly KnownCharge[]) {
  const groupOf = new Map(charges.map(({ groupKey, groupId }) => [groupKey, groupId]))
  const chargeOf = new Map(charges.map((charge) => [charge.key, charge]))
  const paying = payers.filter(({ amountMinor }) => amountMinor > 0)
  if (paying.length === 0) return { payers: [], shares: [] }
  const last = Math.max(...payers.map(({ seq }) => seq)) + 1
  const rest = {
    seq: last,
    kind: PAYMENT,
    ref: '',
    bucket: '',
    account: '',
    limitMinor: unpaidMinor,
    amountMinor: unpaidMinor,
    excludes: [] as string[],
    groupId: null,
    name: { zh: '本人支付', en: 'Paid by you' },
    reason: { code: PAYMENT, params: {} },
  }
  const sharesOf = (seq: number, byCharge: ReadonlyMap<string, number>) =>
    [...byCharge].flatMap(([key, amountMinor]) => {
      const charge = chargeOf.get(key)
      if (!charge) throw new Error(`${key} is no charge of this order`)
      return amountMinor > 0 ? [{ chargeId: charge.chargeId, groupId: charge.groupId, seq, amountMinor }] : []
    })
  return {
    payers: [
      ...paying.map(({ groupKey, byCharge: _byCharge, excludes, ...payer }) => ({
        ...payer,
        excludes: [...excludes],
        groupId: groupOf.get(groupKey) ?? null,
      })),
      ...(unpaidMinor > 0 ? [rest] : []),
    ],
    shares: [...paying.flatMap(({ seq, byCharge }) => sharesOf(seq, byCharge)), ...sharesOf(last, unpaid)],
  }
}
