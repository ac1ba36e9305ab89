import { lazy, Suspense, useEffect } from 'react'
import { warmTexts } from '../../../i18n/load-texts'
import { useFilter } from '../filters'

const load = () => import('./order-panel')
const OrderPanel = lazy(load)

/** The order the address names, beside the list it was opened from; its code and texts come once the list stands. */
export function OpenOrder() {
  const orderId = useFilter('order')
  useEffect(() => {
    warmTexts('procurement-order')
    void load().catch(() => undefined)
  }, [])
  return (
    orderId && (
      <Suspense fallback={null}>
        <OrderPanel key={orderId} orderId={orderId} />
      </Suspense>
    )
  )
}
