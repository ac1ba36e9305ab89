import type { RunDetail } from '../api/courier'
import { CodeSheet } from './code-sheet'
import { DecideSheet } from './decide-sheet'
import type { TaskKind } from './drop-row'
import { FailureSheet } from './failure-sheet'
import { PhotoSheet } from './photo-sheet'
import { StoreSheet } from './store-sheet'

export interface Task {
  readonly kind: TaskKind
  readonly dropId: string
}

/** The sheet of what was begun with an order; it closes by itself when that is done, or kept on the phone. */
export default function TaskSheet({
  run,
  task,
  onTask,
}: {
  readonly run: RunDetail
  readonly task: Task
  readonly onTask: (task: Task | undefined) => void
}) {
  const drop = run.stopList.flatMap(({ drops }) => drops).find(({ id }) => id === task.dropId)
  const close = () => onTask(undefined)
  if (!drop) return null
  const parts = { runId: run.id, drop, onClose: close, onDone: close }
  if (task.kind === 'code') return <CodeSheet {...parts} onFail={() => onTask({ kind: 'failure', dropId: drop.id })} />
  const Part = { failure: FailureSheet, photo: PhotoSheet, decide: DecideSheet, store: StoreSheet }[task.kind]
  return <Part {...parts} />
}
