import { useTranslation } from '../../i18n/use-translation'
import type { Booking } from '../../api/bookings'
import { money, percent } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

/** What cancelling costs by how early it is done: shown before paying, and the same afterwards. */
export function Ladder({ ladder, currency }: Pick<Booking, 'ladder' | 'currency'>) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const costOf = ({ charge }: Booking['ladder'][number]) => {
    if ('bps' in charge) return charge.bps === 0 ? t('booking.free') : percent(charge.bps / 10_000, locale)
    if ('nights' in charge) return t('booking.nights', { count: charge.nights })
    return money(charge.minor, currency, locale)
  }
  const whenOf = (i: number) => {
    const [from, before] = [ladder[i]?.fromDays ?? 0, ladder[i - 1]?.fromDays]
    if (before === undefined) return from === 0 ? t('booking.anyTime') : t('booking.daysAndMore', { days: from })
    if (from === 0) return t(before === 1 ? 'booking.onTheDay' : 'booking.laterOn')
    return t('booking.daysBetween', { from: before - 1, to: from })
  }
  return (
    <section aria-label={t('booking.ladder')} className="rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('booking.ladder')}</h2>
      <dl className="mt-1">
        {ladder.map((tier, i) => (
          <div key={tier.fromDays} className="flex justify-between gap-4 py-0.5">
            <dt className="text-ink-2">{whenOf(i)}</dt>
            <dd className="figures">{costOf(tier)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
