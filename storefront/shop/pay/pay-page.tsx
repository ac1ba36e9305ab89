import { ShieldCheck } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { useCallback } from 'react'
import { Link, redirect, useLoaderData, useNavigate, useParams } from 'react-router'
import { type Order, showOrder, startPayment } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { LanguageButton } from '../../ui/language-button'
import { Card } from '../../ui/card'
import { useShop } from '../frame'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { LocalPayment } from './local-payment'
import { StripePayment } from './stripe-payment'

/** The order to pay, named in the address. One that is paid already shows itself. */
export const loadPayment = loading(async ({ visitor: { fetcher }, search, signal }): Promise<Order> => {
  const orderId = search.get('order') ?? ''
  if (!orderId) throw redirect('/orders')
  const order = await showOrder({ params: { orderId } }, { fetcher, signal })
  if (order.status !== 'awaiting_payment') throw redirect(`/orders/${order.id}`)
  return order
})

/** Where an order is paid: with the provider's own form, or on the local provider's page. */
export function PayPage() {
  const order = useLoaderData<Order>()
  const { intentId = '' } = useParams()
  const { installation } = useShop()
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  usePageTitle(t('pay.title'))
  const navigate = useNavigate()
  const orderId = order.id
  const start = useCallback((signal: AbortSignal) => startPayment({ params: { orderId } }, { signal }), [orderId])
  return (
    <div className="mx-auto max-w-120 px-4">
      <div className="flex justify-end pt-2">
        <LanguageButton />
      </div>
      <Card>
        <h1 className="flex items-center gap-2 text-body font-semibold text-ink-2">
          <ShieldCheck size={20} aria-hidden />
          {t(installation.stripe ? 'pay.title' : 'pay.local')}
        </h1>
        <p className="figures mt-3 text-[2.25rem] font-bold">{money(order.dueMinor, order.currency, locale)}</p>
        <p className="text-ink-2">{t('pay.for', { number: order.number })}</p>
        <div className="mt-5">
          {installation.stripe ? (
            <StripePayment start={start} backTo={`/orders/${orderId}`} />
          ) : (
            <LocalPayment intentId={intentId} onPaid={() => navigate(`/orders/${orderId}`, { replace: true })} />
          )}
        </div>
      </Card>
      <Link to={`/orders/${order.id}`} className="mt-3 inline-flex min-h-target items-center text-brand-700 underline">
        {t('pay.later')}
      </Link>
    </div>
  )
}
