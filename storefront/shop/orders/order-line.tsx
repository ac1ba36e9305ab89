import type { OrderGroup } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { DishArt } from '../../ui/dish-art'
import { useAllergenNames } from '../allergen-names'

/** One dish of an order; struck through when it ran out, with what came in its place, and what was taken knowingly. */
export function OrderLine({
  line,
  currency,
}: {
  readonly line: OrderGroup['lines'][number]
  readonly currency: string
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const names = useAllergenNames()
  const { name, was, removed, quantity, acknowledged } = line
  return (
    <li className="flex items-center gap-3">
      <span className="size-11 shrink-0 overflow-hidden rounded-control">
        <DishArt art={line.art} seed={line.dishId} dim={removed} />
      </span>
      <span className="min-w-0 flex-1">
        <span className={`block truncate ${removed ? 'text-ink-2 line-through' : ''}`} title={say(name)}>
          {say(name)} <span className="figures text-ink-2">×{quantity}</span>
        </span>
        {removed && <span className="block text-secondary text-warn">{t('order.ranOut')}</span>}
        {was && !removed && (
          <span className="block text-secondary text-warn">{t('order.insteadOf', { dish: say(was) })}</span>
        )}
        {acknowledged.length > 0 && (
          <span className="block text-secondary text-ink-2">
            {t('order.acknowledged', { list: names(acknowledged).join(t('dish.comma')) })}
          </span>
        )}
      </span>
      <span className={`figures ${removed ? 'text-ink-2 line-through' : ''}`}>
        {money(line.unitMinor * quantity, currency, locale)}
      </span>
    </li>
  )
}
