import { GripVertical, Pin } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { setSearch, useAddress } from '../../address/use-address'
import type { Board, Stop } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { canChange, neighbour, placeOf, type RunOnBoard } from './board'
import { draggedStop, dragStop, isStop } from './drag'
import type { Acting } from './handles'
import { LatenessTag } from './lateness'
import { StopDetail } from './stop-detail'

/** The stops of a run in the order they are driven; each can be dragged, or chosen and moved by keys and buttons. */
export function StopRows({
  run,
  board,
  acting,
}: {
  readonly run: RunOnBoard
  readonly board: Board
  readonly acting: Acting
}) {
  const { t } = useTranslation('dispatch')
  const movable = canChange(run)
  return (
    <>
      <ol aria-label={t('stopsOf', { run: run.number })} className="divide-y divide-line">
        {run.stopList.map((stop) => (
          <StopRow key={stop.id} run={run} stop={stop} board={board} acting={acting} movable={movable} />
        ))}
      </ol>
      <p className="mt-2 text-caption text-ink-2 max-md:hidden">{t(movable ? 'keys' : 'frozen')}</p>
    </>
  )
}

function StopRow({
  run,
  stop,
  board,
  acting,
  movable,
}: {
  readonly run: RunOnBoard
  readonly stop: Stop
  readonly board: Board
  readonly acting: Acting
  readonly movable: boolean
}) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const [isOver, setOver] = useState(false)
  const isOpen = useAddress().search.get('stop') === stop.id
  const { zone } = board.plan
  const number = placeOf(run, stop)
  const moveBy = (step: -1 | 1) => {
    const place = neighbour(run, stop, step)
    if (movable && place) acting.move(stop, place)
  }
  const keys: Readonly<Record<string, () => void>> = {
    j: () => focusOn('next'),
    k: () => focusOn('previous'),
    ...(movable ? { m: () => acting.move(stop), p: () => acting.pin(stop), s: () => acting.split(stop) } : {}),
  }
  const row = `stop-${stop.id}`
  const focusOn = (where: 'next' | 'previous') => {
    const other = run.stopList[number - 1 + (where === 'next' ? 1 : -1)]
    document.getElementById(`stop-${other?.id}`)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const step = event.altKey && (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined)
    const act = step ? () => moveBy(step) : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const dragged = board.stops.find(({ id }) => id === draggedStop(event))
    if (!movable || !dragged) return
    event.preventDefault()
    event.stopPropagation()
    if (dragged.id !== stop.id) acting.move(dragged, { runId: run.id, position: number })
  }
  const onDragOver = (event: DragEvent) => {
    if (!movable || !isStop(event)) return
    event.preventDefault()
    event.stopPropagation()
    setOver(true)
  }
  return (
    <li
      draggable={movable}
      onDragStart={(event) => dragStop(event, stop.id)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={isOver ? 'shadow-[inset_0_2px_0_var(--color-brand-600)]' : ''}
    >
      <div className="flex items-center gap-1">
        {movable && <GripVertical size={16} aria-hidden className="shrink-0 cursor-grab text-control max-md:hidden" />}
        <button
          id={row}
          type="button"
          aria-expanded={isOpen}
          onKeyDown={onKey}
          onClick={() => setSearch({ stop: isOpen ? null : stop.id })}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-control py-1.5 text-left hover:bg-brand-50 aria-expanded:bg-brand-50"
        >
          <span className="figures grid size-6 shrink-0 place-items-center rounded-full border-2 border-brand-600 bg-surface text-caption font-semibold">
            {number}
          </span>
          <span className="min-w-0 flex-1">
            <span className="flex items-center gap-1.5">
              <span className="truncate font-semibold" title={`${say(stop.community)} ${say(stop.name)}`}>
                {say(stop.community)} {say(stop.name)}
              </span>
              {stop.part > 1 && <span className="shrink-0 text-ink-2">{t('part', { part: stop.part })}</span>}
              {stop.pinned && (
                <span className="shrink-0 text-brand-700">
                  <Pin size={13} aria-hidden />
                  <span className="sr-only">{t('pinned')}</span>
                </span>
              )}
            </span>
            <span className="figures block text-secondary text-ink-2">
              {t('window', { from: time(stop.windowFrom, zone), to: time(stop.windowTo, zone) })} ·{' '}
              {t('boxes', { count: stop.boxes })}
            </span>
          </span>
          <span className="shrink-0 text-right">
            <span className="figures block font-semibold">
              <span className="sr-only">{t('expected')} </span>
              {stop.doneAt ? time(stop.doneAt, zone) : stop.eta ? time(stop.eta, zone) : '–'}
            </span>
            <LatenessTag stop={stop} />
          </span>
        </button>
      </div>
      {isOpen && <StopDetail run={run} stop={stop} zone={zone} acting={acting} moveBy={moveBy} />}
    </li>
  )
}
