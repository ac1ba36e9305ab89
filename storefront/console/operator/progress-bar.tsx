import { useTranslation } from '../../i18n/use-translation'
import { count } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import type { Step } from './progress'

/** `12 / 40` above a bar; a dash where nothing is to be done. */
export function ProgressBar({ step: { key, done, all } }: { readonly step: Step }) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  if (all === 0) return <span className="text-ink-2">–</span>
  const share = Math.min(1, done / all)
  return (
    <span className="block min-w-16">
      <span className="figures block whitespace-nowrap">
        <span className="sr-only">{t(`operator.kitchens.${key}`)} </span>
        <b className={share === 1 ? 'text-brand-700' : ''}>{count(done, locale)}</b>
        <span className="text-ink-2"> / {count(all, locale)}</span>
      </span>
      <span aria-hidden className="mt-0.5 block h-1 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-brand-600" style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  )
}
