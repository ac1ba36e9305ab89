import { useTranslation } from '../i18n/use-translation'
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
    <span className="block">
      <span className="figures block text-secondary text-ink-2">{label}</span>
      <progress
        aria-label={label}
        max={run.drops}
        value={closed}
        className="mt-1 block h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-brand-600 [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brand-600"
      />
    </span>
  )
}
