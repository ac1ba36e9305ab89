import { useCallback, useEffect, useRef, useState } from 'react'

export interface Fresh<T> {
  readonly data: T
  /** Asks again now. */
  readonly refresh: () => void
  /** The last time of asking got no answer: what is shown may be old. */
  readonly stale: boolean
}

/**
 * Keeps what a page was loaded with up to date. A failure leaves it in sight and is tried again: a lost connection must
 * not take away the page somebody reads. `everyMs` asks while the page is in sight, and at once when it comes back.
 */
export function useFresh<T>(loaded: T, load: (signal: AbortSignal) => Promise<T>, everyMs?: number): Fresh<T> {
  const [newest, setNewest] = useState({ loaded, data: loaded, stale: false })
  const latest = useRef({ load, loaded })
  const asking = useRef<AbortController>(undefined)
  useEffect(() => {
    latest.current = { load, loaded }
  })

  const refresh = useCallback(() => {
    asking.current?.abort()
    const own = new AbortController()
    asking.current = own
    const { loaded: base } = latest.current
    latest.current.load(own.signal).then(
      (data) => {
        if (!own.signal.aborted) setNewest({ loaded: base, data, stale: false })
      },
      () => {
        if (!own.signal.aborted)
          setNewest((was) => ({ loaded: base, data: was.loaded === base ? was.data : base, stale: true }))
      },
    )
  }, [])

  // what was asked for the page before this one must not land on it
  useEffect(() => () => asking.current?.abort(), [loaded])

  useEffect(() => {
    if (everyMs === undefined) return
    const whenSeen = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    const timer = setInterval(whenSeen, everyMs)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [everyMs, refresh])

  const own = newest.loaded === loaded
  return { data: own ? newest.data : loaded, refresh, stale: own && newest.stale }
}
