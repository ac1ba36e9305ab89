import { useTranslation } from '../../i18n/use-translation'
import { setSearch } from '../../address/use-address'
import { useLocale } from '../../i18n/use-locale'
import { Sheet } from '../../ui/sheet'
import { ErrorState, Loading } from '../../ui/states'
import { useFilter } from './filters'
import { OrderActions } from './order-actions'
import { OrderFacts } from './order-facts'
import { OrderHistory } from './order-history'
import { OrderLines } from './order-lines'
import { StatusTag } from './status-tag'
import { useOrder } from './use-procurement'

const close = () => setSearch({ order: null })

/** The order the address names, beside the list it was opened from. */
export function OrderPanel() {
  const orderId = useFilter('order')
  return orderId ? <Panel orderId={orderId} /> : null
}

function Panel({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('console')
  const { say } = useLocale()
  const { data: order, error, refetch } = useOrder(orderId)
  return (
    <Sheet
      open
      place="panel"
      onOpenChange={close}
      title={order ? `${order.number} · ${say(order.supplier)}` : t('procurement.title')}
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
