import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

interface Clock {
  /** As of the last whole tick; what is drawn. */
  readonly now: number
  /** To the millisecond, for what is noted. */
  readonly read: () => number
}

const Now = createContext<Clock>({ now: 0, read: () => 0 })

/**
 * The service's own time for everything below, each second.
 * @param at the service's time when it was last asked; its distance to this tablet's clock, right or wrong, is kept.
 */
export function ServiceClock({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  const [clock, setClock] = useState<Clock>(() => ({ now: Date.parse(at), read: () => Date.parse(at) }))
  useEffect(() => {
    const asked = performance.now()
    const read = () => Date.parse(at) + performance.now() - asked
    const tick = () => setClock({ now: read(), read })
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [at])
  return <Now value={clock}>{children}</Now>
}

/** Milliseconds on the service's clock; renders again each second. */
export const useNow = (): number => useContext(Now).now

/** The service's time at the moment of asking, in milliseconds. */
export const useReadNow = (): (() => number) => useContext(Now).read
