import { useEffect, useRef, useState } from 'react'
import { bumpTicket, recallTicket } from './api'
import { problemOf } from '../api/problem'
import type { Ticket, Touch } from './board'
import { openOutbox, type Outbox, type Outcome } from './outbox'
import { openTouchStore } from './touch-store'

/** While something waits, the server is tried this often. */
const AGAIN_MS = 4_000

/** Whether the server has said "no" for good: its own faults, a busy row and an expired log-in may pass. */
const isFinal = (status: number, code: string) =>
  status >= 400 && status < 500 && ![401, 408, 429].includes(status) && code !== 'conflict'

async function send({ id, kind, ticketId, station }: Touch): Promise<Outcome> {
  const call = kind === 'bump' ? bumpTicket : recallTicket
  try {
    return { is: 'done', ticket: await call({ params: { ticketId }, body: { id, station } }, { key: id }) }
  } catch (error) {
    const { status, code, message } = problemOf(error)
    return isFinal(status, code) ? { is: 'refused', message } : { is: 'unanswered' }
  }
}

export interface Listener {
  readonly onDone: (ticket: Ticket) => void
  readonly onRefused: (touch: Touch, message: string) => void
}

/** The touches of this tablet, whichever service it shows. */
export interface Touches {
  /** Without an answer so far. */
  readonly waiting: readonly Touch[]
  readonly add: (touch: Touch) => void
  /** Tries at once what waits. */
  readonly drain: () => void
  /** Whoever shows the tickets now is told the answers. */
  readonly listen: (listener: Listener) => void
}

/** Opens this tablet's outbox; what waits outlives a reload. One a page. */
export function useOutbox(): Touches {
  const [waiting, setWaiting] = useState<readonly Touch[]>([])
  const listener = useRef<Listener>(undefined)
  const outbox = useRef<Outbox>(undefined)
  const [touches] = useState(() => ({
    add: (touch: Touch) => void outbox.current?.add(touch),
    drain: () => void outbox.current?.drain(),
    listen: (next: Listener) => {
      listener.current = next
    },
  }))
  useEffect(() => {
    outbox.current ??= openOutbox({
      store: openTouchStore(),
      send,
      onDone: (ticket) => listener.current?.onDone(ticket),
      onRefused: (touch, message) => listener.current?.onRefused(touch, message),
      onChange: setWaiting,
    })
    touches.drain()
  }, [touches])

  const some = waiting.length > 0
  useEffect(() => {
    if (!some) return
    const timer = setInterval(touches.drain, AGAIN_MS)
    return () => clearInterval(timer)
  }, [some, touches])
  return { ...touches, waiting }
}
