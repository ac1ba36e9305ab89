import { Flame, Leaf, TriangleAlert } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import type { Offer } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { Tag } from '../../ui/tag'
import { type AllergenName, useAllergenNames } from '../allergen-names'
import { AllergyTag } from '../allergy-tag'
import { count } from '../../i18n/format'

const DIETS = ['vegetarian', 'vegan', 'spicy', 'soft', 'light'] as const
const ICONS = {
  vegetarian: <Leaf size={12} aria-hidden />,
  vegan: <Leaf size={12} aria-hidden />,
  spicy: <Flame size={12} aria-hidden />,
}
/** From here on the portions left are worth a word; below the second, a warning. */
const COUNTED = 50
const FEW = 15

/** What to know before choosing: diet, energy, allergens, portions left. */
export function DishTags({ offer: { tags, kcal, left, soldOut, allergens } }: { readonly offer: Offer }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const names = useAllergenNames()
  const contains: readonly AllergenName[] = names(allergens.contains)
  return (
    <p className="mt-1.5 flex flex-wrap gap-1">
      <AllergyTag allergens={allergens} />
      {DIETS.filter((diet) => tags.includes(diet)).map((diet) => (
        <Tag key={diet} kind="brand" icon={diet in ICONS ? ICONS[diet as keyof typeof ICONS] : undefined}>
          {t(`diet.${diet}`)}
        </Tag>
      ))}
      {kcal > 0 && <Tag>{t('dish.kcal', { kcal: count(kcal, locale) })}</Tag>}
      {!allergens.assessed ? (
        <Tag kind="warn" icon={<TriangleAlert size={12} aria-hidden />}>
          {t('dish.notAssessed')}
        </Tag>
      ) : (
        contains.length > 0 && <Tag>{t('dish.contains', { list: contains.join(t('dish.comma')) })}</Tag>
      )}
      {!soldOut && left <= COUNTED && (
        <Tag kind={left <= FEW ? 'warn' : 'neutral'}>{t(left <= FEW ? 'dish.few' : 'dish.left', { count: left })}</Tag>
      )}
    </p>
  )
}
