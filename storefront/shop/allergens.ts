import type { Offer } from '../api/store'

/** The eight groups China's standard names (GB 7718). */
export const CN8 = ['gluten', 'crustaceans', 'fish', 'eggs', 'peanuts', 'soybeans', 'milk', 'nuts'] as const

/** What the EU's list (Regulation 1169/2011, Annex II) has beyond them. */
export const EU_ONLY = ['celery', 'mustard', 'sesame', 'sulphites', 'lupin', 'molluscs'] as const

/** All fourteen. */
export const KNOWN = [...CN8, ...EU_ONLY]

/** What of a list China's standard names. */
export const inCn8 = (codes: readonly string[]): string[] => codes.filter((code) => CN8.some((name) => name === code))

/** Declared codes a label says or does not rule out: of a dish nobody has assessed, all of them. */
export const hitsOf = (
  declared: readonly string[],
  { contains, mayContain, assessed }: Offer['allergens'],
): string[] =>
  assessed ? declared.filter((code) => contains.includes(code) || mayContain.includes(code)) : [...declared]
