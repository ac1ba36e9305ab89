import { z } from 'zod'
import type { Text } from './text'

/**
 * What an allergen label says, in EU-14 codes. `assessed: false` when an ingredient has no data: unknown is not "free".
 */
export const Allergens = z.object({
  contains: z.array(z.string()),
  mayContain: z.array(z.string()),
  assessed: z.boolean(),
})
export type Allergens = z.infer<typeof Allergens>

/** The EU's 14 (Regulation 1169/2011, Annex II) in words; China's 8 (GB 7718) are among them. */
export const ALLERGEN_NAMES: Readonly<Record<string, Text>> = {
  gluten: { zh: '含麸质谷物', en: 'gluten' },
  crustaceans: { zh: '甲壳类', en: 'crustaceans' },
  eggs: { zh: '蛋类', en: 'eggs' },
  fish: { zh: '鱼类', en: 'fish' },
  peanuts: { zh: '花生', en: 'peanuts' },
  soybeans: { zh: '大豆', en: 'soya' },
  milk: { zh: '乳', en: 'milk' },
  nuts: { zh: '坚果', en: 'nuts' },
  celery: { zh: '芹菜', en: 'celery' },
  mustard: { zh: '芥末', en: 'mustard' },
  sesame: { zh: '芝麻', en: 'sesame' },
  sulphites: { zh: '亚硫酸盐', en: 'sulphites' },
  lupin: { zh: '羽扇豆', en: 'lupin' },
  molluscs: { zh: '软体动物', en: 'molluscs' },
}

/** One of the 14. */
export const AllergenCode = z.string().refine((code) => code in ALLERGEN_NAMES)

const CN8 = ['gluten', 'crustaceans', 'fish', 'eggs', 'peanuts', 'soybeans', 'milk', 'nuts']

/** What of a list China's standard names. */
export const inCn8 = (codes: readonly string[]): string[] => codes.filter((code) => CN8.includes(code))

/** Codes somebody cannot eat that a label says, or does not rule out: of what nobody has assessed, all of them. */
export const conflictsOf = (declared: readonly string[], { contains, mayContain, assessed }: Allergens): string[] =>
  assessed ? declared.filter((code) => contains.includes(code) || mayContain.includes(code)) : [...declared]
