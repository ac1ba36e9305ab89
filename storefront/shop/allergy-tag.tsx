import { TriangleAlert } from 'lucide-react'
import type { Offer } from '../api/store'
import { useTranslation } from '../i18n/use-translation'
import { Tag } from '../ui/tag'
import { useAllergenNames } from './allergen-names'
import { hitsOf } from './allergens'
import { useDeclared } from './declared'

/** Says of a dish what of it the person cannot eat; nothing where there is nothing. */
export function AllergyTag({ allergens }: Pick<Offer, 'allergens'>) {
  const { t } = useTranslation('shop')
  const names = useAllergenNames()
  const hits = hitsOf(useDeclared() ?? [], allergens)
  if (hits.length === 0) return null
  return (
    <Tag kind="danger" icon={<TriangleAlert size={12} aria-hidden />}>
      {t('allergens.hit', { list: names(hits).join(t('dish.comma')) })}
    </Tag>
  )
}
