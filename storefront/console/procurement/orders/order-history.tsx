import { useTranslation } from '../../../i18n/use-translation'
import type { Order } from '../../../api/procurement'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { Timeline } from '../../../ui/timeline'
import { fullDate } from '../full-date'
import { useAmounts } from '../use-amounts'
import { useZone } from '../use-zone'

const ACTIONS = [
  'procurement.propose',
  'procurement.change-line',
  'procurement.approve-first',
  'procurement.approve',
  'procurement.split',
  'procurement.lapse',
  'procurement.set-eta',
  'procurement.enter-invoice',
  'procurement.reject',
  'procurement.cancel',
  'procurement.restore',
  'procurement.send',
  'procurement.confirm',
  'procurement.receive-goods',
] as const

const FAILED: readonly string[] = ['procurement.reject', 'procurement.cancel', 'procurement.lapse']

/** Who did what and when, and every lot that came. */
export function OrderHistory({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-order')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const zone = useZone(order.siteId)
  const when = (instant: string) => `${day(dateIn(instant, zone), locale)} ${time(instant, zone)}`
  const steps = order.timeline.flatMap(({ at, action, actor }, i) => {
    const known = ACTIONS.find((each) => each === action)
    if (!known) return []
    const state = FAILED.includes(action) ? ('failed' as const) : ('done' as const)
    return { key: `${i}`, label: t(`timeline.${known}`), time: when(at), note: actor, state }
  })
  return (
    <>
      {order.receipts.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">{t('order.receipts')}</h3>
          <ul className="space-y-1">
            {order.receipts.map((receipt) => {
              const line = order.lines.find(({ id }) => id === receipt.lineId)
              if (!line) return null
              return (
                <li key={receipt.id} className="flex flex-wrap justify-between gap-x-3">
                  <span>
                    {say(line.ingredient)} · {buying('columns.lot')} {receipt.lotCode} · {buying('columns.expires')}{' '}
                    {fullDate(receipt.expiresOn, locale)}
                    {receipt.temperature !== null && ` · ${receipt.temperature / 10} °C`}
                  </span>
                  <span className="figures">
                    {quantity(receipt.quantity, line.unit)}
                    {receipt.rejected > 0 && (
                      <span className="ml-2 text-danger">
                        {t('order.rejected', { quantity: quantity(receipt.rejected, line.unit) })}
                        {receipt.rejectReason && ` (${receipt.rejectReason})`}{' '}
                        {receipt.photoId && (
                          <a
                            className="underline"
                            href={`/api/procurement/files/${receipt.photoId}`}
                            target="_blank"
                            rel="noreferrer"
                          >
                            {t('order.photo')}
                          </a>
                        )}
                      </span>
                    )}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <section>
        <h3 className="mb-2 font-semibold">{t('order.history')}</h3>
        <Timeline label={t('order.history')} steps={steps} />
      </section>
    </>
  )
}
