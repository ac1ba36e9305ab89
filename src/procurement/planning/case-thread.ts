import { inThread } from '../../platform/thread'
import type { CaseAnswer, CaseRefusal } from '../engine/lot-sizing/case-answer'
import { caseModel } from '../engine/lot-sizing/case-model'
import { type CoupledPlan, planCoupled } from '../engine/lot-sizing/coupled-plan'
import { sizeLots } from '../engine/lot-sizing/size-lots'
import { itemOf, type SupplyCase } from '../engine/lot-sizing/supply-case'
import { weighPlan } from '../engine/lot-sizing/weigh-plan'
import { solveModel } from './solve-model'

export interface SolveCase {
  readonly supplyCase: SupplyCase
  readonly seconds: number
  /** A proof this close is good enough. */
  readonly gap: number
}

/** The first answer may take this share of the time. */
const FIRST_SHARE = 0.25

/** In a thread of its own, because the solver does not return before it is done. */
inThread<SolveCase, CaseAnswer | CaseRefusal>(async ({ supplyCase, seconds, gap }) => {
  const startedAt = performance.now()
  const spent = () => (performance.now() - startedAt) / 1_000
  const alone = provedAlone(supplyCase)
  if (alone) return alone
  const first = planCoupled(supplyCase, () => spent() > seconds * FIRST_SHARE)
  if ('day' in first) return { reason: 'demand_not_met', ...first }
  const rest = Math.max(1, seconds - spent())
  return await improve(supplyCase, first, { seconds: rest, gap })
})

/** An item that shares nothing is planned exactly by itself. */
function provedAlone(supplyCase: SupplyCase): CaseAnswer | CaseRefusal | undefined {
  const [item, ...others] = supplyCase.items
  const coupled =
    supplyCase.suppliers.some(({ minOrderValue }) => minOrderValue > 0) || Number.isFinite(supplyCase.budget)
  if (!item || others.length > 0 || coupled) return undefined
  const { problem, unit } = itemOf(supplyCase, item, (s) => ({
    open: true,
    orderCost: supplyCase.suppliers[s]!.orderCost,
    discount: 0,
  }))
  const plan = sizeLots(problem)
  if (!('cost' in plan)) return { reason: 'demand_not_met', item: 0, day: plan.day }
  if (!plan.exact) return undefined
  const orders = plan.orders.map(({ day, source, quantity }) => ({
    item: 0,
    supplier: source,
    day,
    quantity: quantity * unit,
  }))
  return { cost: plan.cost, gap: 0, orders, by: 'items' }
}

/** The cheaper of the items' plan and the solver's, weighed by doing the sums anew. */
async function improve(
  supplyCase: SupplyCase,
  first: CoupledPlan,
  limits: { seconds: number; gap: number },
): Promise<CaseAnswer | CaseRefusal> {
  const built = caseModel(supplyCase)
  const start = Number.isFinite(first.cost) ? built.start(first.orders) : undefined
  const solved = await solveModel(built.model, limits, start)
  if (solved.status === 'infeasible') return { reason: 'rules_together' }
  const orders = solved.columns ? built.orders(solved.columns) : []
  // the items' own sums are exact but for lots that outlive deliveries; there the solver knows better
  const cost = solved.columns ? Math.min(weighPlan(supplyCase, orders).cost, solved.cost) : Number.POSITIVE_INFINITY
  const best = cost < first.cost - 1e-9 ? { cost, orders, by: 'solver' as const } : { ...first, by: 'items' as const }
  if (!Number.isFinite(best.cost)) return { reason: 'out_of_time' }
  const above = best.cost - Math.max(0, solved.bound)
  return { ...best, gap: above > 1e-6 * best.cost ? above / best.cost : 0 }
}
