import { useTranslation } from '../i18n/use-translation'

const KNOWN = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const

export type AllergenName = string

/** Allergen codes as words. A code without a word is shown as it is: hiding an allergen could hurt somebody. */
export function useAllergenNames() {
  const { t } = useTranslation('ui')
  return (codes: readonly string[]): AllergenName[] =>
    codes.map((code) => {
      const known = KNOWN.find((name) => name === code)
      return known ? t(`allergen.${known}`) : code
    })
}
