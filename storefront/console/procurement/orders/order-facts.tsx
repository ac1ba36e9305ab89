import { FileCode, FileText } from 'lucide-react'
import { useTranslation } from '../../../i18n/use-translation'
import type { Order } from '../../../api/procurement'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { Facts } from '../../../ui/facts'
import { fullDate } from '../full-date'
import { useAmounts } from '../use-amounts'
import { useZone } from '../use-zone'

/** Where, when, how much, and what stands in the way. */
export function OrderFacts({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-order')
  const { locale, say } = useLocale()
  const { yuan } = useAmounts()
  const zone = useZone(order.siteId)
  const moment = (instant: string) => `${day(dateIn(instant, zone), locale)} ${time(instant, zone)}`
  const { certificateValidTo: validTo, sending } = order
  const undecided = order.status === 'proposed'
  const uncovered = undecided && (validTo === null || validTo < order.deliverOn)
  return (
    <section aria-label={t('order.facts')}>
      <Facts
        facts={{
          [t('order.deliverTo')]: say(order.site),
          [t('order.deliverOn')]: day(order.deliverOn, locale),
          [t('order.total')]: <span className="font-semibold">{yuan(order.totalMinor)}</span>,
          [t('order.certificate')]: validTo ? fullDate(validTo, locale) : t('order.noCertificate'),
          [t('order.orderBy')]: undecided && order.orderBy ? moment(order.orderBy) : undefined,
          [t('order.approvedBy')]:
            order.approvedBy.length > 0 ? order.approvedBy.map(({ name }) => name).join(', ') : undefined,
          [t('order.eta')]: order.eta ? [moment(order.eta), order.etaNote].filter(Boolean).join(' · ') : undefined,
          [t('order.sentBy')]: sending
            ? [
                t(`order.${sending.channel}`),
                sending.attempts > 1 && `(${t('order.attempts', { count: sending.attempts })})`,
              ]
                .filter(Boolean)
                .join(' ')
            : undefined,
          [t('order.shortReason')]: order.shortReason ?? undefined,
          [t('order.reason')]: order.cancelReason ?? undefined,
        }}
      />
      {!undecided && <Papers orderId={order.id} />}
      {undecided && order.lapsed && (
        <p className="mt-3 rounded-control bg-danger-50 px-3 py-2 text-danger">{t('obstacle.lapsed')}</p>
      )}
      {undecided && order.approvals.needed > 1 && (
        <p className="mt-3 rounded-control bg-info-50 px-3 py-2 text-info">{t('order.fourEyes', order.approvals)}</p>
      )}
      {uncovered && (
        <p className="mt-3 rounded-control bg-danger-50 px-3 py-2 text-danger">{t('order.certificateEnds')}</p>
      )}
      {undecided && order.belowMinimum && (
        <p className="mt-3 rounded-control bg-warn-50 px-3 py-2 text-warn">
          {t('order.minimum', { minimum: yuan(order.minimumMinor) })}
        </p>
      )}
    </section>
  )
}

/** The order on paper and as data. */
function Papers({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('procurement-order')
  const look = 'inline-flex min-h-8 items-center gap-1 text-brand-700 underline'
  return (
    <p className="mt-3 flex flex-wrap gap-4">
      <a className={look} href={`/api/procurement/orders/${orderId}/order.pdf`} target="_blank" rel="noreferrer">
        <FileText size={16} aria-hidden /> {t('order.pdf')}
      </a>
      <a className={look} href={`/api/procurement/orders/${orderId}/order.xml`} download>
        <FileCode size={16} aria-hidden /> {t('order.ubl')}
      </a>
    </p>
  )
}
