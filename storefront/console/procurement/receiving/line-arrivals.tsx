import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from '../../../i18n/use-translation'
import type { OrderLine } from '../../../api/procurement'
import { useLocale } from '../../../i18n/use-locale'
import { Button, IconButton } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Checkbox } from '../../../ui/choice'
import { TextField } from '../../../ui/field'
import { type Arrival, type Fault, faultsOf, isTooWarm, warmLimit } from './arrival'
import { bigUnit, useAmounts } from '../use-amounts'

/** One line of the order: ticked when it has arrived, then one row for every lot. */
export function LineArrivals({
  line,
  arrivals,
  tried,
  onChange,
  onAdd,
}: {
  readonly line: OrderLine
  readonly arrivals: readonly Arrival[]
  /** The form was sent once: from then on faults are shown. */
  readonly tried: boolean
  readonly onChange: (arrivals: readonly Arrival[]) => void
  readonly onAdd: () => void
}) {
  const { t } = useTranslation('procurement-receiving')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const { quantity } = useAmounts()
  const arrived = arrivals.length > 0
  return (
    <Card as="section">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox
          label={<span className="font-semibold">{t('arrived', { ingredient: say(line.ingredient) })}</span>}
          checked={arrived}
          onChange={() => (arrived ? onChange([]) : onAdd())}
        />
        <span className="text-ink-2">
          {buying(`storage.${line.storage}`)} ·{' '}
          <span className="figures">{t('expected', { quantity: quantity(line.toCome, line.unit) })}</span>
        </span>
      </div>
      {arrivals.map((arrival) => (
        <LotRow
          key={arrival.id}
          line={line}
          arrival={arrival}
          tried={tried}
          onChange={(next) => onChange(arrivals.map((each) => (each.id === next.id ? next : each)))}
          onRemove={() => onChange(arrivals.filter(({ id }) => id !== arrival.id))}
        />
      ))}
      {arrived && (
        <Button kind="quiet" size="small" className="mt-2" icon={<Plus size={16} aria-hidden />} onClick={onAdd}>
          {t('another')}
        </Button>
      )}
    </Card>
  )
}

function LotRow({
  line,
  arrival,
  tried,
  onChange,
  onRemove,
}: {
  readonly line: OrderLine
  readonly arrival: Arrival
  readonly tried: boolean
  readonly onChange: (arrival: Arrival) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation('procurement-receiving')
  const amounts = useAmounts()
  const faults = tried ? faultsOf(arrival, line) : {}
  const say = (fault: Fault | undefined) => {
    if (fault === undefined) return undefined
    if (fault !== 'tooMuch') return t(`${fault}`)
    return t('most', { quantity: amounts.quantity(line.most, line.unit) })
  }
  const field = (name: Exclude<keyof Arrival, 'id'>) => ({
    value: arrival[name],
    error: say(faults[name]),
    onChange: (event: { target: { value: string } }) => onChange({ ...arrival, [name]: event.target.value }),
  })
  const unit = t(`ui:unit.${bigUnit(line.unit).name}`)
  const limit = warmLimit(line)
  const rejects = arrival.rejected.trim() !== '' && arrival.rejected.trim() !== '0'
  return (
    <div className="mt-3 grid grid-cols-2 items-start gap-3 border-t border-line pt-3 md:grid-cols-[1fr_1.4fr_1.2fr_1fr_1fr_auto]">
      <TextField label={t('quantity', { unit })} inputMode="decimal" {...field('quantity')} />
      <TextField label={t('lot')} maxLength={60} autoCapitalize="characters" {...field('lotCode')} />
      <TextField label={t('expires')} type="date" {...field('expiresOn')} />
      <TextField
        label={t('temperature')}
        inputMode="text"
        hint={limit !== undefined && isTooWarm(arrival, line) ? t('tooWarm', { limit }) : undefined}
        {...field('temperature')}
      />
      <TextField label={t('rejected', { unit })} inputMode="decimal" {...field('rejected')} />
      <IconButton label={t('remove')} className="mt-6" onClick={onRemove}>
        <Trash2 size={18} aria-hidden />
      </IconButton>
      {rejects && (
        <div className="col-span-full">
          <TextField label={t('reason')} maxLength={200} {...field('rejectReason')} />
        </div>
      )}
    </div>
  )
}
