import { useState } from 'react'
import type { Order, OrderLine } from '../../../api/procurement'
import { enterInvoice } from '../../../api/procurement-matching'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { QuantityField, useQuantityFault } from '../quantity-field'
import { baseUnits, minorIn, typedFrom } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { useRefresh } from '../use-procurement'

interface Typed {
  readonly quantity: string
  readonly amount: string
}

/** What a line would be invoiced at if everything agreed: what came, at the order's price. */
const agreed = ({ receivedQuantity, packSize, priceMinor, unit }: OrderLine): Typed => ({
  quantity: typedFrom(receivedQuantity, unit),
  amount: String(Math.round((receivedQuantity / packSize) * priceMinor) / 100),
})

/** A supplier's invoice for an order, filled in with what came: it is matched at once. */
export default function EnterInvoice({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const { yuan } = useAmounts()
  const refresh = useRefresh()
  const faultIn = useQuantityFault()
  const [head, setHead] = useState({ number: '', issuedOn: '', dueOn: '' })
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const lines = order.lines.filter(({ packs }) => packs > 0)
  const of = (line: OrderLine) => typed[line.id] ?? agreed(line)
  const filled = lines.flatMap((line) => {
    const { quantity, amount } = of(line)
    const [base, amountMinor] = [baseUnits(quantity, line.unit), minorIn(amount)]
    return base && amountMinor !== undefined ? [{ lineId: line.id, quantity: base, amountMinor }] : []
  })
  const wrong = lines.some((line) => faultIn(of(line).quantity, line.unit) || minorIn(of(line).amount) === undefined)
  const sum = filled.reduce((all, { amountMinor }) => all + amountMinor, 0)
  const send = async (key: string) => {
    if (wrong) return false
    const invoice = await enterInvoice({ params: { orderId: order.id }, body: { ...head, lines: filled } }, { key })
    await refresh()
    void notify({
      text:
        invoice.status === 'payable'
          ? t('entered', { number: invoice.number })
          : t('enteredHeld', { number: invoice.number, count: invoice.openDiscrepancies }),
    })
    return true
  }
  return (
    <FormSheet
      title={t('enter', { number: order.number })}
      description={t('enterText')}
      submit={t('enterSubmit', { total: yuan(sum) })}
      disabledBecause={filled.length === 0 ? t('enterNothing') : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <TextField
          label={t('invoice')}
          required
          maxLength={60}
          value={head.number}
          onChange={(event) => setHead({ ...head, number: event.target.value })}
        />
        <TextField
          label={t('issued')}
          type="date"
          required
          value={head.issuedOn}
          onChange={(event) => setHead({ ...head, issuedOn: event.target.value })}
        />
        <TextField
          label={t('due')}
          type="date"
          required
          min={head.issuedOn}
          value={head.dueOn}
          onChange={(event) => setHead({ ...head, dueOn: event.target.value })}
        />
      </div>
      {lines.map((line) => {
        const own = of(line)
        const put = (change: Partial<Typed>) => setTyped({ ...typed, [line.id]: { ...own, ...change } })
        return (
          <fieldset key={line.id} className="grid grid-cols-2 gap-3 border-t border-line pt-3">
            <legend className="sr-only">{say(line.ingredient)}</legend>
            <QuantityField
              label={say(line.ingredient)}
              unit={line.unit}
              value={own.quantity}
              onChange={(quantity) => put({ quantity })}
            />
            <TextField
              label={`${buying('columns.amount')} (¥)`}
              inputMode="decimal"
              value={own.amount}
              error={minorIn(own.amount) === undefined ? buying('form.notNumber') : undefined}
              onChange={(event) => put({ amount: event.target.value })}
            />
          </fieldset>
        )
      })}
    </FormSheet>
  )
}
