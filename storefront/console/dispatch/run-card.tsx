import { ChevronDown, ClockAlert, OctagonAlert, UserRound } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { setSearch } from '../../address/use-address'
import type { Board } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Tag } from '../../ui/tag'
import { canChange, placesIn, type RunOnBoard, shareDone } from './board'
import { draggedStop, isStop } from './drag'
import type { Acting } from './handles'
import { RunActions } from './run-actions'
import { RunLine } from './run-line'
import { StopRows } from './stop-rows'

const KINDS = { planned: 'neutral', claimed: 'warn', loaded: 'warn', on_the_way: 'info', done: 'brand' } as const

/** One van: who drives, what is in it, how far it is; open, also its stops and what can be done. */
export function RunCard({
  run,
  board,
  isOpen,
  acting,
}: {
  readonly run: RunOnBoard
  readonly board: Board
  readonly isOpen: boolean
  readonly acting: Acting
}) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const [isOver, setOver] = useState(false)
  const takes = canChange(run)
  const onDragOver = (event: DragEvent) => {
    if (!takes || !isStop(event)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const stop = board.stops.find(({ id }) => id === draggedStop(event))
    if (!takes || !stop) return
    event.preventDefault()
    acting.move(stop, { runId: run.id, position: placesIn(run, stop) })
  }
  const share = shareDone(run)
  return (
    <li
      data-run={run.number}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={`rounded-card border bg-surface ${isOver ? 'border-brand-600 bg-brand-50' : isOpen ? 'border-control' : 'border-line'}`}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setSearch({ run: isOpen ? null : run.id, stop: null })}
        className="block w-full rounded-card px-3 py-2 text-left hover:bg-brand-50"
      >
        <span className="flex items-center gap-2">
          <RunLine run={run} />
          <span className="text-[15px] font-semibold">{t('run', { number: run.number })}</span>
          <Tag kind={KINDS[run.status]}>{t(`status.${run.status}`)}</Tag>
          {run.late > 0 && (
            <Tag kind="danger" icon={<ClockAlert size={13} aria-hidden />}>
              {t('late', { count: run.late })}
            </Tag>
          )}
          {run.stopReason && (
            <Tag kind="danger" icon={<OctagonAlert size={13} aria-hidden />}>
              {t('stopped')}
            </Tag>
          )}
          <ChevronDown size={17} aria-hidden className={`ml-auto shrink-0 ${isOpen ? 'rotate-180' : ''}`} />
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-2">
          <span className="figures">
            {time(run.departAt, board.plan.zone)}–{time(run.returnAt, board.plan.zone)}
          </span>
          <span className="inline-flex items-center gap-1">
            <UserRound size={14} aria-hidden />
            {run.courier ?? t('nobody')}
          </span>
          <span>{say(run.vehicle.name)}</span>
          <span className="figures">{t('room', { boxes: run.boxes, capacity: run.vehicle.boxes })}</span>
          <span className="figures">{t('stops', { count: run.stops })}</span>
        </span>
        {share > 0 && (
          <span className="mt-1.5 flex items-center gap-2">
            <span aria-hidden className="h-1 flex-1 overflow-hidden rounded-full bg-line">
              <span className="block h-full bg-brand-600" style={{ width: `${share * 100}%` }} />
            </span>
            <span className="figures text-secondary text-ink-2">
              {t('doneOf', { done: run.delivered + run.failed, drops: run.drops })}
            </span>
          </span>
        )}
      </button>
      {isOpen && (
        <div className="border-t border-line px-3 pt-2 pb-3">
          <RunActions run={run} board={board} />
          <StopRows run={run} board={board} acting={acting} />
        </div>
      )}
    </li>
  )
}
