import type { Order } from '../../../api/procurement'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { fullDate } from '../full-date'
import { useOverview } from '../use-procurement'
import { useZone } from '../use-zone'

/** What to know before the goods are taken: when they come, what will be missing, and papers that do not hold. */
export function GateNotes({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-receiving')
  const { locale } = useLocale()
  const zone = useZone(order.siteId)
  const today = useOverview().data?.today
  const { certificateValidTo: validTo, eta, shortReason } = order
  const ended = today !== undefined && validTo !== null && validTo < today
  return (
    <div className="mb-4 space-y-2">
      {(ended || validTo === null) && (
        <p role="alert" className="rounded-control bg-danger-50 px-3 py-2 text-danger">
          {validTo === null ? t('paperNone') : t('paperEnded', { day: fullDate(validTo, locale) })}
        </p>
      )}
      {shortReason && (
        <p className="rounded-control bg-warn-50 px-3 py-2 text-warn">{t('short', { reason: shortReason })}</p>
      )}
      {eta && (
        <p className="rounded-control bg-info-50 px-3 py-2 text-info">
          {t('eta', { time: `${day(dateIn(eta, zone), locale)} ${time(eta, zone)}` })}
        </p>
      )}
    </div>
  )
}
