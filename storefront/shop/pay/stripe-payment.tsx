import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Payment } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Loading, Problems, Skeleton } from '../../ui/states'
import { loadStripe, type Stripe, type StripeElements } from './load-stripe'

/** Stripe's own form: card data never touches us. Its webhook, not this page, says that it is paid. */
export function StripePayment({
  start,
  backTo,
}: {
  /** Opens the payment; the same function as long as it is the same payment. */
  readonly start: (signal: AbortSignal) => Promise<Payment>
  /** The path of the page that shows what was paid. */
  readonly backTo: string
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const place = useRef<HTMLDivElement>(null)
  const [form, setForm] = useState<{ stripe: Stripe; elements: StripeElements }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [refused, setRefused] = useState('')

  useEffect(() => {
    const leaving = new AbortController()
    let unmount = () => {}
    const open = async () => {
      const payment = await start(leaving.signal)
      if (payment.provider !== 'stripe' || !payment.publishableKey) throw new Error('Stripe is not set up')
      const stripe = await loadStripe(payment.publishableKey)
      if (leaving.signal.aborted || !place.current) return
      const elements = stripe.elements({ clientSecret: payment.clientSecret, locale: locale === 'en' ? 'en' : 'zh' })
      const element = elements.create('payment')
      element.mount(place.current)
      unmount = element.unmount
      setForm({ stripe, elements })
    }
    open().catch((problem: unknown) => {
      if (!leaving.signal.aborted) setError(problem)
    })
    return () => {
      leaving.abort()
      unmount()
    }
  }, [start, locale])

  const pay = async () => {
    if (!form) return
    setBusy(true)
    const { stripe, elements } = form
    const answer = await stripe.confirmPayment({
      elements,
      confirmParams: { return_url: `${window.location.origin}${backTo}` },
    })
    // without an error the browser has left for the order's page
    setRefused(answer.error?.message ?? '')
    setBusy(false)
  }
  return (
    <div className="space-y-3">
      {error !== undefined && <Problems error={error} />}
      {!form && error === undefined && (
        <Loading>
          <Skeleton className="h-32 w-full" />
        </Loading>
      )}
      <div ref={place} />
      {refused && (
        <p role="alert" className="rounded-control bg-danger-50 px-3 py-2 text-danger">
          {refused}
        </p>
      )}
      {form && (
        <Button size="large" wide busy={busy} onClick={() => void pay()}>
          {t('pay.pay')}
        </Button>
      )}
    </div>
  )
}
