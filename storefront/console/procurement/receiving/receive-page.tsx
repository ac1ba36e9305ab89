import { ArrowLeft } from 'lucide-react'
import { useTranslation } from '../../../i18n/use-translation'
import { Link } from '../../../address/link'
import type { Params } from '../../../address/match'
import { day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { ErrorState, Loading } from '../../../ui/states'
import { GateNotes } from './gate-notes'
import { ReceiptForm } from './receipt-form'
import { StatusTag } from '../orders/status-tag'
import { useOrder } from '../use-procurement'

/** Goods at the gate: what came of one order. */
export default function ReceivePage({ params }: { readonly params: Params }) {
  const { t } = useTranslation('procurement-receiving')
  const { locale, say } = useLocale()
  const { data: order, error, refetch } = useOrder(params['orderId'] ?? '')
  return (
    <>
      <Link
        to="/console/procurement/receiving"
        className="inline-flex min-h-8 items-center gap-1 font-medium text-brand-700 hover:underline"
      >
        <ArrowLeft size={16} aria-hidden />
        {t('back')}
      </Link>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!order && !error && <Loading />}
      {order && (
        <>
          <h1 className="mt-2 flex items-center gap-3 text-title font-semibold">
            {t('title', { number: order.number })} <StatusTag status={order.status} />
          </h1>
          <p className="mb-4 text-ink-2">
            {say(order.supplier)} → {say(order.site)} · {day(order.deliverOn, locale)}
          </p>
          <GateNotes order={order} />
          <ReceiptForm key={order.receipts.length} order={order} />
        </>
      )}
    </>
  )
}
