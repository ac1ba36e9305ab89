import type { LotDetail } from '../../../api/procurement-stock'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { useAmounts } from '../use-amounts'
import { useZone } from '../use-zone'

/** Everything that came into a lot and went out of it, the latest first. */
export function LotMoves({ lot }: { readonly lot: LotDetail }) {
  const { t } = useTranslation('procurement-stock')
  const { locale } = useLocale()
  const { quantity } = useAmounts()
  const zone = useZone(lot.siteId)
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t('lot.moves')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {lot.moves.toReversed().map((move) => (
          <li key={`${move.at} ${move.reason} ${move.ref}`} className="flex items-baseline gap-3 py-1.5">
            <span className="figures w-32 shrink-0 text-secondary text-ink-2">
              {day(dateIn(move.at, zone), locale)} {time(move.at, zone)}
            </span>
            <span className="min-w-0 flex-1">{t(`move.${move.reason}`)}</span>
            <span className={`figures whitespace-nowrap ${move.delta < 0 ? '' : 'font-semibold text-brand-700'}`}>
              {move.delta < 0 ? '−' : '+'}
              {quantity(Math.abs(move.delta), lot.unit)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
