import type { Text } from '../../../kernel/text'

/** One rule: a figure, where it is written, and whether somebody has compared the two. */
export interface Rule {
  readonly value: number
  readonly source: string
  /** False: from memory or the press, to be confirmed before anybody relies on it. */
  readonly verified: boolean
}

/** Temperatures in tenths of a degree Celsius, times in minutes, samples in grams. */
export interface SafetyRules {
  readonly sampleGrams: Rule
  readonly sampleMinutes: Rule
  readonly cookCore: Rule
  readonly hotFrom: Rule
  readonly coldTo: Rule
  readonly frozenTo: Rule
  /** So long may cooked food be between cold and hot before it must be reheated. */
  readonly dangerMinutes: Rule
  readonly hotUseMinutes: Rule
  readonly chilledUseMinutes: Rule
}

/** A step of cooling: so cold at the latest so long after the food went into the cold. Tenths of a degree, minutes. */
export interface CoolingStep {
  readonly to: Rule
  readonly within: Rule
}

/** The rules without their sources: what the clocks reckon with. */
export interface Limits extends Readonly<Record<keyof SafetyRules, number>> {
  readonly cooling: readonly { readonly to: number; readonly within: number }[]
}

export const RHYTHMS = ['daily', 'weekly', 'monthly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

export interface CheckItem {
  readonly code: string
  readonly text: Text
}

export type Checklists = Readonly<Record<Rhythm, readonly CheckItem[]>>

/** What was found; a failed item says what was done about it. */
export interface CheckAnswer {
  readonly code: string
  readonly ok: boolean
  readonly action?: string | undefined
}

export function limitsOf(rules: SafetyRules, sampleGrams: number | null, cooling: readonly CoolingStep[] = []): Limits {
  const { value: least } = rules.sampleGrams
  return {
    sampleGrams: Math.max(least, sampleGrams ?? least),
    sampleMinutes: rules.sampleMinutes.value,
    cookCore: rules.cookCore.value,
    hotFrom: rules.hotFrom.value,
    coldTo: rules.coldTo.value,
    frozenTo: rules.frozenTo.value,
    dangerMinutes: rules.dangerMinutes.value,
    hotUseMinutes: rules.hotUseMinutes.value,
    chilledUseMinutes: rules.chilledUseMinutes.value,
    cooling: cooling.map(({ to, within }) => ({ to: to.value, within: within.value })),
  }
}
