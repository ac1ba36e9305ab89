import { useTranslation } from '../../../i18n/use-translation'
import { setSearch } from '../../../address/use-address'
import { useLocale } from '../../../i18n/use-locale'
import { Sheet } from '../../../ui/sheet'
import { ErrorState, Loading } from '../../../ui/states'
import { OrderActions } from './order-actions'
import { OrderFacts } from './order-facts'
import { OrderHistory } from './order-history'
import { OrderLines } from './order-lines'
import { StatusTag } from './status-tag'
import { useOrder } from '../use-procurement'

const close = () => setSearch({ order: null })

/** One order: what stands in it and why, what happened to it, and what can be done with it now. */
export default function OrderPanel({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const { data: order, error, refetch } = useOrder(orderId)
  return (
    <Sheet
      open
      place="panel"
      onOpenChange={close}
      title={order ? `${order.number} · ${say(order.supplier)}` : t('title')}
      description={order && <StatusTag status={order.status} />}
      footer={order && <OrderActions order={order} onDone={close} />}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!order && !error && <Loading />}
      {order && (
        <div className="space-y-5">
          <OrderFacts order={order} />
          <OrderLines order={order} />
          <OrderHistory order={order} />
        </div>
      )}
    </Sheet>
  )
}
