import { TriangleAlert } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'

/** Allergen codes as a list of words; one we have no word for is better shown than hidden. */
export function useAllergens() {
  const { t } = useTranslation('kitchen')
  const words = useTranslation('ui')
  return (codes: readonly string[]): string =>
    codes.map((code) => words.t(`allergen.${code as 'nuts'}`, { defaultValue: code })).join(t('comma'))
}

/** Whoever eats this said what they cannot eat: the word first, then what. */
export function AllergyBar({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation('kitchen')
  const inWords = useAllergens()
  return (
    <p className="flex items-start gap-2 bg-note px-4 py-1.5 font-bold text-black">
      <TriangleAlert size={22} aria-hidden className="mt-0.5 shrink-0" />
      {t('allergy', { list: inWords(codes) })}
    </p>
  )
}
