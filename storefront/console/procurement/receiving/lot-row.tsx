import { Trash2 } from 'lucide-react'
import type { OrderLine } from '../../../api/procurement'
import { useTranslation } from '../../../i18n/use-translation'
import { IconButton } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { bigUnit } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { type Arrival, type Fault, faultsOf, type Typed } from './arrival'
import { RejectedPhoto } from './rejected-photo'

/** One lot of a line: how much of it is good, its code and expiry, how warm it is, and what goes back. */
export function LotRow({
  orderId,
  line,
  arrival,
  tried,
  onChange,
  onRemove,
}: {
  readonly orderId: string
  readonly line: OrderLine
  readonly arrival: Arrival
  readonly tried: boolean
  readonly onChange: (arrival: Arrival) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation('procurement-receiving')
  const amounts = useAmounts()
  const { temperatureRange: range } = line
  const degrees = range ? { from: range.from / 10, to: range.to / 10 } : undefined
  const faults = faultsOf(arrival, line)
  const say = (fault: Fault | undefined) => {
    if (fault === 'outOfRange') return t('outOfRange', { ...degrees })
    // what is not filled in yet is no mistake before somebody says that they are done
    if (fault === undefined || !tried) return undefined
    return fault === 'tooMuch' ? t('most', { quantity: amounts.quantity(line.most, line.unit) }) : t(fault)
  }
  const field = (name: Typed) => ({
    value: arrival[name],
    error: say(faults[name]),
    onChange: (event: { target: { value: string } }) => onChange({ ...arrival, [name]: event.target.value }),
  })
  const unit = t(`ui:unit.${bigUnit(line.unit).name}`)
  const rejects = arrival.rejected.trim() !== '' && arrival.rejected.trim() !== '0'
  return (
    <div className="mt-3 grid grid-cols-2 items-start gap-3 border-t border-line pt-3 md:grid-cols-[1fr_1.4fr_1.2fr_1fr_1fr_auto]">
      <TextField label={t('quantity', { unit })} inputMode="decimal" {...field('quantity')} />
      <TextField label={t('lot')} maxLength={60} autoCapitalize="characters" {...field('lotCode')} />
      <TextField label={t('expires')} type="date" {...field('expiresOn')} />
      <TextField
        label={t('temperature')}
        inputMode="text"
        hint={degrees && t('range', degrees)}
        {...field('temperature')}
      />
      <TextField label={t('rejected', { unit })} inputMode="decimal" {...field('rejected')} />
      <IconButton label={t('remove')} className="mt-6" onClick={onRemove}>
        <Trash2 size={18} aria-hidden />
      </IconButton>
      {rejects && (
        <div className="col-span-full grid gap-3 md:grid-cols-2">
          <TextField label={t('reason')} maxLength={200} {...field('rejectReason')} />
          <RejectedPhoto orderId={orderId} onPhoto={(photoId) => onChange({ ...arrival, photoId })} />
        </div>
      )}
    </div>
  )
}
