import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { count } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import type { Left } from './board'
import { type Meal, SoldOutSheet } from './more/sold-out-sheet'

/** The all-day counts: what is still to make, over all tickets of this view. */
export function Totals({ left, meal }: { readonly left: readonly Left[]; readonly meal: Meal }) {
  const [gone, setGone] = useState<Left>()
  const { t } = useTranslation('kitchen')
  const { locale, say } = useLocale()
  return (
    <section aria-labelledby="totals">
      <h2 id="totals" className="text-secondary font-bold text-ink-2">
        {t('totals')}
      </h2>
      {left.length === 0 && <p className="py-2 text-secondary text-ink-2">{t('totalsNone')}</p>}
      <ul>
        {left.map(({ dishId, name, left: portions }) => (
          <li key={dishId} className="flex items-baseline justify-between gap-3 py-1 text-[1.125rem]">
            <span className="line-clamp-2" title={say(name)}>
              {say(name)}
            </span>
            <span className="flex items-baseline gap-2">
              <button
                type="button"
                aria-label={t('ranOutOf', { dish: say(name) })}
                title={t('ranOutOf', { dish: say(name) })}
                className="rounded-control border border-control px-2 py-1 text-caption whitespace-nowrap hover:bg-line"
                onClick={() => setGone({ dishId, name, left: portions })}
              >
                {t('ranOut')}
              </button>
              <span className="figures font-bold text-quantity">{count(portions, locale)}</span>
            </span>
          </li>
        ))}
      </ul>
      {gone && <SoldOutSheet dish={gone} meal={meal} onClose={() => setGone(undefined)} />}
    </section>
  )
}
