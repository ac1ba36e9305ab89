import { ArrowDown, ArrowUp, MoveRight, Pin, PinOff, Split } from 'lucide-react'
import type { Stop } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button, IconButton } from '../../ui/button'
import { canChange, neighbour, type RunOnBoard } from './board'
import { DropLine } from './drop-line'
import type { Acting } from './handles'

/** A stop that is open: its orders, and what can be done with it. */
export function StopDetail({
  run,
  stop,
  zone,
  acting,
  moveBy,
}: {
  readonly run: RunOnBoard
  readonly stop: Stop
  readonly zone: string
  readonly acting: Acting
  readonly moveBy: (step: -1 | 1) => void
}) {
  const { t } = useTranslation('dispatch')
  const open = stop.drops.filter(({ status }) => status !== 'void')
  return (
    <div className="pt-1 pb-3 md:pl-6">
      {canChange(run) && (
        <div className="mb-2 flex flex-wrap items-center gap-1">
          <IconButton label={t('up')} kind="secondary" disabled={!neighbour(run, stop, -1)} onClick={() => moveBy(-1)}>
            <ArrowUp size={16} aria-hidden />
          </IconButton>
          <IconButton label={t('down')} kind="secondary" disabled={!neighbour(run, stop, 1)} onClick={() => moveBy(1)}>
            <ArrowDown size={16} aria-hidden />
          </IconButton>
          <Button kind="secondary" icon={<MoveRight size={15} aria-hidden />} onClick={() => acting.move(stop)}>
            {t('move.button')}
          </Button>
          <Button
            kind="secondary"
            aria-pressed={stop.pinned}
            icon={stop.pinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
            onClick={() => acting.pin(stop)}
          >
            {t(stop.pinned ? 'unpin' : 'pin')}
          </Button>
          {open.length > 1 && (
            <Button kind="secondary" icon={<Split size={15} aria-hidden />} onClick={() => acting.split(stop)}>
              {t('split.button')}
            </Button>
          )}
        </div>
      )}
      <p className="figures mb-1 text-secondary text-ink-2">
        {t('food', { ready: time(stop.readyAt, zone), until: time(stop.useBy, zone) })}
      </p>
      <ul className="space-y-1">
        {stop.drops.map((drop) => (
          <DropLine key={drop.id} drop={drop} />
        ))}
      </ul>
    </div>
  )
}
