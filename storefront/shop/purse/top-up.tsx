import { useCallback, useRef, useState } from 'react'
import { problemOf } from '../../api/problem'
import { startTopUp } from '../../api/purse'
import type { Payment } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Segmented } from '../../ui/choice'
import { Problems } from '../../ui/states'
import { LocalPayment } from '../pay/local-payment'
import { StripePayment } from '../pay/stripe-payment'

const AMOUNTS = ['5000', '10000', '20000', '50000'] as const

/** Fills one's own card: an amount first, then the payment provider's own form or page. */
export function TopUp({
  currency,
  servicePointId,
  onPaid,
}: {
  readonly currency: string
  readonly servicePointId: string | undefined
  readonly onPaid: () => void
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const [amount, setAmount] = useState<(typeof AMOUNTS)[number]>('10000')
  const [payment, setPayment] = useState<Payment>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const key = useRef(crypto.randomUUID())
  const shown = (minor: string) => money(Number(minor), currency, locale)
  const open = async () => {
    setBusy(true)
    setError(undefined)
    const where = servicePointId ? { servicePointId } : {}
    try {
      setPayment(await startTopUp({ body: { amountMinor: Number(amount), ...where } }, { key: key.current }))
      key.current = crypto.randomUUID()
    } catch (problem) {
      setError(problem)
      // without an answer it may have been done and is the same act
      if (problemOf(problem).status !== 0) key.current = crypto.randomUUID()
    }
    setBusy(false)
  }
  const paid = () => {
    setPayment(undefined)
    onPaid()
  }
  return (
    <Card as="section" className="space-y-3">
      <h2 className="text-title font-semibold">{t('purse.topUp')}</h2>
      {payment ? (
        <>
          <p className="figures text-headline font-bold">{shown(amount)}</p>
          <Pay payment={payment} onPaid={paid} />
          <Button kind="quiet" wide onClick={() => setPayment(undefined)}>
            {t('purse.otherAmount')}
          </Button>
        </>
      ) : (
        <>
          <Segmented
            label={t('purse.amount')}
            options={AMOUNTS.map((value) => ({ value, label: shown(value) }))}
            value={amount}
            onChange={(next) => {
              // another amount is another act
              key.current = crypto.randomUUID()
              setAmount(next)
            }}
          />
          {error !== undefined && <Problems error={error} />}
          <Button size="large" wide busy={busy} onClick={() => void open()}>
            {t('purse.fill', { amount: shown(amount) })}
          </Button>
          <p className="text-secondary text-ink-2">{t('purse.rules')}</p>
        </>
      )}
    </Card>
  )
}

function Pay({ payment, onPaid }: { readonly payment: Payment; readonly onPaid: () => void }) {
  const start = useCallback(() => Promise.resolve(payment), [payment])
  if (payment.provider === 'stripe') return <StripePayment start={start} backTo="/me/purse?paid" />
  return <LocalPayment intentId={payment.intentId} onPaid={onPaid} />
}
