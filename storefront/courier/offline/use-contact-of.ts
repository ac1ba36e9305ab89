import { useEffect } from 'react'
import type { Live } from '../../api/use-stream'
import { heard, unheard } from './contact'

/** Lets a stream say whether the server is there: while it is live it is heard, to its last moment. */
export function useContactOf({ state }: Live): void {
  useEffect(() => {
    if (state === 'stale') unheard()
    if (state !== 'live') return
    heard()
    return heard
  }, [state])
}
