import { useRef, useState } from 'react'
import { money, time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { notify } from '../ui/toast'
import { type Receipt, voidSale } from './api'
import { PayerLines } from './payer-lines'

/** What was sold, to be read out, printed, or undone at once. */
export default function ReceiptSheet({
  receipt,
  siteId,
  onClose,
}: {
  readonly receipt: Receipt
  readonly siteId: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation('till')
  const { locale, say } = useLocale()
  const [error, setError] = useState<unknown>()
  const key = useRef(crypto.randomUUID())
  const { orderId, number, currency, lines, payers } = receipt
  const amount = (minor: number) => money(minor, currency, locale)
  const undo = () => {
    voidSale({ params: { siteId, orderId }, body: { reason: t('receipt.slip') } }, { key: key.current }).then(() => {
      void notify({ text: t('receipt.undone', { number }) })
      onClose()
    }, setError)
  }
  const rows: readonly (readonly [string, number])[] = [
    [t('total'), receipt.totalMinor],
    [t('receipt.paid', { how: t(`pay.${receipt.payment}`) }), receipt.paidMinor],
    ...(receipt.givenMinor === null ? [] : [[t('pay.given'), receipt.givenMinor] as const]),
  ]
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('receipt.title', { number })}
      description={`${say(receipt.site)} · ${time(receipt.soldAt, receipt.zone)}`}
      footer={
        <div className="flex flex-wrap gap-2">
          <Button onClick={onClose}>{t('receipt.next')}</Button>
          <Button kind="secondary" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
          <Button kind="danger" onClick={undo}>
            {t('receipt.undo')}
          </Button>
        </div>
      }
    >
      <p className="figures mb-3 flex justify-between text-headline font-bold">
        <span>{t('pay.change')}</span>
        <span>{amount(receipt.changeMinor)}</span>
      </p>
      <ul>
        {lines.map(({ name, quantity, totalMinor }) => (
          <li key={say(name)} className="figures flex justify-between gap-2">
            <span>
              {say(name)} ×{quantity}
            </span>
            <span>{amount(totalMinor)}</span>
          </li>
        ))}
      </ul>
      <PayerLines
        payers={payers.filter(({ kind, amountMinor }) => kind !== 'till' && amountMinor > 0)}
        currency={currency}
      />
      <dl className="mt-2 border-t border-line pt-2">
        {rows.map(([label, minor]) => (
          <div key={label} className="figures flex justify-between">
            <dt>{label}</dt>
            <dd>{amount(minor)}</dd>
          </div>
        ))}
      </dl>
      {error !== undefined && <Problems error={error} />}
    </Sheet>
  )
}
