import { useEffect, useRef, useState } from 'react'

export interface Asked<T> {
  readonly data: T | undefined
  /** Why there is no answer; undefined while the last one stands. */
  readonly error: unknown
  /** Why the last repetition got no answer, also while an older one stands. */
  readonly lastError: unknown
  readonly again: () => void
  /** Takes in what another answer has said about the same. */
  readonly put: (change: (data: T) => T) => void
}

/**
 * What a question answers, asked again every so often; a failed repetition leaves the last answer standing.
 * Another question needs another component (`key`).
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, everyMs: number): Asked<T> {
  const [answer, setAnswer] = useState<{ data?: T; lastError?: unknown }>({})
  const [times, setTimes] = useState(0)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const again = () => setTimes((count) => count + 1)

  useEffect(() => {
    const leaving = new AbortController()
    latest.current(leaving.signal).then(
      (data) => setAnswer({ data }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer((was) => ({ ...was, lastError: error }))
      },
    )
    return () => leaving.abort()
  }, [times])

  useEffect(() => {
    const timer = setInterval(() => setTimes((count) => count + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  const put = (change: (data: T) => T) =>
    setAnswer((was) => (was.data === undefined ? was : { ...was, data: change(was.data) }))
  const { data, lastError } = answer
  return { data, error: data === undefined ? lastError : undefined, lastError, again, put }
}
