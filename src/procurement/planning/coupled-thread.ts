import { inThread } from '../../platform/thread'
import { caseModel } from '../engine/lot-sizing/case-model'
import type { CaseOrder, SupplyCase } from '../engine/lot-sizing/supply-case'
import { solveModel } from './solve-model'

export interface SolveCoupled {
  readonly cases: readonly { readonly supplyCase: SupplyCase; readonly start: readonly CaseOrder[] }[]
  /** For all of them together. */
  readonly seconds: number
  readonly gap: number
}

/** Each case has its share of the time that is left; null where nothing was found. */
inThread<SolveCoupled, (CaseOrder[] | null)[]>(async ({ cases, seconds, gap }) => {
  const startedAt = performance.now()
  const found: (CaseOrder[] | null)[] = []
  for (const [i, { supplyCase, start }] of cases.entries()) {
    const left = seconds - (performance.now() - startedAt) / 1_000
    const { model, start: columnsOf, orders } = caseModel(supplyCase)
    const limits = { seconds: Math.max(0.1, left / (cases.length - i)), gap }
    const { columns } = await solveModel(model, limits, columnsOf(start))
    found.push(columns ? orders(columns) : null)
  }
  return found
})
