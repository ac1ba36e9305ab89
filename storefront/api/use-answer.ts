import { useEffect, useRef, useState } from 'react'

export interface Asked<T> {
  readonly data: T | undefined
  /** Why there is no answer; undefined while the last one stands. */
  readonly error: unknown
  readonly again: () => void
}

/**
 * What a question answers, asked again every so often; a failed repetition leaves the last answer standing.
 * Another question needs another component (`key`).
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, everyMs: number): Asked<T> {
  const [answer, setAnswer] = useState<{ data?: T; error?: unknown }>({})
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
        if (!leaving.signal.aborted) setAnswer((was) => (was.data === undefined ? { error } : was))
      },
    )
    return () => leaving.abort()
  }, [times])

  useEffect(() => {
    const timer = setInterval(() => setTimes((count) => count + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return { data: answer.data, error: answer.error, again }
}
