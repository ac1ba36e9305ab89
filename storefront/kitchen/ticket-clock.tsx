import { useTranslation } from '../i18n/use-translation'
import { clockOf, type Urgency } from './countdown'
import { useNow } from './service-clock'

const DAY_MS = 86_400_000

/** Time left to due, or over it: a word, a sign and a figure, so that colour is never alone. */
export function TicketClock({ dueAt, urgency }: { readonly dueAt: string; readonly urgency: Urgency }) {
  const { t } = useTranslation('kitchen')
  const now = useNow()
  const days = Math.floor((Date.parse(dueAt) - now) / DAY_MS)
  const word = urgency === 'late' ? t('late') : urgency === 'soon' ? t('soon') : t('left')
  return (
    <p role="timer" className="shrink-0 text-right">
      <span className="block text-caption leading-tight">{word}</span>
      <span className="figures block text-title font-bold">
        {days > 0 ? t('days', { count: days }) : clockOf(dueAt, now)}
      </span>
    </p>
  )
}
