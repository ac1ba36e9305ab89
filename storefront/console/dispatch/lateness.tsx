import { CheckCheck, ClockAlert, ClockCheck, ClockFading, Hourglass } from 'lucide-react'
import type { Stop } from '../../api/dispatch'
import { useTranslation } from '../../i18n/use-translation'
import { Tag } from '../../ui/tag'
import { type Lateness, latenessOf } from './board'

const LOOKS = {
  late: { kind: 'danger', Icon: ClockAlert },
  close: { kind: 'warn', Icon: ClockFading },
  early: { kind: 'info', Icon: Hourglass },
  on_time: { kind: 'neutral', Icon: ClockCheck },
  done: { kind: 'brand', Icon: CheckCheck },
  unknown: { kind: 'neutral', Icon: Hourglass },
} as const satisfies Record<Lateness['is'], unknown>

/** How a stop stands against its window: a colour, a sign and words. */
export function LatenessTag({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation('dispatch')
  const lateness = latenessOf(stop)
  const { kind, Icon } = LOOKS[lateness.is]
  const minutes = 'minutes' in lateness ? lateness.minutes : 0
  return (
    <Tag kind={kind} icon={<Icon size={13} aria-hidden />}>
      <span className="whitespace-nowrap">{t(`lateness.${lateness.is}`, { minutes })}</span>
    </Tag>
  )
}
