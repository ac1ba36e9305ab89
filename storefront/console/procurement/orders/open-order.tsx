import { lazy, Suspense } from 'react'
import { useFilter } from '../filters'

const OrderPanel = lazy(() => import('./order-panel'))

/** The order the address names, beside the list it was opened from; its code and texts come when one is opened. */
export function OpenOrder() {
  const orderId = useFilter('order')
  return (
    orderId && (
      <Suspense fallback={null}>
        <OrderPanel key={orderId} orderId={orderId} />
      </Suspense>
    )
  )
}
