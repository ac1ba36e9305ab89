import { useTranslation } from '../../i18n/use-translation'
import type { Unit } from '../../api/procurement'
import { TextField } from '../../ui/field'
import { baseUnits, bigUnit } from './quantity-text'
import { useAmounts } from './use-amounts'

/** What is wrong with a typed quantity, in words; undefined when nothing is. */
export function useQuantityFault(): (text: string, unit: Unit, most?: number) => string | undefined {
  const { t } = useTranslation('procurement')
  const { quantity } = useAmounts()
  return (text, unit, most) => {
    const value = baseUnits(text, unit)
    if (value === undefined) return t('form.notNumber')
    return most !== undefined && value > most ? t('form.most', { quantity: quantity(most, unit) }) : undefined
  }
}

/** A quantity in kilograms, litres or pieces. */
export function QuantityField({
  label,
  unit,
  value,
  most,
  hint,
  hideLabel = false,
  onChange,
}: {
  readonly label: string
  readonly unit: Unit
  readonly value: string
  /** Base units. */
  readonly most?: number
  readonly hint?: string
  readonly hideLabel?: boolean
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation('ui')
  const faultIn = useQuantityFault()
  return (
    <TextField
      label={`${label} (${t(`unit.${bigUnit(unit).name}`)})`}
      hideLabel={hideLabel}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      hint={hint}
      error={faultIn(value, unit, most)}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
