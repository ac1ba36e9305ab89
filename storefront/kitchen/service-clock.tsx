import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const Now = createContext(0)

/**
 * The service's own time for everything below, each second.
 * @param at the service's time when it was last asked; its distance to this tablet's clock, right or wrong, is kept.
 */
export function ServiceClock({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  const [now, setNow] = useState(() => Date.parse(at))
  useEffect(() => {
    const asked = performance.now()
    const tick = () => setNow(Date.parse(at) + performance.now() - asked)
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [at])
  return <Now value={now}>{children}</Now>
}

/** Milliseconds on the service's clock; renders again each second. */
export const useNow = (): number => useContext(Now)
