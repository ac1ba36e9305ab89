import { Check, Snowflake, TriangleAlert } from 'lucide-react'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import type { Clock } from './api'

const LOOKS = {
  under_way: 'text-ink-2',
  overdue: 'font-bold text-warn',
  failed: 'font-bold text-danger',
  done: 'text-brand-700',
}
const ICONS = { under_way: Snowflake, overdue: TriangleAlert, failed: TriangleAlert, done: Check }

/** How far a batch is on its way into the cold: what it must have reached by when, or what went wrong. */
export function CoolingLine({
  cooling: { state, celsius, by },
  zone,
}: {
  readonly cooling: NonNullable<Clock['cooling']>
  readonly zone: string
}) {
  const { t } = useTranslation('safety')
  const Icon = ICONS[state]
  return (
    <p className={`mt-1 flex items-center gap-1.5 text-secondary ${LOOKS[state]}`}>
      <Icon size={18} aria-hidden className="shrink-0" />
      {t(`cooling.${state}`, { celsius, time: time(by, zone) })}
    </p>
  )
}
