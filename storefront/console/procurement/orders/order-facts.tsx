import type { ReactNode } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import type { Order } from '../../../api/procurement'
import { day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { fullDate } from '../full-date'
import { useAmounts } from '../use-amounts'

/** Where, when, how much, and what stands in the way. */
export function OrderFacts({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-order')
  const { locale, say } = useLocale()
  const { yuan } = useAmounts()
  const { certificateValidTo: validTo, sending } = order
  const undecided = order.status === 'proposed'
  const uncovered = undecided && (validTo === null || validTo < order.deliverOn)
  return (
    <section aria-label={t('order.facts')}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
        <Fact label={t('order.deliverTo')}>{say(order.site)}</Fact>
        <Fact label={t('order.deliverOn')}>{day(order.deliverOn, locale)}</Fact>
        <Fact label={t('order.total')}>
          <span className="figures font-semibold">{yuan(order.totalMinor)}</span>
        </Fact>
        <Fact label={t('order.certificate')}>{validTo ? fullDate(validTo, locale) : t('order.noCertificate')}</Fact>
        {sending && (
          <Fact label={t('order.sentBy')}>
            {t(`order.${sending.channel}`)}
            {sending.attempts > 1 && ` (${t('order.attempts', { count: sending.attempts })})`}
          </Fact>
        )}
        {order.cancelReason && <Fact label={t('order.reason')}>{order.cancelReason}</Fact>}
      </dl>
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

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-secondary text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
