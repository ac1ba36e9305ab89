import { TriangleAlert } from 'lucide-react'
import type { Quote } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Checkbox } from '../../ui/choice'
import { useAllergenNames } from '../allergen-names'

/** Offers whose allergens somebody takes all the same. */
export type AllTheSame = ReadonlySet<string>

/** Dishes of a basket with what whoever eats it cannot eat. */
export const hitItems = (quote: Quote) =>
  quote.groups.flatMap(({ items }) => items.filter(({ hits }) => hits.length > 0))

/** One question a dish with what somebody declared; without a yes to each there is no order. */
export function AllergyCheck({
  quote,
  agreed,
  onAgree,
}: {
  readonly quote: Quote
  readonly agreed: AllTheSame
  readonly onAgree: (agreed: AllTheSame) => void
}) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const names = useAllergenNames()
  const items = hitItems(quote)
  if (items.length === 0) return null
  const turn = (offerId: string, on: boolean) => {
    const next = new Set(agreed)
    if (on) next.add(offerId)
    else next.delete(offerId)
    onAgree(next)
  }
  return (
    <fieldset className="rounded-control border border-warn bg-warn-50 px-4 py-2">
      <legend className="sr-only">{t('allergens.check')}</legend>
      <p className="flex items-center gap-2 font-semibold text-warn">
        <TriangleAlert size={20} aria-hidden className="shrink-0" />
        {t('allergens.check')}
      </p>
      {items.map(({ offerId, name, hits }) => (
        <Checkbox
          key={offerId}
          label={t('allergens.allTheSame', { dish: say(name), list: names(hits).join(t('dish.comma')) })}
          checked={agreed.has(offerId)}
          onChange={(event) => turn(offerId, event.target.checked)}
        />
      ))}
    </fieldset>
  )
}
