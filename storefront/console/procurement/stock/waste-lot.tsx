import { useState } from 'react'
import { type LotDetail, type WasteReason, wasteLot } from '../../../api/procurement-stock'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Select, TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { QuantityField, useQuantityFault } from '../quantity-field'
import { baseUnits, typedFrom } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { useRefresh } from '../use-procurement'

export const WASTE_REASONS: readonly WasteReason[] = [
  'expired',
  'spoiled',
  'damaged',
  'temperature',
  'recalled',
  'preparation',
  'other',
]

/** Writes off some or all of a lot, with the reason. */
export function WasteLot({ lot, onClose }: { readonly lot: LotDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const amounts = useAmounts()
  const refresh = useRefresh()
  const faultIn = useQuantityFault()
  const [typed, setTyped] = useState(typedFrom(lot.quantity, lot.unit))
  const [reason, setReason] = useState<WasteReason>(lot.daysLeft < 0 ? 'expired' : 'spoiled')
  const [note, setNote] = useState('')
  const quantity = baseUnits(typed, lot.unit) ?? 0
  const send = async (key: string) => {
    if (quantity === 0 || faultIn(typed, lot.unit, lot.quantity)) return false
    await wasteLot({ params: { lotId: lot.id }, body: { quantity, reason, note } }, { key })
    await refresh()
    void notify({
      text: t('waste.done', { quantity: amounts.quantity(quantity, lot.unit), ingredient: say(lot.ingredient) }),
    })
    return true
  }
  return (
    <FormSheet
      danger
      title={t('waste.title', { ingredient: say(lot.ingredient) })}
      submit={t('lot.waste')}
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
      <Select
        label={buying('form.reason')}
        value={reason}
        onChange={(event) => setReason(WASTE_REASONS.find((each) => each === event.target.value) ?? reason)}
      >
        {WASTE_REASONS.map((each) => (
          <option key={each} value={each}>
            {t(`reason.${each}`)}
          </option>
        ))}
      </Select>
      <TextField
        label={buying('form.note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormSheet>
  )
}
