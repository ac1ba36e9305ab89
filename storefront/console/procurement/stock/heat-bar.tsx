import { setSearch } from '../../../address/use-address'
import type { Lot } from '../../../api/procurement'
import { count } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { useFilter } from '../filters'
import { useAmounts } from '../use-amounts'
import { HEATS, heatsOf } from './heat'

const GROUNDS = {
  expired: 'bg-danger',
  today: 'bg-late',
  soon: 'bg-soon',
  week: 'bg-brand-100',
  later: 'bg-brand-600',
}

/** Lots and money by how soon they expire; pressing one shows only those. */
export function HeatBar({ lots }: { readonly lots: readonly Lot[] }) {
  const { t } = useTranslation('procurement-stock')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const chosen = useFilter('heat')
  const heats = heatsOf(lots)
  return (
    <fieldset className="mb-3 grid grid-cols-2 gap-2 sm:grid-cols-5">
      <legend className="sr-only">{t('heat.label')}</legend>
      {HEATS.map((heat) => (
        <button
          key={heat}
          type="button"
          aria-pressed={chosen === heat}
          aria-label={`${t(`heat.${heat}`)}: ${count(heats[heat].lots, locale)}, ${yuan(heats[heat].minor)}`}
          className="flex items-center gap-3 rounded-card border border-line bg-surface px-3 py-2 text-left hover:border-control aria-pressed:border-brand-600 aria-pressed:bg-brand-50"
          onClick={() => setSearch({ heat: chosen === heat ? null : heat })}
        >
          <span aria-hidden className={`h-9 w-1.5 shrink-0 rounded-full ${GROUNDS[heat]}`} />
          <span className="min-w-0">
            <span className="block truncate text-secondary text-ink-2">{t(`heat.${heat}`)}</span>
            <span className="figures block">
              <span className="text-title font-semibold">{count(heats[heat].lots, locale)}</span>{' '}
              <span className="text-secondary text-ink-2">{yuan(heats[heat].minor)}</span>
            </span>
          </span>
        </button>
      ))}
    </fieldset>
  )
}
