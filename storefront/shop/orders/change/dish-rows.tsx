import { day, money } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Stepper } from '../../../ui/stepper'
import { priceFor } from '../../checkout/choose-payer'
import type { ChangeDish, ChangeMeal, Wanted } from './meals'

interface Choosing {
  readonly payWith: 'company' | 'private'
  readonly wanted: Wanted
  readonly onWant: (offerId: string, quantity: number) => void
}

/** One meal with what was ordered, each with its number; the other dishes of that menu lie folded below. */
export function MealRows({
  meal,
  named,
  ...choosing
}: Choosing & { readonly meal: ChangeMeal; readonly named: boolean }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { group, dishes, gone } = meal
  const others = dishes.filter(({ had }) => had === 0)
  return (
    <section>
      {named && (
        <h3 className="font-semibold">
          {day(group.serviceDate, locale)} · {t(`ui:period.${group.period}`)}
        </h3>
      )}
      <ul>
        {dishes
          .filter(({ had }) => had > 0)
          .map((dish) => (
            <DishRow key={dish.offer.id} dish={dish} {...choosing} />
          ))}
      </ul>
      {gone.map((line) => (
        <p key={line.id} className="text-secondary text-warn">
          {t('change.gone', { dish: say(line.name) })}
        </p>
      ))}
      {others.length > 0 && (
        <details className="mt-1">
          <summary className="flex min-h-target cursor-pointer items-center text-brand-700 underline">
            {t('change.others', { count: others.length })}
          </summary>
          <ul>
            {others.map((dish) => (
              <DishRow key={dish.offer.id} dish={dish} {...choosing} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function DishRow({ dish: { offer, had, most }, payWith, wanted, onWant }: Choosing & { readonly dish: ChangeDish }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const value = wanted[offer.id] ?? had
  const leftOut = had > 0 && value === 0
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-0">
      <span className="min-w-0 flex-1">
        <span className={`block ${leftOut ? 'text-ink-2 line-through' : ''}`}>{say(offer.name)}</span>
        <span className="figures text-secondary text-ink-2">
          {money(priceFor(payWith, offer), offer.currency, locale)}
          {leftOut && ` · ${t('change.leftOut')}`}
          {had > 0 && value > 0 && value !== had && ` · ${t('change.was', { n: had })}`}
        </span>
      </span>
      <Stepper name={say(offer.name)} value={value} most={most} onChange={(next) => onWant(offer.id, next)} />
    </li>
  )
}
