import type { Problem } from '../api/problem'

/** Something done on this device that the server may not know yet. */
export interface Act {
  /** Also the Idempotency-Key. */
  readonly id: string
}

/** What became of an act: the server's answer, its "no", or no answer yet. */
export type Outcome<Answer> =
  | { readonly is: 'done'; readonly answer: Answer }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'unanswered' }

/** Where acts outlive a reload, in the order they were done. */
export interface ActStore<A extends Act> {
  readonly all: () => Promise<A[]>
  readonly add: (act: A) => Promise<unknown>
  readonly remove: (id: string) => Promise<unknown>
}

export interface OutboxParts<A extends Act, Answer> {
  readonly store: ActStore<A>
  readonly send: (act: A) => Promise<Outcome<Answer>>
  readonly onDone: (act: A, answer: Answer) => void
  readonly onRefused: (act: A, problem: Problem) => void
  /** Told the acts that still wait, whenever they change. */
  readonly onChange: (waiting: readonly A[]) => void
}

export interface Outbox<A extends Act> {
  readonly add: (act: A) => Promise<void>
  /** Sends what waits, one after the other, until the first that gets no answer. */
  readonly drain: () => Promise<void>
}

/** Keeps this device's acts until the server has answered each; the same id is sent again, so each counts once. */
export function openOutbox<A extends Act, Answer>(parts: OutboxParts<A, Answer>): Outbox<A> {
  const { store, send, onDone, onRefused, onChange } = parts
  let waiting: readonly A[] = []
  const change = (acts: readonly A[]) => {
    waiting = acts
    onChange(waiting)
  }
  const loaded = store
    .all()
    .then((kept) => change([...kept, ...waiting.filter((act) => !kept.some(({ id }) => id === act.id))]))
  let draining: Promise<void> | undefined

  const settle = async (act: A, outcome: Exclude<Outcome<Answer>, { is: 'unanswered' }>) => {
    await store.remove(act.id)
    // the answer first: without it the act would be undone on the screen for a moment
    if (outcome.is === 'done') onDone(act, outcome.answer)
    change(waiting.filter(({ id }) => id !== act.id))
    if (outcome.is === 'refused') onRefused(act, outcome.problem)
  }
  const sendAll = async () => {
    await loaded
    for (let [next] = waiting; next; [next] = waiting) {
      const outcome = await send(next)
      if (outcome.is === 'unanswered') return
      await settle(next, outcome)
    }
  }
  const drain = () => {
    draining ??= sendAll().finally(() => {
      draining = undefined
    })
    return draining
  }
  const add = async (act: A) => {
    // kept before it is shown: what somebody has seen done outlives a reload in the next instant
    await store.add(act)
    if (!waiting.some(({ id }) => id === act.id)) change([...waiting, act])
    await drain()
  }
  return { add, drain }
}
