import { useEffect, useState } from 'react'
import { LiveMark } from '../../ui/live-mark'

/** Whether what is shown is fresh, and how old it is when the server does not answer. `at` in ms since 1970. */
export function Freshness({ at, failing }: { readonly at: number; readonly failing: boolean }) {
  const [age, setAge] = useState(0)
  useEffect(() => {
    setAge(0)
    if (!failing) return
    const timer = setInterval(() => setAge(Math.round((Date.now() - at) / 1_000)), 1_000)
    return () => clearInterval(timer)
  }, [at, failing])
  return <LiveMark state={failing ? 'stale' : 'live'} ageSeconds={age} />
}
