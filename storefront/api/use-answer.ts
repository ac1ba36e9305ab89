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
 * Another question needs another component (`key`). `instead` knows what stands in while no answer has come at all.
 */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  everyMs: number,
  instead?: () => T | undefined,
): Asked<T> {
  const [answer, setAnswer] = useState<{ data?: T | undefined; lastError?: unknown }>({})
  const [times, setTimes] = useState(0)
  const latest = useRef({ ask, instead })
  useEffect(() => {
    latest.current = { ask, instead }
  })
  const again = () => setTimes((count) => count + 1)

  useEffect(() => {
    const leaving = new AbortController()
    const isLeft = () => leaving.signal.aborted
    latest.current.ask(leaving.signal).then(
      (data) => {
        if (!isLeft()) setAnswer({ data })
      },
      (error: unknown) => {
        if (isLeft()) return
        const known = latest.current.instead?.()
        // an answer that stands, with what was put into it, is newer than anything kept
        setAnswer((was) => ({ data: was.data ?? known, lastError: error }))
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
