import { TriangleAlert } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import type { Offer } from '../../api/store'
import { count, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { DishArt } from '../../ui/dish-art'
import { Sheet } from '../../ui/sheet'
import { useAllergenNames } from '../allergen-names'
import { hitsOf, inCn8 } from '../allergens'
import { useDeclared } from '../declared'
import { priceFor, usePayer } from '../checkout/choose-payer'

/** Everything about one dish. */
export function DishSheet({ offer, onClose }: { readonly offer: Offer | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const names = useAllergenNames()
  const { payWith } = usePayer()
  const declared = useDeclared() ?? []
  if (!offer) return null
  const { allergens } = offer
  const hits = hitsOf(declared, allergens)
  const list = (codes: readonly string[], none = t('dish.none')) => names(codes).join(t('dish.comma')) || none
  const facts: readonly [string, string][] = [
    [t('dish.price'), money(priceFor(payWith, offer), offer.currency, locale)],
    [t('dish.energy'), t('dish.kcal', { kcal: count(offer.kcal, locale) })],
    [t('dish.containsLabel'), allergens.assessed ? list(allergens.contains) : t('dish.notAssessed')],
    [t('dish.mayContain'), allergens.assessed ? list(allergens.mayContain) : t('dish.notAssessed')],
    [t('dish.cn8'), allergens.assessed ? list(inCn8(allergens.contains), t('dish.noneOf8')) : t('dish.notAssessed')],
  ]
  return (
    <Sheet open onOpenChange={onClose} title={say(offer.name)} description={say(offer.description)}>
      <div className="mx-auto my-3 size-52 overflow-hidden rounded-card">
        <DishArt art={offer.art} seed={offer.dishId} />
      </div>
      {hits.length > 0 && (
        <p className="mb-2 flex items-start gap-2 rounded-control bg-warn-50 px-4 py-2 text-warn">
          <TriangleAlert size={20} aria-hidden className="mt-0.5 shrink-0" />
          {t('allergens.hitText', { list: names(hits).join(t('dish.comma')) })}
        </p>
      )}
      <dl className="divide-y divide-line">
        {facts.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4 py-2">
            <dt className="shrink-0 text-ink-2">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
