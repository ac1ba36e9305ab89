import { useEffect, useRef, useState } from 'react'

/** An answer that follows a question: asked anew when the question changes, the last one stays in sight meanwhile. */
export function useAsked<T>(question: string, ask: (signal: AbortSignal) => Promise<T>) {
  const [answer, setAnswer] = useState<{ data?: T; error?: unknown }>({})
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  // `question` is there to ask anew: it says all that `ask` depends on
  useEffect(() => {
    const leaving = new AbortController()
    latest.current(leaving.signal).then(
      (data) => setAnswer({ data }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer({ error })
      },
    )
    return () => leaving.abort()
  }, [question])
  return answer
}
