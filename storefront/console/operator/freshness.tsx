import { useEffect, useState } from 'react'
import { LiveMark } from '../../ui/live-mark'

/** Whether what is shown is fresh, and how old it is when the server does not answer. `at` in ms since 1970. */
export function Freshness({ at, failing }: { readonly at: number; readonly failing: boolean }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!failing) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [failing])
  const age = Math.max(0, Math.round((now - at) / 1_000))
  return <LiveMark state={failing ? 'stale' : 'live'} ageSeconds={age} />
}
