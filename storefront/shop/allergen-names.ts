import { useTranslation } from '../i18n/use-translation'
import { KNOWN } from './allergens'

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
