import { TextField } from '../../ui/field'

/** A temperature to a tenth of a degree. */
export function CelsiusField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <TextField
      label={label}
      type="number"
      inputMode="decimal"
      step="0.1"
      required
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
