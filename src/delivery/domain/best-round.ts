import { journey, type Leg } from './journey'
import { shortestFirst } from './shortest-round'

/** What a round must know of a stop. Its row is in the table of ways; instants as milliseconds. */
export interface RoundStop {
  readonly row: number
  readonly communityId: string
  readonly gateSeconds: number
  readonly serviceSeconds: number
  readonly windowFrom: Date
  readonly windowTo: Date
  readonly useBy: Date
}

export interface RoundStart {
  /** Its row in the table of ways, and when it is left. */
  readonly row: number
  readonly at: Date
  /** 2 drives twice as fast as the table says. */
  readonly speed: number
}

interface Ways {
  readonly size: number
  readonly seconds: ArrayLike<number>
}

/** A second late costs as much as a thousand on the road; a second past its use-by as much as a thousand late. */
const LATE = 1_000
const SPOILT = 1_000_000

/**
 * An order of a few stops from where a courier stands: nothing spoilt, as little late as can be, then the soonest end. It
 * begins with the shortest round and with the doors that close first, and moves and turns stops while that is better. For
 * the dozen stops of one run; whole plans are the routing engine's.
 */
export function bestRound<S extends RoundStop>({ size, seconds }: Ways, start: RoundStart, stops: readonly S[]): S[] {
  const way = (from: number, to: number) => (seconds[from * size + to] ?? 0) / start.speed
  const legsOf = (order: readonly S[]): Leg[] =>
    order.map(({ row, communityId, gateSeconds, serviceSeconds, windowFrom }, i) => {
      const before = order[i - 1]
      const gate = before?.communityId === communityId ? 0 : gateSeconds / start.speed
      return { legSeconds: way(before?.row ?? start.row, row) + gate, serviceSeconds, windowFrom: +windowFrom }
    })
  const cost = (order: readonly S[]): number => {
    const { etas, returnAt } = journey(+start.at, legsOf(order), 0)
    const over = (limit: (stop: S) => Date) =>
      order.reduce((sum, stop, i) => sum + Math.max(0, (etas[i] ?? 0) - +limit(stop)) / 1_000, 0)
    return (
      over(({ useBy }) => useBy) * SPOILT + over(({ windowTo }) => windowTo) * LATE + (returnAt - +start.at) / 1_000
    )
  }
  const byRow = new Map(stops.map((stop) => [stop.row, stop]))
  const shortest = shortestFirst({ size, seconds }, start.row, [...byRow.keys()]).flatMap((row) => byRow.get(row) ?? [])
  const closingFirst = stops.toSorted((a, b) => +a.windowTo - +b.windowTo || a.row - b.row)
  const rounds = [shortest, closingFirst].map((order) => improve(order, cost))
  return rounds.reduce((best, round) => (cost(round) < cost(best) ? round : best))
}

/** Moves single stops and turns stretches round while the order gets cheaper. */
function improve<S>(from: readonly S[], cost: (order: readonly S[]) => number): S[] {
  let best = [...from]
  let least = cost(best)
  for (let better = true; better; ) {
    better = false
    for (const tried of neighbours(best)) {
      const asked = cost(tried)
      if (asked >= least - 1e-6) continue
      best = tried
      least = asked
      better = true
      break
    }
  }
  return best
}

function* neighbours<S>(order: readonly S[]): Generator<S[]> {
  for (let i = 0; i < order.length; i++)
    for (let j = 0; j < order.length; j++)
      if (i !== j) yield order.toSpliced(i, 1).toSpliced(j, 0, ...order.slice(i, i + 1))
  for (let i = 0; i < order.length - 1; i++)
    for (let j = i + 2; j < order.length; j++)
      yield [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)]
}
