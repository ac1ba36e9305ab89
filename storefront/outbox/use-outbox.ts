import { useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../api/problem'
import { openActStore } from './act-store'
import { type Act, openOutbox, type Outbox, type Outcome } from './outbox'

/** While something waits, the server is tried this often. */
const AGAIN_MS = 4_000

/** Whether the server has said "no" for good: its own faults, a busy row and an expired log-in may pass. */
const isFinal = ({ status, code }: Problem) =>
  status >= 400 && status < 500 && ![401, 408, 429].includes(status) && code !== 'conflict'

/** What an act's call came to. */
async function outcomeOf<Answer>(call: Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { is: 'done', answer: await call }
  } catch (error) {
    const problem = problemOf(error)
    return isFinal(problem) ? { is: 'refused', problem } : { is: 'unanswered' }
  }
}

export interface Listener<A extends Act, Answer> {
  readonly onDone: (act: A, answer: Answer) => void
  readonly onRefused: (act: A, problem: Problem) => void
}

/** The acts of this device, whichever page it shows. */
export interface Acts<A extends Act, Answer> {
  /** Without an answer so far. */
  readonly waiting: readonly A[]
  /** Done when it was tried once, with an answer or without. */
  readonly add: (act: A) => Promise<void>
  /** Tries at once what waits. */
  readonly drain: () => void
  /** Whoever shows what the acts are about is told the answers. */
  readonly listen: (listener: Listener<A, Answer>) => void
}

export interface OutboxOptions<A extends Act, Answer> {
  /** The browser's database, and the object store in it. */
  readonly database: string
  readonly store: string
  readonly send: (act: A) => Promise<Answer>
}

/** Opens this device's outbox; what waits outlives a reload. One a page; its options are those of the first drawing. */
export function useOutbox<A extends Act, Answer>(options: OutboxOptions<A, Answer>): Acts<A, Answer> {
  const [waiting, setWaiting] = useState<readonly A[]>([])
  const listener = useRef<Listener<A, Answer>>(undefined)
  const outbox = useRef<Outbox<A>>(undefined)
  const [{ database, store, send }] = useState(options)
  const [acts] = useState(() => ({
    add: async (act: A) => outbox.current?.add(act),
    drain: () => void outbox.current?.drain(),
    listen: (next: Listener<A, Answer>) => {
      listener.current = next
    },
  }))
  useEffect(() => {
    outbox.current ??= openOutbox<A, Answer>({
      store: openActStore<A>(database, store),
      send: (act) => outcomeOf(send(act)),
      onDone: (act, answer) => listener.current?.onDone(act, answer),
      onRefused: (act, problem) => listener.current?.onRefused(act, problem),
      onChange: setWaiting,
    })
    acts.drain()
  }, [acts, database, store, send])

  const some = waiting.length > 0
  useEffect(() => {
    if (!some) return
    const timer = setInterval(acts.drain, AGAIN_MS)
    return () => clearInterval(timer)
  }, [some, acts])
  return { ...acts, waiting }
}
