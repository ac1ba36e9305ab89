import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { useNavigate } from 'react-router'
import type { Order } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Countdown } from '../../ui/countdown'
import { Problems } from '../../ui/states'
import { addressToPay } from '../checkout/order-and-pay'
import { useShop } from '../frame'

/** An order that still has to be paid, and how long its portions are kept. */
export function PayFirst({ order, onChanged }: { readonly order: Order; readonly onChanged: () => void }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const { installation } = useShop()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const pay = async () => {
    setBusy(true)
    try {
      await navigate(await addressToPay(order.id))
    } catch (problem) {
      setError(problem)
      onChanged()
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="space-y-3 rounded-card border border-line bg-surface p-4">
      <p>
        <b className="block">{t('order.unpaid')}</b>
        {order.holdExpiresAt && (
          <span className="text-ink-2">
            {t('order.kept')} <Countdown until={order.holdExpiresAt} now={installation.now} onEnd={onChanged} />
          </span>
        )}
      </p>
      {error !== undefined && <Problems error={error} />}
      <Button size="large" wide busy={busy} onClick={() => void pay()}>
        {t('checkout.pay', { amount: money(order.totalMinor, order.currency, locale) })}
      </Button>
    </div>
  )
}
