import { useState } from 'react'
import { type LotDetail, returnLot } from '../../../api/procurement-stock'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { QuantityField, useQuantityFault } from '../quantity-field'
import { baseUnits, typedFrom } from '../quantity-text'
import { useRefresh } from '../use-procurement'

/** Sends some or all of a lot back to its supplier, who owes a credit for it. */
export function ReturnLot({ lot, onClose }: { readonly lot: LotDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const refresh = useRefresh()
  const faultIn = useQuantityFault()
  const [typed, setTyped] = useState(typedFrom(lot.quantity, lot.unit))
  const [reason, setReason] = useState('')
  const send = async (key: string) => {
    const quantity = baseUnits(typed, lot.unit) ?? 0
    if (quantity === 0 || faultIn(typed, lot.unit, lot.quantity)) return false
    await returnLot({ params: { lotId: lot.id }, body: { quantity, reason } }, { key })
    await refresh()
    void notify({ text: t('return.done') })
    return true
  }
  return (
    <FormSheet
      title={t('return.title', { supplier: lot.supplier ? say(lot.supplier) : '' })}
      description={t('return.text')}
      submit={t('lot.return')}
      onSubmit={send}
      onClose={onClose}
    >
      <QuantityField
        label={buying('form.quantity')}
        unit={lot.unit}
        value={typed}
        most={lot.quantity}
        onChange={setTyped}
      />
      <TextField
        label={buying('form.reason')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  )
}
