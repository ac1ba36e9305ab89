import type { Text } from '../../kernel/text'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { ServiceMode } from './subsidies/scheme'
import { type Charge, split, type ChargeKind } from './tender'

export const PAYER_KINDS = [
  'discount',
  'grant',
  'allowance',
  'approval',
  'budget',
  'catering',
  'purse',
  'till',
] as const
/** In tender order, which is policy; the person's own payment comes last. */
export type PayerKind = (typeof PAYER_KINDS)[number]

/** One meal of a basket: what one kitchen brings on one day. */
export interface MealToPay {
  /** Of the basket's group: its menu day. */
  readonly groupKey: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  /** The local day of the moment of ordering. */
  readonly today: ServiceDate
  readonly charges: readonly Charge[]
}

/** Whose meals are to be paid, and with what. */
export interface PayersWish {
  readonly personId: string
  /** Whose meal it is, where somebody orders for a relative. */
  readonly proxyFor?: string
  readonly mode: ServiceMode
  /** How sure whoever asks is of the person; an account by default. */
  readonly identified?: 'account' | 'code' | 'card'
  /** Private: public prices and no company money. */
  readonly payWith: 'company' | 'private'
  /** Whether the person's own stored value may pay. */
  readonly usePurse: boolean
  readonly meals: readonly MealToPay[]
}

/** Somebody who would pay for one meal, before it is known what is left for them. */
export interface Candidate {
  readonly groupKey: string
  readonly kind: PayerKind
  /** The rule, budget, purse or grant. */
  readonly ref: string
  /** What is counted together with the same `ref`; candidates of one kind, ref and bucket share what is available. */
  readonly bucket: string
  /** What is still free of it; minor units. */
  readonly availableMinor: number
  /** What it held in all. */
  readonly bucketLimitMinor: number
  readonly account: string
  readonly excludes: readonly ChargeKind[]
  /** Who is paid for, where it is not who orders. */
  readonly personId?: string
  readonly companyId: string | null
  readonly legalEntityId: string | null
  readonly costCentreId: string | null
  /** What a grant writes down when it is taken, see subsidies/functions.sql. */
  readonly grant?: Readonly<Record<string, unknown>>
  readonly name: Text
  /** Why it pays, or why it does not (`availableMinor` 0). */
  readonly reason: { readonly code: string; readonly params: Readonly<Record<string, string | number>> }
}

export interface QuotedPayer extends Candidate {
  readonly seq: number
  readonly limitMinor: number
  readonly amountMinor: number
  /** What of it goes to which charge, by the charge's id. */
  readonly byCharge: ReadonlyMap<string, number>
}

export interface PayersQuote {
  readonly payers: readonly QuotedPayer[]
  /** What nobody pays, by charge; left to the person's own payment. */
  readonly unpaid: ReadonlyMap<string, number>
  readonly unpaidMinor: number
}

/** Splits each meal over its candidates in tender order, meal after meal, so that a day's or month's money is given once. */
export function divide(meals: readonly MealToPay[], candidates: readonly Candidate[]): PayersQuote {
  const free = new Map<string, number>()
  const payers: QuotedPayer[] = []
  const unpaid = new Map<string, number>()
  for (const { groupKey, charges } of meals) {
    const own = candidates
      .filter((candidate) => candidate.groupKey === groupKey)
      .sort((a, b) => PAYER_KINDS.indexOf(a.kind) - PAYER_KINDS.indexOf(b.kind))
    const limited = own.map((candidate, i) => {
      const limitMinor = free.get(poolOf(candidate)) ?? candidate.availableMinor
      return { ...candidate, id: String(i), limitMinor }
    })
    const { shares } = split(charges, limited)
    const left = new Map(charges.map(({ id, amountMinor }) => [id, amountMinor]))
    shares.forEach(({ amountMinor, byCharge }, i) => {
      const candidate = limited[i]
      if (!candidate) return
      free.set(poolOf(candidate), candidate.limitMinor - amountMinor)
      for (const [id, minor] of byCharge) left.set(id, (left.get(id) ?? 0) - minor)
      const { id: _id, ...payer } = candidate
      payers.push({ ...payer, seq: payers.length, amountMinor, byCharge })
    })
    for (const [id, minor] of left) if (minor > 0) unpaid.set(id, minor)
  }
  return { payers, unpaid, unpaidMinor: [...unpaid.values()].reduce((a, b) => a + b, 0) }
}

const poolOf = ({ kind, ref, bucket }: Candidate): string => JSON.stringify([kind, ref, bucket])
