import type { FeeRule } from '../../../../api/fees'

/** A rule as it is typed: texts, in kilometres and yuan; empty means "any". */
export interface TypedRule {
  readonly siteId: string
  readonly communityId: string
  readonly pointKind: string
  readonly fromKm: string
  readonly toKm: string
  readonly fromValue: string
  readonly toValue: string
  readonly fee: string
  readonly perKm: string
}

export const UNTYPED: TypedRule = {
  siteId: '',
  communityId: '',
  pointKind: '',
  fromKm: '',
  toKm: '',
  fromValue: '',
  toValue: '',
  fee: '',
  perKm: '',
}

export const POINT_KINDS = ['door', 'lobby', 'locker', 'desk', 'canteen'] as const

const inMetres = (km: string): number => Math.round(Number(km) * 1_000)
const inMinor = (yuan: string): number => Math.round(Number(yuan) * 100)

/** The rule that was typed, in metres and minor units. */
export const ruleOf = (typed: TypedRule): FeeRule => ({
  siteId: typed.siteId || null,
  communityId: typed.communityId || null,
  pointKind: POINT_KINDS.find((kind) => kind === typed.pointKind) ?? null,
  fromMetres: inMetres(typed.fromKm),
  toMetres: typed.toKm === '' ? null : inMetres(typed.toKm),
  fromMinor: inMinor(typed.fromValue),
  toMinor: typed.toValue === '' ? null : inMinor(typed.toValue),
  feeMinor: inMinor(typed.fee),
  perKmMinor: inMinor(typed.perKm),
})

/** Which end lies before its beginning; undefined when all is well. */
export function wrongIn(typed: TypedRule): 'toKm' | 'toValue' | undefined {
  const { fromMetres, toMetres, fromMinor, toMinor } = ruleOf(typed)
  if (toMetres !== null && toMetres <= fromMetres) return 'toKm'
  return toMinor !== null && toMinor <= fromMinor ? 'toValue' : undefined
}
