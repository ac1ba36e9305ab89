import { money } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { DishArt } from '../ui/dish-art'
import type { Counts, Offer } from './api'

/** One large button a dish: a press is a portion. */
export function DishButtons({
  offers,
  currency,
  counts,
  onPut,
}: {
  readonly offers: readonly Offer[]
  readonly currency: string
  readonly counts: Counts
  readonly onPut: (offerId: string, more: number) => void
}) {
  const { t } = useTranslation('till')
  const { locale, say } = useLocale()
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4" aria-label={t('dishes')}>
      {offers.map(({ id, name, art, priceMinor, left }) => {
        const count = counts.get(id) ?? 0
        const gone = left <= count
        return (
          <li key={id}>
            <button
              type="button"
              disabled={gone}
              onClick={() => onPut(id, 1)}
              className={`flex h-full min-h-30 w-full flex-col gap-1 rounded-card border bg-surface p-2 text-left disabled:cursor-not-allowed ${count > 0 ? 'border-brand-600' : 'border-control'}`}
            >
              <span aria-hidden className="block h-16 w-full overflow-hidden rounded-control">
                <DishArt art={art} seed={id} dim={gone} />
              </span>
              <span className="font-semibold">{say(name)}</span>
              <span className="figures mt-auto flex justify-between text-secondary text-ink-2">
                <span>{money(priceMinor, currency, locale)}</span>
                <span>{gone ? t('soldOut') : t('left', { count: left - count })}</span>
              </span>
              {count > 0 && <span className="figures font-semibold text-brand-700">{t('inBasket', { count })}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
