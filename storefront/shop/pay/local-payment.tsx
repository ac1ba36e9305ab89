import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { decideLocalPayment } from '../../api/store'
import { Button } from '../../ui/button'
import { Problems } from '../../ui/states'

/** The local provider's decision: it takes no real money and answers through the same intake as a real one. */
export function LocalPayment({
  intentId,
  onPaid,
}: {
  readonly intentId: string
  readonly onPaid: () => void | Promise<void>
}) {
  const { t } = useTranslation('shop')
  const [busy, setBusy] = useState<'pay' | 'decline'>()
  const [declined, setDeclined] = useState(false)
  const [error, setError] = useState<unknown>()
  const decide = async (decision: 'pay' | 'decline') => {
    setBusy(decision)
    setError(undefined)
    setDeclined(false)
    try {
      const { status } = await decideLocalPayment({ params: { intentId }, body: { decision } })
      if (status === 'succeeded') await onPaid()
      else setDeclined(true)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <div className="space-y-3">
      <p className="rounded-control bg-info-50 px-3 py-2 text-secondary text-info">{t('pay.localHint')}</p>
      {declined && (
        <p role="alert" className="rounded-control bg-danger-50 px-3 py-2 text-danger">
          {t('pay.declined')}
        </p>
      )}
      {error !== undefined && <Problems error={error} />}
      <Button size="large" wide busy={busy === 'pay'} onClick={() => void decide('pay')}>
        {t('pay.pay')}
      </Button>
      <Button kind="secondary" size="large" wide busy={busy === 'decline'} onClick={() => void decide('decline')}>
        {t('pay.decline')}
      </Button>
    </div>
  )
}
