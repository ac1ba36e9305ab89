import { Undo2 } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import type { Finished } from './board'

export interface FinishedSheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly finished: readonly Finished[]
  readonly zone: string
  readonly onRecall: (finished: Finished) => void
}

/** What was finished in the last 30 minutes, newest first, each with a way back. */
export function FinishedSheet({ open, onOpenChange, finished, zone, onRecall }: FinishedSheetProps) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      place="panel"
      title={t('recent')}
      description={finished.length > 0 ? t('recentText') : t('recentNone')}
    >
      <ul className="space-y-2">
        {finished.map((one) => (
          <li
            key={one.ticket.id}
            className="flex items-center justify-between gap-3 rounded-card border border-line p-3"
          >
            <div className="min-w-0">
              <p className="figures font-bold">
                {one.ticket.number}
                <span className="ml-2 text-secondary font-normal text-ink-2">{time(one.doneAt, zone)}</span>
              </p>
              <p className="truncate text-secondary text-ink-2">
                {one.items.map(({ quantity, name }) => `${quantity}× ${say(name)}`).join(' · ')}
              </p>
            </div>
            <Button
              kind="secondary"
              aria-label={t('recallTicket', { number: one.ticket.number })}
              icon={<Undo2 size={20} aria-hidden />}
              className="shrink-0"
              onClick={() => onRecall(one)}
            >
              {t('recall')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
