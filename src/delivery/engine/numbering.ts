import type { Network } from './network'
import type { RoutingProblem } from './problem'

/**
 * The stops in an order that keeps neighbours together: from each the nearest one that is left. Tables laid out in it are
 * read with far fewer cache misses, because a search looks at one corner of the map at a time.
 */
export function byNearness(problem: RoutingProblem, network: Network, stops: readonly number[]): number[] {
  const left = stops.slice()
  const order: number[] = []
  let at = problem.depots[0]!.location
  while (left.length > 0) {
    let best = 0
    let shortest = Infinity
    for (let i = 0; i < left.length; i++) {
      const away = network.distance(at, problem.stops[left[i]!]!.location)
      if (away >= shortest) continue
      shortest = away
      best = i
    }
    const stop = left[best]!
    left[best] = left[left.length - 1]!
    left.pop()
    order.push(stop)
    at = problem.stops[stop]!.location
  }
  return order
}
