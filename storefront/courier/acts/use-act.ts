import { useState } from 'react'
import { ApiError, type Problem } from '../../api/problem'
import type { ActAnswer, NewAct } from './act'
import { useActs } from './use-acts'

/**
 * One act of a sheet: `onDone` is told the answer, or nothing where it is only kept so far. A refusal stays in the sheet,
 * with its problem.
 */
export function useAct(onDone: (answer: ActAnswer | undefined) => void) {
  const { act } = useActs()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (done: NewAct) => {
    setBusy(true)
    setProblem(undefined)
    const told = await act(done)
    setBusy(false)
    if (told.is === 'refused') setProblem(told.problem)
    else onDone(told.is === 'done' ? told.answer : undefined)
  }
  return {
    act: (done: NewAct) => void run(done),
    busy,
    problem: problem && new ApiError(problem),
    forget: () => setProblem(undefined),
  }
}
