import type { App } from '../../platform/app'
import { runInThread } from '../../platform/thread'
import { coupledDeliveries, decisionsOf } from '../domain/couple-deliveries'
import type { Decided, SiteQuestion, SiteSource } from '../domain/plan-site'
import type { CaseOrder } from '../engine/lot-sizing/supply-case'
import type { SolveCoupled } from './coupled-thread'

/** A site waits no longer than this for its deliveries to be fitted together; a plan within this share of the best will do. */
const [SECONDS, GAP] = [2, 0.005]

/**
 * Fits goods that come together to each other: minimum order values, what a delivery costs, and who brings what. Items
 * keep what they would do by themselves where the solver finds nothing better in time, or fails.
 */
export async function couple<S extends SiteSource>(
  app: App,
  decided: readonly Decided<S>[],
  question: SiteQuestion<S>,
): Promise<readonly Decided<S>[]> {
  const groups = coupledDeliveries(decided, question)
  if (groups.length === 0) return decided
  const cases = groups.map(({ supplyCase, start }) => ({ supplyCase, start }))
  const job: SolveCoupled = { cases, seconds: SECONDS, gap: GAP }
  const found = await runInThread<SolveCoupled, (CaseOrder[] | null)[]>(
    'src/procurement/planning/coupled-thread.ts',
    job,
  ).catch((error: unknown) => {
    app.log.warn({ err: error }, 'deliveries are not fitted together')
    return []
  })
  return groups.reduce<readonly Decided<S>[]>((now, group, i) => {
    const made = found[i] && decisionsOf(group, found[i], question)
    return made ? [...now.filter((each) => !group.own.includes(each)), ...made] : now
  }, decided)
}
