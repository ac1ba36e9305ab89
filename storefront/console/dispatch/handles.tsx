import { type ReactNode, useState } from 'react'
import { type Board, pinStop, type Stop } from '../../api/dispatch'
import type { Place, RunOnBoard } from './board'
import { MoveSheet } from './move-sheet'
import { SplitSheet } from './split-sheet'
import { useDispatch } from './use-board'

/** What a dispatcher can do with a stop, wherever it is shown. */
export interface Acting {
  /** Opens the preview of a move; nothing is moved before it is confirmed. */
  readonly move: (stop: Stop, place?: Place) => void
  readonly split: (stop: Stop) => void
  readonly pin: (stop: Stop) => void
}

interface Task {
  readonly kind: 'move' | 'split'
  readonly stopId: string
  readonly place?: Place | undefined
}

/** Opens the sheet of whatever was asked for, above the board below it. */
export function Handles({
  board,
  runs,
  children,
}: {
  readonly board: Board
  readonly runs: readonly RunOnBoard[]
  readonly children: (acting: Acting) => ReactNode
}) {
  const [task, setTask] = useState<Task>()
  const { act: pin } = useDispatch(({ id, pinned }: Stop, options) => {
    return pinStop({ params: { stopId: id }, body: { pinned: !pinned } }, options)
  })
  const stop = board.stops.find(({ id }) => id === task?.stopId)
  const close = () => setTask(undefined)
  const acting: Acting = {
    move: ({ id }, place) => setTask({ kind: 'move', stopId: id, place }),
    split: ({ id }) => setTask({ kind: 'split', stopId: id }),
    pin,
  }
  return (
    <>
      {children(acting)}
      {stop && task?.kind === 'move' && (
        <MoveSheet stop={stop} runs={runs} plan={board.plan} first={task.place} onClose={close} />
      )}
      {stop && task?.kind === 'split' && <SplitSheet stop={stop} plan={board.plan} onClose={close} />}
    </>
  )
}
