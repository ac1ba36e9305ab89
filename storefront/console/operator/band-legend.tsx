import { useTranslation } from '../../i18n/use-translation'
import { BANDS } from './bands'

/** What the colours of density mean. */
export function BandLegend() {
  const { t } = useTranslation('console')
  return (
    <>
      <span className="text-ink-2">{t('operator.map.legend')}</span>
      {BANDS.map(({ from, colour }, i) => {
        const next = BANDS[i + 1]?.from
        const range = next === undefined ? t('operator.map.over', { from }) : t('operator.map.below', { next })
        return (
          <span key={colour} className="figures inline-flex items-center gap-1">
            <span aria-hidden className="size-3 rounded-[3px] border border-brand-800" style={{ background: colour }} />
            {i === 0 ? t('operator.map.noOrders') : range}
          </span>
        )
      })}
    </>
  )
}
