import { useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/problem'

const AGAIN_MS = 2_000

interface State {
  readonly busy: boolean
  /** Sent at least once, and no answer yet. */
  readonly waitsForNetwork: boolean
  readonly error: unknown
}

const IDLE: State = { busy: false, waitsForNetwork: false, error: null }

/**
 * Something only the server can decide, such as who gets a run. Without an answer it is sent again, under the same key,
 * until one comes or the page is left.
 */
export function useRequest<Input, Answer>(
  send: (input: Input, key: string) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const [state, setState] = useState(IDLE)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const act = async (input: Input) => {
    const key = crypto.randomUUID()
    setState({ ...IDLE, busy: true })
    while (isHere.current) {
      try {
        const answer = await send(input, key)
        setState(IDLE)
        return onDone(answer)
      } catch (error) {
        if (problemOf(error).code !== 'offline') return setState({ ...IDLE, error })
        setState({ ...IDLE, busy: true, waitsForNetwork: true })
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
  }
  return { ...state, act: (input: Input) => void act(input) }
}
