import { useTranslation } from 'react-i18next'
import type { Run } from '../api/courier'
import { count } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'

/** What a run is about: stops, boxes, kilometres. */
export function RunFigures({ run }: { readonly run: Pick<Run, 'stops' | 'boxes' | 'metres'> }) {
  const { t } = useTranslation('courier')
  const { locale } = useLocale()
  return (
    <span className="figures flex flex-wrap gap-x-3 text-secondary text-ink-2">
      <span>{t('stops', { count: run.stops })}</span>
      <span>{t('boxes', { count: run.boxes })}</span>
      <span>{t('km', { km: count(run.metres / 1000, locale) })}</span>
    </span>
  )
}

/** How many orders of a run are closed. */
export function Progress({ run }: { readonly run: Pick<Run, 'drops' | 'delivered' | 'failed'> }) {
  const { t } = useTranslation('courier')
  const closed = run.delivered + run.failed
  const label = t('progress', { closed, total: run.drops })
  return (
    <div>
      <p className="figures text-secondary text-ink-2">{label}</p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={run.drops}
        aria-valuenow={closed}
        className="mt-1 h-2 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-brand-600"
          style={{ width: `${run.drops ? (100 * closed) / run.drops : 0}%` }}
        />
      </div>
    </div>
  )
}
