import { Plus } from 'lucide-react'
import { useTranslation } from '../../../i18n/use-translation'
import type { OrderLine } from '../../../api/procurement'
import { useLocale } from '../../../i18n/use-locale'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Checkbox } from '../../../ui/choice'
import type { Arrival } from './arrival'
import { LotRow } from './lot-row'
import { useAmounts } from '../use-amounts'

/** One line of the order: ticked when it has arrived, then one row for every lot. */
export function LineArrivals({
  orderId,
  line,
  arrivals,
  tried,
  onChange,
  onAdd,
}: {
  readonly orderId: string
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
          orderId={orderId}
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
