import type { Network } from './network'
import type { Unserved } from './plan'
import type { RoutingProblem } from './problem'
import { besideOthers } from './reasons-busy'
import { onEmptyFleet } from './reasons-idle'
import type { Assignment } from './search'

/** Places tried for all stops together: explaining what was left out must not take longer than planning. */
const TRIES = 20_000

/** Says for each stop left out which constraint keeps it out and the smallest single change found that lets it in. */
export function explain(
  problem: RoutingProblem,
  network: Network,
  assignment: Assignment,
  left: readonly number[],
): Unserved[] {
  const tries = Math.max(20, Math.floor(TRIES / Math.max(1, left.length)))
  return left.map((stop) => {
    const { id } = problem.stops[stop]!
    const alone = onEmptyFleet(problem, network, stop)
    const { reason, change } = alone ?? besideOthers(problem, network, assignment, stop, tries)
    return { stop: id, reason, change }
  })
}
