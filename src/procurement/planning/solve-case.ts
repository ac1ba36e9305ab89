import { runInThread } from '../../platform/thread'
import type { CaseAnswer, CaseRefusal } from '../engine/lot-sizing/case-answer'
import type { SolveCase } from './case-thread'

/** The best plan of items that are bought together, within the time; or why there is none. */
export const solveCase = (job: SolveCase): Promise<CaseAnswer | CaseRefusal> =>
  runInThread<SolveCase, CaseAnswer | CaseRefusal>('src/procurement/planning/case-thread.ts', job)
