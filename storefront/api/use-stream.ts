import { useEffect, useRef, useState } from 'react'
import { openStream, type StreamOptions, type StreamState } from './live-stream'

export interface Live {
  readonly state: StreamState
  /** Seconds since the stream was last known to be live; 0 while it is. */
  readonly ageSeconds: number
}

/**
 * Follows the stream at `url` as long as the component stands: `useStream(url, { from: order.version, on: { status } })`.
 * A null `url` follows nothing. `from` counts only when a stream is opened; events already in it are not repeated.
 */
export function useStream(url: string | null, { from, on }: Pick<StreamOptions, 'from' | 'on'>): Live {
  const [live, setLive] = useState<{ state: StreamState; since: number }>({ state: 'connecting', since: 0 })
  const [now, setNow] = useState(0)
  const latest = useRef({ from, on })
  useEffect(() => {
    latest.current = { from, on }
  })

  useEffect(() => {
    if (url === null) return
    const events = Object.keys(latest.current.on)
    const handlers = events.map((name) => [
      name,
      (data: unknown, version: number) => latest.current.on[name]?.(data, version),
    ])
    const stream = openStream({
      addressFrom: (version) => `${url}${url.includes('?') ? '&' : '?'}from=${version}`,
      from: latest.current.from,
      on: Object.fromEntries(handlers),
      onState: (state) => setLive((was) => (was.state === state ? was : { state, since: Date.now() })),
    })
    return stream.close
  }, [url])

  useEffect(() => {
    if (live.state !== 'stale') return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [live])
  const ageSeconds = live.state === 'stale' ? Math.max(0, Math.round((now - live.since) / 1000)) : 0
  return { state: live.state, ageSeconds }
}
