import type { Ticket, Touch } from './board'

/** What became of a touch: the server's ticket, its "no" in words, or no answer yet. */
export type Outcome =
  | { readonly is: 'done'; readonly ticket: Ticket }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'unanswered' }

/** Where touches outlive a reload, in the order they were made. */
export interface TouchStore {
  readonly all: () => Promise<Touch[]>
  readonly add: (touch: Touch) => Promise<unknown>
  readonly remove: (id: string) => Promise<unknown>
}

export interface OutboxParts {
  readonly store: TouchStore
  readonly send: (touch: Touch) => Promise<Outcome>
  readonly onDone: (ticket: Ticket) => void
  readonly onRefused: (touch: Touch, message: string) => void
  /** Told the touches that still wait, whenever they change. */
  readonly onChange: (waiting: readonly Touch[]) => void
}

export interface Outbox {
  readonly add: (touch: Touch) => Promise<void>
  /** Sends what waits, one after the other, until the first that gets no answer. */
  readonly drain: () => Promise<void>
}

/** Keeps this tablet's touches until the server has answered each; the same id is sent again, so each counts once. */
export function openOutbox({ store, send, onDone, onRefused, onChange }: OutboxParts): Outbox {
  let waiting: readonly Touch[] = []
  const change = (touches: readonly Touch[]) => {
    waiting = touches
    onChange(waiting)
  }
  const loaded = store
    .all()
    .then((kept) => change([...kept, ...waiting.filter((touch) => !kept.some(({ id }) => id === touch.id))]))
  let draining: Promise<void> | undefined

  const settle = async (touch: Touch, outcome: Exclude<Outcome, { is: 'unanswered' }>) => {
    await store.remove(touch.id)
    // the answer first: without it the touch would be undone on the screen for a moment
    if (outcome.is === 'done') onDone(outcome.ticket)
    change(waiting.filter(({ id }) => id !== touch.id))
    if (outcome.is === 'refused') onRefused(touch, outcome.message)
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
  const add = async (touch: Touch) => {
    // kept before it is shown: what the cook has seen done outlives a reload in the next instant
    await store.add(touch)
    if (!waiting.some(({ id }) => id === touch.id)) change([...waiting, touch])
    await drain()
  }
  return { add, drain }
}
