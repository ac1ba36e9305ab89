import { useState } from 'react'
import { problemOf } from '../../api/problem'
import { notify } from '../../ui/toast'
import type { Site } from '../api'
import type { Book } from './api'

export interface OfBook {
  readonly book: Book
  readonly site: Site
  readonly onDone: () => void
}

/** Does one thing at a time, says why when it is refused, and looks again afterwards. */
export function useAct(onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const act = (work: () => Promise<unknown>, done?: () => void) => {
    if (busy) return
    setBusy(true)
    work()
      .then(
        () => done?.(),
        (error: unknown) => notify({ kind: 'problem', text: problemOf(error).message }),
      )
      .finally(() => {
        setBusy(false)
        onDone()
      })
  }
  return { busy, act }
}
