import { useState } from 'react'
import { receiveTransfer, type Transfer } from '../../../api/procurement-stock'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { Sheet } from '../../../ui/sheet'
import { notify } from '../../../ui/toast'
import { fullDate } from '../full-date'
import { QuantityField, useQuantityFault } from '../quantity-field'
import { baseUnits, numberIn, typedFrom } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { useRefresh } from '../use-procurement'

type Line = Transfer['lines'][number]
interface Arrived {
  readonly quantity: string
  readonly temperature: string
}

/** One transfer: what was sent, and, while it is under way, what arrived of it. */
export function TransferSheet({ transfer, onClose }: { readonly transfer: Transfer; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-stock')
  const { say } = useLocale()
  const refresh = useRefresh()
  const faultIn = useQuantityFault()
  const [typed, setTyped] = useState<Readonly<Record<string, Arrived>>>({})
  const arrived = (line: Line) => typed[line.id] ?? { quantity: typedFrom(line.sent, line.unit), temperature: '' }
  const title = `${transfer.number} · ${say(transfer.from)} → ${say(transfer.to)}`
  if (transfer.status === 'received')
    return (
      <Sheet open title={title} onOpenChange={onClose}>
        <ul className="divide-y divide-line border-y border-line">
          {transfer.lines.map((line) => (
            <li key={line.id} className="py-2">
              <LineFacts line={line} />
            </li>
          ))}
        </ul>
      </Sheet>
    )
  const send = async (key: string) => {
    if (transfer.lines.some((line) => faultIn(arrived(line).quantity, line.unit, line.sent))) return false
    const lines = transfer.lines.map((line) => {
      const { quantity, temperature } = arrived(line)
      const degrees = numberIn(temperature)
      return {
        lineId: line.id,
        quantity: baseUnits(quantity, line.unit) ?? 0,
        ...(degrees === undefined ? {} : { temperature: Math.round(degrees * 10) }),
      }
    })
    await receiveTransfer({ params: { transferId: transfer.id }, body: { lines } }, { key })
    await refresh()
    void notify({ text: t('transfer.doneReceived', { number: transfer.number }) })
    return true
  }
  return (
    <FormSheet
      title={title}
      description={t('transfer.short')}
      submit={t('transfer.receive')}
      onSubmit={send}
      onClose={onClose}
    >
      {transfer.lines.map((line) => {
        const own = arrived(line)
        const put = (change: Partial<Arrived>) => setTyped({ ...typed, [line.id]: { ...own, ...change } })
        return (
          <fieldset key={line.id} className="border-b border-line pb-3">
            <LineFacts line={line} />
            <div className="mt-2 grid grid-cols-2 gap-3">
              <QuantityField
                label={t('transfer.received')}
                unit={line.unit}
                most={line.sent}
                value={own.quantity}
                onChange={(quantity) => put({ quantity })}
              />
              {line.temperatureRange && (
                <TextField
                  label={t('transfer.temperature')}
                  inputMode="text"
                  value={own.temperature}
                  onChange={(event) => put({ temperature: event.target.value })}
                />
              )}
            </div>
          </fieldset>
        )
      })}
    </FormSheet>
  )
}

function LineFacts({ line }: { readonly line: Line }) {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  return (
    <p className="flex flex-wrap justify-between gap-x-3">
      <span>
        <span className="font-medium">{say(line.ingredient)}</span>{' '}
        <span className="text-secondary text-ink-2">
          {buying('columns.lot')} {line.lotCode} · {fullDate(line.expiresOn, locale)}
        </span>
      </span>
      <span className="figures">
        {t('transfer.sent')} {quantity(line.sent, line.unit)}
        {line.received !== null && ` · ${t('transfer.received')} ${quantity(line.received, line.unit)}`}
      </span>
    </p>
  )
}
